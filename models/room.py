"""Rooms: what they are fit for, and how much they hold."""

from pydantic import Field

from models.noun import Feature, Noun, RoomId
from models.week import SlotRef


class Room(Noun):
    """A place where a group can meet (场地): a classroom, a function room, a part of the playground."""

    id: RoomId = Field(description="场地名称, unique")
    features: tuple[Feature, ...] = Field((), description="功能, such as 音乐, 美术, 操场")
    capacity: int = Field(50, ge=1, le=5000, description="pupils in one group")
    groups_at_once: int = Field(1, ge=1, le=20, description="groups that may meet here at the same time")
    closed: tuple[SlotRef, ...] = Field((), description="slots in which the room cannot be used")
