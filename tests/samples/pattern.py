"""A day pattern of a sample (which band walks when, when the large clubs meet) and what it asks of each slot."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from models import (
    Band,
    ClubGroup,
    CrossClassClub,
    Instructor,
    LeaderFrom,
    MayServe,
    Participation,
    Person,
    Problem,
    SchoolClass,
    Slot,
    SlotKind,
    Teacher,
    WholeSchoolClub,
)
from tests.samples.matching import unmatched


@dataclass(frozen=True)
class Pattern:
    """The same in both weeks of a cycle: (day, period) pairs."""

    walking: dict[str, tuple[Slot, ...]]  # band → slots of week 1
    large: Slot | None


def patterns(problem: Problem) -> Iterator[Pattern]:
    """Every way to choose the bands' walking slots and the slot of the large clubs."""
    choices = []
    for band in problem.bands:
        opened = [s for s in problem.slots if s.week == 1 and problem.week.kind(s, band.grades[0]) is SlotKind.CLUB]
        fixed = tuple(s for s in band.fixed_slots if s.week == 1)
        choices.append([fixed] if fixed else list(combinations(opened, band.walking_most)))
    large: list[Slot | None] = [None]
    if problem.whole_school_clubs:
        meant = {Slot(s.day, s.period) for club in problem.whole_school_clubs for s in club.fixed_slots}
        large = [s for s in problem.slots if s.week == 1 and s.period == 2 and (not meant or s in meant)]
    for walking in product(*choices):
        for slot in large:
            if not any(slot in slots for slots in walking):
                yield Pattern({b.id: s for b, s in zip(problem.bands, walking, strict=True)}, slot)


def meets(problem: Problem, pattern: Pattern, club: CrossClassClub, slot: Slot) -> bool:
    """Whether the club meets then: in every walking slot of its bands, or in those of its fixed slots."""
    walks = any(slot in pattern.walking[problem.band_by_grade[g].id] for g in club.grades)
    return walks and (not club.fixed_slots or slot in club.fixed_slots)


def shortages(problem: Problem, pattern: Pattern) -> Iterator[str]:
    """Everything that cannot come out in some slot of the cycle under this pattern."""
    for week in problem.week.weeks:
        for first in (s for s in problem.slots if s.week == 1):
            slot = Slot(first.day, first.period, week)
            groups = [g for g in problem.groups if meets(problem, pattern, g.club, first)]
            bands = [b for b in problem.bands if first in pattern.walking[b.id]]
            large = [c for c in problem.whole_school_clubs if first == pattern.large and c.weeks.includes(week)]
            yield from (f"{slot} {text}" for text in _adults(problem, pattern, slot, groups, bands, large))
            yield from (f"{slot} {text}" for text in _rooms(problem, slot, groups, bands, large))
            yield from (f"{slot} {text}" for text in _places(problem, groups, bands))


def stays(problem: Problem, slot: Slot, bands: list[Band], large: list[WholeSchoolClub]) -> list[SchoolClass]:
    """Classes that have a session of their own then."""
    gone = {g for b in bands if b.participation is Participation.EVERYONE for g in b.grades}
    gone |= {g for c in large for g in c.grades}
    return [c for c in problem.classes if c.grade not in gone and problem.week.kind(slot, c.grade) is not SlotKind.OFF]


def _present(problem: Problem, person: Person, slots: list[Slot]) -> bool:
    if any(slot in person.unavailable for slot in slots):
        return False
    if not isinstance(person, Instructor):
        return True
    term = problem.term
    papers = all(
        (paper.valid_from is None or term.first_day is None or paper.valid_from <= term.first_day)
        and (paper.valid_until is None or term.last_day is None or paper.valid_until >= term.last_day)
        for paper in person.credentials
    )
    visits = not person.visits_only or all(slot in person.visits_only for slot in slots)
    return papers and visits and all(person.weeks.includes(slot.week) for slot in slots)


def _adults(
    problem: Problem,
    pattern: Pattern,
    slot: Slot,
    groups: list[ClubGroup],
    bands: list[Band],
    large: list[WholeSchoolClub],
) -> list[str]:
    """Duties of the slot that find nobody, when everybody serves in the best place."""
    here = [t.id for t in problem.teachers if _present(problem, t, [slot])]
    wanted: dict[str, list[str]] = {}
    for group in groups:  # the same leaders at all meetings
        slots = [Slot(s.day, s.period, w) for w in problem.week.weeks for s in problem.slots if s.week == 1
                 if meets(problem, pattern, group.club, s)]  # fmt: skip
        for n in range(group.club.leaders):
            wanted[f"leader {n} of {group.id}"] = leaders(problem, group.club, slots)
        if problem.settings.accompany_instructors and group.club.leader_from is LeaderFrom.OUTSIDE:
            wanted[f"teacher beside the instructor of {group.id}"] = here
    for club in large:
        for n in range(club.leaders):
            wanted[f"leader {n} of {club.id}"] = leaders(problem, club, [slot])
        if club.adult_per_class:
            wanted |= {f"adult of {c.id} in {club.id}": here for c in problem.classes if c.grade in club.grades}
    for c in stays(problem, slot, bands, large):
        fit = _tutors(problem, c) if problem.week.kind(slot, c.grade) is SlotKind.HOMEWORK else set(here)
        wanted[f"adult of {c.id}"] = [person for person in here if person in fit]
    patrol = [t.id for t in problem.teachers if t.leader and t.id in here]
    wanted |= {f"patrol {n}": patrol for n in range(problem.settings.patrol.at_least)}
    return unmatched(wanted)


def leaders(problem: Problem, club: CrossClassClub | WholeSchoolClub, slots: list[Slot]) -> list[str]:
    """People who may lead the club and are there in all these slots."""
    excluded = {LeaderFrom.INSIDE: Instructor, LeaderFrom.OUTSIDE: Teacher}.get(club.leader_from, ())
    return [
        p.id
        for p in problem.people
        if not isinstance(p, excluded)
        and (not club.skills or set(club.skills) & set(p.skills))
        and (not club.named_leaders or p.id in club.named_leaders)
        and _present(problem, p, slots)
    ]


def _tutors(problem: Problem, c: SchoolClass) -> set[str]:
    own = {p for people in c.teachers.values() for p in people} | {c.class_teacher or ""}
    found: set[str] = set()
    for quota in problem.quotas[c.id].values():
        if quota.who is MayServe.CLASS_TEACHER:
            found.add(c.class_teacher or "")
        if quota.who is MayServe.OWN:
            found |= own
        if quota.who in (MayServe.SUBJECT, MayServe.OWN):
            found |= {t.id for t in problem.teachers if quota.subject in t.subjects}
        if quota.who is MayServe.ANYBODY:
            found |= {t.id for t in problem.teachers}
    return found


def _rooms(
    problem: Problem, slot: Slot, groups: list[ClubGroup], bands: list[Band], large: list[WholeSchoolClub]
) -> list[str]:
    """Groups that find no room beside the home rooms of the classes that stay."""
    taken = {c.home_room for c in stays(problem, slot, bands, large)}
    free = [r for r in problem.rooms if r.id not in taken and slot not in r.closed]
    wanted: dict[str, list[tuple[str, int]]] = {}
    for name, club, size in [
        *((g.id, g.club, g.club.most) for g in groups),
        *((c.id, c, sum(problem.pupils_by_grade[g] for g in c.grades)) for c in large),
    ]:
        fit = [r for r in free if set(club.features) <= set(r.features) and r.capacity >= size
               if not club.named_rooms or r.id in club.named_rooms]  # fmt: skip
        wanted[f"room of {name}"] = [(r.id, n) for r in fit for n in range(r.groups_at_once)]
    return unmatched(wanted)


def _places(problem: Problem, groups: list[ClubGroup], bands: list[Band]) -> Iterator[str]:
    """Sets of grades with fewer places than pupils, or whose own clubs need more pupils than there are."""
    everyone = [b for b in bands if b.participation is Participation.EVERYONE]
    grades = [g for b in everyone for g in b.grades]
    for size in range(1, len(grades) + 1):
        for some in combinations(grades, size):
            pupils = sum(problem.pupils_by_grade[g] for g in some)
            most = sum(g.club.most for g in groups if set(g.club.grades) & set(some))
            least = sum(g.club.least for g in groups if set(g.club.grades) <= set(some))
            if most < pupils:
                yield f"{most} places for {pupils} pupils of {some}"
            if least > pupils:
                yield f"clubs of {some} need {least} pupils of {pupils}"
