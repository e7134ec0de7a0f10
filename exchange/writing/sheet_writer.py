"""Write one sheet of the workbook from its description: headings with notes, rows, drop-downs."""

from collections.abc import Sequence
from datetime import date, time
from math import ceil

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.class_names import class_key
from exchange.columns import Column, Context, Layout, Sheet
from exchange.columns.reference_cells import RefCell
from exchange.columns.simple_cells import ChoiceCell, DateCell, TimeCell, WholeCell, YesNoCell
from exchange.examples import example_cell, example_rows
from exchange.table import EXAMPLE_MARK
from exchange.writing.lists import NameLists, WordLists
from exchange.writing.look import FILLED_ROWS, Look, print_on_a4
from exchange.writing.rows import Row
from models import Language, Text

_GIVEN = frozenset({"rule", "title", "default", "sentence"})  # columns of sheet 规则 that are only to be read


class SheetWriter:
    """Writes sheets in one language, into one workbook."""

    def __init__(self, look: Look, words: WordLists, names: NameLists, context: Context) -> None:
        self.look = look
        self.words = words
        self.names = names
        self.context = context
        self.language: Language = context.language

    def table(self, page: Worksheet, sheet: Sheet, rows: Sequence[Row], examples: bool) -> None:
        """Headings, example rows if asked for, and rows; empty rows ready to be filled in."""
        columns = [c for c in sheet.columns if not c.rare or any(row.get(c.field) is not None for row in rows)]
        for c, column in enumerate(columns):
            self.heading(page, c, column)
        shown = example_rows(sheet) if examples else 0
        for r in range(shown):
            for c, column in enumerate(columns):
                value = example_cell(column, r, self.language)
                if c == 0:
                    value = f"{EXAMPLE_MARK.in_language(self.language)}{value}"
                self.put(page, r + 1, c, value, _kind_of(column), example=True)
        widths = [_width(column, rows, self) for column in columns]
        for r, row in enumerate(rows, start=shown + 1):
            lines = 1
            for c, column in enumerate(columns):
                value = row.get(column.field)
                cell = None if value is None else column.cell.write(value, self.context)
                kind = "given" if column.field in _GIVEN or row.get("given") else _kind_of(column)
                self.put(page, r, c, cell, kind)
                lines = max(lines, ceil(_length(str(cell or "")) / (widths[c] - 1)))
            page.set_row(r, min(15 * lines + 3, 400))  # Excel allows 409
        last = max(FILLED_ROWS if sheet.layout is Layout.TABLE else 0, shown + len(rows))
        for c, column in enumerate(columns):
            page.set_column(c, c, widths[c], self.look.cell(_kind_of(column)))
            if last > shown:
                self.validate(page, column, (shown + 1, c, last, c))
        page.set_row(0, 32)
        page.freeze_panes(1, 1)
        print_on_a4(page, 1, self.language)

    def form(self, page: Worksheet, sheet: Sheet, row: Row) -> None:
        """One line per question: name, answer, note."""
        for c, text in enumerate((Text("项目", "Item"), Text("内容", "Value"), Text("说明", "Meaning"))):
            page.write_string(0, c, text.in_language(self.language), self.look.required)
        for r, column in enumerate(sheet.columns, start=1):
            name = self.look.required if column.required else self.look.optional
            page.write_string(r, 0, column.title.in_language(self.language), name)
            value = row.get(column.field)
            self.put(
                page, r, 1, None if value is None else column.cell.write(value, self.context), kind=_kind_of(column)
            )
            page.write_string(r, 2, column.note.in_language(self.language), self.look.fixed)
            self.validate(page, column, (r, 1, r, 1))
        page.set_column(0, 0, 24)
        page.set_column(1, 1, 36)
        page.set_column(2, 2, 70)
        page.freeze_panes(1, 1)
        print_on_a4(page, 1, self.language)

    def matrix(
        self,
        page: Worksheet,
        sheet: Sheet,
        headings: Sequence[str],
        rows: Sequence[tuple[str, dict[str, object]]],
        examples: bool = False,
    ) -> None:
        """One row per thing, one column per heading."""
        first, last = sheet.columns[0], sheet.columns[-1]
        self.heading(page, 0, first)
        for c, heading in enumerate(headings, start=1):
            page.write_string(0, c, heading, self.look.optional)
            page.write_comment(0, c, last.note.in_language(self.language), {"x_scale": 1.5})
        if examples:
            mark = EXAMPLE_MARK.in_language(self.language)
            self.put(page, 1, 0, f"{mark}{example_cell(first, 0, self.language)}", example=True)
            for c in range(1, len(headings) + 1):
                self.put(page, 1, c, example_cell(last, 0, self.language), example=True)
        for r, (name, values) in enumerate(rows, start=1):
            self.put(page, r, 0, first.cell.write(name, self.context))
            for c, heading in enumerate(headings, start=1):
                value = values.get(heading)
                self.put(page, r, c, None if value is None else last.cell.write(value, self.context))
        page.set_column(0, 0, first.width)
        page.set_column(1, max(1, len(headings)), 7 if headings and class_key(headings[0]) else 12)
        page.freeze_panes(1, 1)
        print_on_a4(page, 1, self.language)

    def heading(self, page: Worksheet, c: int, column: Column) -> None:
        """The heading, and as its note what belongs into the column."""
        shape = self.look.required if column.required else self.look.optional
        page.write_string(0, c, column.title.in_language(self.language), shape)
        must = Text("必填。", "Required. ") if column.required else Text("", "")
        note = must.in_language(self.language) + column.note.in_language(self.language)
        lines = len(note) // (18 if self.language == "zh" else 34) + 2
        page.write_comment(0, c, note, {"width": 230, "height": 18 * lines, "font_size": 9, "author": "课后"})

    def put(self, page: Worksheet, r: int, c: int, value: object, kind: str = "text", example: bool = False) -> None:
        """One cell with the format of its kind of value."""
        look = self.look
        if isinstance(value, date):
            page.write_datetime(r, c, value, look.cell("date", example))
        elif isinstance(value, time):
            page.write_datetime(r, c, value, look.cell("time", example))
        elif isinstance(value, int | float):
            page.write_number(r, c, value, look.cell("number", example))
        elif isinstance(value, str) and value:
            page.write_string(r, c, value, look.cell(kind if kind in ("choice", "given") else "text", example))
        else:
            page.write_blank(r, c, None, look.cell(kind, example))

    def validate(self, page: Worksheet, column: Column, area: tuple[int, int, int, int]) -> None:
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


def _kind_of(column: Column) -> str:
    match column.cell:
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


def _width(column: Column, rows: Sequence[Row], writer: SheetWriter) -> float:
    """Wide enough for half the heading (it wraps) and for the values; on a blank sheet, as the column says."""
    heading = (_length(column.title.in_language(writer.language)) + 1) // 2 + 2
    if not rows:
        return max(column.width, heading)
    values = [column.cell.write(v, writer.context) for row in rows if (v := row.get(column.field)) is not None]
    longest = max((_length(str(value)) for value in values if value is not None), default=0) + 2
    return max(heading, min(longest, 70 if column.width > 30 else 22))


def _length(text: str) -> int:
    """Width in half-width characters."""
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)
