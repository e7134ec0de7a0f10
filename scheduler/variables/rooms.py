"""Rooms by kind: rooms that nothing tells apart are counted, not named (Hall counts, see docs/solver.md).

Which room of a kind a group gets is decided afterwards (`scheduler.rooming`). If that fails, because a club must
keep its room all week, the kind is split into single rooms and the model solved again: no optimum is lost.
"""

from collections.abc import Collection
from dataclasses import dataclass

from ortools.sat.python.cp_model import IntVar

from models import Room, Slot
from models.noun import ClassId, RoomId
from scheduler.open_scope import OpenScope
from scheduler.scope import Unit
from scheduler.variables.frame import Linear
from scheduler.variables.support import Support


@dataclass(frozen=True)
class RoomKind:
    """Rooms that can stand for one another."""

    key: int
    rooms: tuple[Room, ...]

    @property
    def places(self) -> int:
        """Groups that these rooms hold at once."""
        return sum(r.groups_at_once for r in self.rooms)


class Rooms(Support):
    """Every meeting and every class session has exactly one room kind."""

    def declare_rooms(self, split: Collection[RoomId]) -> None:
        """Rooms in `split` are told apart from all others."""
        self.room_kinds = self._group_rooms(split)
        self.kind_of_room = {room.id: kind for kind in self.room_kinds for room in kind.rooms}
        self._in_kind: dict[tuple[str, int, Slot], IntVar] = {}
        self._uses: dict[str, dict[int, IntVar]] = {}
        self._class_in: dict[tuple[ClassId, int, Slot], IntVar] = {}
        self._class_kind: dict[tuple[ClassId, Slot], int] = {}
        self._occupied: dict[tuple[int, Slot], list[Linear]] = {}
        for unit in self.units:
            self._declare_unit_rooms(unit)
        for c in self.problem.classes:
            for slot in (*self.homework_slots(c), *self.free_slots(c)):
                self._declare_class_room(c.id, slot)

    def _declare_unit_rooms(self, unit: Unit) -> None:
        kinds = {self.kind_of_room[r.id].key: r for r in self.scope.rooms(unit.club)}
        slots = self.slots_of_club(unit.club)
        settled = self.scope.keeps_room and self.scope.has_no_choice(unit.club)
        if settled:  # the same room at every meeting: one decision
            kinds = {key: room for key, room in kinds.items() if all(self.scope.room_open(room, s) for s in slots)}
        once = {key: self.bool("room", unit.id, key) for key in kinds} if settled else {}
        for slot in slots:
            literals = []
            for key, room in kinds.items():
                if self.scope.room_open(room, slot):
                    literal = once[key] if settled else self.bool("room", unit.id, key, slot)
                    self._in_kind[unit.id, key, slot] = literal
                    self._occupied.setdefault((key, slot), []).append(literal)
                    literals.append(literal)
            self.model.add(self.sum(literals) == self._meets[unit.club.id, slot])

    def _declare_class_room(self, class_id: ClassId, slot: Slot) -> None:
        c = self.problem.class_by_id[class_id]
        keys = list(dict.fromkeys(self.kind_of_room[r.id].key for r in self.scope.class_rooms(c, slot)))
        sits = self.in_own_session(class_id, slot)
        if len(keys) == 1:
            self._class_kind[class_id, slot] = keys[0]
            self._occupied.setdefault((keys[0], slot), []).append(sits)
            return
        literals = []
        for key in keys:
            literal = self._class_in[class_id, key, slot] = self.bool("class_room", class_id, key, slot)
            self._occupied.setdefault((key, slot), []).append(literal)
            literals.append(literal)
        self.model.add(self.sum(literals) == sits)

    def _group_rooms(self, split: Collection[RoomId]) -> tuple[RoomKind, ...]:
        """Rooms are alike if features, size and closures are, nobody names them, and their classes leave together."""
        named = {p.room for p in self.problem.pins} | set(split)
        named |= {room for u in self.units for room in u.club.named_rooms}
        home_of = {c.home_room: c for c in self.problem.classes if c.home_room}
        found: dict[object, list[Room]] = {}
        for room in self.problem.rooms:
            single = room.id in named or not isinstance(self.scope, OpenScope)
            home = home_of.get(room.id)
            size = (room.capacity, room.groups_at_once, frozenset(room.features), frozenset(room.closed))
            found.setdefault(room.id if single else (size, home.grade if home else None), []).append(room)
        return tuple(RoomKind(key, tuple(rooms)) for key, rooms in enumerate(found.values()))

    def in_kind(self, unit: str, kind: RoomKind, slot: Slot) -> Linear:
        """Whether the unit meets in a room of this kind in the slot."""
        return self._in_kind.get((unit, kind.key, slot), 0)

    def class_in(self, school_class: ClassId, kind: RoomKind, slot: Slot) -> Linear:
        """Whether the class's own session is in a room of this kind; only where it could be in several."""
        return self._class_in.get((school_class, kind.key, slot), 0)

    def class_in_room(self, school_class: ClassId, room: RoomId, slot: Slot) -> Linear:
        """Whether the class's own session is in this room, which a pin has told apart from all others."""
        kind = self.kind_of_room[room]
        if self._class_kind.get((school_class, slot)) == kind.key:
            return self.in_own_session(school_class, slot)
        return self.class_in(school_class, kind, slot)

    def groups_in(self, kind: RoomKind, slot: Slot) -> Linear:
        """Groups and classes in rooms of this kind in the slot."""
        return self.sum(self._occupied.get((kind.key, slot), ()))

    def uses(self, unit: str) -> dict[int, IntVar]:
        """Room kind → whether the unit ever meets in one."""
        if unit not in self._uses:
            club = self.unit_by_id[unit].club
            found = self._uses[unit] = {}
            for kind in self.room_kinds:
                keys = ((unit, kind.key, s) for s in self.slots_of_club(club))
                literals = [self._in_kind[key] for key in keys if key in self._in_kind]
                if literals:
                    found[kind.key] = self.any_of(literals, "uses", unit, kind.key)
        return self._uses[unit]
