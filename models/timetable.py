"""A weekly timetable: sessions with their slot, people, room and pupils. It may be wrong: `audit` judges it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field

from models.noun import ClassId, ClubId, Noun, PersonId, RoomId, Subject
from models.week import Slot, SlotRef


class SessionKind(StrEnum):
    """What kind of meeting a session is."""

    HOMEWORK = "homework"
    CROSS_CLASS = "cross_class"
    WHOLE_SCHOOL = "whole_school"
    CLASS_ACTIVITY = "class_activity"
    PATROL = "patrol"


class Role(StrEnum):
    """In which role a person serves."""

    TUTOR = "tutor"
    LEADER = "leader"
    ACCOMPANYING = "accompanying"
    PATROL = "patrol"


class Duty(Noun):
    """One person in one role."""

    person: PersonId = Field(description="who")
    role: Role = Field(description="as what")


class Session(Noun):
    """One meeting of one group in one slot; a meeting of two periods is two sessions.

    homework: school_class, subject, one tutor. cross_class: club and group, leaders, accompanying, pupils by class.
    whole_school: club. class_activity: school_class, and club if the activity has a name (else it is free).
    patrol: people only.
    """

    slot: SlotRef = Field(description="day.period, and .2 for even weeks")
    kind: SessionKind = Field(description="what kind of meeting it is")
    school_class: ClassId | None = Field(None, description="the class, for homework and activities")
    subject: Subject | None = Field(None, description="学科, for homework")
    club: ClubId | None = Field(None, description="the club; none for homework, patrol and free activities")
    group: int = Field(1, ge=1, le=20, description="which parallel group of the club")
    duties: tuple[Duty, ...] = Field((), description="everybody who serves")
    room: RoomId | None = Field(None, description="where; none for patrol")
    pupils: dict[ClassId, int] = Field(default_factory=dict, description="head count by class")

    def people(self, *roles: Role) -> tuple[PersonId, ...]:
        """Who serves, in these roles (in any, if none is named)."""
        return tuple(d.person for d in self.duties if not roles or d.role in roles)

    @property
    def head_count(self) -> int:
        """All pupils of the session."""
        return sum(self.pupils.values())


class Timetable(Noun):
    """The sessions of one week (of both weeks, in a two-week cycle)."""

    format: Literal["kehou-timetable/1"] = Field("kehou-timetable/1", description="version of this form")
    school: str = Field(description="学校名称")
    term: str = Field(description="学期")
    fingerprint: str = Field(description="of the problem that it was made from")
    sessions: tuple[Session, ...] = Field(description="all sessions of the week, or of both weeks")

    def with_sessions(self, sessions: Iterable[Session]) -> "Timetable":
        """Of the same school and term with these sessions instead, which are not validated again; what this one has
        looked up is forgotten."""
        return Timetable.model_construct(
            school=self.school, term=self.term, fingerprint=self.fingerprint, sessions=tuple(sessions)
        )

    @cached_property
    def at(self) -> Mapping[Slot, tuple[Session, ...]]:
        """Slot → its sessions (an absent slot has none)."""
        found: defaultdict[Slot, list[Session]] = defaultdict(list)
        for session in self.sessions:
            found[session.slot].append(session)
        return {slot: tuple(sessions) for slot, sessions in found.items()}

    @cached_property
    def of_class(self) -> Mapping[ClassId, tuple[Session, ...]]:
        """Class → its own sessions (homework and activities), not the clubs its pupils walk to."""
        found: defaultdict[ClassId, list[Session]] = defaultdict(list)
        for session in self.sessions:
            if session.school_class is not None:
                found[session.school_class].append(session)
        return {key: tuple(sessions) for key, sessions in found.items()}

    @cached_property
    def of_person(self) -> Mapping[PersonId, tuple[Session, ...]]:
        """Person → the sessions in which he or she serves in any role, once per duty."""
        found: defaultdict[PersonId, list[Session]] = defaultdict(list)
        for session in self.sessions:
            for duty in session.duties:
                found[duty.person].append(session)
        return {key: tuple(sessions) for key, sessions in found.items()}

    @cached_property
    def of_club(self) -> Mapping[tuple[ClubId, int], tuple[Session, ...]]:
        """(club, group) → its meetings; activities are not here, see `of_class`."""
        found: defaultdict[tuple[ClubId, int], list[Session]] = defaultdict(list)
        for session in self.sessions:
            if session.club is not None and session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL):
                found[session.club, session.group].append(session)
        return {key: tuple(sessions) for key, sessions in found.items()}
