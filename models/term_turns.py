"""Timetables that follow one another in a term: each is in force from a date on, until the next one is."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from models.club import Club
from models.dated import DatedTimetable
from models.people import Instructor, Teacher
from models.problem import Problem

FirstDay = date | None
"""From which date a timetable is in force; None = from the first day of the term."""


def in_force(firsts: Sequence[FirstDay]) -> Callable[[date], int | None]:
    """Date → number of the timetable that is in force; `firsts` in the order in which they were published.

    What is published later replaces what was published before, from its first day on. None before any.
    """
    seen: dict[date, int | None] = {}

    def of(day: date) -> int | None:
        if day not in seen:
            begun = (n for n, first in enumerate(firsts) if first is None or first <= day)
            seen[day] = max(begun, default=None)
        return seen[day]

    return of


def lasting(firsts: Sequence[FirstDay]) -> tuple[int, ...]:
    """Numbers of those that are in force on some date: the others were replaced from their own first day on."""
    kept: tuple[int, ...] = ()
    for number, first in enumerate(firsts):
        kept = (*(n for n in kept if first is not None and ((own := firsts[n]) is None or own < first)), number)
    return kept


def in_turn(pieces: Sequence[tuple[FirstDay, DatedTimetable]]) -> DatedTimetable:
    """One dated timetable of all of them, in the order of publication: on each date that which is in force.

    The dates of the term, and all marks, are those of the last one. Raises ValueError for none.
    """
    if not pieces:
        raise ValueError("no timetable")
    owner = in_force([first for first, _ in pieces])
    parts = [part_of(piece, lambda day, n=n: owner(day) == n) for n, (_, piece) in enumerate(pieces)]  # type: ignore[misc]
    last = parts[-1]
    if len(parts) == 1:
        return last
    sessions = sorted((d for part in parts for d in part.sessions), key=lambda d: (d.day, d.session.slot.period))
    losses = sorted((one for part in parts for one in part.losses), key=lambda one: one.day)
    return _with(last, sessions=tuple(sessions), losses=tuple(losses))


def part_of(dated: DatedTimetable, wanted: Callable[[date], bool]) -> DatedTimetable:
    """What takes place, and what is lost, on these dates; itself where that is everything."""
    sessions = tuple(d for d in dated.sessions if wanted(d.day))
    losses = tuple(one for one in dated.losses if wanted(one.day))
    if len(sessions) == len(dated.sessions) and len(losses) == len(dated.losses):
        return dated
    return _with(dated, sessions=sessions, losses=losses)


def with_former(problem: Problem, formers: Iterable[Problem]) -> Problem:
    """The school with the people and clubs that only former data of the same term have: what took place names them.

    Where several data had them, as the last of these had them. Itself where nobody and nothing is gone.
    """
    teachers: dict[str, Teacher] = {}
    instructors: dict[str, Instructor] = {}
    clubs: dict[str, Club] = {}
    people, known = {p.id for p in problem.people}, {c.id for c in problem.clubs}
    for former in formers:
        teachers |= {p.id: p for p in former.teachers if p.id not in people}
        instructors |= {p.id: p for p in former.instructors if p.id not in people}
        clubs |= {c.id: c for c in former.clubs if c.id not in known}
    if not (teachers or instructors or clubs):
        return problem
    fields = {name: getattr(problem, name) for name in Problem.model_fields} | {
        "teachers": (*problem.teachers, *teachers.values()),
        "instructors": (*problem.instructors, *instructors.values()),
        "clubs": (*problem.clubs, *clubs.values()),
    }
    return Problem.model_construct(**fields)  # by construction, for the former club's rooms may be gone as well


def _with(dated: DatedTimetable, **values: object) -> DatedTimetable:
    """Not by validation: that would look at thousands of sessions anew."""
    fields = {name: getattr(dated, name) for name in DatedTimetable.model_fields}
    return DatedTimetable.model_construct(**fields | values)
