"""A dated timetable (学期课表): the weekly timetable laid on the dates of a term, and what dates take away."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field

from models.alteration import SessionRef
from models.noun import ClassId, Name, Noun
from models.timetable import Session
from models.week import Day


class DayKind(StrEnum):
    """What a date of the term is."""

    SCHOOL = "school"
    MAKE_UP = "make_up"
    HOLIDAY = "holiday"


class TermDay(Noun):
    """One date on which the weekly timetable would run, or runs as a make-up day."""

    day: date = Field(description="the date")
    kind: DayKind = Field(description="school, make-up day or holiday")
    runs_as: Day = Field(description="the weekday whose timetable runs, or would run")
    number: int = Field(ge=1, description="第几周: week of the term, from 1")
    week: int = Field(1, ge=1, le=2, description="1 = odd, 2 = even, with overrides; 1 in a one-week cycle too")
    name: Name | None = Field(None, description="of the holiday or make-up day")


class DatedSession(Noun):
    """One session on one date; its pupils are those of the classes that have service then."""

    day: date = Field(description="the date")
    session: Session = Field(description="as in the weekly timetable, its slot too; classes without service left out")
    start: time | None = Field(None, description="clock time on this date, where the school gave one")
    end: time | None = Field(None, description="clock time on this date")
    without: tuple[ClassId, ...] = Field((), description="classes that are left out on this date")

    @property
    def ref(self) -> SessionRef:
        """Which session of the weekly timetable it is."""
        return SessionRef.to(self.session)


NO_REASON = "停课"
"""The reason of a loss for which nobody gave one."""


class Loss(Noun):
    """A session of the weekly timetable that a date takes away, wholly or for some of its classes."""

    day: date = Field(description="the date")
    session: Session = Field(description="as in the weekly timetable")
    reason: Name = Field(description="name of the holiday, or why there is no service")
    kind: DayKind = Field(description="holiday, or a day of school without service")
    classes: tuple[ClassId, ...] = Field((), description="only these classes lose it; empty = it is lost wholly")


class DatedTimetable(Noun):
    """Every session of a term with its date, in order of date and period, and all losses."""

    format: Literal["kehou-term/1"] = Field("kehou-term/1", description="version of this form")
    school: str = Field(description="学校名称")
    term: str = Field(description="学期")
    fingerprint: str = Field(description="of the problem that the weekly timetable was made from")
    sessions_mark: str = Field(description="of the weekly timetable's sessions")
    calendar_mark: str = Field(description="of the term's dates and calendar")
    days: tuple[TermDay, ...] = Field(description="dates with service, or that lost it to a holiday")
    sessions: tuple[DatedSession, ...] = Field(description="what takes place")
    losses: tuple[Loss, ...] = Field((), description="what does not")

    @cached_property
    def on(self) -> Mapping[date, tuple[DatedSession, ...]]:
        """Date → its sessions (an absent date has none)."""
        found: defaultdict[date, list[DatedSession]] = defaultdict(list)
        for dated in self.sessions:
            found[dated.day].append(dated)
        return {day: tuple(sessions) for day, sessions in found.items()}

    @cached_property
    def day_of(self) -> Mapping[date, TermDay]:
        """Date → what it is."""
        return {d.day: d for d in self.days}
