"""The term's calendar (校历): holidays, make-up days, days or periods without service, other clock times, parity."""

from datetime import date, time, timedelta

from pydantic import Field

from models.noun import GradeId, Name, Noun
from models.week import Day


class Span(Noun):
    """Days from a first to a last, both included; `models.checks` complains of a last day before the first."""

    first: date = Field(description="first day")
    last: date = Field(description="last day; the same for a single day")

    def includes(self, day: date) -> bool:
        """Whether the day is one of them."""
        return self.first <= day <= self.last


class Holiday(Span):
    """放假: no school on these days."""

    name: Name = Field(description="国庆节, 清明节 …")


class MakeUpDay(Noun):
    """调休上课日: a day on which there is school as on another weekday, mostly on a weekend."""

    day: date = Field(description="the date, mostly a Saturday or Sunday")
    runs_as: Day = Field(description="the weekday whose timetable runs: the school decides")
    week: int | None = Field(None, ge=1, le=2, description="1 = as in odd weeks, 2 = even; none = as its own week")
    name: Name = Field("调休上课", description="why, as printed")


class NoService(Span):
    """停课: school, but no after-school service: exams, sports meet, arts festival, a half day."""

    periods: tuple[int, ...] = Field((), description="numbers of the periods that are lost; empty = all of the day")
    grades: tuple[GradeId, ...] = Field((), description="grades without service; empty = all")
    reason: Name = Field(description="期末考试, 运动会 …, as printed")

    def concerns(self, day: date, period: int, grade: GradeId) -> bool:
        """Whether the grade has no service on that date in that period because of it."""
        return self.includes(day) and period in (self.periods or (period,)) and grade in (self.grades or (grade,))


class ClockChange(Span):
    """作息调整: other clock times of a period, such as the winter timetable."""

    period: int = Field(ge=1, le=9, description="number of the period")
    start: time = Field(description="clock time, local")
    end: time = Field(description="clock time, local")
    name: Name = Field("作息调整", description="冬季作息 …")


class ParityOverride(Span):
    """单双周调整: these days count as an odd or even week, whatever counting gives."""

    week: int = Field(ge=1, le=2, description="1 = odd, 2 = even")
    name: Name = Field("单双周调整", description="why")


class Calendar(Noun):
    """What a term's dates need beyond its first and last day (`Term`). The school's sheet 校历 is always the truth."""

    holidays: tuple[Holiday, ...] = Field((), description="放假")
    make_up_days: tuple[MakeUpDay, ...] = Field((), description="调休上课日")
    no_service: tuple[NoService, ...] = Field((), description="停课: school, but no service")
    clock_changes: tuple[ClockChange, ...] = Field((), description="作息调整; of two that meet the later one holds")
    parity_overrides: tuple[ParityOverride, ...] = Field((), description="单双周调整")


def week_number(first_day: date, day: date) -> int:
    """第几周: the week of the term, 1 = the one (Monday to Sunday) in which its first day lies."""
    monday = first_day - timedelta(days=first_day.weekday())
    return (day - monday).days // 7 + 1
