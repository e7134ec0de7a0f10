"""Changes of rooms: closed, opened, added, fitted out."""

from typing import Literal

from pydantic import Field

from models.changes.change import ROOM, BaseChange, named, replaced, slots_title, unused, with_fields
from models.noun import Feature, RoomId
from models.problem import Problem
from models.room import Room
from models.text import Text
from models.week import SlotRef


class RoomClosed(BaseChange):
    """场地停用, in some slots or altogether."""

    kind: Literal["room_closed"] = Field("room_closed", description="场地停用")
    room: RoomId = Field(description="which room")
    slots: tuple[SlotRef, ...] = Field((), description="empty = all slots")

    def apply(self, problem: Problem) -> Problem:
        room = named(ROOM, self.room, problem.room_by_id)
        closed = tuple(sorted({*room.closed, *(self.slots or problem.slots)}))
        return replaced(problem, "rooms", room, closed=closed)

    def sentence(self, problem: Problem) -> Text:
        when = slots_title(problem, self.slots)
        return Text(f"{self.room}{when.zh}停用", f"{self.room} is closed {when.en}".rstrip())


class RoomOpened(BaseChange):
    """停用的场地重新开放."""

    kind: Literal["room_opened"] = Field("room_opened", description="场地开放")
    room: RoomId = Field(description="which room")
    slots: tuple[SlotRef, ...] = Field((), description="empty = all slots")

    def apply(self, problem: Problem) -> Problem:
        room = named(ROOM, self.room, problem.room_by_id)
        closed = tuple(s for s in room.closed if self.slots and s not in self.slots)
        return replaced(problem, "rooms", room, closed=closed)

    def sentence(self, problem: Problem) -> Text:
        when = slots_title(problem, self.slots)
        return Text(f"{self.room}{when.zh}开放", f"{self.room} is open {when.en}".rstrip())


class RoomAdded(BaseChange):
    """增加一处场地."""

    kind: Literal["room_added"] = Field("room_added", description="增加场地")
    room: Room = Field(description="the new room")

    def apply(self, problem: Problem) -> Problem:
        unused(ROOM, self.room.id, problem.room_by_id)
        return with_fields(problem, rooms=(*problem.rooms, self.room))

    def sentence(self, problem: Problem) -> Text:
        fit, size, groups = self.room.features, self.room.capacity, self.room.groups_at_once
        zh = f"{'、'.join(fit)}{'，' if fit else ''}容纳{size}人{f'，同时{groups}组' if groups > 1 else ''}"
        en = f"{', '.join(fit)}{', ' if fit else ''}{size} pupils{f', {groups} groups at once' if groups > 1 else ''}"
        return Text(f"增加场地“{self.room.id}”（{zh}）", f'add the room "{self.room.id}" ({en})')


class RoomChanged(BaseChange):
    """场地增减功能, or another size."""

    kind: Literal["room_changed"] = Field("room_changed", description="场地改造")
    room: RoomId = Field(description="which room")
    add_features: tuple[Feature, ...] = Field((), description="功能 that it gets")
    remove_features: tuple[Feature, ...] = Field((), description="功能 that it loses")
    capacity: int | None = Field(None, ge=1, le=5000, description="pupils in one group; none = as before")
    groups_at_once: int | None = Field(None, ge=1, le=20, description="groups at once; none = as before")

    def apply(self, problem: Problem) -> Problem:
        room = named(ROOM, self.room, problem.room_by_id)
        kept = (f for f in room.features if f not in self.remove_features)
        return replaced(
            problem,
            "rooms",
            room,
            features=tuple(dict.fromkeys((*kept, *self.add_features))),
            capacity=room.capacity if self.capacity is None else self.capacity,
            groups_at_once=room.groups_at_once if self.groups_at_once is None else self.groups_at_once,
        )

    def sentence(self, problem: Problem) -> Text:
        zh, en = [], []
        if self.add_features:
            zh.append(f"也作{'、'.join(self.add_features)}场地")
            en.append(f"also serves for {', '.join(self.add_features)}")
        if self.remove_features:
            zh.append(f"不再作{'、'.join(self.remove_features)}场地")
            en.append(f"no longer serves for {', '.join(self.remove_features)}")
        if self.capacity is not None:
            zh.append(f"每组容纳{self.capacity}人")
            en.append(f"holds {self.capacity} pupils")
        if self.groups_at_once is not None:
            zh.append(f"同时容纳{self.groups_at_once}组")
            en.append(f"holds {self.groups_at_once} groups at once")
        return Text(f"{self.room}{'，'.join(zh) or '不变'}", f"{self.room} {', '.join(en) or 'stays as it is'}")
