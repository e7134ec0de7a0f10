"""Edits of a document are pure, and keep everything else where it is; merged ranges come apart or move along."""

import pytest

from exchange.document import (
    Document,
    DocumentSheet,
    document_of,
    parts_of,
    read_document,
    with_cell,
    with_cells,
    with_field,
    with_rows,
    with_sheet,
    with_sheet_called,
    without_rows,
)
from scheduler.rules import rule_cards
from tests.builders import tiny_school

ROWS = (("标题",), ("姓名", "学科"), ("甲", "语文"), ("乙",), ("丙", "数学"))
PAPER = Document(sheets=(DocumentSheet(name="教师", rows=ROWS, merged=("A1:B1", "B3:B4")),))


def rows(document: Document) -> tuple[tuple[str, ...], ...]:
    """What stands on the only sheet."""
    return document.sheets[0].rows


def test_a_cell_changes_and_nothing_else() -> None:
    made = with_cell(PAPER, "教师", "B5", "英语")
    assert rows(made) == (*ROWS[:4], ("丙", "英语"))
    assert rows(PAPER) == ROWS
    assert rows(with_cell(made, "教师", "B5", "数学")) == ROWS
    assert rows(with_cell(PAPER, "教师", "D7", "远"))[5:] == ((), ("", "", "", "远"))
    with pytest.raises(KeyError):
        with_cell(PAPER, "没有", "A1", "x")


def test_a_merged_range_comes_apart_where_one_of_its_cells_changes() -> None:
    made = with_cell(PAPER, "教师", "B4", "英语")
    assert made.sheets[0].merged == ("A1:B1",)
    assert rows(made)[2:4] == (("甲", "语文"), ("乙", "英语"))


def test_rows_come_and_go_and_ranges_move_with_them() -> None:
    more = with_rows(PAPER, "教师", 3, [("丁", "科学")])
    assert rows(more)[2:4] == (("丁", "科学"), ("甲", "语文"))
    assert more.sheets[0].merged == ("A1:B1", "B4:B5")
    assert without_rows(more, "教师", [3]) == PAPER
    fewer = without_rows(PAPER, "教师", [3])  # the first row of the range: what it said of the second stays true
    assert rows(fewer)[2:] == (("乙", "语文"), ("丙", "数学"))
    assert fewer.sheets[0].merged == ("A1:B1",)
    assert rows(without_rows(PAPER, "教师", [5, 3]))[2:] == (("乙", "语文"),)


def test_half_characters_and_what_no_cell_can_hold_are_not_stored() -> None:
    made = with_cells(PAPER, "教师", {(3, 1): "甲\ud800", (4, 1): "长" * 40_000})
    assert rows(made)[2][0] == "甲"
    assert len(rows(made)[3][0]) == 32_000


def test_sheets_are_replaced_added_and_renamed() -> None:
    other = DocumentSheet(name="场地", rows=(("名称",),))
    made = with_sheet(PAPER, other)
    assert [sheet.name for sheet in made.sheets] == ["教师", "场地"]
    assert with_sheet(made, other) == made
    assert [sheet.name for sheet in with_sheet_called(made, "场地", "教室").sheets] == ["教师", "教室"]
    for name in ("教师", "没有"):
        with pytest.raises(KeyError):
            with_sheet_called(made, "场地" if name == "教师" else name, "教师" if name == "教师" else "新")


def test_a_field_makes_its_sheet_heading_and_column_where_they_are_missing() -> None:
    document = document_of(tiny_school(), rule_cards())
    bare = document.model_copy(update={"sheets": tuple(s for s in document.sheets if s.name != "外聘教师")})
    part = next(part for part in parts_of(bare) if part.sheet.key == "instructors")
    assert part.missing
    made = with_field(bare, part, 1, "name", "外聘甲")
    part = next(part for part in parts_of(made) if part.sheet.key == "instructors")
    assert (part.heading, part.rows) == (1, (2,))
    page = made.sheet("外聘教师")
    assert page is not None
    assert page.text((2, part.columns["name"])) == "外聘甲"
    rooms = next(part for part in parts_of(PAPER) if part.sheet.key == "teachers")
    skilled = with_field(PAPER, rooms, 3, "skills", "合唱")
    assert rows(skilled)[1:3] == (("姓名", "学科", "专长"), ("甲", "语文", "合唱"))
    assert with_field(PAPER, rooms, 3, "leader", "") == PAPER  # nothing to say: no column is made


def test_an_answer_of_the_form_is_found_wherever_it_stands() -> None:
    document = document_of(tiny_school(), rule_cards())
    part = parts_of(document)[0]
    made = with_field(document, part, 0, "school", "新名小学")
    problem = read_document(made, rule_cards()).problem
    assert problem is not None
    assert problem.school == "新名小学"
