"""Who served when: one person's part in one dated session, as planned and as it came."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from exchange.dated.head import DatedHead
from models import DatedTimetable, Role, Session, SessionKind, SessionRef, Span


class Work(StrEnum):
    """As what a session counts in the hours of a month."""

    PLAIN = "plain"  # homework and class activities
    CLUB = "club"
    PATROL = "patrol"


_WORK = {
    SessionKind.HOMEWORK: Work.PLAIN,
    SessionKind.CLASS_ACTIVITY: Work.PLAIN,
    SessionKind.CROSS_CLASS: Work.CLUB,
    SessionKind.WHOLE_SCHOOL: Work.CLUB,
    SessionKind.PATROL: Work.PATROL,
}


@dataclass(frozen=True)
class Service:
    """One person's part in one dated session: planned, held, or both."""

    person: str
    day: date
    session: Session  # as held; as planned where it was not
    roles: tuple[Role, ...]
    planned: bool
    held: bool
    instead_of: tuple[str, ...] = ()  # who was planned for it and did not come

    @property
    def work(self) -> Work:
        """As what it counts."""
        return _WORK[self.session.kind]

    @property
    def substituted(self) -> bool:
        """Whether the person came for somebody else, or to a session that was not planned."""
        return self.held and not self.planned


_Part = tuple[date, SessionRef, str]


def services(head: DatedHead, span: Span) -> tuple[Service, ...]:
    """All of them in the span, by date, period, and the order of the school's lists."""
    planned = _parts(head.dated, span)
    held = planned if head.actual is None else _parts(head.actual, span)
    order = {p.id: number for number, p in enumerate(head.problem.people)}
    people: dict[tuple[date, SessionRef], list[str]] = {}
    for day, ref, person in planned:
        people.setdefault((day, ref), []).append(person)
    found: list[Service] = []
    for part in dict.fromkeys((*planned, *held)):
        day, ref, person = part
        session = held.get(part) or planned[part]
        roles = tuple(dict.fromkeys(d.role for d in session.duties if d.person == person))
        missing: tuple[str, ...] = ()
        if part in held and part not in planned:
            gone = people.get((day, ref), ())
            missing = tuple(p for p in gone if (day, ref, p) not in held)
        found.append(Service(person, day, session, roles, part in planned, part in held, missing))
    return tuple(sorted(found, key=lambda s: (s.day, s.session.slot.period, order.get(s.person, len(order)), s.person)))


def count(found: Iterable[Service], work: Work | None = None) -> int:
    """How many were held, of this work or of any."""
    return sum(s.held and work in (None, s.work) for s in found)


def _parts(dated: DatedTimetable, span: Span) -> dict[_Part, Session]:
    return {
        (d.day, d.ref, person): d.session
        for d in dated.sessions
        if span.includes(d.day)
        for person in d.session.people()
    }
