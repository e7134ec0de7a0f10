"""docs/workbook.md is what the description of the sheets says, and the description is free of contradictions."""

from collections import Counter

import pytest

from exchange.columns import SHEETS, Context, Sheet
from exchange.columns.simple_cells import WholeCell
from exchange.describe import PAGE, workbook_page
from exchange.examples import example_cell
from exchange.spelling import fold


def test_the_page_is_up_to_date() -> None:
    command = "python -m exchange.describe"
    assert PAGE.read_text(encoding="utf-8") == workbook_page(), f"docs/workbook.md is out of date; run: {command}"


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_no_heading_means_two_columns(sheet: Sheet) -> None:
    words = Counter(
        word for c in sheet.columns for word in {fold(name) for name in (c.title.zh, c.title.en, *c.synonyms)}
    )
    assert [word for word, times in words.items() if times > 1] == []


def test_no_sheet_name_means_two_sheets() -> None:
    words = Counter(word for s in SHEETS for word in {fold(n) for n in (s.title.zh, s.title.en, *s.synonyms)})
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_every_choice_is_read_in_both_languages(sheet: Sheet) -> None:
    for column in sheet.columns:
        zh = [column.cell.read(word, Context()) for word in column.cell.choices("zh")]
        en = [column.cell.read(word, Context()) for word in column.cell.choices("en")]
        assert zh == en
        assert len(set(map(str, zh))) == len(zh)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.key)
def test_every_column_says_what_belongs_there_and_examples_fit_it(sheet: Sheet) -> None:
    for column in sheet.columns:
        assert column.note.zh.endswith("。")
        assert column.note.en.endswith(".")
        for row in range(len(column.examples)):
            assert (example_cell(column, row, "zh") is None) == (column.examples[row] == "")
        if isinstance(column.cell, WholeCell):
            assert column.cell.least < column.cell.most
