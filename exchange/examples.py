"""The example rows of the blank workbook: how they are written, and how a reader knows that nobody touched them."""

from datetime import date, time

from exchange.columns import Column, Context, Sheet
from exchange.directory import Directory
from exchange.slot_names import SlotBook
from exchange.spelling import fold, shown
from models import Language

_OPENED = tuple((day, period) for day in range(1, 6) for period in (1, 2))


def _context(language: Language) -> Context:
    directory = Directory()
    for number, name in enumerate("一二三四五六", start=1):
        directory.enter_grade(f"{name}年级", number)
    return Context(directory, SlotBook(_OPENED), language)


def example_cell(column: Column, row: int, language: Language) -> object:
    """What the template shows in this column of its example row (from 0); none for an empty cell."""
    if row >= len(column.examples) or not column.examples[row]:
        return None
    example = column.examples[row]
    value = column.cell.read(example, _context(language))
    if isinstance(value, date | time | int) and not isinstance(value, bool):
        return value
    return column.cell.write(value, _context(language)) if column.cell.choices(language) else example


def example_rows(sheet: Sheet) -> int:
    """How many example rows the template shows."""
    return max((len(c.examples) for c in sheet.columns), default=0)


def is_example_text(column: Column, typed: object) -> bool:
    """Whether the cell still holds what the template showed there."""
    text = fold(shown(typed))
    languages: tuple[Language, ...] = ("zh", "en")
    return any(
        text == fold(shown(example_cell(column, row, language)))
        for language in languages
        for row in range(len(column.examples))
    )
