"""Obvious cures: each is one typed change, said on its button, and after it the issue is gone."""

from pathlib import Path

import pytest

from exchange.document import (
    Document,
    DocumentSheet,
    Fix,
    document_of,
    document_of_workbook,
    examine,
    fixed,
    fixes_for,
    parts_of,
    with_cell,
    with_cells,
    with_rows,
    with_sheet,
    with_sheet_called,
)
from models import Issue, Parity, Severity
from sample_inputs import build_broken
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school

CARDS = rule_cards()


def sample(name: str) -> Document:
    """A sample school's document."""
    document = document_of_workbook(Path(build_broken.PATH.with_name(f"{name}.xlsx"))).document
    assert document is not None
    return document


JISU = sample("jisu")


def cures(document: Document, cell: str | None = None, sheet: str | None = None) -> list[tuple[Issue, tuple[Fix, ...]]]:
    """Issues (of one cell) with their fixes."""
    seen = examine(document, CARDS)
    parts = parts_of(document)
    return [
        (issue, fixes_for(issue, document, parts, seen, CARDS))
        for issue in seen.reading.issues
        if (cell is None or issue.cell == cell) and (sheet is None or issue.sheet == sheet)
    ]


def labels(document: Document, sheet: str, cell: str | None) -> list[str]:
    """What the buttons beside the issue of a cell say; the issue disappears with each of them."""
    issue, fixes = next(entry for entry in cures(document, cell, sheet) if entry[1] and entry[0].cell == cell)
    for fix in fixes:
        after = examine(fixed(document, fix), CARDS).reading.issues
        assert (issue.code, issue.sheet, issue.cell) not in [(i.code, i.sheet, i.cell) for i in after], fix.label.zh
    return [fix.label.zh for fix in fixes]


def test_the_buttons_for_the_broken_workbook() -> None:
    found = {f"{issue.sheet}!{issue.cell}": [f.label.zh for f in fixes] for issue, fixes in cures(sample("broken"))}
    assert found == {
        "学校!B5": ["改成 2027-02-28", "清空这一格"],
        "学校!B7": ["清空这一格"],
        "作息!C3": ["改成 17:30", "清空这一格"],
        "作息!G2": ["改成 作业辅导", "清空这一格"],
        "班级!C6": ["改成 41", "改成 42"],
        "班级!C7": ["改成 38", "改成 1"],
        "班级!D8": ["改成 教师17", "把 教师77 加到教师表"],
        "任课!C6": ["清空这一格"],
        "教师!F6": ["改成 6", "改成 30"],
        "教师!I10": ["清空这一格"],
        "教师!G12": ["改成 2", "清空这一格"],
        "外聘教师!A7": [],
        "外聘教师!C5": [],
        "外聘教师!C7": [],
        "外聘教师!O4": ["改成 每周", "把学校的周期改为单双周"],
        "场地!C9": ["改成 48", "改成 1"],
        "场地!A14": [],  # two rooms of one name that differ: only the school knows what the other is called
        "作业辅导!B3": ["改成 数学", "把 数字 加到学科表"],
        "社团!G5": ["清空这一格"],
        "社团!N6": ["改成 外聘", "清空这一格"],
        "锁定!A2": ["改成 周二第2节、周四第2节", "把学校的周期改为单双周"],
        "规则!D5": ["改成 必须", "清空这一格"],
    }


def test_what_the_neighbours_have_is_said() -> None:
    fixes = {i.cell: f for i, f in cures(sample("broken"), sheet="教师")}["F6"]
    assert fixes[0].why is not None
    assert fixes[0].why.zh == "同学科教师都是 6。"
    assert (fixes[0].likely, fixes[1].likely) == (True, False)


def test_pressing_the_likeliest_button_until_there_is_none_leaves_what_only_the_school_knows() -> None:
    document = sample("broken")
    for _ in range(18):
        fix = next(fixes[0] for issue, fixes in cures(document) if fixes and issue.severity is Severity.ERROR)
        document = fixed(document, fix)
    left = [(i.sheet, i.cell) for i in examine(document, CARDS).reading.issues if i.severity is Severity.ERROR]
    assert left == [("外聘教师", "A7"), ("场地", "A14")]


@pytest.mark.parametrize(
    ("sheet", "cell", "text", "expected"),
    [
        ("班级", "D2", "教师1", None),
        ("班级", "B2", "壹年级", None),
        ("社团", "O2", "合昌", ["改成 合唱"]),
        ("社团", "G2", "周五第2节、周六第2节", ["去掉 周六第2节"]),
        ("教师", "I2", "单周周三第2节", ["改成 周三第2节", "把学校的周期改为单双周"]),
        ("教师", "D2", "是的", ["改成 是", "改成 否", "清空这一格"]),
        ("学校", "B4", "2026-13-01", ["清空这一格"]),
        ("学校", "B4", "2026/9/31", ["改成 2026-09-30", "清空这一格"]),
        ("作息", "B3", "下午四点三刻", ["改成 16:45", "清空这一格"]),
        ("作业辅导", "A2", "一年极", ["改成 一年级"]),
    ],
)
def test_one_wrong_cell(sheet: str, cell: str, text: str, expected: list[str] | None) -> None:
    document = with_cell(JISU, sheet, cell, text)
    if expected is None:
        assert any(fixes for _, fixes in cures(document, cell, sheet))
        return
    assert labels(document, sheet, cell) == expected


def test_limits_the_wrong_way_round_are_swapped() -> None:
    document = with_cells(JISU, "教师", {(2, 5): "6", (2, 6): "3"})
    assert labels(document, "教师", "E2") == ["对调周课时下限和周课时上限"]
    document = with_cells(JISU, "学校", {(4, 2): "2027-01-22", (5, 2): "2026-09-01"})
    assert labels(document, "学校", "B5") == ["对调开学日期和放假日期"]


def test_the_same_row_twice_is_removed_once() -> None:
    rooms = JISU.sheet("场地")
    assert rooms is not None
    document = with_rows(JISU, "场地", 3, [rooms.rows[1]])
    assert labels(document, "场地", "A3") == ["删除这一行"]


def test_headings_and_sheets_get_their_names() -> None:
    assert labels(with_cell(JISU, "教师", "C1", "专常"), "教师", "C1") == ["改成 专长"]
    assert labels(with_cell(JISU, "班级", "C1", "人 数 啊"), "班级", None) == ["把列名“人 数 啊”改成“人数”"]
    assert labels(with_sheet_called(JISU, "场地", "场地列表啊"), "场地", None) == ["把“场地列表啊”改名为“场地”"]


def test_examples_that_were_kept() -> None:
    document = with_rows(JISU, "教师", 2, [("（例）王芳", "数学")])
    assert labels(document, "教师", "A2") == ["是真实数据，去掉“（例）”", "删除这一行"]


def test_a_new_row_is_made_also_where_the_sheet_is_missing() -> None:
    document = document_of(tiny_school(), CARDS)
    document = document.model_copy(update={"sheets": tuple(s for s in document.sheets if s.name != "学科")})
    document = with_cell(document, "班级", "E2", "新楼301")
    _, fixes = next(entry for entry in cures(document, "E2", "班级") if entry[0].code == "known_room")
    add = next(fix for fix in fixes if "加到场地表" in fix.label.zh)
    rooms = fixed(document, add).sheet("场地")
    assert rooms is not None
    assert rooms.rows[-1] == ("新楼301",)


def test_a_sheet_that_nothing_is_known_of_has_no_cure() -> None:
    document = with_sheet(JISU, DocumentSheet(name="校车", rows=(("一号车",),)))
    assert [fixes for issue, fixes in cures(document, sheet="校车")] == [()]


def test_an_instructor_of_odd_weeks_in_a_school_without_them_is_one_click_away_from_two_weeks() -> None:
    school = tiny_school()
    odd = changed(school.instructors[0], weeks=Parity.ODD)
    document = document_of(changed(school, instructors=(odd,)), CARDS)
    ((issue, fixes),) = [entry for entry in cures(document) if entry[0].code == "cycle_has_two_weeks"]
    assert issue.sheet == "外聘教师"
    assert "周期改为“单双周”" in issue.text.zh
    two = next(fix for fix in fixes if fix.label.zh == "把学校的周期改为单双周")
    mended = examine(fixed(document, two), CARDS).reading.problem
    assert mended is not None
    assert (mended.week.cycle, mended.instructors[0].weeks) == (2, Parity.ODD)
