"""The actual timetable: the base with every change that holds, in order; what is still open, and what contradicts."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, time

from models.alteration import SessionRef
from models.dated import NO_REASON, DatedSession, DatedTimetable, DayKind, Loss
from models.noun import PersonId
from models.term_change import (
    Absence,
    Cancelled,
    EventDay,
    InstructorCancels,
    Joined,
    Moved,
    RoomChange,
    RoomShut,
    Substitution,
    Swap,
    TermChange,
)
from models.term_conflicts import OTHER_TIMETABLE, elsewhere, gone, lost, numbered, taken
from models.term_gap import Gap
from models.term_log import TermLog
from models.text import Text
from models.timetable import Duty, Role, Session, SessionKind
from models.verdict import Issue


@dataclass(frozen=True)
class Actual:
    """What takes place, what is open, and what could not be done as it was written down."""

    timetable: DatedTimetable
    gaps: tuple[Gap, ...]
    conflicts: tuple[Issue, ...]


def actual(dated: DatedTimetable, log: TermLog) -> DatedTimetable:
    """What takes place. A duty whose person is away and for whom nobody comes is left out, a shut room too."""
    return replayed(dated, log).timetable


def replayed(dated: DatedTimetable, log: TermLog) -> Actual:
    """The same with what is still open and every conflict. Without a change that holds it is the base itself."""
    if not log.holding:
        return Actual(dated, (), ())
    work = _Work(dated)
    for change in log.holding:
        trouble = work.do(change)
        if trouble is not None:
            work.conflicts.append(Issue(code="change_conflict", text=numbered(change, trouble)))
    if not log.fits(dated):
        work.conflicts.append(Issue(code="other_timetable", text=OTHER_TIMETABLE))
    gaps = work.open(log)
    return Actual(work.finished(), gaps, tuple(work.conflicts))


@dataclass
class _Held:
    day: date
    session: Session
    without: tuple[str, ...]


@dataclass
class _Work:
    dated: DatedTimetable
    held: defaultdict[date, list[_Held]] = field(default_factory=lambda: defaultdict(list))
    losses: list[Loss] = field(default_factory=list)
    conflicts: list[Issue] = field(default_factory=list)

    def __post_init__(self) -> None:
        for d in self.dated.sessions:
            self.held[d.day].append(_Held(d.day, d.session, d.without))

    def do(self, change: TermChange) -> Text | None:
        """Do it, or say why it cannot be done."""
        match change:
            case EventDay():
                self._event(change)
                return None
            case Substitution():
                return self._exchange(change.day, change.session, change.role, change.person, change.by)
            case Swap(what="people"):
                return self._swap_people(change)
            case Swap():
                return self._swap_dates(change)
            case RoomChange():
                return self._move(change)
            case Cancelled():
                return self._cancel(change)
            case Moved():
                return self._to_another_date(change)
            case Joined():
                return self._join(change)
            case _:
                return None

    def _find(self, day: date, ref: SessionRef, wanted: Callable[[Session], bool] = lambda _: True) -> _Held | None:
        return next((h for h in self.held.get(day, ()) if ref.means(h.session) and wanted(h.session)), None)

    def _exchange(self, day: date, ref: SessionRef, role: Role, old: PersonId, new: PersonId) -> Text | None:
        found = self._find(day, ref, lambda s: old in s.people(role))
        if found is None:
            return gone(day, old) if self._find(day, ref) is not None else lost(day)
        duties = tuple(Duty(person=new, role=role) if d == Duty(person=old, role=role) else d
                       for d in found.session.duties)  # fmt: skip
        found.session = found.session.model_copy(update={"duties": duties})
        return None

    def _swap_people(self, c: Swap) -> Text | None:
        if c.role is None or c.other_role is None or c.person is None or c.other is None:
            return Text("没有写谁和谁对调", "it does not say who exchanges with whom")
        for day, ref, role, who in ((c.day, c.session, c.role, c.person),
                                    (c.other_day, c.other_session, c.other_role, c.other)):  # fmt: skip
            if self._find(day, ref, lambda s, role=role, who=who: who in s.people(role)) is None:  # type: ignore[misc]
                return gone(day, who)
        self._exchange(c.day, c.session, c.role, c.person, c.other)
        return self._exchange(c.other_day, c.other_session, c.other_role, c.other, c.person)

    def _swap_dates(self, c: Swap) -> Text | None:
        one, other = self._find(c.day, c.session), self._find(c.other_day, c.other_session)
        if one is None or other is None:
            return lost(c.day if one is None else c.other_day)
        slots = other.session.slot, one.session.slot
        for held, day, slot in ((one, c.other_day, slots[0]), (other, c.day, slots[1])):
            self.held[held.day].remove(held)
            held.day, held.session = day, held.session.model_copy(update={"slot": slot})
            self.held[day].append(held)
        return None

    def _move(self, c: RoomChange) -> Text | None:
        found = self._find(c.day, c.session, lambda s: s.room == c.room)
        if found is None:
            return lost(c.day) if self._find(c.day, c.session) is None else elsewhere(c)
        found.session = found.session.model_copy(update={"room": c.to})
        return None

    def _cancel(self, c: Cancelled) -> Text | None:
        found = self._find(c.day, c.session)
        if found is None:
            return lost(c.day)
        self.held[c.day].remove(found)
        self._lose(found, c.why)
        return None

    def _to_another_date(self, c: Moved) -> Text | None:
        found, gives_way = self._find(c.day, c.session), None
        if found is None:
            return lost(c.day)
        if self._find(c.to_day, c.session.model_copy(update={"slot": c.to_slot})) is not None:
            return taken(c.to_day)
        if c.instead is not None:
            gives_way = self._find(c.to_day, c.instead)
            if gives_way is None:
                return lost(c.to_day)
            self.held[c.to_day].remove(gives_way)
            self._lose(gives_way, "让给补课")
        room = found.session.room if c.room is None else c.room
        self.held[c.day].remove(found)
        found.day, found.session = c.to_day, found.session.model_copy(update={"slot": c.to_slot, "room": room})
        self.held[c.to_day].append(found)
        return None

    def _join(self, c: Joined) -> Text | None:
        guest, host = self._find(c.day, c.session), self._find(c.day, c.host, lambda s: c.by in s.people())
        if guest is None or host is None:
            return lost(c.day) if guest is None else gone(c.day, c.by)
        if c.person is not None:
            trouble = self._exchange(c.day, c.session, Role.TUTOR, c.person, c.by)
            if trouble is not None:
                return trouble
        for held in (guest, host):
            held.session = held.session.model_copy(update={"room": c.room})
        return None

    def _lose(self, held: _Held, why: str, classes: tuple[str, ...] = ()) -> None:
        self.losses.append(
            Loss(day=held.day, session=held.session, reason=why[:60] or NO_REASON, kind=DayKind.SCHOOL, classes=classes)
        )

    def _event(self, event: EventDay) -> None:
        for day in [d for d in self.held if event.includes(d)]:
            for held in list(self.held[day]):
                if not event.concerns(day, held.session.slot.period):
                    continue
                here = (held.session.school_class,) if held.session.school_class else tuple(held.session.pupils)
                out = tuple(c for c in here if not event.classes or c in event.classes)
                if not event.classes or (out and len(out) == len(here)):
                    self.held[day].remove(held)
                    self._lose(held, event.why)
                elif out and held.session.kind is not SessionKind.PATROL:
                    self._lose(held, event.why, out)
                    rest = {c: n for c, n in held.session.pupils.items() if c not in out}
                    held.session = held.session.model_copy(update={"pupils": rest})
                    held.without += out

    def open(self, log: TermLog) -> tuple[Gap, ...]:
        """Every duty whose person is away and every session whose room is shut: taken out, and brought as gaps."""
        gaps: list[Gap] = []
        for fact in log.facts_of("absence", "instructor_cancels", "room_shut"):
            assert isinstance(fact, Absence | InstructorCancels | RoomShut)
            for day in [d for d in self.held if fact.includes(d)]:
                for held in self.held[day]:
                    if fact.concerns(day, held.session.slot.period):
                        gaps += _missing(held, fact)
        for gap in gaps:
            self._take_out(gap)
        unique = {(g.day, SessionRef.to(g.session), g.role, g.person, g.room): g for g in reversed(gaps)}
        return tuple(sorted(unique.values(), key=lambda g: (g.day, g.session.slot.period)))

    def _take_out(self, gap: Gap) -> None:
        ref, role = SessionRef.to(gap.session), gap.role
        if role is None:
            held = self._find(gap.day, ref)
            gone: dict[str, object] = {"room": None}
        else:
            held = self._find(gap.day, ref, lambda s: gap.person in s.people(role))
            gone = {"duties": () if held is None else _without(held.session, gap)}
        if held is not None:
            held.session = held.session.model_copy(update=gone)

    def finished(self) -> DatedTimetable:
        """In order of date and period, as the base is."""
        held = sorted((h for day in self.held.values() for h in day), key=lambda h: (h.day, h.session.slot.period))
        values = {name: getattr(self.dated, name) for name in DatedTimetable.model_fields}
        clocks = {(d.day, d.session.slot.period): (d.start, d.end) for d in self.dated.sessions}
        values["sessions"] = tuple(_dated(h, *clocks.get((h.day, h.session.slot.period), (None, None))) for h in held)
        values["losses"] = tuple(sorted((*self.dated.losses, *self.losses), key=lambda one: one.day))
        return DatedTimetable.model_construct(**values)


def _dated(held: _Held, start: time | None, end: time | None) -> DatedSession:
    return DatedSession.model_construct(day=held.day, session=held.session, without=held.without, start=start, end=end)


def _missing(held: _Held, fact: Absence | InstructorCancels | RoomShut) -> list[Gap]:
    gap = Gap(day=held.day, session=held.session, because=fact.id, why=fact.why)
    if isinstance(fact, RoomShut):
        return [gap.model_copy(update={"room": fact.room})] if held.session.room == fact.room else []
    mine = [d for d in held.session.duties if d.person == fact.person]
    return [gap.model_copy(update={"person": fact.person, "role": d.role}) for d in mine]


def _without(session: Session, gap: Gap) -> tuple[Duty, ...]:
    return tuple(d for d in session.duties if (d.person, d.role) != (gap.person, gap.role))
