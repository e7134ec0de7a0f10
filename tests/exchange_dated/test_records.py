"""Patrol records and attendance forms with real dates: what is printed is what runs, and no pupil has a name."""

from typing import Any

from exchange.dated import attendance_pdf, month_of, patrol_pdf
from exchange.dated.attendance import attendance_sheets
from exchange.dated.patrol_records import patrol_sheets
from exchange.handouts.attendance import attendance_form
from models import Role, SessionKind
from tests.builders import MON_2, WED_1, changed
from tests.exchange_dated.terms import autumn, headed
from tests.timetables import duty, the

OCTOBER = month_of(2026, 10)


def test_a_page_for_each_date_with_all_who_teach() -> None:
    head = headed()
    sheets: list[Any] = patrol_sheets(head, 2)
    assert [s["title"] for s in sheets] == [
        "周四 10.8 巡课记录表", "周五 10.9 巡课记录表", "周六 10.10（按周三） 巡课记录表"
    ]  # fmt: skip
    for sheet, day in zip(sheets, (8, 9, 10), strict=True):
        printed = [row for table in sheet["tables"] for row in table["rows"]]
        held = [d.session for d in head.held.on[OCTOBER.first.replace(day=day)]]
        taught = [s for s in held if s.kind is not SessionKind.PATROL]
        assert len(printed) == len(taught)
        assert sorted(row[2].partition("\n")[0] for row in printed) == sorted(
            "、".join(p + ("（外聘）" if p == "孙教练" else "") for p in s.people(Role.TUTOR, Role.LEADER))
            for s in taught
        )
    saturday = sheets[2]["tables"]
    assert saturday[0]["title"] == "第一节 15:40–16:20"
    choice = "□是 □否"
    assert saturday[0]["rows"][0] == ["10.10", "吴主任", "王1", "一(1) 语文", choice, choice, "20", "", ""]
    assert patrol_pdf(head, 2).startswith(b"%PDF")


def test_a_substitute_is_named_with_whom_he_stands_in_for() -> None:
    planned = headed().dated
    day = OCTOBER.first.replace(day=10)
    sessions = [
        changed(d, session=changed(d.session, duties=(duty("冯老师", Role.TUTOR),)))
        if d.day == day and d.session.slot == WED_1 and d.session.school_class == "一1"
        else d
        for d in planned.sessions
    ]
    sheets: Any = patrol_sheets(headed(actual=changed(planned, sessions=tuple(sessions))), 2)
    assert sheets[2]["tables"][0]["rows"][0][2] == "冯老师"
    assert sheets[2]["tables"][0]["rows"][0][8] == "代 王1"
    assert {row[8] for table in sheets[0]["tables"] for row in table["rows"]} == {""}


def test_a_week_without_service_says_so() -> None:
    school = autumn()
    holiday = changed(school.calendar.holidays[0], last=OCTOBER.first.replace(day=11))
    calendar = changed(school.calendar, holidays=(holiday,), make_up_days=())
    (sheet,) = patrol_sheets(headed(changed(school, calendar=calendar)), 2)
    assert sheet["notes"] == ["这一周没有课后服务（国庆节）"]


def dates_of(form: Any) -> list[str]:
    return list(form["tables"][0]["heads"][0][3:])


def test_a_form_for_each_group_with_the_dates_on_which_it_meets() -> None:
    sheets: list[Any] = attendance_sheets(headed(), OCTOBER)
    titles = [s["title"] for s in sheets]
    assert titles == [f"{name} 2026年10月考勤表" for name in ("合唱1组", "合唱2组", "足球", "科学", "篮球", "大合唱")]
    football = sheets[2]
    assert dates_of(football) == [
        "10.10\n周六\n按周三", "10.12\n周一", "10.14\n周三", "10.19\n周一", "10.21\n周三", "10.26\n周一", "10.28\n周三"
    ]  # fmt: skip
    *rows, there = football["tables"][0]["rows"]
    assert [row[1] for row in rows] == ["一(1)"] * 10 + ["一(2)"] * 10 + ["二(1)"] * 10 + ["二(2)"] * 10
    assert all(cell == "" for row in rows for cell in row[2:])  # names and numbers are for the pen
    assert there[0]["text"] == "实到人数"
    assert "带班 孙教练（外聘） · 操场 · 第二节 · 40 人" in football["tables"][0]["title"]
    science = sheets[3]  # two periods on one day are one column
    assert dates_of(science) == ["10.8\n周四", "10.15\n周四", "10.22\n周四", "10.29\n周四"]
    gathering = sheets[5]["tables"][0]["rows"][:-1]  # classes come as a whole
    assert [row[1:3] for row in gathering] == [["一(1)", "20"], ["一(2)", "20"]]
    assert attendance_pdf(headed(), OCTOBER).startswith(b"%PDF")


def test_a_month_without_clubs_is_a_page_that_says_so() -> None:
    (sheet,) = attendance_sheets(headed(), month_of(2027, 2))
    assert sheet["notes"] == ["这段时间没有社团活动。"]
    assert attendance_pdf(headed(), month_of(2027, 2)).startswith(b"%PDF")


def test_a_long_span_takes_several_pages() -> None:
    """85 dates are two pages of the 40 columns that a page holds, and five more."""
    head = headed()
    meeting = the(head.head.timetable, MON_2, club="合唱", group=1)
    dates = [f"{number}.1" for number in range(1, 86)]
    pages = attendance_form(head.head, [meeting], dates, "2026–2027")
    assert [len(dates_of(page)) for page in pages] == [40, 40, 5]
    assert [date for page in pages for date in dates_of(page)] == dates
    assert [page["upright"] for page in pages] == [False, False, False]
