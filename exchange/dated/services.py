"""Who served when: one person's part in one dated session, as planned and as it came."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
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
    moved_from: date | None = None  # the person's own session, held on another day or in another period
    exchanged: bool = False  # the two persons serve for each other

    @property
    def work(self) -> Work:
        """As what it counts."""
        return _WORK[self.session.kind]

    @property
    def substituted(self) -> bool:
        """Whether the person came for somebody else, or to a session that was not planned (代课).

        A session of one's own on another day, or in exchange for one's own, is none (调课).
        """
        return self.held and not self.planned and self.moved_from is None and not self.exchanged


_Part = tuple[date, SessionRef, str]


def services(head: DatedHead, span: Span) -> tuple[Service, ...]:
    """All of them in the span, by date, period, and the order of the school's lists."""
    found = _all(head.dated, head.actual)
    order = {p.id: number for number, p in enumerate(head.problem.people)}
    here = [service for service in found if span.includes(service.day)]
    return tuple(sorted(here, key=lambda s: (s.day, s.session.slot.period, order.get(s.person, len(order)), s.person)))


def count(found: Iterable[Service], work: Work | None = None) -> int:
    """How many were held, of this work or of any."""
    return sum(s.held and work in (None, s.work) for s in found)


def _all(base: DatedTimetable, actual: DatedTimetable | None) -> list[Service]:
    planned = _parts(base)
    held = planned if actual is None else _parts(actual)
    held = _once(held, planned)
    extra, missed = held.keys() - planned.keys(), planned.keys() - held.keys()
    gone = _missing(missed, planned)
    moved = _moved(extra, missed, held, planned)
    swapped = {(person, other) for day, ref, person in extra - moved.keys() for other in gone.get((day, ref), ())}
    found: list[Service] = []
    for part in dict.fromkeys((*planned, *held)):
        day, ref, person = part
        session = held.get(part) or planned[part]
        roles = tuple(dict.fromkeys(d.role for d in session.duties if d.person == person))
        others = tuple(gone.get((day, ref), ())) if part in extra else ()
        exchanged = any((other, person) in swapped for other in others)
        from_day = moved.get(part)
        found.append(Service(person, day, session, roles, part in planned, part in held, others, from_day, exchanged))
    return found


def _parts(dated: DatedTimetable) -> dict[_Part, Session]:
    return {(d.day, d.ref, person): d.session for d in dated.sessions for person in d.session.people()}


def _once(held: dict[_Part, Session], planned: dict[_Part, Session]) -> dict[_Part, Session]:
    """Who minds two classes together (合班) serves once in that period: in the session that was planned, if one was."""
    best: dict[tuple[date, int, str], _Part] = {}
    for part in held:
        day, ref, person = part
        at = day, ref.slot.period, person
        if at not in best or (part in planned and best[at] not in planned):
            best[at] = part
    kept = set(best.values())
    return {part: session for part, session in held.items() if part in kept or part in planned}


def _missing(missed: Iterable[_Part], planned: dict[_Part, Session]) -> dict[tuple[date, SessionRef], list[str]]:
    """(date, session) → who was planned for it and did not come, in the session's own order."""
    found: defaultdict[tuple[date, SessionRef], list[str]] = defaultdict(list)
    gone = set(missed)
    for part in planned:
        if part in gone:
            found[part[0], part[1]].append(part[2])
    return found


def _moved(
    extra: Iterable[_Part], missed: Iterable[_Part], held: dict[_Part, Session], planned: dict[_Part, Session]
) -> dict[_Part, date]:
    """What a person holds at another time than planned → the date on which it was planned, each one once."""
    left: defaultdict[Hashable, list[date]] = defaultdict(list)
    for part in sorted(missed, key=_when):
        left[_what(part, planned[part])].append(part[0])
    found: dict[_Part, date] = {}
    for part in sorted(extra, key=_when):
        if days := left[_what(part, held[part])]:
            found[part] = days.pop(0)
    return found


def _what(part: _Part, session: Session) -> Hashable:
    """The person and the session, without when it is."""
    return part[2], session.kind, session.school_class, session.subject, session.club, session.group


def _when(part: _Part) -> tuple[date, int, str]:
    return part[0], part[1].slot.period, part[2]
