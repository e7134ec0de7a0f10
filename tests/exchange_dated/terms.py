"""The tiny school's autumn of 2026 on dates, small enough to be counted by hand.

Term from Monday 2026-09-28 to Sunday 2026-11-08. National Day from 10-01 to 10-07; Saturday 10-10 runs as a Wednesday;
from 11-02 the first period begins at 15:10; on Friday 10-30 there is no second period for 一年级 (运动会).

Service in October: Mon 12, 19, 26 (3); Tue 13, 20, 27 (3); Wed 10 (a Saturday), 14, 21, 28 (4); Thu 8, 15, 22, 29 (4);
Fri 9, 16, 23, 30 (4): 18 days.
"""

from datetime import UTC, date, datetime, time
from functools import partial

from exchange.dated import DatedHead
from exchange.handouts import Head
from models import (
    Calendar,
    ClockChange,
    DatedTimetable,
    Day,
    Holiday,
    MakeUpDay,
    NoService,
    Period,
    Problem,
    Term,
    Text,
    Timetable,
)
from scheduler.term import clock, dated
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable

FIRST, LAST = date(2026, 9, 28), date(2026, 11, 8)
THEN, LATER = datetime(2026, 9, 20, 8, tzinfo=UTC), datetime(2026, 9, 25, 8, tzinfo=UTC)
CALENDAR = Calendar(
    holidays=(Holiday(first=date(2026, 10, 1), last=date(2026, 10, 7), name="国庆节"),),
    make_up_days=(MakeUpDay(day=date(2026, 10, 10), runs_as=Day.WED),),
    no_service=(
        NoService(first=date(2026, 10, 30), last=date(2026, 10, 30), periods=(2,), grades=("一年级",), reason="运动会"),
    ),
    clock_changes=(ClockChange(first=date(2026, 11, 2), last=LAST, period=1, start=time(15, 10), end=time(15, 50)),),
)


def autumn(cycle: int = 1) -> Problem:
    """The tiny school with its dates and clock times."""
    school = tiny_school()
    periods = (
        Period(number=1, start=time(15, 40), end=time(16, 20)),
        Period(number=2, start=time(16, 30), end=time(17, 10)),
    )
    week = changed(school.week, periods=periods, cycle=cycle)
    term = Term(name="2026–2027学年第一学期", first_day=FIRST, last_day=LAST)
    coach = school.instructors[0]
    contract = changed(coach.credentials[0], valid_from=date(2026, 9, 1), valid_until=date(2027, 1, 31))
    coaches = (changed(coach, credentials=(contract,)),)
    return changed(school, week=week, term=term, calendar=CALENDAR, instructors=coaches)


def headed(
    problem: Problem | None = None,
    table: Timetable | None = None,
    actual: DatedTimetable | None = None,
    warning: Text | None = None,
) -> DatedHead:
    """What its handouts are made from."""
    school = autumn() if problem is None else problem
    week = tiny_timetable(school) if table is None else table
    head = Head(school, week, printed=date(2026, 9, 25), warning=warning)
    return DatedHead(head, dated(school, week), partial(clock, school), actual)
