"""What happens to a term after publication, and what is done about it: dated, with who, when and why; never undone
silently, only revoked."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from models.alteration import SessionRef
from models.calendar import Span
from models.noun import ClassId, Name, Noun, PersonId, RoomId
from models.timetable import Role
from models.week import SlotRef

ChangeId = Name


class Leave(StrEnum):
    """假别: what kind of leave somebody takes."""

    SICK = "sick"
    PERSONAL = "personal"
    OFFICIAL = "official"
    TRAINING = "training"
    OTHER = "other"


class Revoked(Noun):
    """撤销: a change that holds no longer."""

    by: Name = Field(description="who revoked it")
    when: datetime = Field(description="when, with its time zone")
    why: str = Field("", max_length=200, description="why")


class _Change(Noun):
    id: ChangeId = Field(description="unique in the log, such as 3")
    who: Name = Field(description="who entered it")
    when: datetime = Field(description="when it was entered, with its time zone")
    why: str = Field("", max_length=200, description="事由, as said to those concerned")
    revoked: Revoked | None = Field(None, description="none = it holds")

    @property
    def holds(self) -> bool:
        """Whether it was not revoked."""
        return self.revoked is None


class _Fact(_Change, Span):
    periods: tuple[int, ...] = Field((), description="numbers of the periods concerned; empty = the whole day")

    def concerns(self, day: date, period: int) -> bool:
        """Whether it is so on that date in that period."""
        return self.includes(day) and (not self.periods or period in self.periods)


class _Measure(_Change):
    because: ChangeId | None = Field(None, description="id of the fact that it answers: revoked together with it")


class Absence(_Fact):
    """A person who cannot serve on some dates: a teacher on leave."""

    kind: Literal["absence"] = Field("absence", description="请假")
    person: PersonId = Field(description="who is away")
    leave: Leave = Field(Leave.OTHER, description="假别")


class InstructorCancels(_Fact):
    """An outside instructor who does not come on some dates."""

    kind: Literal["instructor_cancels"] = Field("instructor_cancels", description="外聘教师停来")
    person: PersonId = Field(description="the instructor")


class RoomShut(_Fact):
    """A room that cannot be used on some dates."""

    kind: Literal["room_shut"] = Field("room_shut", description="场地停用")
    room: RoomId = Field(description="the room")


class EventDay(_Fact):
    """No service for some or all classes on some dates, found out after publication."""

    kind: Literal["event_day"] = Field("event_day", description="临时停课")
    classes: tuple[ClassId, ...] = Field((), description="classes without service; empty = all")


class Substitution(_Measure):
    """代课: somebody else serves in one role of one dated session."""

    kind: Literal["substitution"] = Field("substitution", description="代课")
    day: date = Field(description="the date")
    session: SessionRef = Field(description="which session of that date")
    role: Role = Field(description="as what")
    person: PersonId = Field(description="who goes")
    by: PersonId = Field(description="who comes")


class Swap(_Measure):
    """调课: two people exchange two dated sessions, or two sessions exchange their dates."""

    kind: Literal["swap"] = Field("swap", description="调课")
    what: Literal["people", "dates"] = Field("people", description="what is exchanged")
    day: date = Field(description="date of one session")
    session: SessionRef = Field(description="the one session")
    role: Role | None = Field(None, description="of people: as what in the one session")
    person: PersonId | None = Field(None, description="of people: who serves there")
    other_day: date = Field(description="date of the other session")
    other_session: SessionRef = Field(description="the other session")
    other_role: Role | None = Field(None, description="of people: as what in the other session")
    other: PersonId | None = Field(None, description="of people: who serves in the other session")


class RoomChange(_Measure):
    """换场地: one dated session is held elsewhere."""

    kind: Literal["room_change"] = Field("room_change", description="换场地")
    day: date = Field(description="the date")
    session: SessionRef = Field(description="which session of that date")
    room: RoomId | None = Field(None, description="where it was to be")
    to: RoomId = Field(description="where it is held")


class Cancelled(_Measure):
    """停一次: one dated session is not held."""

    kind: Literal["cancelled"] = Field("cancelled", description="停一次")
    day: date = Field(description="the date")
    session: SessionRef = Field(description="which session of that date")


class Moved(_Measure):
    """补课: one dated session is held on another date, or in another period of the same one."""

    kind: Literal["moved"] = Field("moved", description="补课")
    day: date = Field(description="the date on which it was to be")
    session: SessionRef = Field(description="which session of that date")
    to_day: date = Field(description="the date on which it is held")
    to_slot: SlotRef = Field(description="its slot then: the weekday as which that date runs, and the period")
    room: RoomId | None = Field(None, description="where it is held then; none = where it was to be")
    instead: SessionRef | None = Field(None, description="the class's own activity that gives way; none = it was free")


class Joined(_Measure):
    """合班: a class's homework tutoring is held together with another class's, in one room."""

    kind: Literal["joined"] = Field("joined", description="合班")
    day: date = Field(description="the date")
    session: SessionRef = Field(description="the session whose tutor is away or whose room is shut")
    host: SessionRef = Field(description="the other class's session of the same period")
    person: PersonId | None = Field(None, description="the tutor who is away; none = it is for the room, both come")
    by: PersonId = Field(description="the other class's tutor, who has both")
    room: RoomId = Field(description="where both are")


Fact = Absence | InstructorCancels | RoomShut | EventDay
Measure = Substitution | Swap | RoomChange | Cancelled | Moved | Joined
TermChange = Annotated[
    Absence | InstructorCancels | RoomShut | EventDay | Substitution | Swap | RoomChange | Cancelled | Moved | Joined,
    Field(discriminator="kind"),
]
