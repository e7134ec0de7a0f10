"""Dates as printed, months and weeks of a term."""

from datetime import date

import pytest

from exchange.dated import month_of, months, span_title, week_of, weeks, whole_term
from exchange.dated.term_days import closed_on, date_title, span_mark
from models import Span
from tests.builders import changed
from tests.exchange_dated.terms import autumn, headed

DATED = headed().dated


def test_dates_as_schools_write_them() -> None:
    assert date_title(date(2026, 2, 9)) == "2.9周一"
    assert date_title(date(2026, 2, 9), "en") == "09 Feb Mon"
    span = Span(first=date(2026, 10, 12), last=date(2026, 10, 25))
    assert span_title(month_of(2028, 2)) == "2028年2月"
    assert month_of(2028, 2).last == date(2028, 2, 29)
    assert (span_title(span), span_mark(span)) == ("2026-10-12 – 2026-10-25", "20261012-20261025")
    assert span_mark(month_of(2026, 9)) == "2026-09"
    with pytest.raises(ValueError, match="month"):
        month_of(2026, 13)


def test_months_and_weeks_of_the_term() -> None:
    assert months(DATED) == tuple(month_of(2026, month) for month in (9, 10, 11))
    assert whole_term(DATED) == Span(first=date(2026, 9, 28), last=date(2026, 11, 6))
    assert weeks(headed()) == (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2026, 8, 1), 1),  # before the term
        (date(2026, 9, 28), 1),
        (date(2026, 10, 4), 1),  # a Sunday belongs to the week that it ends
        (date(2026, 10, 10), 2),
        (date(2026, 10, 11), 2),
        (date(2026, 10, 12), 3),
        (date(2027, 1, 1), 6),  # after the term
    ],
)
def test_the_week_of_a_day(day: date, week: int) -> None:
    assert week_of(DATED, day) == week


def test_an_empty_term_has_no_month_and_no_week() -> None:
    empty = changed(DATED, days=(), sessions=(), losses=())
    assert (months(empty), whole_term(empty), week_of(empty, date(2026, 10, 1))) == ((), None, None)


def test_when_nothing_is_on_and_why() -> None:
    school = autumn()
    meet = changed(school.calendar.no_service[0], periods=(), grades=())
    dated = headed(changed(school, calendar=changed(school.calendar, no_service=(meet,)))).dated
    assert list(closed_on(dated, month_of(2026, 10))) == [
        ("国庆节", Span(first=date(2026, 10, 1), last=date(2026, 10, 7))),
        ("运动会", Span(first=date(2026, 10, 30), last=date(2026, 10, 30))),
    ]
    assert list(closed_on(DATED, month_of(2026, 11))) == []
