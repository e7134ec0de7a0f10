"""What differs between two documents is said in words, by name and not by row number."""

from pathlib import Path

import pytest

from exchange.document import (
    Document,
    DocumentSheet,
    EditKind,
    changes_between,
    document_of,
    document_of_workbook,
    parts_of,
    said,
    with_cell,
    with_rows,
    with_sheet,
    without_rows,
)
from sample_inputs import build_broken
from scheduler.rules import rule_cards
from tests.builders import tiny_school

SAMPLES = build_broken.PATH.parent


def sample(name: str) -> Document:
    """A sample school's document."""
    document = document_of_workbook(Path(SAMPLES / f"{name}.xlsx")).document
    assert document is not None
    return document


JISU = sample("jisu")


def words(before: Document, after: Document) -> list[str]:
    """The changes in Chinese."""
    return [change.text.zh for change in changes_between(before, after)]


def test_the_twenty_mistakes_of_the_broken_workbook_are_its_twenty_changes() -> None:
    changes = changes_between(JISU, sample("broken"))
    assert {(change.page, change.cell) for change in changes} == {(s, c) for s, c, _ in build_broken.MISTAKES}
    assert len(changes) == 20
    assert said(changes) == type(said(changes))("11 张表：改 20 处", "11 sheets: 20 cells changed")


def test_a_cell_in_words() -> None:
    able = with_cell(JISU, "教师", "C2", "朗诵")
    assert words(JISU, able) == ["填 教师01 专长 朗诵"]
    assert words(able, with_cell(JISU, "教师", "C2", "书法、国画")) == ["改 教师01 专长 朗诵 → 书法、国画"]
    assert words(able, JISU) == ["清空 教师01 专长（原为 朗诵）"]
    assert words(JISU, with_cell(JISU, "教师", "H2", "5")) == ["填 教师01 目标课时 5"]
    assert words(JISU, with_cell(JISU, "学校", "B2", "新校")) == [f"改 学校名称 {JISU.sheets[0].text((2, 2))} → 新校"]
    assert words(JISU, with_cell(JISU, "任课", "B2", "教师02")) == ["改 一1 语文 教师01 → 教师02"]
    english = changes_between(able, with_cell(JISU, "教师", "C2", "书法"))[0]
    assert english.text.en == "Changed 教师01 Skills: 朗诵 → 书法"
    assert (english.kind, english.cell) == (EditKind.CHANGED, "C2")


def test_rows_are_matched_by_name() -> None:
    made = without_rows(JISU, "教师", [3])
    assert words(JISU, made) == ["删除 教师 教师02"]
    assert words(made, JISU) == ["新增 教师 教师02"]
    made = with_cell(with_rows(made, "教师", 2, [("新人", "语文")]), "教师", "G4", "9")  # 教师03 stands in row 4 again
    assert words(JISU, made) == ["改 教师03 日课时上限 2 → 9", "新增 教师 新人", "删除 教师 教师02"]


def test_a_row_with_another_name_and_all_else_alike_was_renamed() -> None:
    assert words(JISU, with_cell(JISU, "教师", "A2", "王老师")) == ["改名 教师01 → 王老师"]


def test_what_is_not_read_is_told_too() -> None:
    noted = with_cell(with_cell(JISU, "教师", "P1", "备注"), "教师", "P2", "孕期")
    assert words(JISU, noted) == ["填 备注 备注", "填 教师01 备注 孕期"]
    assert words(noted, with_cell(noted, "教师", "P1", "附注")) == ["改名 教师 备注 → 附注"]
    bus = with_sheet(JISU, DocumentSheet(name="校车", rows=(("一号车",),)))
    assert words(JISU, bus) == ["新增工作表 校车"]
    assert words(bus, JISU) == ["删除工作表 校车"]
    assert words(bus, with_cell(bus, "校车", "A1", "二号车")) == ["改 A1 一号车 → 二号车"]
    titled = with_rows(JISU, "场地", 1, [("我校场地",)])
    assert words(JISU, titled) == []  # a title above the headings says nothing of any room


def test_nothing_and_much_in_one_line() -> None:
    assert said(changes_between(JISU, JISU)).zh == "没有变化"
    made = JISU
    for row in (2, 3, 4):
        made = with_cell(made, "教师", f"G{row}", "1")
    made = with_rows(made, "教师", 5, [("新人",)])
    assert said(changes_between(JISU, made)).zh == "教师：新增 1 行，改 3 处"
    assert said(changes_between(JISU, made)).en == "Teachers: 1 rows added, 3 cells changed"


@pytest.mark.parametrize("other", ["dongjie", "sanxing"])
def test_any_two_schools_can_be_compared(other: str) -> None:
    changes = changes_between(JISU, sample(other))
    assert {change.kind for change in changes} >= {EditKind.ADDED, EditKind.CHANGED}
    assert all(change.text.zh and change.text.en for change in changes)


def test_a_document_without_sheets_lacks_them_all() -> None:
    document = document_of(tiny_school(), rule_cards())
    changes = changes_between(document, Document())
    assert {change.kind for change in changes if not change.row} >= {EditKind.SHEET_REMOVED}
    assert sum(change.kind is EditKind.SHEET_REMOVED for change in changes) == len(parts_of(document))
