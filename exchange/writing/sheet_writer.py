"""Write one sheet of a document as a page of a workbook: headings with notes, typed cells, drop-downs."""

from collections.abc import Collection, Mapping
from math import ceil

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.class_names import class_key
from exchange.columns import Column, Layout
from exchange.columns.reference_cells import RefCell
from exchange.columns.simple_cells import TimeCell, WholeCell
from exchange.document.sheets import DocumentSheet
from exchange.document.typed import bare
from exchange.findings import Place
from exchange.spelling import fold
from exchange.table import EXAMPLE_MARK, Table
from exchange.writing.cells import CellWriter, kind_of
from exchange.writing.lists import NameLists, WordLists
from exchange.writing.look import FILLED_ROWS, Look, print_on_a4
from models import Language, Text

_GIVEN = frozenset({"rule", "item", "title", "default", "sentence"})  # columns of 规则, 政策 that are only to be read
_MARKS = tuple(fold(mark) for mark in (EXAMPLE_MARK.zh, EXAMPLE_MARK.en))


class SheetWriter:
    """Writes sheets into one workbook. `fixed` are the rules about which there is nothing to choose."""

    def __init__(
        self, look: Look, words: WordLists, names: NameLists, language: Language, fixed: Collection[str] = ()
    ) -> None:
        self.look = look
        self.words = words
        self.names = names
        self.language = language
        self.fixed = fixed

    def table(self, page: Worksheet, content: DocumentSheet, table: Table) -> None:
        """Headings, example rows, rows with heights for what they hold, and empty rows ready to be filled in."""
        sheet, head = table.sheet, table.heading - 1
        columns = {c - 1: sheet.column(name) for name, c in table.columns.items()}
        cells = CellWriter(page, self.look, content)
        cells.words(range(head))
        width = max([len(row) for row in content.rows])
        for c in range(width):
            self._heading(page, head, c, columns.get(c), content.text((head + 1, c + 1)))
        examples = _examples(content, head + 1)
        for r in range(head + 1, head + 1 + examples):
            for c in range(width):
                cells.put(r, c, columns.get(c), example=True)
        first = head + 1 + examples
        widths = {c: self._width(columns.get(c), content, c, first, head) for c in range(width)}
        for r in range(first, len(content.rows)):
            lines = 1
            fixed = "rule" in table.columns and content.text((r + 1, table.columns["rule"])) in self.fixed
            for c in range(width):
                column = columns.get(c)
                given = column is not None and sheet.layout is Layout.FIXED and (fixed or column.field in _GIVEN)
                text = cells.put(r, c, column, kind="given" if given else None)
                lines = max(lines, ceil(_length(text) / (widths[c] - 1)))
            page.set_row(r, min(15 * lines + 3, 400))  # Excel allows 409
        last = max(head + (FILLED_ROWS if sheet.layout is Layout.TABLE else 0), len(content.rows) - 1)
        for c in range(width):
            page.set_column(c, c, widths[c], self.look.cell(kind_of(columns.get(c))))
            if last >= first and c in columns:
                self._validate(page, columns[c], (first, c, last, c))
        page.set_row(head, 32)
        page.freeze_panes(head + 1, 1)
        print_on_a4(page, head + 1, self.language)

    def form(self, page: Worksheet, content: DocumentSheet, answers: Mapping[Place, Column]) -> None:
        """One line per question: name, answer, note; wherever the school put them."""
        cells = CellWriter(page, self.look, content)
        questions = {(r, c - 1): column for (r, c), column in answers.items()}
        top = min((r for r, _ in questions), default=1)
        for r in range(1, len(content.rows) + 1):
            for c in range(1, max([len(content.rows[r - 1]), *(col for row, col in answers if row == r)]) + 1):
                if (column := questions.get((r, c))) is not None:
                    style = self.look.required if column.required else self.look.optional
                    page.write_string(r - 1, c - 1, bare(content.text((r, c))), style)
                elif (column := answers.get((r, c))) is not None:
                    cells.put(r - 1, c - 1, column)
                elif text := content.text((r, c)):
                    page.write_string(r - 1, c - 1, bare(text), self.look.required if r < top else self.look.fixed)
        for (r, c), column in answers.items():
            self._validate(page, column, (r - 1, c - 1, r - 1, c - 1))
        page.set_column(0, 0, 24)
        page.set_column(1, 1, 36)
        page.set_column(2, 2, 70)
        page.freeze_panes(top - 1, 1)
        print_on_a4(page, top - 1, self.language)

    def matrix(self, page: Worksheet, content: DocumentSheet, table: Table) -> None:
        """One row per thing, one column per heading."""
        sheet, head = table.sheet, table.heading - 1
        first, last = sheet.columns[0], sheet.columns[-1]
        known = {c - 1: sheet.column(name) for name, c in table.columns.items()}
        cells = CellWriter(page, self.look, content)
        cells.words(range(head))
        width = max(len(row) for row in content.rows)
        for c in range(width):
            if c in known:
                self._heading(page, head, c, known[c], content.text((head + 1, c + 1)))
            else:
                page.write_string(head, c, bare(content.text((head + 1, c + 1))), self.look.optional)
                page.write_comment(head, c, last.note.in_language(self.language), {"x_scale": 1.5})
        examples = _examples(content, head + 1)
        for r in range(head + 1, len(content.rows)):
            for c in range(width):
                column = known.get(c, last)
                cells.put(r, c, column, kind="text", example=r <= head + examples)
        headings = [content.text((head + 1, c + 1)) for c in range(width) if c not in known]
        page.set_column(0, 0, first.width)
        page.set_column(1, max(1, len(headings)), 7 if headings and class_key(headings[0]) else 12)
        page.freeze_panes(head + 1, 1)
        print_on_a4(page, head + 1, self.language)

    def plain(self, page: Worksheet, content: DocumentSheet) -> None:
        """A sheet that is not read, or in which no heading was found: as it is."""
        CellWriter(page, self.look, content).words(range(len(content.rows)))
        print_on_a4(page, 0, self.language)

    def _heading(self, page: Worksheet, r: int, c: int, column: Column | None, text: str) -> None:
        """The heading, and as its note what belongs into the column."""
        if column is None:
            if text:
                page.write_string(r, c, bare(text), self.look.optional)
            return
        page.write_string(r, c, bare(text), self.look.required if column.required else self.look.optional)
        must = Text("必填。", "Required. ") if column.required else Text("", "")
        note = must.in_language(self.language) + column.note.in_language(self.language)
        lines = len(note) // (18 if self.language == "zh" else 34) + 2
        page.write_comment(r, c, note, {"width": 230, "height": 18 * lines, "font_size": 9, "author": "课后"})

    def _validate(self, page: Worksheet, column: Column, area: tuple[int, int, int, int]) -> None:
        """A drop-down for a choice; a warning (never a refusal: other spellings are read too) for a wild number."""
        words = column.cell.choices(self.language)
        if words:
            rule: dict[str, object] = {"validate": "list", "source": f"={self.words[tuple(words)]}"}
        elif isinstance(column.cell, WholeCell):
            rule = {"validate": "integer", "criteria": "between"}
            rule |= {"minimum": column.cell.least, "maximum": column.cell.most}
        elif isinstance(column.cell, RefCell) and column.cell.kind in self.names:
            # Only an aid: the name may be entered later, or be spelt otherwise.
            names = {"validate": "list", "source": self.names[column.cell.kind], "show_error": False}
            page.data_validation(*area, names)
            return
        else:
            return
        expected = column.cell.expected.in_language(self.language)
        title = column.title.in_language(self.language)
        rule |= {"error_type": "warning", "error_title": title[:32], "error_message": expected[:255]}
        page.data_validation(*area, rule)

    def _width(self, column: Column | None, content: DocumentSheet, c: int, first: int, head: int) -> float:
        """Wide enough for half the heading (it wraps) and for the values; on a blank sheet, as the column says."""
        title = content.text((head + 1, c + 1)) if column is None else column.title.in_language(self.language)
        heading = (_length(title) + 1) // 2 + 2
        wide = 12 if column is None else column.width
        if first >= len(content.rows):
            return max(wide, heading)
        longest = max(_length(content.text((r + 1, c + 1))) for r in range(first, len(content.rows))) + 2
        if column is not None and isinstance(column.cell, TimeCell):
            longest += 3  # a clock time is shown with its seconds by some programs
        return max(heading, min(longest, 70 if wide > 30 else 22))


def _examples(content: DocumentSheet, first: int) -> int:
    """How many of the rows from `first` (from 0) are example rows of the template."""
    number = 0
    while fold(content.text((first + number + 1, 1))).startswith(_MARKS):
        number += 1
    return number


def _length(text: str) -> int:
    """Width in half-width characters."""
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)
