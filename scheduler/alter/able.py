"""Who may serve in a place and which rooms may hold it, by what is fixed: skills, subjects, absences, features, size.

Whether the person or the room is free then is another question. The rules decide, asked of that session alone.
"""

from collections.abc import Hashable, Iterable, Sequence

from models import Problem, Role, Session, SessionKind, Violation
from models.noun import PersonId, RoomId
from scheduler.alter.judge import Judge
from scheduler.alter.moving import with_person
from scheduler.alter.units import UNIT_OF, Unit
from scheduler.rule import Rule

_OF_ROOMS = ("room_fits", "room_available")


class Able:
    """Remembers what it has found out; the facts of a school do not change while one looks for suggestions."""

    def __init__(self, judge: Judge) -> None:
        self.problem: Problem = judge.problem
        self.timetable = judge.index.timetable
        alone = [r for r in judge.requirements if UNIT_OF.get(r.key) is Unit.SESSION or r.key == "person_available"]
        self._room_rules = [rule for rule in alone if rule.key in _OF_ROOMS]
        self._person_rules = [rule for rule in alone if rule.key not in _OF_ROOMS]
        self._patrol_rules = [r for r in judge.requirements if r.key in ("patrol", "person_available")]
        self._known: dict[Hashable, bool] = {}
        self._rooms: dict[Hashable, tuple[RoomId, ...]] = {}

    def people(self, sessions: Sequence[Session], role: Role) -> tuple[PersonId, ...]:
        """Everybody who could serve in all these meetings of one group or class."""
        return tuple(p.id for p in self.problem.people if self.can_serve(p.id, sessions, role))

    def can_serve(self, person: PersonId, sessions: Sequence[Session], role: Role, *, absent: bool = False) -> bool:
        """Whether somebody could serve in all these meetings of one group or class; with `absent`, also one who is
        away then."""
        first = sessions[0]
        slots = tuple(s.slot for s in sessions)
        key = (person, first.kind, first.school_class, first.subject, first.club, role, slots, absent)
        if key not in self._known:
            rules = self._patrol_rules if first.kind is SessionKind.PATROL else self._person_rules
            # What is wrong with the session whoever serves (too few, say) is nothing against the person.
            anyway = {_where(v) for v in self._found(rules, sessions)}
            self._known[key] = not any(
                person in v.people and (v.rule != "patrol" or v.slot is not None) and _where(v) not in anyway
                for v in self._found(rules, (_in_role(s, role, person) for s in sessions))
                if not (absent and v.rule == "person_available")
            )
        return self._known[key]

    def rooms(self, sessions: Sequence[Session]) -> tuple[RoomId, ...]:
        """Every room that could hold all these meetings."""
        first = sessions[0]
        if first.kind is SessionKind.PATROL:
            return ()
        key = (first.kind, first.school_class, first.club, tuple(s.slot for s in sessions))
        if key not in self._rooms:
            self._rooms[key] = tuple(
                room.id
                for room in self.problem.rooms
                if not self._found(self._room_rules, (s.model_copy(update={"room": room.id}) for s in sessions))
            )
        return self._rooms[key]

    def _found(self, rules: Iterable[Rule], sessions: Iterable[Session]) -> list[Violation]:
        alone = self.timetable.with_sessions(sessions)
        return [v for rule in rules for v in rule.check(self.problem, alone)]


def _in_role(session: Session, role: Role, person: PersonId) -> Session:
    """The session with the person among those who serve so: in the first one's place, if there is one."""
    serving = session.people(role)
    return session if person in serving else with_person(session, role, next(iter(serving), None), person)


def _where(violation: Violation) -> Hashable:
    # Not of single people: a lack names everybody who is there.
    kind = len(violation.people) if violation.rule == "accompanied" else violation.people
    return violation.rule, violation.slot, violation.clubs, violation.classes, violation.amount, kind
