"""Which classes the pupils of a club group come from: counted places of a grade, shared out over its classes."""

from collections import defaultdict
from collections.abc import Mapping

from models import CrossClassClub, Problem, SchoolClass
from models.noun import ClassId, GradeId
from scheduler.scope import Unit

PupilsByClass = dict[ClassId, int]


def dispatch(problem: Problem, meeting: Mapping[Unit, Mapping[GradeId, int]]) -> dict[Unit, PupilsByClass]:
    """For the groups that meet in one slot and their pupils by grade: their pupils by class.

    Enrolled pupils go where they enrolled. The others of a class are spread over the remaining places in proportion,
    so that every class sends somebody to every club that its grade may join; totals are exact.
    """
    result: dict[Unit, PupilsByClass] = {unit: {} for unit in meeting}
    for grade, classes in problem.classes_by_grade.items():
        places = {unit: by_grade[grade] for unit, by_grade in meeting.items() if by_grade.get(grade, 0) > 0}
        if places:
            _share_grade(classes, places, result)
    return result


def _share_grade(classes: tuple[SchoolClass, ...], places: dict[Unit, int], result: dict[Unit, PupilsByClass]) -> None:
    enrolled: defaultdict[ClassId, int] = defaultdict(int)
    parallel: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in places:
        if isinstance(unit.club, CrossClassClub) and unit.club.enrolment:
            parallel[unit.club.id].append(unit)
    for units in parallel.values():
        room = {unit: places.pop(unit) for unit in units}
        for c in classes:
            count = units[0].club.enrolment.get(c.id, 0)  # type: ignore[union-attr]
            enrolled[c.id] += count
            _take(c.id, count, room, result)
        _take(classes[-1].id, sum(room.values()), room, result)  # none, unless enrolment is not kept
    left = sum(places.values())
    waiting = sum(c.pupils - enrolled[c.id] for c in classes)
    for c in classes:
        mine = c.pupils - enrolled[c.id]
        # Where not everybody leaves (volunteers), each class sends its share of those who do.
        going = -(-left * mine // waiting) if waiting > 0 else left
        _take(c.id, going, places, result)
        left -= going
        waiting -= mine


def _take(class_id: ClassId, count: int, room: dict[Unit, int], result: dict[Unit, PupilsByClass]) -> None:
    """Send `count` pupils to the groups in proportion to the places left there (largest remainders)."""
    total = sum(room.values())
    count = min(count, total)
    if count <= 0:
        return
    exact = {unit: count * left / total for unit, left in room.items()}
    shares = {unit: int(value) for unit, value in exact.items()}
    rest = count - sum(shares.values())
    for unit in sorted(room, key=lambda u: shares[u] - exact[u])[:rest]:
        shares[unit] += 1
    for unit, share in shares.items():
        if share:
            room[unit] -= share
            result[unit][class_id] = result[unit].get(class_id, 0) + share
