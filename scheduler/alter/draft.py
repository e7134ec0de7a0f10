"""A timetable with some sessions altered, without a copy of all that stay: moves are tried on it by the thousand."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cached_property

from models import Problem, Role, Session, SessionKind, SessionRef, Slot, Text, Timetable
from models.noun import PersonId


class MoveError(Exception):
    """A move that cannot be made on this timetable; `text` says what is not there."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


class Index:
    """Where in a timetable the sessions are: position by slot, person, class, club, room; made once."""

    def __init__(self, problem: Problem, timetable: Timetable) -> None:
        self.problem = problem
        self.timetable = timetable
        self.positions: defaultdict[Hashable, list[int]] = defaultdict(list)
        for position, session in enumerate(timetable.sessions):
            for key in keys_of(session):
                self.positions[key].append(position)


def keys_of(session: Session) -> Iterator[Hashable]:
    """Everything by which a session is looked up: slot, people, class, club, room in the slot, kind."""
    yield "slot", session.slot
    yield "kind", session.kind
    for duty in session.duties:
        yield "person", duty.person
    if session.school_class is not None:
        yield "class", session.school_class
    if session.club is not None:
        yield "club", session.club
    if session.room is not None:
        yield "room", session.room, session.slot


class Draft:
    """A timetable after some moves: what was altered stands at the place of what it was. Never changed in place."""

    def __init__(self, index: Index, altered: Mapping[int, Session] | None = None) -> None:
        self.index = index
        before = index.timetable.sessions
        self.altered = {at: s for at, s in sorted((altered or {}).items()) if s != before[at]}

    def with_altered(self, altered: Mapping[int, Session]) -> "Draft":
        """The draft with these sessions altered as well."""
        return Draft(self.index, {**self.altered, **altered})

    def session(self, position: int) -> Session:
        """The session at this place, as it is now."""
        return self.altered.get(position, self.index.timetable.sessions[position])

    def with_key(self, key: Hashable) -> list[int]:
        """Places of the sessions that have this key now, in order."""
        found = [at for at in self.index.positions.get(key, ()) if at not in self.altered]
        found += [at for at, session in self.altered.items() if key in keys_of(session)]
        return sorted(found)

    def of_person(self, person: PersonId) -> list[Session]:
        """The sessions in which somebody serves now."""
        return [self.session(at) for at in self.with_key(("person", person))]

    def at(self, slot: Slot) -> list[Session]:
        """The sessions of a slot now."""
        return [self.session(at) for at in self.with_key(("slot", slot))]

    @cached_property
    def timetable(self) -> Timetable:
        """As a timetable of its own."""
        base = self.index.timetable
        return base.with_sessions(self.altered.get(at, session) for at, session in enumerate(base.sessions))

    def find(self, ref: SessionRef, role: Role | None = None, person: PersonId | None = None) -> int:
        """The place of a session; of several (patrols), the one in which the person serves so. Raises MoveError."""
        found = [at for at in self.with_key(("slot", ref.slot)) if ref.means(self.session(at))]
        if person is not None:
            found = [at for at in found if _serves(self.session(at), role, person)]
        if not found:
            raise MoveError(_missing(ref, person))
        return found[0]

    def at_once(self, position: int) -> list[int]:
        """The places of all sessions that are in their slots together: a club's parallel groups, and both periods of a
        meeting of two."""
        session = self.session(position)
        if session.school_class is not None or session.club is None:
            return [position]
        day = session.slot.week, session.slot.day
        found = [at for at in self.with_key(("club", session.club)) if self.session(at).kind is session.kind]
        return [at for at in found if (self.session(at).slot.week, self.session(at).slot.day) == day]

    def in_other_week(self, position: int) -> int | None:
        """The place of the same session in the other week of a two-week cycle, if it is held there at that time."""
        session = self.session(position)
        slot = Slot(session.slot.day, session.slot.period, 3 - session.slot.week)
        for at in self.with_key(("slot", slot)):
            if content(self.session(at)) == content(session):
                return at
        return None

    def meetings(self, position: int, *, every: bool) -> list[int]:
        """The places of all sessions of the same content, or of the same meeting, which may last two periods."""
        session = self.session(position)
        if session.kind is SessionKind.PATROL:
            return [position]
        key = ("club", session.club) if session.school_class is None else ("class", session.school_class)
        same = [at for at in self.with_key(key) if content(self.session(at)) == content(session)]
        if every:
            return same
        if session.school_class is not None:
            return [position]
        day = session.slot.week, session.slot.day
        return [at for at in same if (self.session(at).slot.week, self.session(at).slot.day) == day]


def content(session: Session) -> Hashable:
    """What stays the same when a session is moved or given to others."""
    return session.kind, session.school_class, session.subject, session.club, session.group


def _serves(session: Session, role: Role | None, person: PersonId) -> bool:
    return person in (session.people() if role is None else session.people(role))


def _missing(ref: SessionRef, person: PersonId | None) -> Text:
    what = ref.school_class or ref.club or ("巡查" if ref.kind is SessionKind.PATROL else "")
    english = ref.school_class or ref.club or "patrol"
    when = ref.slot
    who = Text("", "") if person is None else Text(f"由“{person}”承担的", f' of "{person}"')
    return Text(
        f"课表里{when.title()}没有{who.zh}“{what}”的课次，可能已经改过，请重新选一次。",
        f'There is no session{who.en} for "{english}" at {when.title(language="en")}; it may have been changed: '
        f"choose again.",
    )


def touched(sessions: Iterable[Session]) -> set[Hashable]:
    """All keys of these sessions."""
    return {key for session in sessions for key in keys_of(session)}
