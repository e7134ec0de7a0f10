"""What stays as in the published timetable: rooms, duties, sessions. Nothing is declared where none is published.

Rooms of a kind are counted, so that keeping the very room is a decision of its own: it may be claimed if the unit
is in a room of the kind and the room is not needed by others who keep it. `scheduler.rooming` then gives it this room.
"""

from collections import defaultdict
from collections.abc import Iterable

from ortools.sat.python.cp_model import IntVar

from models import CrossClassClub, Role, Session, SessionKind, Slot
from models.noun import ClassId, PersonId, RoomId
from scheduler.scope import Unit
from scheduler.variables.activities import FREE
from scheduler.variables.frame import Linear
from scheduler.variables.places import Places
from scheduler.variables.support import Helped


class Published(Places):
    """Questions about the sessions of the published timetable."""

    def declare_published(self) -> None:
        """Which units and classes keep the room that they have in the published timetable."""
        self._units = {(u.club.id, u.number): u for u in self.units}
        self._keeps_room: dict[tuple[str, Slot], tuple[RoomId, IntVar]] = {}  # units
        self._stays_in: dict[tuple[ClassId, Slot], tuple[RoomId, IntVar]] = {}  # classes that are not at home
        self._changed: dict[int, Linear] = {}
        if self.problem.published is None:
            return
        for unit in self.units:
            self._declare_kept_rooms(unit)
        for slot in self.problem.slots:
            for session in self.published_at(slot):
                if session.school_class is not None and session.room is not None:
                    self._declare_kept_class_room(session.school_class, session.room, slot)
        self._share_kept_rooms()

    def _declare_kept_rooms(self, unit: Unit) -> None:
        published = self.problem.published
        met = published.of_club.get((unit.club.id, unit.number), ()) if published else ()
        rooms = {s.slot: s.room for s in met if s.room in self.kind_of_room and s.room is not None}
        one_room = len(set(rooms.values())) == 1 and self.scope.keeps_room
        where = dict.fromkeys(self.slots_of_club(unit.club), next(iter(rooms.values()))) if one_room else rooms
        kept: list[tuple[IntVar, Linear]] = []
        for slot, room in where.items():
            kind = self.kind_of_room[room]
            in_kind = self.in_kind(unit.id, kind, slot)
            if len(kind.rooms) > 1 and not isinstance(in_kind, int):
                literal = self.bool("keeps_room", unit.id, slot)
                self.model.add(literal <= in_kind)
                self._keeps_room[unit.id, slot] = room, literal
                kept.append((literal, self.meets(unit.club.id, slot)))
        if one_room and len(kept) > 1:  # a club that keeps its room has the old one at all meetings or at none
            always = self.bool("keeps_room", unit.id)
            for literal, meets in kept:
                self.model.add(literal <= always)
                self.model.add(literal >= always + meets - 1)

    def _declare_kept_class_room(self, class_id: ClassId, room: RoomId, slot: Slot) -> None:
        c, kind = self.problem.class_by_id.get(class_id), self.kind_of_room.get(room)
        if c is None or kind is None or len(kind.rooms) == 1 or self._sits_at_home(class_id, slot):
            return
        if room in {r.id for r in self.scope.class_rooms(c, slot)}:
            only = self._class_kind.get((class_id, slot)) == kind.key
            inside = self.in_own_session(class_id, slot) if only else self.class_in(class_id, kind, slot)
            literal = self.bool("stays_in", class_id, slot)
            self.model.add(literal <= inside)
            self._stays_in[class_id, slot] = room, literal

    def _share_kept_rooms(self) -> None:
        """Not more keep a room than it holds beside the class whose home it is."""
        wanted: defaultdict[tuple[RoomId, Slot], list[Linear]] = defaultdict(list)
        for (_, slot), (room, literal) in (*self._keeps_room.items(), *self._stays_in.items()):
            wanted[room, slot].append(literal)
        for c in self.problem.classes:
            for slot in (*self.homework_slots(c), *self.free_slots(c)):
                if c.home_room and (c.home_room, slot) in wanted and self._sits_at_home(c.id, slot):
                    wanted[c.home_room, slot].append(self.in_own_session(c.id, slot))
        for (room, _), literals in wanted.items():
            self.model.add(self.sum(literals) <= self.problem.room_by_id[room].groups_at_once)

    def _sits_at_home(self, class_id: ClassId, slot: Slot) -> bool:
        """Whether the class has no other room than its home room for its own sessions."""
        c = self.problem.class_by_id[class_id]
        return [r.id for r in self.scope.class_rooms(c, slot)] == [c.home_room]

    @property
    def kept_unit_rooms(self) -> dict[tuple[str, Slot], tuple[RoomId, IntVar]]:
        """(unit, slot) → its room in the published timetable, and whether it keeps it; only where rooms are counted."""
        return self._keeps_room

    @property
    def kept_class_rooms(self) -> dict[tuple[ClassId, Slot], tuple[RoomId, IntVar]]:
        """(class, slot) → the same for a class that is not at home."""
        return self._stays_in

    def keeps_room(self, session: Session) -> Linear:
        """Whether what the session is about, if it takes place in this slot, is in the session's room."""
        kind = self.kind_of_room.get(session.room or "")
        slot, class_id = session.slot, session.school_class
        if kind is None or session.room is None:
            return 0
        if class_id is not None:
            if class_id not in self.problem.class_by_id:
                return 0
            if self._sits_at_home(class_id, slot):
                return int(session.room == self.problem.class_by_id[class_id].home_room)
            if len(kind.rooms) == 1:
                return self.class_in_room(class_id, session.room, slot)
            room, literal = self._stays_in.get((class_id, slot), ("", 0))
            return literal if room == session.room else 0
        unit = self._unit(session)
        if unit is None:
            return 0
        if len(kind.rooms) == 1:
            return self.in_kind(unit.id, kind, slot)
        room, literal = self._keeps_room.get((unit.id, slot), ("", 0))
        return literal if room == session.room else 0

    def serves_as(self, session: Session, person: PersonId, role: Role) -> Linear:
        """How often the person has this role there again: with the class, with the club group, or on patrol; whatever
        the class does, and in whatever room."""
        slot, class_id = session.slot, session.school_class
        if role is Role.PATROL:
            return self.patrols(person, slot) if session.kind is SessionKind.PATROL else 0
        if class_id is not None:
            if class_id not in self.problem.class_by_id:
                return 0
            if role is Role.ACCOMPANYING:
                return self.helps(Helped("class", class_id), slot).get(person, 0)
            if role is Role.TUTOR:
                return self.tutoring(class_id, session.subject or "", person, slot)
            if session.club in self.restricted(class_id):
                return self.activity_led(class_id, session.club or FREE, person, slot)
            return self.open_led(class_id, person, slot)
        unit = self._unit(session)
        if unit is None:
            return 0
        if role is Role.ACCOMPANYING:
            return self.helps(Helped("unit", unit.id), slot).get(person, 0)
        return self.leads_at(unit.id, person, slot)

    def serves_again(self, session: Session, person: PersonId, role: Role) -> Linear:
        """Whether the person does exactly this again: in this role, the same thing, in the same room."""
        times = self.serves_as(session, person, role)
        if role is Role.ACCOMPANYING and self.scope.duties_at_once > 1 and not isinstance(times, int):
            once = self.bool("helps_once", person, session.slot)
            self.model.add(times >= once)
            self.model.add(times <= self.scope.duties_at_once * once)
            times = once
        kept = [times]
        if role is not Role.PATROL:
            kept.append(self.keeps_room(session))
        if session.school_class is not None and role is not Role.TUTOR:
            kept.append(self.takes_place(session))
        return 1 - self.unless(kept, (), "serves_again", person, session.slot) if len(kept) > 1 else times

    def takes_place(self, session: Session) -> Linear:
        """Whether the class has the same subject or activity in the slot, or the club group meets."""
        slot, class_id = session.slot, session.school_class
        if class_id is not None:
            if class_id not in self.problem.class_by_id:
                return 0
            if session.kind is SessionKind.HOMEWORK:
                return self.homework(class_id, session.subject or "", slot)
            return self.activity(class_id, session.club or FREE, slot)
        unit = self._unit(session)
        return 0 if unit is None else self.meets(unit.club.id, slot)

    def changed(self, session: Session) -> Linear:
        """Whether the session is lost, or has another room or other tutors or leaders."""
        if id(session) not in self._changed:
            people = [d for d in session.duties if d.role in (Role.TUTOR, Role.LEADER)]
            kept = [self.serves_as(session, d.person, d.role) for d in people]
            kept += [self.keeps_room(session), self.takes_place(session)]
            if session.school_class is not None and len({d.person for d in people}) != 1:
                kept = [0]  # a class is served by one person
            others = self._served_by_others(session)
            self._changed[id(session)] = self.unless(kept, [others], "changed", session.slot)
        return self._changed[id(session)]

    def _served_by_others(self, session: Session) -> Linear:
        """How many lead the club group in the slot who do not lead it in this session."""
        unit = self._unit(session)
        if unit is None or session.school_class is not None:
            return 0
        others = [p for p in self.leads(unit.id) if p not in session.people(Role.LEADER)]
        if self.scope.all_rules_hold and len(set(session.people(Role.LEADER))) == unit.club.leaders:
            return 0  # where all of these lead again, nobody else does
        return self.sum(self.leads_at(unit.id, person, session.slot) for person in others)

    def _unit(self, session: Session) -> Unit | None:
        unit = self._units.get((session.club or "", session.group))
        crossing = session.kind is SessionKind.CROSS_CLASS
        return unit if unit is not None and isinstance(unit.club, CrossClassClub) == crossing else None

    def unless(self, kept: Iterable[Linear], new: Iterable[Linear], *name: object) -> Linear:
        """1 unless all that was `kept` is 1 and all counts of what is `new` are 0; else 0.

        Where a price keeps it small, it need only be kept from being too small.
        """
        lost = [1 - k for k in kept if not (isinstance(k, int) and k >= 1)]
        fresh = [n for n in new if not (isinstance(n, int) and n == 0)]
        if any(isinstance(e, int) and e >= 1 for e in (*lost, *fresh)):
            return 1
        if not lost and not fresh:
            return 0
        found = self.bool(*name)
        for expression in lost:
            self.model.add(found >= expression)
        most = 1 if self.scope.duties_at_once == 1 else 100
        for expression in fresh:
            self.model.add(most * found >= expression)
        if not self.scope.all_rules_hold:
            self.model.add(found <= self.sum([*lost, *fresh]))
        return found
