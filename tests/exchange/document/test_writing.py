"""The workbook of a document: the same one that a school downloads, at the same cells, also where cells are wrong."""

from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from exchange.document import (
    Document,
    DocumentSheet,
    document_of,
    document_of_workbook,
    read_document,
    with_cell,
    with_cells,
    workbook_of,
)
from exchange.template import write_workbook
from models import Issue
from sample_inputs import build_broken
from scheduler.rules import rule_cards
from tests.builders import tiny_school
from tests.exchange import files

CARDS = rule_cards()


def places(issues: tuple[Issue, ...]) -> list[tuple[str | None, str | None, str]]:
    """Where and what."""
    return [(i.sheet, i.cell, i.code) for i in issues]


def opened(content: bytes) -> Document:
    """The document of a workbook that we wrote."""
    document = document_of_workbook(content).document
    assert document is not None
    return document


def test_it_is_the_file_that_is_written_of_the_problem(tmp_path: Path) -> None:
    write_workbook(tiny_school(), tmp_path / "school.xlsx", CARDS)
    assert workbook_of(document_of(tiny_school(), CARDS), CARDS) == (tmp_path / "school.xlsx").read_bytes()


def test_a_broken_document_comes_back_with_every_mistake_at_its_cell() -> None:
    broken = opened(build_broken.PATH.read_bytes())
    again = opened(workbook_of(broken, CARDS))
    # Only the two cells that no text can be come back as text: a formula is not written, for it would run in Excel.
    differences = {
        (sheet.name, r, c)
        for sheet, other in zip(broken.sheets, again.sheets, strict=True)
        for r, row in enumerate(sheet.rows, start=1)
        for c, text in enumerate(row, start=1)
        if other.text((r, c)) != text
    }
    assert differences == {("教师", 12, 7), ("任课", 6, 3)}
    expected = [
        p for p in places(read_document(broken, CARDS).issues) if p[:2] not in (("教师", "G12"), ("任课", "C6"))
    ]
    found = places(read_document(again, CARDS).issues)
    assert [p for p in found if p[:2] not in (("教师", "G12"), ("任课", "C6"))] == expected
    assert ("教师", "G12", "not_a_number") in found


def test_what_a_school_added_stays_where_it_was() -> None:
    document = document_of(tiny_school(), CARDS)
    rooms = document.sheet("场地")
    assert rooms is not None
    titled = DocumentSheet(name="场地", rows=(("我校场地一览",), (), *rooms.rows), merged=("A1:C1",))
    document = document.model_copy(update={"sheets": tuple(titled if s.name == "场地" else s for s in document.sheets)})
    width = len(rooms.rows[0])
    document = with_cells(document, "场地", {(3, width + 1): "备注", (4, width + 1): "二楼", (4, width + 3): "=1+1"})
    document = document.model_copy(
        update={"sheets": (*document.sheets, DocumentSheet(name="校车", rows=(("一号车",),)))}
    )
    again = opened(workbook_of(document, CARDS))
    for sheet in document.sheets:
        found = again.sheet(sheet.name)
        assert found is not None
        assert found.merged == sheet.merged
        assert found.text((4, width + 3)) == ("'=1+1" if sheet.name == "场地" else sheet.text((4, width + 3)))
        assert found.rows[:3] == sheet.rows[:3]
    assert read_document(again, CARDS).problem == read_document(document, CARDS).problem
    assert read_document(again, CARDS).problem is not None


def test_numbers_and_dates_are_such_in_the_file_and_drop_downs_are_there_also_when_cells_are_wrong() -> None:
    document = document_of(tiny_school(), CARDS)
    document = with_cell(document, "学校", "B4", "2026-09-01")
    document = with_cell(document, "学校", "B5", "2027年2月30日")
    document = with_cell(document, "班级", "C2", "多")
    document = with_cell(document, "班级", "C3", "41")
    book = load_workbook(BytesIO(workbook_of(document, CARDS)))
    assert book["学校"]["B4"].is_date
    assert book["学校"]["B5"].value == "2027年2月30日"
    assert (book["班级"]["C2"].value, book["班级"]["C3"].value) == ("多", 41)
    assert book.sheetnames[0] == "填写说明"
    assert book.active is not None
    assert book.active.title == "学校"
    ranges = {str(v.sqref) for v in book["班级"].data_validations.dataValidation}
    assert "C2:C301" in ranges


def test_sheets_that_are_lacking_are_added_blank() -> None:
    made = [
        DocumentSheet(name=name, rows=tuple(tuple("" if t is None else str(t) for t in row) for row in rows))
        for name, rows in files.sheets().items()
    ]
    document = Document(sheets=tuple(made))
    again = opened(workbook_of(document, CARDS))
    assert [sheet.name for sheet in again.sheets][: len(made)] == [sheet.name for sheet in made]
    assert {"外聘教师", "锁定", "规则"} < {sheet.name for sheet in again.sheets}
    assert read_document(again, CARDS).problem == read_document(document, CARDS).problem


@pytest.mark.parametrize("text", ["'=1+1", "x" * 32_000, "多\n行"])
def test_odd_texts_come_back(text: str) -> None:
    document = with_cell(document_of(tiny_school(), CARDS), "学校", "B2", text)
    assert opened(workbook_of(document, CARDS)) == document


def test_headings_that_look_like_formulas_come_back() -> None:
    document = with_cell(document_of(tiny_school(), CARDS), "任课", "B1", "'=语文")
    document = with_cell(document, "场地", "Z1", "'=备注")
    assert opened(workbook_of(document, CARDS)) == document
