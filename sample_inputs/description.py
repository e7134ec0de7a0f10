"""What stands in schools/*.yaml: a school as a person would describe it in a page, checked field by field.

Words: grades are "1-3" or "1,3"; slots are 周三2 (Wednesday, period 2), 周三 (all of Wednesday's open periods), 周三2单
(odd weeks only); people are 语文3 (the third of the Chinese teachers), 数学2-4, 体育 (all of them), 外聘2, 全体 (all
teachers), several joined by 、.
"""

from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from models import Calendar, LeaderFrom, MayServe, Parity, Participation, Patrol, RuleSetting, SlotKind, Term
from models.noun import Noun

Grades = Annotated[str, BeforeValidator(str)]  # a single grade is a number in YAML
Range = Annotated[str, BeforeValidator(str)]  # "12-24", or one number for both ends
People = str
SlotWord = str


def _words(value: Any) -> Any:
    """One word may stand without brackets."""
    return (value,) if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_words)]


class WeekPlan(Noun):
    """Clock times of the periods ("15:40-16:30") and what each period of each day is for."""

    cycle: int = 1
    periods: tuple[str, ...]
    plan: dict[str, tuple[SlotKind, ...]]


class SubjectLine(Noun):
    """A homework subject that is out of the ordinary: nothing written, or not tutored by the subject's teachers."""

    written: bool = True
    who: MayServe = MayServe.SUBJECT


class QuotaLine(Noun):
    """Homework sessions a week of the grades' classes, by subject."""

    grades: Grades
    times: dict[str, int]


class LimitLine(Noun):
    """How much these people serve a week; a later line wins over an earlier one."""

    who: People
    weekly_least: int | None = None
    weekly_most: int | None = None
    daily_most: int | None = None
    target: int | None = None


class AbsenceLine(Noun):
    """When these people cannot serve, and why."""

    who: People
    slots: Words
    why: str


class WishLine(Noun):
    """How much these people wish for these slots, from -2 to 2."""

    who: People
    slots: Words
    wish: int


class CredentialLine(Noun):
    """A dated paper of an instructor; a certificate has no end."""

    name: str
    valid_from: date | None = None
    valid_until: date | None = None


class InstructorLine(Noun):
    """One outside instructor; the first is 外聘01."""

    skills: Words
    institution: str
    fee: int
    visits: Words = ()
    weeks: Parity = Parity.EVERY
    weekly_most: int = 5
    credentials: tuple[CredentialLine, ...]


class RoomLine(Noun):
    """A place that is not a home room."""

    features: Words = ()
    capacity: int
    groups: int = 1
    closed: Words = ()


class ClubLine(Noun):
    """A cross-class club. Without skills it needs the skill of its own name (without what stands in brackets)."""

    grades: Grades
    pupils: Range
    groups: int = 1
    meetings: int = 1
    periods: int = 1
    skills: Words = ()
    leaders: int = 1
    leader_from: LeaderFrom = LeaderFrom.INSIDE
    features: Words = ("室内",)
    rooms: Words = ()
    preferred: People = ""
    fixed: Words = ()
    priority: int = 3
    enrolment: tuple[int, ...] = ()  # of each class, in the school's order
    intro: str = ""


class LargeClubLine(Noun):
    """A whole-school club."""

    grades: Grades
    skills: Words = ()
    leaders: int = 1
    leader_from: LeaderFrom = LeaderFrom.INSIDE
    named: People = ""
    features: Words = ("操场",)
    each_class: bool = True
    fixed: Words = ()
    weeks: Parity = Parity.EVERY
    intro: str = ""


class ActivityLine(Noun):
    """A class's own activity."""

    grades: Grades = ""
    classes: Words = ()
    times: int = 1
    who: MayServe = MayServe.OWN
    skills: Words = ()
    fixed: Words = ()


class BandLine(Noun):
    """Grades that walk together, so many slots a week."""

    grades: Grades
    walking: Range
    participation: Participation = Participation.EVERYONE
    fixed: Words = ()


class PinLine(Noun):
    """What somebody has fixed."""

    slot: SlotWord
    school_class: str | None = None
    club: str | None = None
    subject: str | None = None
    person: People = ""
    room: str | None = None
    by: str
    reason: str


class Description(Noun):
    """One school."""

    school: str
    term: Term
    week: WeekPlan
    grades: dict[int, tuple[int, ...]]  # grade number → pupils of each class
    home_room_capacity: int = 50
    staff: dict[str, int]  # subject taught by day → number of teachers, in the order in which they are numbered
    taught_in: dict[str, Grades] = Field(default_factory=dict)  # a subject that is not taught in all grades
    leaders: People
    subjects: dict[str, SubjectLine] = Field(default_factory=dict)
    homework: tuple[QuotaLine, ...]
    skills: dict[str, People]
    limits: tuple[LimitLine, ...]
    absences: tuple[AbsenceLine, ...] = ()
    wishes: tuple[WishLine, ...] = ()
    instructors: tuple[InstructorLine, ...] = ()
    rooms: dict[str, RoomLine]
    bands: dict[str, BandLine]
    clubs: dict[str, ClubLine]
    large_clubs: dict[str, LargeClubLine] = Field(default_factory=dict)
    activities: dict[str, ActivityLine] = Field(default_factory=dict)
    pins: tuple[PinLine, ...] = ()
    patrol: Patrol
    accompany_instructors: bool = True
    pupils_per_adult: int | None = None
    rules: tuple[RuleSetting, ...] = ()
    calendar: Calendar = Calendar()
