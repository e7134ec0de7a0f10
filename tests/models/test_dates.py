"""The term's calendar: every check of it fires where it should and is silent where it should be."""

from datetime import date, time
from typing import Any

import pytest

from models import (
    Calendar,
    ClockChange,
    Day,
    Holiday,
    MakeUpDay,
    NoService,
    ParityOverride,
    Period,
    Problem,
    Severity,
    calendar_mark,
    fingerprint,
    week_number,
)
from models.checks import problem_issues
from tests.builders import changed, tiny_school
from tests.models.fired import fired, only

SCHOOL = tiny_school()  # 2027-02-22 (a Monday) – 2027-07-02, Monday to Friday, periods 1 and 2 without clock times
SATURDAY, MONDAY = date(2027, 4, 10), date(2027, 4, 5)
QINGMING = Holiday(first=MONDAY, last=MONDAY, name="清明节")
MADE_UP = MakeUpDay(day=SATURDAY, runs_as=Day.MON)


def with_calendar(school: Problem = SCHOOL, **lists: Any) -> Problem:
    return changed(school, calendar=Calendar(**lists))


def timed() -> Problem:
    periods = (
        Period(number=1, start=time(15, 40), end=time(16, 20)),
        Period(number=2, start=time(16, 30), end=time(17)),
    )
    return changed(SCHOOL, week=changed(SCHOOL.week, periods=periods))


def clock(period: int, start: time, end: time, first: date = MONDAY, last: date = date(2027, 7, 2)) -> ClockChange:
    return ClockChange(first=first, last=last, period=period, start=start, end=end)


def test_a_sensible_calendar_is_no_issue_and_leaves_the_fingerprint_alone() -> None:
    school = with_calendar(
        holidays=(QINGMING,),
        make_up_days=(MADE_UP,),
        no_service=(NoService(first=date(2027, 6, 24), last=date(2027, 6, 25), grades=("二年级",), reason="期末考试"),),
    )
    assert problem_issues(school) == problem_issues(SCHOOL)
    assert fingerprint(school) == fingerprint(SCHOOL)
    assert calendar_mark(school) != calendar_mark(SCHOOL)


def test_a_calendar_needs_the_term() -> None:
    bare = changed(SCHOOL, term=changed(SCHOOL.term, first_day=None, last_day=None))
    assert only(with_calendar(bare, holidays=(QINGMING,)), "calendar_needs_term").path == ("calendar",)
    assert fired(bare, "calendar_needs_term") == []


def test_last_before_first() -> None:
    issue = only(with_calendar(holidays=(changed(QINGMING, last=date(2027, 4, 4)),)), "calendar_order")
    assert issue.path == ("calendar", "holidays", 0, "last")


@pytest.mark.parametrize(
    ("first", "last", "severity", "field"),
    [
        (date(2026, 4, 5), date(2026, 4, 5), Severity.ERROR, "first"),  # last year's
        (date(2027, 7, 3), date(2027, 8, 31), Severity.ERROR, "first"),  # the day after the term
        (date(2027, 2, 20), date(2027, 2, 22), Severity.WARNING, "first"),
        (date(2027, 7, 1), date(2027, 7, 10), Severity.WARNING, "last"),
    ],
)
def test_outside_of_the_term(first: date, last: date, severity: Severity, field: str) -> None:
    issue = only(with_calendar(holidays=(Holiday(first=first, last=last, name="假"),)), "calendar_in_term")
    assert (issue.severity, issue.path) == (severity, ("calendar", "holidays", 0, field))


def test_a_make_up_day_outside_of_the_term() -> None:
    issue = only(with_calendar(make_up_days=(changed(MADE_UP, day=date(2027, 7, 3)),)), "calendar_in_term")
    assert issue.severity is Severity.ERROR


def test_a_date_is_made_up_once() -> None:
    twice = with_calendar(make_up_days=(MADE_UP, changed(MADE_UP, runs_as=Day.FRI)))
    assert "一次按周一、一次按周五" in only(twice, "make_up_once").text.zh


def test_no_school_and_school_on_one_date() -> None:
    school = with_calendar(
        holidays=(changed(QINGMING, first=date(2027, 4, 3), last=SATURDAY),), make_up_days=(MADE_UP,)
    )
    assert "清明节" in only(school, "make_up_is_no_holiday").text.zh


def test_a_make_up_day_that_changes_nothing() -> None:
    tuesday = with_calendar(make_up_days=(changed(MADE_UP, day=date(2027, 4, 6)),))
    assert only(tuesday, "make_up_says_something").path == ("calendar", "make_up_days", 0, "day")
    as_sunday = with_calendar(make_up_days=(changed(MADE_UP, runs_as=Day.SUN),))
    assert only(as_sunday, "make_up_says_something").path == ("calendar", "make_up_days", 0, "runs_as")


def test_periods_and_grades_of_the_calendar_exist() -> None:
    stop = NoService(first=MONDAY, last=MONDAY, periods=(1, 3), grades=("九年级",), reason="运动会")
    school = with_calendar(no_service=(stop,))
    assert only(school, "calendar_period").path == ("calendar", "no_service", 0, "periods", 1)
    assert only(school, "known_grade").path == ("calendar", "no_service", 0, "grades", 0)
    third = with_calendar(clock_changes=(clock(3, time(15), time(16)),))
    assert only(third, "calendar_period").path == ("calendar", "clock_changes", 0, "period")


def test_clock_times_in_order_and_apart() -> None:
    ends_first = with_calendar(timed(), clock_changes=(clock(1, time(16), time(15, 20)),))
    assert only(ends_first, "calendar_clock").path == ("calendar", "clock_changes", 0, "end")
    longer = clock(1, time(15, 40), time(16, 40))  # period 2 begins at 16:30
    assert "第2节" in only(with_calendar(timed(), clock_changes=(longer,)), "calendar_clock").text.zh
    later = clock(2, time(16, 45), time(17, 15))
    assert fired(with_calendar(timed(), clock_changes=(longer, later)), "calendar_clock") == []
    # From June on period 2 begins early again, while period 1 is still the longer one.
    early = clock(2, time(16, 30), time(17), first=date(2027, 6, 1))
    issues = fired(with_calendar(timed(), clock_changes=(longer, later, early)), "calendar_clock")
    assert [(i.path[2], "2027-06-01" in i.text.zh) for i in issues] == [(0, True), (2, True)]


def test_parity_needs_two_weeks() -> None:
    odd = ParityOverride(first=MONDAY, last=MONDAY, week=1)
    lists: dict[str, Any] = {"make_up_days": (changed(MADE_UP, week=2),), "parity_overrides": (odd,)}
    assert [i.path[1] for i in fired(with_calendar(**lists), "calendar_parity")] == ["make_up_days", "parity_overrides"]
    two = changed(SCHOOL, week=changed(SCHOOL.week, cycle=2))
    assert fired(with_calendar(two, **lists), "calendar_parity") == []


def test_weeks_are_counted_from_the_monday_before_the_first_day() -> None:
    # 2026-09-01 is a Tuesday: its week begins on Monday, 31 August, and the next one on 7 September.
    first = date(2026, 9, 1)
    days = (date(2026, 9, 1), date(2026, 9, 6), date(2026, 9, 7), date(2026, 9, 20), date(2027, 1, 22))
    assert [week_number(first, day) for day in days] == [1, 1, 2, 3, 21]
