"""A document is the workbook: it reads as the file does, word for word, and comes from a problem as the file does."""

import copy
import random
from pathlib import Path

import pytest

from exchange.document import (
    Document,
    DocumentError,
    DocumentSheet,
    blank_document,
    document_from_json,
    document_json,
    document_of,
    document_of_workbook,
    read_document,
)
from exchange.document.opening import document_sheet
from exchange.document.reading import grids_of
from exchange.grid import Fault, Grid, read_grids
from exchange.normal import normal
from exchange.template import write_template
from exchange.workbook_read import examined, read_workbook
from models import Language
from sample_inputs import build_broken
from sample_inputs.expand import expand
from scheduler.rules import rule_cards
from tests.exchange.test_spoilt import spoil

SAMPLES = build_broken.PATH.parent
SCHOOLS = sorted(path.stem for path in SAMPLES.glob("*.xlsx") if path != build_broken.PATH)
CARDS = rule_cards()


def opened(path: Path) -> Document:
    """The document of a file that can be opened."""
    found = document_of_workbook(path)
    assert found.issues == ()
    assert found.document is not None
    return found.document


@pytest.mark.parametrize("name", [*SCHOOLS, "broken"])
def test_a_document_reads_as_its_workbook_does(name: str) -> None:
    path = SAMPLES / f"{name}.xlsx"
    assert read_document(opened(path), CARDS) == read_workbook(path, CARDS)


@pytest.mark.parametrize("name", SCHOOLS)
def test_a_problem_makes_the_document_that_its_workbook_makes(name: str) -> None:
    document = document_of(expand(name), CARDS)
    assert document == opened(SAMPLES / f"{name}.xlsx")
    assert read_document(document, CARDS).problem == normal(expand(name), CARDS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_blank_document_is_the_template(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "blank.xlsx"
    write_template(path, CARDS, language)
    assert blank_document(CARDS, language, examples=True) == opened(path)
    without = blank_document(CARDS, language)
    assert [issue.code for issue in read_document(without, CARDS).issues if issue.code == "example_row"] == []
    assert all("（例）" not in text for sheet in without.sheets for row in sheet.rows for text in row)


@pytest.mark.parametrize("seed", range(30))
def test_whatever_stands_in_a_workbook_is_complained_of_alike(seed: int) -> None:
    chance = random.Random(seed)
    grids = copy.deepcopy(read_grids(SAMPLES / "jisu.xlsx")[0])
    for _ in range(chance.choice([1, 3, 20])):
        spoil(chance.choice([g for g in grids if g.cells]), chance)
    for grid in grids:  # a NUL cannot stand in a file, and digits without end are read as a number only in Excel's own
        for place, value in grid.cells.items():
            if value in ("\x00", 10**400, 1e20):
                grid.cells[place] = "?"
    sheets = [document_sheet(grid) for grid in grids]
    expected = examined(grids, CARDS).reading
    found = examined(grids_of(sheets), CARDS).reading
    assert [(i.sheet, i.cell, i.code) for i in found.issues] == [(i.sheet, i.cell, i.code) for i in expected.issues]
    assert found.problem == expected.problem


def test_json_comes_back_and_other_formats_are_refused() -> None:
    document = opened(build_broken.PATH)
    assert document_from_json(document_json(document)) == document
    for text in ("", "{}x", '{"format": "kehou-document/2", "sheets": []}', '{"sheets": [{"rows": []}]}'):
        with pytest.raises(DocumentError):
            document_from_json(text)


def test_formulas_errors_and_texts_that_look_like_them_are_told_apart() -> None:
    grid = Grid("教师")
    grid.cells = {
        (1, 1): Fault("formula_without_value", "=F12-E12"),
        (1, 2): Fault("excel_error", "#DIV/0!"),
        (1, 3): "=F12-E12",
        (1, 4): "#DIV/0!",
        (1, 5): "'quoted",
    }
    sheet = document_sheet(grid)
    assert sheet.rows == (("=F12-E12", "#DIV/0!", "'=F12-E12", "'#DIV/0!", "''quoted"),)
    assert grids_of([sheet]) == [grid]


def test_empty_ends_are_not_part_of_a_sheet() -> None:
    assert DocumentSheet(name="a", rows=(("x", " ", ""), ("",), ())) == DocumentSheet(name="a", rows=(("x",),))


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    found = document_of_workbook(b"a,b\n1,2\n", "名单.xlsx")
    assert found.document is None
    assert [issue.code for issue in found.issues] == ["not_a_workbook"]
    assert "名单.xlsx" in found.issues[0].text.zh
    assert document_of_workbook(tmp_path / "none.xlsx").issues[0].code == "no_such_file"


def test_a_document_without_sheets_is_complained_of() -> None:
    assert "empty_workbook" in [issue.code for issue in read_document(Document(), CARDS).issues]
