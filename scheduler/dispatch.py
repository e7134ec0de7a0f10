"""Which classes the pupils of a club group come from: places of a grade, shared out over its classes in all slots."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from models import CrossClassClub, Problem, SchoolClass, Slot
from models.noun import ClassId, ClubId, GradeId
from scheduler.rounding import Share, rounded
from scheduler.scope import Unit

PupilsByClass = dict[ClassId, int]
Places = Mapping[Slot, Mapping[tuple[Unit, GradeId], int]]
"""The groups that meet in each slot, and how many pupils of which grade they have."""

_STEPS = 0.618034, 0.754878  # from group to group and from class to class: spread evenly, whatever their number


@dataclass(frozen=True)
class _Cohort:
    """Pupils of a grade who have the same choice: the enrolled of one club, or all others. All by slot."""

    classes: tuple[SchoolClass, ...]
    pupils: Mapping[Slot, Mapping[ClassId, int]]
    places: Mapping[Slot, Mapping[Unit, int]]


def dispatch(problem: Problem, places: Places, *, steady: bool = True) -> dict[Slot, dict[Unit, PupilsByClass]]:
    """Pupils by class for every group in every slot. Totals by grade are kept, whatever they are.

    Enrolled pupils go where they enrolled. The others of a class are spread over the remaining places in proportion;
    where not everybody leaves (volunteers), each class sends its share. A class sends as many to a group at one
    meeting as at another, as far as the places allow; unless that is not asked for (`steady`), which is quicker.
    """
    result: dict[Slot, dict[Unit, PupilsByClass]] = {s: {unit: {} for unit, _ in taken} for s, taken in places.items()}
    for cohort in _cohorts(problem, places):
        for class_id, counts in _by_class(cohort, steady):
            for slot, units in counts.items():
                for unit, count in units.items():
                    if count:
                        result[slot][unit][class_id] = count
    return result


def _cohorts(problem: Problem, places: Places) -> Iterator[_Cohort]:
    for grade, classes in problem.classes_by_grade.items():
        free = {slot: {c.id: c.pupils for c in classes} for slot in places}
        left: dict[Slot, dict[Unit, int]] = {}
        listed: defaultdict[ClubId, dict[Slot, dict[Unit, int]]] = defaultdict(dict)
        for slot, taken in places.items():
            for unit, count in ((unit, count) for (unit, of), count in taken.items() if of == grade):
                of_slot = listed[unit.club.id] if _enrolment(unit) else left
                of_slot.setdefault(slot, {})[unit] = count
        for by_slot in listed.values():
            enrolment = _enrolment(next(iter(next(iter(by_slot.values())))))
            joined = {c.id: enrolment.get(c.id, 0) for c in classes}
            yield _Cohort(classes, dict.fromkeys(by_slot, joined), by_slot)
            for slot in by_slot:
                free[slot] = {c: max(0, pupils - joined[c]) for c, pupils in free[slot].items()}
        yield _Cohort(classes, free, left)


def _enrolment(unit: Unit) -> Mapping[ClassId, int]:
    return unit.club.enrolment if isinstance(unit.club, CrossClassClub) else {}


def _by_class(cohort: _Cohort, steady: bool) -> Iterator[tuple[ClassId, Mapping[Slot, Mapping[Unit, int]]]]:
    """One class after the other takes its share of what the ones before have left; the last takes the rest."""
    left = {slot: dict(units) for slot, units in cohort.places.items()}
    units = dict.fromkeys(unit for by_unit in left.values() for unit in by_unit)
    for number, c in enumerate(cohort.classes):
        shares: dict[Slot, Share] = {}
        for slot, by_unit in left.items():
            waiting = sum(cohort.pupils[slot][other.id] for other in cohort.classes[number:])
            # Places for which nobody waits, as in a timetable that breaks the rules, go to this class.
            pupils = cohort.pupils[slot][c.id] if waiting else 1
            shares[slot] = Share(tuple(by_unit.items()), pupils, waiting or 1)
        # Which group is rounded up first differs from class to class, lest one class sends to all the small ones.
        turns = {unit: 0.25 + 0.5 * ((n * _STEPS[0] + number * _STEPS[1]) % 1) for n, unit in enumerate(units)}
        counts = rounded(shares, turns, steady=steady)
        for slot, taken in counts.items():
            for unit, count in taken.items():
                left[slot][unit] -= count
        yield c.id, counts
