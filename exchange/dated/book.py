"""A workbook for dates: its styles, its pages for A4, and formulas that are written with the value they have."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

from xlsxwriter.utility import xl_rowcol_to_cell  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.dated.head import DatedHead
from exchange.results import styles
from exchange.results.styles import Look, Styles

_SAME_EVERY_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - a constant, so that equal inputs give equal bytes
MONEY: Look = {**styles.CENTRE}
TOTAL: Look = {**styles.TOTAL, "align": "center"}
INPUT: Look = {**styles.CENTRE, "bg_color": "#FFFBE8"}  # may be filled in by hand
Number = int | float | None


@dataclass
class DatedBook:
    """A workbook in memory."""

    head: DatedHead
    target: BytesIO = field(default_factory=BytesIO)

    def __post_init__(self) -> None:
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            "default_format_properties": {"font_name": "Arial", "font_size": 10},
        }
        self.workbook = Workbook(self.target, options)
        problem = self.head.problem
        self.workbook.set_properties(
            {
                "title": f"{problem.school} {problem.term.name}",
                "subject": self.head.head.timetable.fingerprint,
                "created": _SAME_EVERY_TIME,
            }
        )
        self.styles = Styles(self.workbook)

    def page(self, name: str, title: str, widths: Sequence[float], *, upright: bool) -> "DatedPage":
        """A new sheet with its title, the line of marks and the warning, ready to be printed."""
        return DatedPage(self, self.workbook.add_worksheet(_sheet_name(self.workbook, name)), title, widths, upright)

    def done(self) -> bytes:
        """Close it; its bytes."""
        self.workbook.close()
        return self.target.getvalue()


class DatedPage:
    """One sheet, written from the top; rows and columns count from 0."""

    def __init__(self, book: DatedBook, sheet: Worksheet, title: str, widths: Sequence[float], upright: bool) -> None:
        self.book, self.sheet, self.row, self.columns = book, sheet, 0, len(widths)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_paper(9)
        (sheet.set_portrait if upright else sheet.set_landscape)()
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6 if book.head.warning else 0.4, bottom=0.5)
        say = book.head.say
        sheet.set_footer(f"&L&8{_plain(book.head.marks)}&R&8{say('第 &P 页 / 共 &N 页', 'page &P of &N')}")
        if book.head.warning:
            sheet.set_header(f"&C&B&9{_plain(book.head.warning)}")
        self.line(title, styles.TITLE, height=26)
        self.line(book.head.marks, styles.SUBTITLE)
        if book.head.warning:
            self.line(book.head.warning, styles.WARNING, height=20)

    def line(self, text: str, look: Look = styles.NOTE, height: float = 16) -> None:
        """Text across the sheet, and on to the next row."""
        if self.columns > 1:
            self.sheet.merge_range(self.row, 0, self.row, self.columns - 1, "", self.look(look))
        self.sheet.write_string(self.row, 0, text, self.look(look))
        self.sheet.set_row(self.row, height)
        self.row += 1

    def put(self, column: int, value: str | int | float | None, look: Look = styles.CELL) -> None:
        """A cell of this row; nothing leaves it blank."""
        if value is None or value == "":
            self.sheet.write_blank(self.row, column, None, self.look(look))
        elif isinstance(value, str):
            self.sheet.write_string(self.row, column, value, self.look(look))
        else:
            self.sheet.write_number(self.row, column, value, self.look(look))

    def formula(self, column: int, formula: str, value: Number, look: Look = styles.CENTRE) -> None:
        """A formula, with the value that it has: programs that do not reckon show that."""
        shown = "" if value is None else value
        self.sheet.write_formula(self.row, column, f"={formula}", self.look(look), shown)

    def look(self, look: Look) -> object:
        """The format of this look."""
        return self.book.styles.of(look)


def cell(row: int, column: int, *, fixed: bool = False) -> str:
    """B7, or $B$7."""
    return str(xl_rowcol_to_cell(row, column, row_abs=fixed, col_abs=fixed))


def _sheet_name(workbook: Workbook, name: str) -> str:
    """At most 31 signs, none that Excel forbids, and unlike all others."""
    plain = "".join("_" if sign in "[]:*?/\\" else sign for sign in name).strip("'")[:28] or "_"
    taken = {sheet.get_name().casefold() for sheet in workbook.worksheets()}
    number, found = 1, plain
    while found.casefold() in taken:
        number += 1
        found = f"{plain[:25]} {number}"
    return found


def _plain(text: str) -> str:
    """For a header or footer, where & begins a code; at most 200 signs, for Excel takes 255 with the codes."""
    return text.replace("&", "&&")[:200]
