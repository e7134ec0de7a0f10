"""Clubs of the three kinds: across classes, for the whole school, and a class's own activity."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from models.homework import MayServe
from models.noun import ClassId, ClubId, Feature, GradeId, GroupId, Name, Noun, PersonId, RoomId, Skill
from models.people import Parity
from models.week import SlotRef


class LeaderFrom(StrEnum):
    """Whether a club is led by the school's teachers, by outside instructors, or by either."""

    INSIDE = "inside"
    OUTSIDE = "outside"
    EITHER = "either"


class _Club(Noun):
    id: ClubId = Field(description="unique id")
    name: Name = Field(description="社团名称 or 活动名称, as printed")
    meetings: int = Field(1, ge=1, le=30, description="meetings a week (for an activity: of each class)")
    fixed_slots: tuple[SlotRef, ...] = Field((), description="if given, it meets only in these slots")
    weeks: Parity = Field(Parity.EVERY, description="meets every week, or only in odd or even weeks")
    intro: str = Field("", max_length=500, description="简介")


class _LedClub(_Club):
    skills: tuple[Skill, ...] = Field((), description="a leader has one of these; empty = any person may lead")
    leaders: int = Field(1, ge=1, le=20, description="leaders at each meeting")
    leader_from: LeaderFrom = Field(LeaderFrom.INSIDE, description="师资来源: inside, outside or either")
    named_leaders: tuple[PersonId, ...] = Field((), description="if given, only these may lead")
    preferred_leaders: tuple[PersonId, ...] = Field((), description="rather these than others")
    features: tuple[Feature, ...] = Field((), description="the room must have all of these")
    named_rooms: tuple[RoomId, ...] = Field((), description="if given, only these rooms")
    grades: tuple[GradeId, ...] = Field(min_length=1, description="grades that it takes")


class CrossClassClub(_LedClub):
    """走班社团: pupils of several classes; may run several parallel groups (教学班)."""

    kind: Literal["cross_class"] = Field("cross_class", description="走班社团")
    least: int = Field(1, ge=0, le=999, description="pupils in a group, at least")
    most: int = Field(30, ge=1, le=999, description="pupils in a group, at most (名额)")
    groups: int = Field(1, ge=1, le=20, description="parallel groups, each with its own leaders, room and pupils")
    periods: int = Field(1, ge=1, le=2, description="consecutive periods of one meeting: same people, same room")
    priority: int = Field(3, ge=1, le=5, description="1 = dropped last, 5 = dropped first, in a shortage")
    enrolment: dict[ClassId, int] = Field(
        default_factory=dict, description="pupils of each class who joined, all groups together, where known"
    )


class WholeSchoolClub(_LedClub):
    """大社团: all classes of its grades together, in one slot."""

    kind: Literal["whole_school"] = Field("whole_school", description="大社团")
    adult_per_class: bool = Field(False, description="each class is accompanied by one more teacher (各班跟班)")


class ClassActivity(_Club):
    """班级社团 or 班级活动: one class, in its home room, with its own content."""

    kind: Literal["class_activity"] = Field("class_activity", description="班级社团、班级活动")
    grades: tuple[GradeId, ...] = Field((), description="all classes of these grades have it")
    classes: tuple[ClassId, ...] = Field((), description="in addition to all classes of `grades`")
    who: MayServe = Field(MayServe.ANYBODY, description="who may lead it; `subject` is not for activities")
    people: tuple[PersonId, ...] = Field((), description="for who = named")
    skills: tuple[Skill, ...] = Field((), description="for who = skill")


Club = Annotated[CrossClassClub | WholeSchoolClub | ClassActivity, Field(discriminator="kind")]


class ClubGroup(Noun):
    """One parallel group of a cross-class club, derived from it: the unit that is placed."""

    id: GroupId
    number: int
    club: CrossClassClub
