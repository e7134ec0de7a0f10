"""One cell of a document as a cell of a workbook: numbers, dates and times as such, everything else as text."""

from collections.abc import Iterable

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.columns import Column
from exchange.columns.simple_cells import ChoiceCell, DateCell, TimeCell, WholeCell, YesNoCell, date_from, time_from
from exchange.document.sheets import DocumentSheet
from exchange.document.typed import bare
from exchange.writing.look import Look

_LONGEST = 32_767  # Excel's; longer texts would be left out without a word


class CellWriter:
    """Writes the cells of one page."""

    def __init__(self, page: Worksheet, look: Look, content: DocumentSheet) -> None:
        self.page = page
        self.look = look
        self.content = content
        self.areas = {(top - 1, left - 1): (bottom - 1, right - 1) for top, left, bottom, right in content.areas}

    def put(self, r: int, c: int, column: Column | None, kind: str | None = None, example: bool = False) -> str:
        """The cell at this row and column (from 0) with the format of its kind of value; brings its text."""
        text = self.content.text((r + 1, c + 1))
        kind = kind_of(column) if kind is None else kind
        if end := self.areas.get((r, c)):
            self.page.merge_range(r, c, *end, "", self.look.cell(kind, example))
        cell = column.cell if column is not None else None
        if isinstance(cell, DateCell) and (day := date_from(text)) is not None and day.isoformat() == text:
            self.page.write_datetime(r, c, day, self.look.cell("date", example))
        elif isinstance(cell, TimeCell) and (clock := time_from(text)) is not None and f"{clock:%H:%M}" == text:
            self.page.write_datetime(r, c, clock, self.look.cell("time", example))
        elif isinstance(cell, WholeCell) and _is_whole(text):
            self.page.write_number(r, c, int(text), self.look.cell("number", example))
        elif text:
            shown = bare(text)[:_LONGEST]
            self.page.write_string(
                r, c, shown, self.look.cell(kind if kind in ("choice", "given") else "text", example)
            )
        elif not self._covered(r, c):
            self.page.write_blank(r, c, None, self.look.cell(kind, example))
        return text

    def words(self, rows: Iterable[int]) -> None:
        """Rows that are no data, as they are."""
        for r in rows:
            for c, text in enumerate(self.content.rows[r]):
                if end := self.areas.get((r, c)):
                    self.page.merge_range(r, c, *end, "", self.look.words)
                if text:
                    self.page.write_string(r, c, bare(text)[:_LONGEST], self.look.words)

    def _covered(self, r: int, c: int) -> bool:
        return any(top <= r <= bottom and left <= c <= right for (top, left), (bottom, right) in self.areas.items())


def kind_of(column: Column | None) -> str:
    """How cells of the column look: date, time, number, choice or text."""
    match None if column is None else column.cell:
        case DateCell():
            return "date"
        case TimeCell():
            return "time"
        case WholeCell():
            return "number"
        case ChoiceCell() | YesNoCell():
            return "choice"
        case _:
            return "text"


def _is_whole(text: str) -> bool:
    """Whether the text is a whole number as Excel would show it."""
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) < 16 and str(int(text)) == text
