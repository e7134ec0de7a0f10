"""Places chosen anew: a group has as many pupils of a grade at one meeting as at another, and groups fill evenly.

Places cost nothing in the model, so the solver leaves them as it came upon them, different from slot to slot.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import ceil, floor
from typing import NamedTuple

from models import CrossClassClub, Participation, Problem, Slot
from models.noun import ClubId, GradeId
from scheduler.dispatch import Places
from scheduler.nearest import Count, Nearest
from scheduler.scope import Unit
from scheduler.shares import Bounds, fair_shares

_NODES = 100  # of the search
_APART = 10**4  # a pupil less at one meeting than at another is worse than all unfairness that it could spare

Group = tuple[Unit, GradeId]  # the pupils of one grade in a group
MostPupils = Mapping[Slot, Mapping[Unit, int]]


class _Sum(NamedTuple):
    slot: Slot
    groups: tuple[Group, ...]
    bounds: Bounds


def steady(problem: Problem, most: MostPupils, places: Places) -> Places:
    """Places for the same meetings as `places`, that keep every rule which those keep; `most` pupils to a group.

    First, pupils of a grade in a group differ as little as possible from meeting to meeting. Then groups are filled
    evenly, measured from halfway between least and most (volunteers, whose number is open, fill them so far), and
    each grade has its share of a group. If a fixed effort does not find such places, the given ones stay.
    """
    sums = list(_sums(problem, most))
    always: dict[tuple[Group, ...], Bounds] = {}
    for _, groups, (low, high) in sums:
        least, top = always.get(groups, (low, high))
        always[groups] = Bounds(max(least, low), min(top, high))
    shares = fair_shares(_halfway(problem, most), always)
    return _chosen(sums, shares, apart=False) or _chosen(sums, shares, apart=True) or places


def _sums(problem: Problem, most: MostPupils) -> Iterator[_Sum]:
    """What `club_meetings` and `adult_ratio` ask of groups, and `places_enough` of enrolments and of grades."""
    for slot, units in most.items():
        everybody: defaultdict[GradeId, list[Group]] = defaultdict(list)
        enrolled: defaultdict[tuple[ClubId, GradeId], list[Group]] = defaultdict(list)
        for unit, top in units.items():
            club = _club(unit)
            yield _Sum(slot, tuple((unit, grade) for grade in club.grades), Bounds(club.least, top))
            for grade in club.grades:
                everybody[grade].append((unit, grade))
                if club.enrolment:
                    enrolled[club.id, grade].append((unit, grade))
        for (_, grade), groups in enrolled.items():
            enrolment = _club(groups[0][0]).enrolment
            joined = sum(enrolment.get(c.id, 0) for c in problem.classes_by_grade[grade])
            yield _Sum(slot, tuple(groups), Bounds(joined, joined))
        for grade, groups in everybody.items():
            pupils, band = problem.pupils_by_grade[grade], problem.band_by_grade.get(grade)
            all_walk = band is not None and band.participation is Participation.EVERYONE
            yield _Sum(slot, tuple(groups), Bounds(pupils if all_walk else 0, pupils))


def _halfway(problem: Problem, most: MostPupils) -> dict[Group, float]:
    """Every group halfway between its least and most, its grades by their size."""
    found: dict[Group, float] = {}
    for unit in dict.fromkeys(unit for units in most.values() for unit in units):
        pupils = {grade: problem.pupils_by_grade[grade] for grade in unit.club.grades}
        middle = (_club(unit).least + _club(unit).most) / 2
        found.update({(unit, grade): middle * size / max(1, sum(pupils.values())) for grade, size in pupils.items()})
    return found


def _club(unit: Unit) -> CrossClassClub:
    assert isinstance(unit.club, CrossClassClub)  # only these have places
    return unit.club


def _chosen(sums: list[_Sum], shares: Mapping[Group, float], *, apart: bool) -> Places | None:
    """Whole numbers near the shares: the same for all meetings, which is found quickly, or one for each (`apart`)."""
    model = Nearest()
    usual = _usual(model, sums, shares, anywhere=apart)
    found: dict[Slot, dict[Group, Count]] = {}
    for slot, groups, bounds in sums:
        here = found.setdefault(slot, {})
        for group in groups:
            if not apart:
                here[group] = usual[group]
            elif group not in here:
                here[group] = model.count(0, bounds.most)
                model.equate(here[group], usual[group], _APART)
        model.bound((here[group] for group in groups), *bounds)
    numbers = model.solve(_NODES)
    if numbers is None:
        return None
    return {slot: {g: numbers[n] for g, n in here.items()} for slot, here in found.items()}


def _usual(model: Nearest, sums: list[_Sum], shares: Mapping[Group, float], *, anywhere: bool) -> dict[Group, Count]:
    """What a group has of a grade at most of its meetings: near the share, and all grades near the sum of shares."""
    top = max((bounds.most for _, _, bounds in sums), default=0)
    usual: dict[Group, Count] = {}
    of_unit: defaultdict[Unit, list[Group]] = defaultdict(list)
    for group, share in shares.items():
        # Next to the shares there is nearly always an answer; the search for it is much shorter.
        low, high = (0, top) if anywhere else (max(0, floor(share) - 2), ceil(share) + 2)
        usual[group] = model.count(low, high)
        of_unit[group[0]].append(group)
    for groups in (*([group] for group in usual), *(several for several in of_unit.values() if len(several) > 1)):
        model.wish((usual[group] for group in groups), sum(shares[group] for group in groups))
    return usual
