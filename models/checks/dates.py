"""The term's calendar: dates in the term and in order, make-up days, periods, clock times, odd and even weeks."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from models.calendar import MakeUpDay, Span
from models.checks.finding import Finding, Path, error, warning
from models.problem import Problem
from models.week import Day


def _spans(problem: Problem) -> Iterator[tuple[Path, Span]]:
    calendar = problem.calendar
    lists: tuple[tuple[str, Sequence[Span]], ...] = (
        ("holidays", calendar.holidays), ("no_service", calendar.no_service),
        ("clock_changes", calendar.clock_changes), ("parity_overrides", calendar.parity_overrides),
    )  # fmt: skip
    for name, spans in lists:
        for i, span in enumerate(spans):
            yield ("calendar", name, i), span


def calendar_needs_term(problem: Problem) -> Iterator[Finding]:
    """A calendar hangs on the term's first and last day."""
    term, calendar = problem.term, problem.calendar
    if (term.first_day is None or term.last_day is None) and (
        calendar.make_up_days or any(True for _ in _spans(problem))
    ):
        yield error(
            ("calendar",),
            "填了校历，学期却没有开学日期和放假日期：请先在“学校”表填这两个日期。",
            "there is a calendar, but the term has no first and last day: give both.",
        )


def calendar_order(problem: Problem) -> Iterator[Finding]:
    """The last day of an entry is not before its first."""
    for path, span in _spans(problem):
        if span.last < span.first:
            yield error(
                (*path, "last"),
                f"从{span.first}到{span.last}：最后一天早于第一天，请对调或改正。",
                f"from {span.first} to {span.last}: it ends before it starts; correct one of the days.",
            )


def calendar_in_term(problem: Problem) -> Iterator[Finding]:
    """Entries lie in the term; one that only reaches beyond it is worth a look."""
    first, last = problem.term.first_day, problem.term.last_day
    if first is None or last is None:
        return
    term, term_en = f"{first}至{last}", f"{first} to {last}"
    for path, span in _spans(problem):
        if span.last < span.first:
            continue
        if span.last < first or span.first > last:
            yield error(
                (*path, "first"),
                f"{span.first}不在学期内（{term}）：请核对年份，或删去这一行。",
                f"{span.first} is outside of the term ({term_en}): check the year, or remove the entry.",
            )
        elif span.first < first or span.last > last:
            field = "first" if span.first < first else "last"
            yield warning(
                (*path, field),
                f"{getattr(span, field)}已经超出学期（{term}），超出的几天没有影响。",
                f"{getattr(span, field)} is outside of the term ({term_en}); the days beyond it change nothing.",
            )
    for i, make_up in enumerate(problem.calendar.make_up_days):
        if not first <= make_up.day <= last:
            yield error(
                ("calendar", "make_up_days", i, "day"),
                f"调休上课日{make_up.day}不在学期内（{term}）：请核对年份，或删去这一行。",
                f"the make-up day {make_up.day} is outside of the term ({term_en}): check the year, or remove it.",
            )


def make_up_once(problem: Problem) -> Iterator[Finding]:
    """A date runs as one weekday."""
    seen: dict[date, MakeUpDay] = {}
    for i, make_up in enumerate(problem.calendar.make_up_days):
        before = seen.setdefault(make_up.day, make_up)
        if before is not make_up:
            one, other = before.runs_as.title, make_up.runs_as.title
            both = (
                f"一次按{one.zh}、一次按{other.zh}" if one != other else f"两次都按{one.zh}",
                f"as {one.en} and as {other.en}" if one != other else f"as {one.en} both times",
            )
            yield error(
                ("calendar", "make_up_days", i, "day"),
                f"调休上课日{make_up.day}写了两次（{both[0]}）：请只留一条。",
                f"the make-up day {make_up.day} is there twice ({both[1]}): keep one.",
            )


def make_up_is_no_holiday(problem: Problem) -> Iterator[Finding]:
    """There is school on a date, or there is none."""
    for i, make_up in enumerate(problem.calendar.make_up_days):
        holiday = next((h for h in problem.calendar.holidays if h.includes(make_up.day)), None)
        if holiday is not None:
            yield error(
                ("calendar", "make_up_days", i, "day"),
                f"{make_up.day}既写了放假（{holiday.name}），又写了调休上课：请删去一条，或改放假的起止日期。",
                f"{make_up.day} is a holiday (“{holiday.name}”) and a make-up day: remove one, or change its days.",
            )


def make_up_says_something(problem: Problem) -> Iterator[Finding]:
    """A make-up day is no ordinary day of school, and runs as a day on which there is service."""
    for i, make_up in enumerate(problem.calendar.make_up_days):
        own, path = Day(make_up.day.isoweekday()), ("calendar", "make_up_days", i)
        if own in problem.week.days:
            yield warning(
                (*path, "day"),
                f"{make_up.day}是{own.title.zh}，本来就上学：不是调休的话，请核对日期或删去这一行。",
                f"{make_up.day} is a {own.title.en}, a day of school anyway: check the date, or remove the entry.",
            )
        if make_up.runs_as not in problem.week.days:
            yield warning(
                (*path, "runs_as"),
                f"{make_up.day}按{make_up.runs_as.title.zh}上课，但{make_up.runs_as.title.zh}没有课后服务：请核对。",
                f"{make_up.day} runs as {make_up.runs_as.title.en}, on which there is no service: check it.",
            )


def calendar_period(problem: Problem) -> Iterator[Finding]:
    """Periods named by the calendar exist."""
    known = {p.number for p in problem.week.periods}
    named: list[tuple[Path, int]] = [
        (("calendar", "no_service", i, "periods", k), number)
        for i, stop in enumerate(problem.calendar.no_service)
        for k, number in enumerate(stop.periods)
    ]
    named += [(("calendar", "clock_changes", i, "period"), c.period)
              for i, c in enumerate(problem.calendar.clock_changes)]  # fmt: skip
    for path, number in named:
        if number not in known:
            have = "、".join(map(str, sorted(known)))
            yield error(
                path,
                f"没有第{number}节：作息表里只有第{have}节，请改节次。",
                f"there is no period {number}: the school has {have.replace('、', ', ')}.",
            )


def calendar_clock(problem: Problem) -> Iterator[Finding]:
    """A changed period ends after it starts, and meets no other of that day."""
    changes = problem.calendar.clock_changes
    for i, change in enumerate(changes):
        path: Path = ("calendar", "clock_changes", i)
        if change.end <= change.start:
            yield error(
                (*path, "end"),
                f"第{change.period}节{change.start:%H:%M}开始、{change.end:%H:%M}结束：结束时间应晚于开始时间。",
                f"period {change.period} starts at {change.start:%H:%M} and ends at {change.end:%H:%M}: "
                "it must end after it starts.",
            )
            continue
        turning = {change.first, *(c.first for c in changes), *(c.last + timedelta(days=1) for c in changes)}
        for day in sorted(d for d in turning if change.includes(d)):
            held = next(c for c in reversed(changes) if c.period == change.period and c.includes(day))
            other = _meeting(problem, day, change.period) if held is change else None
            if other is not None:
                yield error(
                    (*path, "start"),
                    f"从{day}起第{change.period}节{change.start:%H:%M}–{change.end:%H:%M}，和第{other}节时间重叠："
                    f"请把第{other}节也调整，或改时间。",
                    f"from {day} on period {change.period} ({change.start:%H:%M}-{change.end:%H:%M}) overlaps with "
                    f"period {other}: change that one too, or other times.",
                )
                break


def _meeting(problem: Problem, day: date, period: int) -> int | None:
    """The period before or after it whose clock times on this day are not before or after its own."""
    timed = []
    for usual in sorted(problem.week.periods, key=lambda p: p.number):
        changed = [c for c in problem.calendar.clock_changes if c.period == usual.number and c.includes(day)]
        start, end = (changed[-1].start, changed[-1].end) if changed else (usual.start, usual.end)
        if start is not None and end is not None:
            timed.append((usual.number, start, end))
    for (one, _, end), (other, start, _) in pairwise(timed):
        if start < end and period in (one, other):
            return other if period == one else one
    return None


def calendar_parity(problem: Problem) -> Iterator[Finding]:
    """Odd and even weeks are told apart only where the cycle has two weeks."""
    if problem.week.cycle == 2:
        return
    cure = ("请把“学校”表的周期改为单双周，或删去这一项。", "set the cycle to two weeks, or leave it out.")
    calendar = problem.calendar
    places: list[tuple[Path, date]] = [
        (("calendar", "make_up_days", i, "week"), m.day) for i, m in enumerate(calendar.make_up_days) if m.week
    ]
    places += [(("calendar", "parity_overrides", i, "week"), p.first) for i, p in enumerate(calendar.parity_overrides)]
    for path, day in places:
        yield error(
            path,
            f"{day}写了单周或双周，但学校没有分单双周：{cure[0]}",
            f"{day} is called an odd or even week, but the school has none: {cure[1]}",
        )


CHECKS = (
    calendar_needs_term, calendar_order, calendar_in_term, make_up_once, make_up_is_no_holiday,
    make_up_says_something, calendar_period, calendar_clock, calendar_parity,
)  # fmt: skip
