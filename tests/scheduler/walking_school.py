"""Schools that walk, given by their clubs' meetings; and a timetable of nothing but those, for the checks of rules."""

from collections.abc import Mapping

from models import (
    Band,
    CrossClassClub,
    Duty,
    Participation,
    Problem,
    Role,
    SchoolClass,
    Session,
    SessionKind,
    Slot,
    Timetable,
    fingerprint,
)
from scheduler.dispatch import Places, dispatch
from scheduler.scope import Unit, units_of
from scheduler.steady import steady
from tests.builders import changed, tiny_school

MON, TUE, WED, THU = (Slot(day, 2) for day in (1, 2, 3, 4))
GRADES = ("一年级", "二年级")
HeadCounts = Mapping[Slot, Mapping[Unit, Mapping[str, int]]]
Meetings = Mapping[str, tuple[Slot, ...]]


def walking_school(
    sizes: Mapping[str, int],
    *clubs: CrossClassClub,
    participation: tuple[Participation, ...] = (Participation.EVERYONE, Participation.EVERYONE),
) -> Problem:
    """Classes (id → pupils) of grades 一年级 and 二年级, each grade a band of its own."""
    classes = tuple(
        SchoolClass(id=c, grade=f"{c[0]}年级", pupils=pupils, home_room="教室1") for c, pupils in sizes.items()
    )
    bands = tuple(
        Band(id=grade, name=grade, grades=(grade,), walking_most=30, participation=how)
        for grade, how in zip(GRADES, participation, strict=True)
    )
    return changed(tiny_school(), classes=classes, bands=bands, clubs=clubs, homework=(), pins=())


def meeting(problem: Problem, meetings: Meetings) -> dict[Slot, list[Unit]]:
    """Slot → the groups that meet, from club → its slots."""
    slots = sorted({slot for times in meetings.values() for slot in times})
    units = units_of(problem)
    return {slot: [u for u in units if slot in meetings[u.club.id]] for slot in slots}


def most_pupils(units: Mapping[Slot, list[Unit]]) -> dict[Slot, dict[Unit, int]]:
    """Every group takes its most, as where no ratio of pupils to adults is asked for."""
    return {slot: {u: u.club.most for u in here if isinstance(u.club, CrossClassClub)} for slot, here in units.items()}


def empty(units: Mapping[Slot, list[Unit]]) -> Places:
    """Places that keep no rule, to be told from those that were found."""
    return {slot: {(u, grade): 0 for u in here for grade in u.club.grades} for slot, here in units.items()}


def head_counts(problem: Problem, meetings: Meetings) -> HeadCounts:
    """What comes out for clubs that meet in these slots."""
    units = meeting(problem, meetings)
    return dispatch(problem, steady(problem, most_pupils(units), empty(units)))


def timetable(problem: Problem, counts: HeadCounts) -> Timetable:
    """The meetings with these pupils, each with a leader and a room."""
    sessions = tuple(
        Session(
            slot=slot,
            kind=SessionKind.CROSS_CLASS,
            club=unit.club.id,
            group=unit.number,
            duties=(Duty(person="李1", role=Role.LEADER),),
            room="操场",
            pupils=dict(pupils),
        )
        for slot, units in counts.items()
        for unit, pupils in units.items()
    )
    return Timetable(school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=sessions)


def sent(counts: HeadCounts, club: str, class_id: str, group: int = 1) -> list[int]:
    """How many of the class are in the group at each of its meetings."""
    return [
        pupils.get(class_id, 0)
        for units in counts.values()
        for unit, pupils in units.items()
        if (unit.club.id, unit.number) == (club, group)
    ]
