"""Teachers and outside instructors: what they can do, when they can come, how much they may serve."""

from datetime import date
from enum import IntEnum, StrEnum
from typing import Annotated, Literal

from pydantic import Field

from models.noun import Name, Noun, PersonId, Skill, Subject
from models.week import SlotRef


class Wish(IntEnum):
    """Five levels of a person's wish for a slot; neutral is not written down."""

    STRONGLY_UNWISHED = -2
    UNWISHED = -1
    NEUTRAL = 0
    WISHED = 1
    STRONGLY_WISHED = 2


class Parity(StrEnum):
    """In which weeks of a two-week cycle something happens."""

    EVERY = "every"
    ODD = "odd"
    EVEN = "even"

    def includes(self, week: int) -> bool:
        """Whether week 1 (odd) or 2 (even) of the cycle is meant."""
        return self is Parity.EVERY or (self is Parity.ODD) == (week == 1)


class SlotWish(Noun):
    """How much a person wishes to serve in a slot."""

    slot: SlotRef
    wish: Wish = Field(description="-2 strongly unwished … 2 strongly wished")


class _Person(Noun):
    id: PersonId = Field(description="unique among teachers and instructors")
    name: Name = Field(description="姓名, as printed")
    skills: tuple[Skill, ...] = Field((), description="clubs that the person may lead (专长)")
    unavailable: tuple[SlotRef, ...] = Field((), description="slots in which the person cannot serve")
    wishes: tuple[SlotWish, ...] = Field((), description="wished and unwished slots; all others are neutral")
    weekly_least: int = Field(0, ge=0, le=30, description="sessions a week, at least")
    weekly_most: int = Field(10, ge=0, le=30, description="sessions a week, at most")
    daily_most: int = Field(9, ge=0, le=9, description="sessions a day, at most")


class Teacher(_Person):
    """Staff of the school."""

    kind: Literal["teacher"] = Field("teacher", description="staff of the school")
    subjects: tuple[Subject, ...] = Field((), description="homework that the person may tutor")
    leader: bool = Field(False, description="值班领导: may do patrol duty")
    target: int | None = Field(None, ge=0, le=30, description="sessions a week aimed at; none = even share")
    debt: int = Field(0, ge=-10, le=10, description="上学期欠课时: sessions a week still owed; below 0: too many")


class Credential(Noun):
    """A dated paper: teacher's certificate, no-criminal-record proof, contract …"""

    name: Name = Field(description="资格证, 无犯罪记录证明, 合同 …")
    valid_from: date | None = Field(None, description="first day on which it is valid")
    valid_until: date | None = Field(None, description="last day on which it is valid")


class Instructor(_Person):
    """An outside instructor (外聘教师), sent by an approved institution."""

    kind: Literal["instructor"] = Field("instructor", description="外聘教师")
    institution: Name | None = Field(None, description="第三方机构 that sends the person")
    credentials: tuple[Credential, ...] = Field((), description="all must be valid for the whole term")
    fee: int = Field(0, ge=0, le=10_000, description="yuan a session")
    visits_only: tuple[SlotRef, ...] = Field((), description="if given, comes only in these slots")
    weeks: Parity = Field(Parity.EVERY, description="every week, or only odd or even weeks")


Person = Annotated[Teacher | Instructor, Field(discriminator="kind")]
