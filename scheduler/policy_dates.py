"""What the policy report knows of the dates of a term: which periods a grade has then, at what clock times, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from models import (
    Calendar,
    DatedTimetable,
    DayKind,
    Grade,
    NoService,
    PolicyCase,
    Problem,
    SlotKind,
    TermDay,
    Text,
    Timetable,
)
from scheduler.term import NoDatesError, clock, dated

_RUNS_NAMED = 4  # so many dates or runs of dates stand in a sentence; the case has them all


@dataclass(frozen=True)
class DatedCase:
    """A case on dates; `declared`: the school's calendar says so itself, with a reason."""

    case: PolicyCase
    declared: bool = False


@dataclass(frozen=True)
class DaySpan:
    """From when to when a grade has service on a date, and what makes the date unlike the week."""

    day: date
    grade: Grade
    start: time
    end: time
    why: str  # why a period is lost or the clock is another one; empty = as every week
    stopped: bool  # the calendar takes a period away
    usual: tuple[time, time] | None  # of that weekday

    @property
    def minutes(self) -> int:
        """From the start of its first period to the end of its last."""
        return _minutes(self.start, self.end)

    @property
    def usual_minutes(self) -> int | None:
        """The same in the week."""
        return None if self.usual is None else _minutes(*self.usual)


@dataclass(frozen=True)
class PolicyDates:
    """A timetable on the dates of the term, as planned and, where changes are known, as it takes place."""

    problem: Problem
    planned: DatedTimetable
    actual: DatedTimetable | None = None

    @classmethod
    def of(
        cls,
        problem: Problem,
        timetable: Timetable,
        actual: DatedTimetable | None = None,
        planned: DatedTimetable | None = None,
    ) -> "PolicyDates | None":
        """None without the term's dates, and where the calendar says nothing and nothing was changed."""
        if actual is None and problem.calendar == Calendar():
            return None
        try:
            return cls(problem, dated(problem, timetable) if planned is None else planned, actual)
        except NoDatesError:
            return None

    @property
    def held(self) -> DatedTimetable:
        """What takes place, as far as it is known."""
        return self.planned if self.actual is None else self.actual

    @cached_property
    def school_days(self) -> tuple[TermDay, ...]:
        """The dates of school on which the week has service."""
        return tuple(d for d in self.planned.days if d.kind is not DayKind.HOLIDAY)

    def opened(self, day: TermDay, grade: Grade) -> list[int]:
        """The periods that the week opens for the grade on such a day."""
        week = day.week if self.problem.week.cycle == 2 else 1
        slots = (s for s in self.problem.slots if (s.day, s.week) == (day.runs_as, week))
        return [s.period for s in slots if self.problem.week.kind(s, grade.id) is not SlotKind.OFF]

    def periods(self, day: TermDay, grade: Grade) -> tuple[list[int], NoService | None]:
        """Those that are left on that date, and what the calendar takes away."""
        left, stop = self.opened(day, grade), None
        for one in self.problem.calendar.no_service:
            if one.includes(day.day) and grade.id in (one.grades or (grade.id,)):
                lost = [p for p in left if p in (one.periods or (p,))]
                stop = one if lost else stop
                left = [p for p in left if p not in lost]
        return left, stop

    def spans(self) -> Iterator[DaySpan]:
        """Of every grade with a class and every date of service; dates without clock times are left out."""
        usual = {p.number: (p.start, p.end) for p in self.problem.week.periods}
        for grade in (g for g in self.problem.grades if self.problem.classes_by_grade[g.id]):
            for day in self.school_days:
                left, stop = self.periods(day, grade)
                clocks = [found for p in left if (found := clock(self.problem, day.day, p)) is not None]
                if not left or len(clocks) < len(left):
                    continue
                other = next((c.name for c in self.problem.calendar.clock_changes
                              if c.includes(day.day) and c.period in left), "")  # fmt: skip
                opened = self.opened(day, grade)
                first, last = usual[opened[0]][0], usual[opened[-1]][1]
                as_usual = None if first is None or last is None else (first, last)
                why = stop.reason if stop is not None else other
                yield DaySpan(day.day, grade, clocks[0][0], clocks[-1][1], why, stop is not None, as_usual)

    def dates_text(self, dates: Iterable[date]) -> Text:
        """11月2日至12月31日（44天）、1月8日: days of school that follow one another are one run."""
        order = {d.day: n for n, d in enumerate(self.school_days)}
        runs: list[list[date]] = []
        for day in sorted(set(dates)):
            if runs and order.get(day, -9) == order.get(runs[-1][-1], -1) + 1:
                runs[-1].append(day)
            else:
                runs.append([day])
        zh, en = [], []
        for run in runs[:_RUNS_NAMED]:
            first, last = run[0], run[-1]
            single = len(run) == 1
            zh.append(_zh(first) if single else f"{_zh(first)}至{_zh(last)}（{len(run)}天）")
            en.append(f"{first}" if single else f"{first} to {last} ({len(run)} days)")
        more = sum(len(run) for run in runs[_RUNS_NAMED:])
        tail = Text(f"等另{more}天", f" and {more} more days") if more else Text("", "")
        return Text("、".join(zh) + tail.zh, ", ".join(en) + tail.en)

    def grouped(self, found: Iterable[tuple[DaySpan, Text]]) -> Iterator[DatedCase]:
        """A case for each fault with the same words and reason: grades with the same dates together."""
        by_fault: dict[tuple[Text, str, bool], dict[str, list[date]]] = {}
        for span, fault in found:
            by_fault.setdefault((fault, span.why, span.stopped), {}).setdefault(span.grade.id, []).append(span.day)
        every = [g.id for g in self.problem.grades if self.problem.classes_by_grade[g.id]]
        for (fault, why, stopped), by_grade in by_fault.items():
            alike: dict[tuple[date, ...], list[str]] = {}
            for grade, days in by_grade.items():
                alike.setdefault(tuple(days), []).append(grade)
            for dates, grades in alike.items():
                yield DatedCase(self.case(dates, grades, every, why, fault), stopped)

    def case(self, dates: tuple[date, ...], grades: list[str], every: list[str], why: str, fault: Text) -> PolicyCase:
        """10月30日一年级（运动会）：55 分钟。"""
        when = self.dates_text(dates)
        who = Text("各年级", "all grades") if grades == every else Text("、".join(grades), ", ".join(grades))
        because = Text(f"（{why}）", f" ({why})") if why else Text("", "")
        classes = tuple(c.id for g in grades for c in self.problem.classes_by_grade[g])
        text = Text(f"{when.zh}{who.zh}{because.zh}：{fault.zh}。", f"{when.en}, {who.en}{because.en}: {fault.en}.")
        return PolicyCase(text=text, classes=classes, dates=dates)


def _minutes(start: time, end: time) -> int:
    return end.hour * 60 + end.minute - start.hour * 60 - start.minute


def _zh(day: date) -> str:
    return f"{day.month}月{day.day}日"
