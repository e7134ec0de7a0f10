"""The sheets of one real week: every date in its place, what is lost with its reason, the clock of the dates."""

from datetime import date, time
from typing import Any

import pytest

from exchange.dated import DatedHead, one_week, week_pdf, weeks
from exchange.dated.week_sheets import week_sheet
from models import ClockChange, EventDay, Slot, actual
from scheduler.term import clock
from tests.builders import changed
from tests.cover.terms import WHEN, log_of
from tests.exchange_dated.terms import LAST, autumn, headed


def sheet(head: DatedHead, number: int, class_id: str = "一1") -> Any:
    return week_sheet(head, number, head.problem.class_by_id[class_id])


def cells(found: Any) -> dict[tuple[str, int], str]:
    """(heading of the day, period) → what stands there."""
    return {
        (day, period): "\n".join("".join(text for text, _ in line) for line in cell["lines"])
        for period, row in enumerate(found["week"]["rows"], start=1)
        for day, cell in zip(found["week"]["days"], row["cells"], strict=True)
    }


def test_the_week_of_the_holiday_and_the_make_up_day() -> None:
    """Week 2 is 10-05 to 10-10: three days of holiday, Thursday, Friday, and a Saturday that runs as a Wednesday."""
    found = sheet(headed(), 2)
    assert found["title"] == "一(1)班 第2周课表与去向单"
    assert "2026-10-05 – 10-10" in found["beside"]
    assert found["week"]["days"] == [
        "周一 10.5", "周二 10.6", "周三 10.7", "周四 10.8", "周五 10.9", "周六 10.10（按周三）"
    ]  # fmt: skip
    shown = cells(found)
    assert shown["周一 10.5", 1] == shown["周三 10.7", 2] == "放假：国庆节"
    assert shown["周六 10.10（按周三）", 1].startswith("语文　王1")
    assert shown["周六 10.10（按周三）", 2].startswith("走班社团")
    (walks,) = found["lists"]
    assert walks["title"] == "周四第1–2节、周六第2节 去哪里"
    assert walks["total"]["each"] == ["20", "20"]


def test_a_period_without_service_says_why_for_those_who_lose_it() -> None:
    shown, other = cells(sheet(headed(), 5)), cells(sheet(headed(), 5, "二1"))
    assert shown["周五 10.30", 2] == "停课：运动会"
    assert shown["周五 10.30", 1].startswith("数学")
    assert other["周五 10.30", 2].startswith("自主活动")


def test_what_was_cancelled_since_says_why_too() -> None:
    """On Monday 10-12 一1 has an outing in period 2; 一2 goes to its clubs."""
    planned, day = headed().dated, date(2026, 10, 12)
    trip = EventDay(id="1", who="沈", when=WHEN, why="参观博物馆", first=day, last=day, periods=(2,), classes=("一1",))
    head = headed(actual=actual(planned, log_of(planned, trip)))
    mine, other = sheet(head, 3), sheet(head, 3, "一2")
    assert cells(mine)["周一 10.12", 2] == "停课：参观博物馆"
    assert cells(other)["周一 10.12", 2].startswith("走班社团")
    assert not any("周一" in walk for walks in mine["lists"] for walk in walks["walks"])


def test_a_week_of_holidays_alone_is_a_sheet_too() -> None:
    school = autumn()
    late = changed(school, calendar=changed(school.calendar, make_up_days=()))
    holiday = changed(late.calendar.holidays[0], last=date(2026, 10, 11))
    alone = changed(late, calendar=changed(late.calendar, holidays=(holiday,)))
    found = sheet(headed(alone), 2)
    assert set(cells(found).values()) == {"放假：国庆节"}
    assert found["lists"] == []
    assert week_pdf(headed(alone), 2).startswith(b"%PDF")


def test_the_clock_is_that_of_the_dates() -> None:
    assert [row["clock"] for row in sheet(headed(), 3)["week"]["rows"]] == ["15:40–16:20", "16:30–17:10"]
    assert [row["clock"] for row in sheet(headed(), 6)["week"]["rows"]] == ["15:10–15:50", "16:30–17:10"]
    school = autumn()
    middle = ClockChange(first=date(2026, 10, 14), last=LAST, period=1, start=time(15, 10), end=time(15, 50))
    changing = changed(school, calendar=changed(school.calendar, clock_changes=(middle,)))
    found = sheet(headed(changing), 3)["week"]["rows"][0]["clock"]
    assert found == "周一–周二 15:40–16:20\n周三–周五 15:10–15:50"


def test_the_other_week_of_the_cycle() -> None:
    head = headed(autumn(cycle=2))
    assert sheet(head, 2)["title"] == "一(1)班 第2周（双周）课表与去向单"
    assert sheet(head, 3)["title"] == "一(1)班 第3周（单周）课表与去向单"
    week = one_week(head, 2)
    assert week is not None
    assert week.head.timetable.sessions
    assert all(s.slot.week == 1 for s in week.head.timetable.sessions)  # a week of its own


def test_every_session_of_every_week_is_where_it_is() -> None:
    head = headed()
    shown = 0
    for number in weeks(head):
        week = one_week(head, number)
        assert week is not None
        for session in week.head.timetable.sessions:
            day = next(d for d in week.days if d.day.isoweekday() == session.slot.day)
            usual = changed(session, slot=Slot(day.runs_as, session.slot.period))
            assert usual in [d.session for d in head.held.on[day.day]]
            assert clock(head.problem, day.day, session.slot.period) is not None
        shown += len(week.head.timetable.sessions)
    assert shown == len(head.held.sessions)


def test_all_classes_are_in_one_file_and_a_week_that_is_none_is_refused() -> None:
    assert week_pdf(headed(), 3).startswith(b"%PDF")
    with pytest.raises(ValueError, match="30"):
        week_pdf(headed(), 30)
    assert one_week(headed(), 30) is None
