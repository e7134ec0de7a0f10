"""What each date of a term is: which weekday runs on it, in which week of the cycle, at what clock times."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from models import DayKind, Problem, TermDay, week_number
from models.week import Day


def term_days(problem: Problem) -> tuple[TermDay, ...]:
    """Each date on which some class would have service: school days, make-up days, and holidays that took one.

    Without the term's first and last day there are none. A make-up day wins over a holiday of the same date, as the
    school has written it down for that very day.
    """
    return tuple(_days(problem))


def clock(problem: Problem, day: date, period: int) -> tuple[time, time] | None:
    """From when to when the period lasts on this date; none where the school gave no clock time."""
    for change in reversed(problem.calendar.clock_changes):
        if change.period == period and change.includes(day):
            return change.start, change.end
    for usual in problem.week.periods:
        if usual.number == period and usual.start is not None and usual.end is not None:
            return usual.start, usual.end
    return None


def parity(problem: Problem, day: date) -> int:
    """1 in odd and 2 in even weeks, counted from the term's first week unless the calendar says otherwise."""
    for override in reversed(problem.calendar.parity_overrides):
        if override.includes(day):
            return override.week
    assert problem.term.first_day is not None
    return 2 - week_number(problem.term.first_day, day) % 2


def _days(problem: Problem) -> Iterator[TermDay]:
    first, last = problem.term.first_day, problem.term.last_day
    if first is None or last is None:
        return
    calendar, open_days = problem.calendar, frozenset(problem.week.days)
    made_up = {m.day: m for m in calendar.make_up_days}
    day = first
    while day <= last:
        kind, runs_as, week, name = DayKind.SCHOOL, Day(day.isoweekday()), parity(problem, day), None
        if (make_up := made_up.get(day)) is not None:
            kind, runs_as, week, name = DayKind.MAKE_UP, make_up.runs_as, make_up.week or week, make_up.name
        elif (holiday := next((h for h in calendar.holidays if h.includes(day)), None)) is not None:
            kind, name = DayKind.HOLIDAY, holiday.name
        if runs_as in open_days:
            number = week_number(first, day)
            yield TermDay(day=day, kind=kind, runs_as=runs_as, number=number, week=week, name=name)
        day += timedelta(days=1)
