"""Class sheets: every fact on them is one of the timetable, and each class has its one page."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest

from exchange.handouts import Head, class_pdf, class_pdfs
from exchange.handouts.class_sheets import class_sheet
from exchange.handouts.documents import CLASSES
from exchange.handouts.typeset import pictures
from exchange.results.names import content_name
from models import Role, SessionKind, Text
from tests.builders import MON_2, TUE_2, changed, tiny_school
from tests.exchange_results import large_school
from tests.timetables import plus, the, tiny_timetable

PROBLEM = tiny_school()
TABLE = tiny_timetable(PROBLEM)
HEAD = Head(PROBLEM, TABLE, "zh", "已发布 7", date(2027, 3, 1))
DAYS = ["周一", "周二", "周三", "周四", "周五"]


def sheet(head: Head, class_id: str) -> dict[str, Any]:
    return dict(class_sheet(head, head.problem.class_by_id[class_id]))


def text(cell: dict[str, Any]) -> str:
    return "\n".join("".join(words for words, _ in line) for line in cell["lines"])


@pytest.mark.parametrize("school_class", [c.id for c in PROBLEM.classes])
def test_the_week_is_that_of_the_timetable(school_class: str) -> None:
    week = sheet(HEAD, school_class)["week"]
    assert week["days"] == DAYS
    own = [s for s in TABLE.sessions if s.school_class == school_class]
    for session in own:
        cell = week["rows"][session.slot.period - 1]["cells"][session.slot.day - 1]
        assert cell["kind"] == session.kind.value
        said = text(cell)
        assert content_name(PROBLEM, session) in said
        assert str(session.room) in said
        assert all(person in said for person in session.people())
    homework = {(s.slot.day, s.slot.period) for s in own if s.kind is SessionKind.HOMEWORK}
    shown = {
        (day, period)
        for period, row in enumerate(week["rows"], start=1)
        for day, cell in enumerate(row["cells"], start=1)
        if cell["kind"] == "homework"
    }
    assert shown == homework
    gathering = the(TABLE, TUE_2, kind=SessionKind.WHOLE_SCHOOL)
    taken = "大社团" in text(week["rows"][TUE_2.period - 1]["cells"][TUE_2.day - 1])
    assert taken == (school_class in gathering.pupils)


@pytest.mark.parametrize("school_class", [c.id for c in PROBLEM.classes])
def test_the_dispatch_lists_hold_every_pupil_and_nothing_else(school_class: str) -> None:
    """By hand: on Monday and Wednesday 5, 5 and 10 of the 20, on Thursday 10 and 10; nobody stays."""
    found = []
    for some in sheet(HEAD, school_class)["lists"]:
        kinds = [column["kind"] for column in some["columns"]]
        at = kinds.index("count") - 1  # the area is no cell
        total = some["total"]
        assert total["once"] == str(sum(int(row["cells"][at]) for row in some["rows"])) == "20"
        for row in some["rows"]:
            assert len(row["cells"]) == len(kinds) - 1
            found += [(walk, *row["cells"][:3], int(row["cells"][at])) for walk in some["walks"]]
        assert [row["span"] for row in some["rows"]].count(0) + sum(r["span"] > 0 for r in some["rows"]) == sum(
            r["span"] for r in some["rows"]
        )
    there = {
        (s.slot.day, content_name(PROBLEM, s), s.room, "、".join(s.people(Role.LEADER)), s.pupils[school_class])
        for s in TABLE.sessions
        if s.kind is SessionKind.CROSS_CLASS
    }
    told = {
        (DAYS.index(walk[:2]) + 1, club, room, who.replace("（外聘）", ""), n) for walk, club, room, who, n in found
    }
    assert told == there
    assert len(found) == len([s for s in TABLE.sessions if s.kind is SessionKind.CROSS_CLASS and s.slot.period == 2])


def test_a_session_more_is_a_row_more_and_a_page_of_a_wrong_timetable_says_so() -> None:
    more = plus(TABLE, changed(the(TABLE, MON_2, club="足球"), room="教室4", pupils={"一1": 3}))
    head = replace(HEAD, timetable=more, warning=Text("！不能照此执行。", "! Not fit for use."))
    rows = [row["cells"] for some in sheet(head, "一1")["lists"] for row in some["rows"] if "教室4" in row["cells"]]
    assert [cells[0] for cells in rows] == ["足球"]
    assert head.data["warning"] == "！不能照此执行。"
    pages = pictures(CLASSES, head, [class_sheet(head, PROBLEM.classes[0])], ppi=40)
    assert pages != pictures(CLASSES, replace(head, warning=None), [class_sheet(head, PROBLEM.classes[0])], ppi=40)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_class_has_one_page(language: str) -> None:
    head = Head(PROBLEM, TABLE, "en" if language == "en" else "zh")
    assert len(pictures(CLASSES, head, [class_sheet(head, c) for c in PROBLEM.classes], ppi=20)) == len(PROBLEM.classes)


def test_a_name_cannot_act() -> None:
    """Whatever stands in a name is printed as it is: typst's own signs too."""
    problem = tiny_school(school='#panic("x") $a$ *b* <c> @d \\')
    assert class_pdf(replace(HEAD, problem=problem)).startswith(b"%PDF")


def test_the_same_timetable_gives_the_same_bytes() -> None:
    assert class_pdf(HEAD) == class_pdf(HEAD)


def test_one_file_for_each_class() -> None:
    with ZipFile(BytesIO(class_pdfs(HEAD))) as archive:
        assert archive.namelist() == ["01 一(1)班.pdf", "02 一(2)班.pdf", "03 二(1)班.pdf", "04 二(2)班.pdf"]
        assert all(archive.read(name).startswith(b"%PDF") for name in archive.namelist())


def test_a_class_of_a_large_school_has_one_upright_page() -> None:
    """45 clubs at the same time: each pupil of a class may go to another one."""
    problem = large_school.school(6, 1, [f"社团{n:02}" for n in range(45)])
    head = Head(problem, large_school.timetable(problem))
    sheets = [class_sheet(head, c) for c in problem.classes]
    assert all(one["upright"] for one in sheets)
    assert len(pictures(CLASSES, head, sheets, ppi=20)) == len(sheets)
