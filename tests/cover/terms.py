"""The tiny school's timetable on its term, and how tests say that somebody is away."""

from datetime import UTC, date, datetime
from typing import Any

from models import Absence, DatedTimetable, Leave, Problem, RoomShut, SessionRef, TermLog
from scheduler.term import dated
from tests.builders import tiny_school
from tests.timetables import tiny_timetable

WHEN = datetime(2027, 3, 1, 8, tzinfo=UTC)
MON = date(2027, 3, 1)  # second week of the term
TUE, WED, THU, FRI = (date(2027, 3, day) for day in (2, 3, 4, 5))


def tiny_term(problem: Problem | None = None) -> tuple[Problem, DatedTimetable]:
    """The school and its dated timetable."""
    problem = problem or tiny_school()
    return problem, dated(problem, tiny_timetable(problem))


def ill(person: str, first: date, last: date | None = None, *, id: str = "1", **more: Any) -> Absence:  # noqa: A002
    """A teacher on sick leave."""
    fields: dict[str, Any] = {"why": "病假", "leave": Leave.SICK, "when": WHEN} | more
    return Absence(id=id, who="沈", person=person, first=first, last=last or first, **fields)


def shut(room: str, first: date, last: date | None = None, *, id: str = "1") -> RoomShut:  # noqa: A002
    """A room under water."""
    return RoomShut(id=id, who="沈", when=WHEN, why="漏水", room=room, first=first, last=last or first)


def log_of(term: DatedTimetable, *changes: Any) -> TermLog:
    """A log with these changes."""
    return TermLog.of(term).with_changes(*changes)


def ref_at(term: DatedTimetable, day: date, **fields: Any) -> SessionRef:
    """The one session of that date with these values."""
    (found,) = (
        d.ref
        for d in term.on[day]
        if all(getattr(d.session.slot if n == "period" else d.session, n) == v for n, v in fields.items())
    )
    return found
