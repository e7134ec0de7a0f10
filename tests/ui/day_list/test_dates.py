"""A date on the phone: a make-up day runs as another weekday, a holiday says so, what changed today stands first."""

from dataclasses import replace
from datetime import date

from exchange.dated import DatedHead
from models import EventDay, Role, actual
from tests.builders import TUE_2, WED_1, changed
from tests.cover.terms import WHEN, log_of
from tests.exchange_dated.terms import autumn, headed
from tests.timetables import duty
from tests.ui.week.reading import read
from ui.day_list.dates import date_board, date_heading, date_notes, dates_of, lost_notes, nearest, stops
from ui.day_list.items import class_day, day_changes

SATURDAY, MONDAY, SPORTS = date(2026, 10, 10), date(2026, 10, 12), date(2026, 10, 30)


def test_a_make_up_saturday_runs_as_a_wednesday() -> None:
    head = headed()
    shown = date_board(head, SATURDAY, "一1")
    assert shown is not None
    text = read(class_day(shown.board, "一1", 6, 1)).text
    assert "第一节 15:40–16:20语文" in text
    assert "16:20 下课，16:30 前送到" in text
    assert "合唱1组音乐教室" in text
    heading = read(date_heading(head, SATURDAY, "一(1)班")).text
    assert heading == "周六 10月10日 · 第2周 · 调休，按周三上课一(1)班"
    assert date_notes(head, SATURDAY) is None


def test_a_holiday_says_so_and_when_service_is_again() -> None:
    notes = date_notes(headed(), date(2026, 10, 6))
    assert notes is not None
    assert read(notes).text == "放假：国庆节，没有课后服务。下一次：周四 10月8日。"
    sunday = date_notes(headed(), date(2026, 10, 11))
    assert sunday is not None
    assert read(sunday).text == "这天没有课后服务。下一次：周一 10月12日。"
    assert date_board(headed(), date(2026, 10, 11)) is None


def test_the_clock_is_that_of_the_date() -> None:
    shown = date_board(headed(), date(2026, 11, 2), "一1")
    assert shown is not None
    assert "第一节 15:10–15:50" in read(class_day(shown.board, "一1", 1, 1)).text


def test_a_period_without_service_is_not_a_gap() -> None:
    head = headed()
    assert date_notes(head, SPORTS) is None  # something is on
    assert "第二节 16:30–17:10停课：运动会" in on_the_phone(head, SPORTS, "一1")
    assert "停课" not in on_the_phone(head, SPORTS, "二1")
    assert "自主活动" in on_the_phone(head, SPORTS, "二1")


def on_the_phone(head: DatedHead, day: date, class_id: str) -> str:
    shown = date_board(head, day, class_id)
    assert shown is not None
    return read(class_day(shown.board, class_id, day.isoweekday(), 1, stops(head, shown, class_id))).text


def test_what_the_log_takes_away_says_why_in_its_place() -> None:
    """On Monday 10-12 一1 goes to the museum in period 2, in which it walks to 合唱 and 足球; 一2 does not."""
    planned = headed().dated
    trip = EventDay(
        id="1", who="沈", when=WHEN, why="参观博物馆", first=MONDAY, last=MONDAY, periods=(2,), classes=("一1",)
    )
    head = headed(actual=actual(planned, log_of(planned, trip)))
    seen = on_the_phone(head, MONDAY, "一1")
    assert "第二节 16:30–17:10停课：参观博物馆" in seen
    assert "未安排" not in seen
    assert "停课" not in on_the_phone(head, MONDAY, "一2")
    without = changed(trip, why="")
    untold = headed(actual=actual(planned, log_of(planned, without)))
    assert on_the_phone(untold, MONDAY, "一1").endswith("停课")
    english = replace(untold, head=replace(untold.head, language="en"))
    assert on_the_phone(english, MONDAY, "一1").endswith("no service")


def test_a_gathering_that_goes_on_without_a_class_is_not_on_for_it() -> None:
    """Tuesday 10-13, period 2: 大合唱 for 一1 and 一2."""
    planned, day = headed().dated, date(2026, 10, 13)
    ill = EventDay(id="1", who="沈", when=WHEN, why="水痘隔离", first=day, last=day, classes=("一1",))
    head = headed(actual=actual(planned, log_of(planned, ill)))
    assert on_the_phone(head, day, "一1").count("停课：水痘隔离") == 2
    assert "大合唱" in on_the_phone(head, day, "一2")
    assert "停课" not in on_the_phone(head, day, "一2")


def test_a_day_on_which_nothing_is_held_says_why() -> None:
    planned = headed().dated
    meet = EventDay(id="1", who="沈", when=WHEN, why="运动会", first=MONDAY, last=MONDAY)
    notes = date_notes(headed(actual=actual(planned, log_of(planned, meet))), MONDAY)
    assert notes is not None
    assert read(notes).text == "停课：运动会，没有课后服务。下一次：周二 10月13日。"


def test_the_parity_is_said_where_weeks_differ() -> None:
    assert "第3周（单周）" in read(date_heading(headed(autumn(cycle=2)), MONDAY, "x")).text
    assert "周）" not in read(date_heading(headed(), MONDAY, "x")).text


def test_what_is_not_as_planned_stands_first() -> None:
    planned = headed().dated
    sessions = []
    for d in planned.sessions:
        if d.day == SATURDAY and d.session.slot == WED_1 and d.session.school_class == "一1":
            d = changed(d, session=changed(d.session, duties=(duty("冯老师", Role.TUTOR),)))
        if d.day == date(2026, 10, 13) and d.session.slot == TUE_2 and d.session.club == "大合唱":
            continue
        sessions.append(d)
    head = headed(actual=changed(planned, sessions=tuple(sessions)))
    shown, other = date_board(head, SATURDAY, "一1"), date_board(head, SATURDAY, "一2")
    assert shown is not None
    assert other is not None
    changes = day_changes(shown.board, shown.board.timetable.sessions)
    assert changes is not None
    assert "由王1改为冯老师" in read(changes).text
    dropped = date_board(head, date(2026, 10, 13), "一1")
    assert dropped is not None
    lost = lost_notes(dropped)
    assert lost is not None
    assert "大合唱" in read(lost).text
    for person, lines in (("王1", 1), ("王2", 0)):
        gone = date_board(head, SATURDAY, person=person)
        assert gone is not None
        assert len(gone.left) == lines  # who is relieved finds it among the changes
        assert gone.lost == ()
    elsewhere = date_board(head, date(2026, 10, 13), person="李1")
    assert elsewhere is not None
    assert lost_notes(elsewhere) is None  # the gathering is led by somebody else
    usual = date_board(head, MONDAY, "一1")
    assert usual is not None
    assert lost_notes(usual) is None
    assert day_changes(usual.board, usual.board.timetable.sessions) is None


def test_the_list_of_dates_begins_with_today() -> None:
    head = headed()
    days = dates_of(head, date(2026, 10, 11))
    assert date(2026, 10, 11) in days  # a Sunday in the term, so that it can say that nothing is on
    assert nearest(days, date(2026, 10, 11)) == date(2026, 10, 11)
    assert nearest(days, date(2026, 9, 1)) == date(2026, 9, 28)
    assert nearest(days, date(2027, 3, 1)) == date(2026, 11, 6)
    assert date(2027, 3, 1) not in dates_of(head, date(2027, 3, 1))
