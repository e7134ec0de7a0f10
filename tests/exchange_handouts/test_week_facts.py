"""Poster, doors, clubs, patrol, attendance and lists: what stands on them is the timetable, all of it and no more."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from exchange.csv_text import harmless
from exchange.handouts import Head
from exchange.handouts.attendance import attendance_forms
from exchange.handouts.club_book import club_book
from exchange.handouts.club_lists import club_heads, club_rows
from exchange.handouts.club_sheets import club_sheets
from exchange.handouts.patrol_records import record_forms
from exchange.handouts.patrol_rota import rota
from exchange.handouts.posters import poster_sheets
from exchange.handouts.room_doors import door_sheets
from exchange.handouts.session_list import session_rows, sessions_csv, sessions_json
from exchange.results.names import content_name
from exchange.results.view import class_slot
from models import Role, SessionKind, Slot
from tests.builders import MON_2, TUE_2, changed, tiny_school
from tests.exchange_results import large_school
from tests.timetables import the, tiny_timetable

PROBLEM = tiny_school()
TABLE = tiny_timetable(PROBLEM)
HEAD = Head(PROBLEM, TABLE)
LARGE = large_school.school(12)
LARGE_HEAD = Head(LARGE, large_school.timetable(LARGE))
HEADS = pytest.mark.parametrize("head", [HEAD, LARGE_HEAD], ids=["tiny", "twelve"])


def words(cell: Any) -> str:
    return cell if isinstance(cell, str) else str(cell["text"])


def said(lines: Any) -> str:
    return "\n".join("".join(text for text, _ in line) for line in lines)


@HEADS
def test_the_poster_shows_each_class_in_each_slot_once_and_each_club_with_its_pupils(head: Head) -> None:
    (poster,) = poster_sheets(head)
    ways: Any = poster["ways"]
    for way in ways:
        titles = [one[0] for page in way for one in page["classes"]]
        assert titles == [c.title for c in head.problem.classes]
        by_title = {c.title: c for c in head.problem.classes}
        for page in way:
            for day_number, day in enumerate(page["days"], start=1):
                for period, slot in enumerate(day["slots"], start=1):
                    at, here = 0, Slot(day_number, period)
                    for run in slot["runs"]:
                        owners = [by_title[one[0]] for one in page["classes"][at : at + run["span"]]]
                        at += run["span"]
                        _right(head, here, run, [c.id for c in owners])
                    assert at == len(page["classes"])
                    assert slot["on_duty"] == [p for s in head.timetable.at[here] for p in s.people(Role.PATROL)]


def _right(head: Head, slot: Slot, run: Any, owners: list[str]) -> None:
    """What stands over these classes is what they do then."""
    found = [class_slot(head.problem, head.timetable, owner, slot) for owner in owners]
    if run["kind"] == "cross_class" and not run["note"]:
        clubs = {id(s): s for here in found for s in here.walking}.values()
        shown = sorted((name, int(rest.rsplit(" ", 1)[1])) for name, rest in run["items"])
        assert shown == sorted((content_name(head.problem, s), s.head_count) for s in clubs)
    elif run["kind"] in ("homework", "class_activity"):
        (here,) = found
        (session,) = here.own
        assert content_name(head.problem, session) in said(run["lines"])
        assert all(person in said(run["lines"]) for person in session.people())
    elif run["kind"] == "whole_school":
        assert all(here.whole for here in found)
        assert content_name(head.problem, found[0].whole[0]) in said(run["lines"])


def test_odd_and_even_weeks_are_two_posters_only_where_they_differ() -> None:
    problem = large_school.school(6, 2)
    assert [p["title"] for p in poster_sheets(Head(problem, large_school.timetable(problem)))] == [
        "课后服务总课表（单周）",
        "课后服务总课表（双周）",
    ]
    same = changed(PROBLEM, week=changed(PROBLEM.week, cycle=2))
    assert [p["title"] for p in poster_sheets(Head(same, tiny_timetable(same)))] == ["课后服务总课表"]


@HEADS
def test_each_door_shows_what_meets_behind_it_and_nothing_else(head: Head) -> None:
    shown = {}
    for door in door_sheets(head):
        week: Any = door["week"]
        for period, row in enumerate(week["rows"], start=1):
            for day, cell in enumerate(row["cells"], start=1):
                if cell["kind"] and cell["kind"] != "shut":
                    shown[door["title"], day, period] = said(cell["lines"])
    held = {(s.room, s.slot.day, s.slot.period): s for s in head.timetable.sessions if s.room is not None}
    assert set(shown) == set(held)
    for place, session in held.items():
        assert content_name(head.problem, session) in shown[place]


@HEADS
def test_each_club_s_sheet_has_exactly_its_meetings_and_its_pupils(head: Head) -> None:
    sheets: list[Any] = list(club_sheets(head))
    groups = {(s.club, s.group) for s in head.timetable.sessions if s.kind in ("cross_class", "whole_school")}
    assert len(sheets) == len(groups)
    by_name = {sheet["title"]: sheet for sheet in sheets}
    for club, group in groups:
        meetings = head.timetable.of_club[club or "", group]
        sheet = by_name[content_name(head.problem, meetings[0])]
        when, *who = sheet["tables"]
        assert {(words(row[0]), row[2], int(row[5])) for row in when["rows"]} == {
            (s.slot.title(), s.room, s.head_count) for s in meetings
        }
        assert len(when["rows"]) == len(meetings)
        comes = []
        for table in who:
            *classes, total = table["rows"]
            counts = [int(row[2]) for row in classes]
            assert sum(counts) == int(words(total[1]))
            comes.append(dict(zip([words(row[0]) for row in classes], counts, strict=True)))
        titles = {c.id: f"{c.title}班" for c in head.problem.classes}
        for session in meetings:  # its pupils stand in one of the tables, and no table is of another meeting
            assert {titles[c]: n for c, n in session.pupils.items() if n} in comes
        assert len(comes) == len({tuple(sorted(s.pupils.items())) for s in meetings})


def test_who_brings_the_pupils_is_who_the_class_s_own_list_names() -> None:
    """By hand: on Monday 王1 tutors 一1 in period 1, and brings its five pupils to 合唱."""
    sheet: Any = next(sheet for sheet in club_sheets(HEAD) if sheet["title"] == "合唱1组")
    row = next(row for row in sheet["tables"][1]["rows"] if words(row[0]) == "一(1)班")
    monday = the(TABLE, Slot(1, 1), school_class="一1").people()[0]
    assert monday in row[3]


@HEADS
def test_the_rota_and_the_forms_hold_every_patrol_and_every_session(head: Head) -> None:
    (page,) = rota(head)
    tables: Any = page["tables"]
    for day, row in enumerate(tables[0]["rows"], start=1):
        for period, cell in enumerate(row[1:], start=1):
            there = [p for s in head.timetable.at.get(Slot(day, period), ()) for p in s.people(Role.PATROL)]
            assert cell == "、".join(there)
    forms: list[Any] = list(record_forms(head))
    taught = [s for s in head.timetable.sessions if s.kind is not SessionKind.PATROL]
    assert sum(len(table["rows"]) for form in forms for table in form["tables"]) == len(taught)
    assert forms[0]["tables"][0]["heads"] == [
        [
            "巡课日期",
            "巡课教师",
            "授课教师",
            "班级名称",
            "是否准时上课",
            "是否为原定教师",
            "应到人数",
            "实到人数",
            "备注",
        ]
    ]
    # In each slot everybody is somewhere: what should be there adds up to all pupils of the classes that have service.
    for title, table in ((form["title"], table) for form in forms for table in form["tables"]):
        day, period = "一二三四五".index(title[1]) + 1, "一二三四五六七八九".index(table["title"][1]) + 1
        here = [class_slot(head.problem, head.timetable, c.id, Slot(day, period)) for c in head.problem.classes]
        everybody = sum(h.school_class.pupils for h in here if h.own or h.walking or h.whole)
        assert sum(int(row[6]) for row in table["rows"]) == everybody
        assert {row[0] for row in table["rows"]} == {""}  # the date is for the pen


def test_the_list_of_clubs_has_the_usual_columns_on_paper_and_in_the_workbook() -> None:
    assert club_heads(HEAD) == (
        "社团名称", "类型", "所属年级", "授课教师", "上课地点", "上课时间", "人数上限", "简介",
    )  # fmt: skip
    rows = club_rows(LARGE_HEAD)
    assert len(rows) == len(large_school.OFFERS) + 1  # and 经典诵读
    sheet = load_workbook(BytesIO(club_book(LARGE_HEAD))).worksheets[0]
    written = [[cell.value or "" for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert written == [[*row] for row in (club_heads(LARGE_HEAD), *rows)]
    guzheng = next(row for row in rows if row[0] == "古筝")
    assert guzheng[3:6] == ("秦教练（外聘）", "古筝室", "周一第2节、周二第2节、周四第2节、周五第2节")


def attendance(head: Head, name: str) -> Any:
    (form,) = (form for form in attendance_forms(head) if str(form["title"]).startswith(f"{name} "))
    return form


def test_an_attendance_form_has_a_row_for_each_pupil_and_a_date_to_be_written_for_each_meeting_of_a_month() -> None:
    """合唱1组: 5 pupils of each of four classes; Monday and Wednesday of five weeks."""
    form = attendance(HEAD, "合唱1组")
    table = form["tables"][0]
    assert [row[1] for row in table["rows"][:-1]] == ["一(1)"] * 5 + ["一(2)"] * 5 + ["二(1)"] * 5 + ["二(2)"] * 5
    assert table["heads"] == [["序号", "班级", "姓名", *["　\n＿＿\n周一", "　\n＿＿\n周三"] * 5]]
    assert form["upright"]
    # 科学 meets on Thursday in periods 1 and 2: one column a week.
    science = attendance(HEAD, "科学")["tables"][0]
    assert len(science["heads"][0]) == 3 + 5
    assert len(science["rows"]) == the(TABLE, Slot(4, 1), club="科学").head_count + 1 == 41
    # 大合唱 is for whole classes: a row for each.
    together = attendance(HEAD, "大合唱")["tables"][0]
    assert [(row[1], row[2]) for row in together["rows"][:-1]] == [("一(1)", "20"), ("一(2)", "20")]
    assert the(TABLE, TUE_2, club="大合唱").head_count == 40
    assert len(attendance_forms(HEAD)) == len(TABLE.of_club)


def test_a_club_of_odd_weeks_has_dates_for_odd_weeks_only() -> None:
    """Of five weeks at most three are odd; 古筝 meets four times in each."""
    problem = large_school.school(6, 2)
    table = large_school.timetable(problem)
    only = changed(table, sessions=tuple(s for s in table.sessions if s.club != "古筝" or s.slot.week == 1))
    heads = attendance(Head(problem, only), "古筝")["tables"][0]["heads"][0][3:]
    assert [words(cell)[-2:] for cell in heads] == ["周一", "周二", "周四", "周五"] * 3


@HEADS
def test_every_session_is_a_row_of_the_csv_and_of_the_json(head: Head) -> None:
    rows = session_rows(head)
    assert len(rows) == len(head.timetable.sessions)
    read = list(csv.DictReader(StringIO(sessions_csv(head).decode("utf-8-sig"))))
    assert sessions_csv(head).startswith(b"\xef\xbb\xbf")  # else Excel takes it for GBK
    assert [(r["星期"], r["节次"], r["内容"], r["地点"]) for r in read] == [
        (r["day"], str(r["period"]), r["content"], r["room"]) for r in rows
    ]
    data = json.loads(sessions_json(head))
    assert data["fingerprint"] == head.timetable.fingerprint
    assert data["sessions"] == rows
    football = [r for r in session_rows(HEAD) if r["content"] == "足球" and r["day"] == "周一"]
    assert [(r["teachers"], r["accompanying"], r["pupils"], r["room"]) for r in football] == [
        ("孙教练（外聘）", "冯老师", the(TABLE, MON_2, club="足球").head_count, "操场")
    ]


def test_what_is_the_same_in_both_weeks_is_one_row() -> None:
    problem = large_school.school(6, 2)
    rows = session_rows(Head(problem, large_school.timetable(problem)))
    assert {r["weeks"] for r in rows if r["kind"] == "作业辅导"} == {"单周", "双周"}
    assert {r["weeks"] for r in rows if r["kind"] == "走班社团"} == {"每周"}


@pytest.mark.parametrize("sign", "=+-@")
def test_no_entry_of_the_csv_acts_as_a_formula(sign: str) -> None:
    table = changed(TABLE, sessions=(changed(the(TABLE, MON_2, club="足球"), room=f"{sign}1+1"),))
    assert f",'{sign}1+1," in sessions_csv(Head(PROBLEM, table)).decode("utf-8-sig")
    assert harmless("1-2") == "1-2"
