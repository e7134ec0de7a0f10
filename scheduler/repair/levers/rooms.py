"""Rooms give way: one that is closed is opened, or a club makes do with another room."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import Change, CrossClassClub, Problem, RepairPrices, Room, RoomAdded, RoomOpened, Slot, Text
from scheduler.repair.draft import Draft, free_names
from scheduler.repair.lever import MORE_PUPILS, Lever, Touched
from scheduler.scope import units_of

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables

OTHER_ROOMS = 3  # of one kind at once


@dataclass(frozen=True, eq=False)
class OpenRoom(Lever):
    """A closed function room is open in one slot."""

    kind = "open_room"
    room: Room
    slot: Slot

    def widen(self, draft: Draft) -> None:
        fields = draft.rooms[self.room.id]
        closed = fields.get("closed", self.room.closed)
        fields["closed"] = tuple(s for s in closed if s != self.slot)

    def gate(self, x: Variables, taken: IntVar) -> None:
        kind = x.kind_of_room[self.room.id]
        x.model.add(x.groups_in(kind, self.slot) <= kind.places * taken)

    def asks(self, problem: Problem) -> Text:
        zh, en = self.slot.title(problem.week.cycle), self.slot.title(problem.week.cycle, language="en")
        return Text(f"{self.room.id}{zh}停用", f"{self.room.id} is closed at {en}")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (RoomOpened(room=self.room.id, slots=(self.slot,)),)

    @property
    def touches(self) -> Touched:
        return Touched(rooms=(self.room.id,))


@dataclass(frozen=True, eq=False)
class OtherRoom(Lever):
    """A place that does not exist yet; which existing room can be it is decided afterwards (`place.py`)."""

    kind = "other_room"
    room: Room

    def widen(self, draft: Draft) -> None:
        # Large enough for clubs that take more pupils as well; `place.py` says how large it has to be.
        draft.new_rooms.append(self.room.model_copy(update={"capacity": self.room.capacity + MORE_PUPILS}))

    def gate(self, x: Variables, taken: IntVar) -> None:
        kind = x.kind_of_room[self.room.id]
        for slot in x.problem.slots:
            x.model.add(x.groups_in(kind, slot) <= taken)

    def asks(self, problem: Problem) -> Text:
        features = set(self.room.features)
        rooms = [r for r in problem.rooms if features <= set(r.features)]
        what = "、".join(self.room.features)
        holds = sum(r.groups_at_once for r in rooms)
        return Text(
            f"{what}场地只有{holds}处", f"only {holds} {', '.join(self.room.features)} rooms".replace("  ", " ")
        )

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (RoomAdded(room=self.room.model_copy(update={"groups_at_once": taken})),)

    @property
    def touches(self) -> Touched:
        return Touched(rooms=(self.room.id,))


def rooms_levers(problem: Problem, prices: RepairPrices) -> Iterator[Lever]:
    """All ways in which rooms can give way."""
    home_rooms = {c.home_room for c in problem.classes}
    if (price := prices.open_room) is not None:
        for room in problem.rooms:
            for slot in room.closed:
                if slot in problem.slots and room.id not in home_rooms:  # a class would have to go back to its room
                    yield OpenRoom(price, room, slot)
    if prices.other_room is None:
        return
    needs: dict[tuple[frozenset[str], bool], tuple[tuple[str, ...], int]] = {}
    for unit in units_of(problem):
        crossing = isinstance(unit.club, CrossClassClub)
        pupils = sum(problem.pupils_by_grade.get(g, 0) for g in set(unit.club.grades))
        size = unit.club.most if isinstance(unit.club, CrossClassClub) else pupils
        key = frozenset(unit.club.features), crossing
        if not unit.club.named_rooms:
            needs[key] = unit.club.features, max(size, needs.get(key, ((), 0))[1])
    for (_, crossing), (features, size) in needs.items():
        suffix = f"（{'、'.join(features)}{'' if crossing else '，大社团'}）"
        name = next(free_names("增设场地", suffix, problem.room_by_id))
        room = Room(id=name, features=features, capacity=min(5000, max(1, size)), groups_at_once=OTHER_ROOMS)
        yield OtherRoom(prices.other_room, room, most=OTHER_ROOMS)
