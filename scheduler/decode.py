"""From the solver's values back to a timetable with names: tutors, leaders, rooms, pupils, and the pool's duties."""

from collections import defaultdict
from collections.abc import Callable
from typing import Literal

from models import (
    CrossClassClub,
    Duty,
    Problem,
    Role,
    Session,
    SessionKind,
    Slot,
    SlotKind,
    Timetable,
    fingerprint,
)
from models.noun import ClassId, PersonId, RoomId, Subject
from scheduler.dispatch import Places, PupilsByClass, dispatch
from scheduler.pool import Need, Shared, share_pool
from scheduler.rooming import name_rooms
from scheduler.scope import Unit
from scheduler.steady import steady
from scheduler.variables import FREE, Helped, Linear, RoomKind, Variables
from scheduler.visiting import name_visits

Value = Callable[[Linear], int]
_NEED: dict[str, Literal["extra", "accompanying"]] = {"unit": "accompanying", "class": "extra"}


def decode(problem: Problem, x: Variables, value: Value, *, even: bool = True) -> Timetable:
    """The timetable that the values describe; groups are filled evenly and steadily only if asked to (`even`).

    Raises PooledTooFarError when counted rooms cannot be given names.
    """
    return _Decoder(problem, x, value, even).timetable()


class _Decoder:
    def __init__(self, problem: Problem, x: Variables, value: Value, even: bool) -> None:
        self.problem = problem
        self.x = x
        self.value = value
        self.even = even
        self.rooms, self.class_rooms = self._name_rooms()
        self.visits = name_visits(problem, x, value)
        self.head_counts = self._head_counts()
        self.pool: dict[Slot, Shared] = {}
        for slot in problem.slots:
            self.pool[slot] = share_pool(problem, self._pool_needs(slot), self._joining(slot), self.pool)

    def timetable(self) -> Timetable:
        sessions: list[Session] = []
        for slot in self.problem.slots:
            pupils = self._pupils(slot)
            away: defaultdict[ClassId, int] = defaultdict(int)
            for by_class in pupils.values():
                for class_id, count in by_class.items():
                    away[class_id] += count
            sessions += self._homework(slot)
            sessions += self._activities(slot, away)
            sessions += [self._meeting(unit, slot, pupils[unit]) for unit in pupils]
            sessions += self._patrol(slot)
        return Timetable(
            school=self.problem.school,
            term=self.problem.term.name,
            fingerprint=fingerprint(self.problem),
            sessions=tuple(sessions),
        )

    def _meeting_units(self, slot: Slot) -> list[Unit]:
        return [u for u in self.x.units if self.value(self.x.meets(u.club.id, slot))]

    def _name_rooms(self) -> tuple[dict[tuple[str, Slot], RoomId], dict[tuple[ClassId, Slot], RoomId]]:
        x, problem = self.x, self.problem
        groups: dict[tuple[str, Slot], RoomKind] = {}
        guests: dict[tuple[ClassId, Slot], RoomKind] = {}
        at_home: defaultdict[tuple[RoomId, Slot], int] = defaultdict(int)
        home: dict[tuple[ClassId, Slot], RoomId] = {}
        for slot in problem.slots:
            for unit in self._meeting_units(slot):
                groups[unit.id, slot] = next(k for k in x.room_kinds if self.value(x.in_kind(unit.id, k, slot)))
            for c in problem.classes:
                if problem.week.kind(slot, c.grade) is SlotKind.OFF or not self.value(x.in_own_session(c.id, slot)):
                    continue
                chosen = [k for k in x.room_kinds if self.value(x.class_in(c.id, k, slot))]
                fitting = x.scope.class_rooms(c, slot)
                if chosen:
                    guests[c.id, slot] = chosen[0]
                elif len(fitting) == 1 and fitting[0].id == c.home_room:
                    home[c.id, slot] = c.home_room
                    at_home[c.home_room, slot] += 1
                else:
                    guests[c.id, slot] = x.kind_of_room[fitting[0].id]
        kept = {(u, s, False): room for (u, s), (room, k) in x.kept_unit_rooms.items() if self.value(k)}
        kept |= {(c, s, True): room for (c, s), (room, k) in x.kept_class_rooms.items() if self.value(k)}
        of_group, of_class = name_rooms(problem, x, groups, guests, at_home, kept)
        return dict(of_group), {**home, **of_class}

    def _head_counts(self) -> dict[Slot, dict[Unit, PupilsByClass]]:
        meeting = {
            slot: [u for u in self._meeting_units(slot) if isinstance(u.club, CrossClassClub)]
            for slot in self.problem.slots
        }
        places: Places = {
            slot: {(u, g): self.value(self.x.places(u.id, g, slot)) for u in units for g in u.club.grades}
            for slot, units in meeting.items()
        }
        if self.even and self.x.scope.all_rules_hold:
            most = {slot: {u: self._most_pupils(u, slot) for u in units} for slot, units in meeting.items()}
            places = steady(self.problem, most, places)
        return dispatch(self.problem, places, steady=self.even)

    def _most_pupils(self, unit: Unit, slot: Slot) -> int:
        assert isinstance(unit.club, CrossClassClub)
        ratio = self.problem.settings.pupils_per_adult
        if ratio is None:
            return unit.club.most
        adults = self.value(self.x.leaders_at(unit.id, slot)) + self.value(self.x.accompanying(unit.id, slot))
        return min(unit.club.most, ratio * adults)

    def _pupils(self, slot: Slot) -> dict[Unit, PupilsByClass]:
        whole = {
            u: {c.id: c.pupils for g in u.club.grades for c in self.problem.classes_by_grade[g]}
            for u in self._meeting_units(slot)
            if not isinstance(u.club, CrossClassClub)
        }
        return {**self.head_counts.get(slot, {}), **whole}

    def _pool_needs(self, slot: Slot) -> list[Need]:
        needs: list[Need] = []
        for c in self.problem.classes:
            needs += [Need("activity", c.id)] * self.value(self.x.from_pool(c.id, slot))
            needs += [Need("extra", c.id)] * self._helping("class", c.id, slot)
        for unit in self._meeting_units(slot):
            needs += [Need("accompanying", unit.id)] * self._helping("unit", unit.id, slot)
        return needs

    def _helping(self, what: Literal["unit", "class"], of: str, slot: Slot) -> int:
        """How many helpers are counted there, beside those who are known by name."""
        helped = Helped(what, of)
        named = sum(self.value(count) for count in self.x.helps(helped, slot).values())
        return self.value(self.x.helpers(helped, slot)) - named

    def _joining(self, slot: Slot) -> list[PersonId]:
        return [t.id for t in self.problem.teachers for _ in range(self.value(self.x.joins(t.id, slot)))]

    def _from_pool(self, slot: Slot, need: Need, role: Role) -> list[Duty]:
        return [Duty(person=p, role=role) for p, n in self.pool[slot] if n == need]

    def _helpers(self, what: Literal["unit", "class"], of: str, slot: Slot) -> list[Duty]:
        """Those who are known by name, and those of the pool."""
        known = self.x.helps(Helped(what, of), slot)
        named = [Duty(person=p, role=Role.ACCOMPANYING) for p, count in known.items() for _ in range(self.value(count))]
        return [*named, *self._from_pool(slot, Need(_NEED[what], of), Role.ACCOMPANYING)]

    def _homework(self, slot: Slot) -> list[Session]:
        return [
            Session(
                slot=slot,
                kind=SessionKind.HOMEWORK,
                school_class=c.id,
                subject=subject,
                duties=(
                    *(Duty(person=p, role=Role.TUTOR) for p in self._tutors(c.id, subject, slot)),
                    *self._helpers("class", c.id, slot),
                ),
                room=self.class_rooms.get((c.id, slot)),
                pupils={c.id: c.pupils},
            )
            for c in self.problem.classes
            for subject in self.problem.quotas[c.id]
            if self.value(self.x.homework(c.id, subject, slot))
        ]

    def _tutors(self, class_id: ClassId, subject: Subject, slot: Slot) -> list[PersonId]:
        visitor = self.visits.get((class_id, subject, slot))
        named = self.x.tutors(class_id, subject)
        tutors = [p for p in named if self.value(self.x.tutoring(class_id, subject, p, slot))]
        return tutors if visitor is None else [*tutors, visitor]

    def _activities(self, slot: Slot, away: dict[ClassId, int]) -> list[Session]:
        sessions = []
        for c in self.problem.classes:
            for key in (*(a.id for a in self.problem.activities[c.id]), FREE):
                if self.value(self.x.activity(c.id, key, slot)):
                    sessions.append(
                        Session(
                            slot=slot,
                            kind=SessionKind.CLASS_ACTIVITY,
                            school_class=c.id,
                            club=key or None,
                            duties=tuple(self._activity_duties(c.id, key, slot)),
                            room=self.class_rooms.get((c.id, slot)),
                            pupils={c.id: c.pupils - away[c.id]},
                        )
                    )
        return sessions

    def _activity_duties(self, class_id: ClassId, key: str, slot: Slot) -> list[Duty]:
        x = self.x
        led = [p.id for p in self.problem.teachers if self.value(x.activity_led(class_id, key, p.id, slot))]
        known = [p for p in x.known_leaders(class_id, slot) if self.value(x.open_led(class_id, p, slot))]
        return [
            *(Duty(person=p, role=Role.LEADER) for p in [*led, *known]),
            *self._from_pool(slot, Need("activity", class_id), Role.LEADER),
            *self._helpers("class", class_id, slot),
        ]

    def _meeting(self, unit: Unit, slot: Slot, pupils: PupilsByClass) -> Session:
        leaders = [p for p in self.x.leads(unit.id) if self.value(self.x.leads_at(unit.id, p, slot))]
        crossing = isinstance(unit.club, CrossClassClub)
        return Session(
            slot=slot,
            kind=SessionKind.CROSS_CLASS if crossing else SessionKind.WHOLE_SCHOOL,
            club=unit.club.id,
            group=unit.number,
            duties=(
                *(Duty(person=p, role=Role.LEADER) for p in leaders),
                *self._helpers("unit", unit.id, slot),
            ),
            room=self.rooms[unit.id, slot],
            pupils=pupils,
        )

    def _patrol(self, slot: Slot) -> list[Session]:
        people = [t.id for t in self.problem.teachers if self.value(self.x.patrols(t.id, slot))]
        if not people:
            return []
        duties = tuple(Duty(person=p, role=Role.PATROL) for p in people)
        return [Session(slot=slot, kind=SessionKind.PATROL, duties=duties)]
