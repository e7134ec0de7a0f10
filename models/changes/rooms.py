"""Changes of rooms: closed, opened, one more, or fit for other things."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered, given, with_more, with_one
from models.changes.base import ChangeBase, nothing_given
from models.changes.faults import Place
from models.changes.naming import counted, joined, outside_cycle, slots_text, taken, unknown
from models.checks.finding import listed
from models.noun import Feature, RoomId
from models.problem import Problem
from models.room import Room
from models.text import Text
from models.week import SlotRef


class RoomClosed(ChangeBase):
    """A room that cannot be used. It stays in the problem, so that what names it remains valid."""

    title: ClassVar[Text] = Text("场地停用", "Room closed")
    kind: Literal["room_closed"] = Field("room_closed", description="场地停用")
    room: RoomId = Field(description="the room")
    slots: tuple[SlotRef, ...] = Field((), description="slots in which it is closed; empty = all slots")

    def sentence(self, problem: Problem) -> Text:
        """会议室周三第2节停用."""
        when = slots_text(problem, self.slots)
        if not self.slots:
            return Text(f"{self.room}停用", f"{self.room} is closed")
        return Text(f"{self.room}{when.zh}停用", f"{self.room} is closed on {when.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, rooms=(self.room,))
        yield from outside_cycle(problem, self.title, self.slots)

    def _applied(self, problem: Problem) -> Problem:
        slots = self.slots or problem.slots

        def closed(room: Room) -> Room:
            return altered(room, closed=tuple(dict.fromkeys((*room.closed, *slots))))

        return with_one(problem, "rooms", self.room, closed)


class RoomOpened(ChangeBase):
    """A room that can be used again: its closures in these slots go."""

    title: ClassVar[Text] = Text("场地开放", "Room opened")
    kind: Literal["room_opened"] = Field("room_opened", description="场地开放")
    room: RoomId = Field(description="the room")
    slots: tuple[SlotRef, ...] = Field((), description="slots in which it is open again; empty = all slots")

    def sentence(self, problem: Problem) -> Text:
        """会议室周三第2节开放."""
        when = slots_text(problem, self.slots)
        if not self.slots:
            return Text(f"{self.room}全部时段开放", f"{self.room} is open in all slots")
        return Text(f"{self.room}{when.zh}开放", f"{self.room} is open on {when.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, rooms=(self.room,))
        yield from outside_cycle(problem, self.title, self.slots)

    def _applied(self, problem: Problem) -> Problem:
        def opened(room: Room) -> Room:
            return altered(room, closed=tuple(s for s in room.closed if self.slots and s not in self.slots))

        return with_one(problem, "rooms", self.room, opened)


class RoomAdded(ChangeBase):
    """One more room."""

    title: ClassVar[Text] = Text("增加场地", "Room added")
    kind: Literal["room_added"] = Field("room_added", description="增加场地")
    room: Room = Field(description="the new room")

    def sentence(self, problem: Problem) -> Text:
        """增加场地“二号舞蹈房”（舞蹈，容纳40人，同时2组）."""
        room, groups = self.room, self.room.groups_at_once
        parts = [listed(room.features)] if room.features else []
        parts.append(Text(f"容纳{room.capacity}人", counted(room.capacity, "pupil")))
        if groups > 1:
            parts.append(Text(f"同时{groups}组", f"{groups} groups at once"))
        said = joined(parts)
        return Text(f"增加场地“{room.id}”（{said.zh}）", f'add the room "{room.id}" ({said.en})')

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from taken(problem, self.title, "rooms", self.room.id)

    def _place(self, problem: Problem) -> Place:
        return "rooms", self.room.id

    def _applied(self, problem: Problem) -> Problem:
        return with_more(problem, "rooms", self.room)


class RoomChanged(ChangeBase):
    """A room with other features, or that holds more or less."""

    title: ClassVar[Text] = Text("场地调整", "Room changed")
    kind: Literal["room_changed"] = Field("room_changed", description="场地调整")
    room: RoomId = Field(description="the room")
    add_features: tuple[Feature, ...] = Field((), description="features that it has from now on")
    remove_features: tuple[Feature, ...] = Field((), description="features that it has no longer")
    capacity: int | None = Field(None, ge=1, le=5000, description="pupils in one group")
    groups_at_once: int | None = Field(None, ge=1, le=20, description="groups at the same time")

    def sentence(self, problem: Problem) -> Text:
        """会议室也作舞蹈场地，每组容纳60人."""
        parts = []
        if self.add_features:
            words = listed(self.add_features)
            parts.append(Text(f"也作{words.zh}场地", f"also serves for {words.en}"))
        if self.remove_features:
            words = listed(self.remove_features)
            parts.append(Text(f"不再作{words.zh}场地", f"no longer serves for {words.en}"))
        if self.capacity is not None:
            parts.append(Text(f"每组容纳{self.capacity}人", f"holds {counted(self.capacity, 'pupil')}"))
        if self.groups_at_once is not None:
            groups = self.groups_at_once
            parts.append(Text(f"同时容纳{groups}组", f"holds {counted(groups, 'group')} at once"))
        said = joined(parts)
        return Text(f"{self.room}{said.zh}", f"{self.room} {said.en}")

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        yield from unknown(problem, self.title, rooms=(self.room,))
        yield from nothing_given(self, Text("功能、容量或同时容纳组数", "features, capacity or groups at once"))
        for feature in self.add_features:
            if feature in self.remove_features:
                yield Text(
                    f"{self.title.zh}：“{self.room}”的功能“{feature}”既要增加又要取消，请只留一个。",
                    f"{self.title.en}: “{feature}” of “{self.room}” is both added and removed; keep one.",
                )

    def _applied(self, problem: Problem) -> Problem:
        def made(room: Room) -> Room:
            kept = [f for f in room.features if f not in self.remove_features]
            features = tuple(dict.fromkeys((*kept, *self.add_features)))
            size = given(capacity=self.capacity, groups_at_once=self.groups_at_once)
            return altered(room, features=features, **size)

        return with_one(problem, "rooms", self.room, made)
