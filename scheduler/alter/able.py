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


class Able:
    """Remembers what it has found out; the facts of a school do not change while one looks for suggestions."""

    def __init__(self, judge: Judge) -> None:
        self.problem: Problem = judge.problem
        self.timetable = judge.index.timetable
        self._rules = [
            rule
            for rule in judge.requirements
            if UNIT_OF.get(rule.key) in (Unit.SESSION, Unit.PATROL) or rule.key == "person_available"
        ]
        self._people: dict[Hashable, tuple[PersonId, ...]] = {}
        self._rooms: dict[Hashable, tuple[RoomId, ...]] = {}

    def people(self, sessions: Sequence[Session], role: Role) -> tuple[PersonId, ...]:
        """Everybody who could serve in all these meetings of one group or class."""
        first = sessions[0]
        key = (first.kind, first.school_class, first.subject, first.club, role, tuple(s.slot for s in sessions))
        if key not in self._people:
            bare = [_with_nobody(s, role) for s in sessions]
            self._people[key] = tuple(
                p.id
                for p in self.problem.people
                if not any(
                    p.id in v.people
                    for v in self._found(self._rules, (with_person(s, role, None, p.id) for s in bare))
                    # How patrols are shared is no matter of one session; who goes round in a slot is.
                    if v.rule != "patrol" or v.slot is not None
                )
            )
        return self._people[key]

    def rooms(self, sessions: Sequence[Session]) -> tuple[RoomId, ...]:
        """Every room that could hold all these meetings."""
        first = sessions[0]
        if first.kind is SessionKind.PATROL:
            return ()
        key = (first.kind, first.school_class, first.club, tuple(s.slot for s in sessions))
        if key not in self._rooms:
            rules = [rule for rule in self._rules if rule.key in ("room_fits", "room_available")]
            self._rooms[key] = tuple(
                room.id
                for room in self.problem.rooms
                if not self._found(rules, (s.model_copy(update={"room": room.id}) for s in sessions))
            )
        return self._rooms[key]

    def _found(self, rules: Iterable[Rule], sessions: Iterable[Session]) -> list[Violation]:
        alone = self.timetable.with_sessions(sessions)
        return [v for rule in rules for v in rule.check(self.problem, alone)]


def _with_nobody(session: Session, role: Role) -> Session:
    return session.model_copy(update={"duties": tuple(d for d in session.duties if d.role is not role)})
