"""The school's choices: term dates, patrol, accompaniment, adult ratio, pins, strength and weight of rules."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from models.noun import ClassId, ClubId, Name, Noun, PersonId, RoomId, Subject
from models.policy import PolicySetting
from models.week import SlotRef


class Term(Noun):
    """The term for which the weekly timetable stands."""

    name: Name = Field(description="2026–2027学年第二学期")
    first_day: date | None = Field(None, description="first day of teaching; credentials must cover the term")
    last_day: date | None = Field(None, description="last day of teaching")


class Patrol(Noun):
    """巡查: leaders on patrol in every slot."""

    at_least: int = Field(0, ge=0, le=20, description="leaders on patrol in each open slot; 0 = no patrol duty")
    spread: int | None = Field(None, ge=0, le=30, description="most by which two leaders' patrols a week may differ")


class Pin(Noun):
    """锁定: what a person has fixed. Only what is given is fixed; the slot and one of class or club always are."""

    slot: SlotRef
    school_class: ClassId | None = Field(None, description="the class whose own session it is")
    club: ClubId | None = Field(None, description="a club that meets then; with a class: the activity it has then")
    group: int = Field(1, ge=1, le=20, description="which parallel group of the club")
    subject: Subject | None = Field(None, description="the homework that the class does then")
    person: PersonId | None = Field(None, description="tutor or leader")
    room: RoomId | None = Field(None, description="where it is")
    by: Name = Field(description="who fixed it")
    reason: Name = Field(description="why; shown to whoever wants to change it")


class Strength(StrEnum):
    """How strictly a rule is taken."""

    MUST = "must"
    PREFER = "prefer"
    OFF = "off"


class RuleSetting(Noun):
    """The school's choice for one rule; without one the rule's own default holds."""

    rule: Name = Field(description="key of the rule, see docs/rules.md")
    strength: Strength | None = Field(None, description="must, prefer or off; none = the rule's default")
    weight: int | None = Field(None, ge=0, le=1000, description="price of one unit")


class Settings(Noun):
    """Choices that hold for the whole school."""

    patrol: Patrol = Field(Patrol(), description="巡查")
    accompany_instructors: bool = Field(True, description="a school teacher is present beside an instructor")
    pupils_per_adult: int | None = Field(None, ge=1, le=999, description="adult ratio; none = not asked for")
    rules: tuple[RuleSetting, ...] = Field((), description="choices that differ from the rules' defaults")
    policy: tuple[PolicySetting, ...] = Field((), description="政策: what the district chose for the policy report")
