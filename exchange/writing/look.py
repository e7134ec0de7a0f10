"""The look of our workbooks: formats, widths, frozen heads, A4 landscape, notes on the headings."""

from datetime import datetime
from io import BytesIO

from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from models import Language

_CREATED = datetime(2026, 1, 1)  # noqa: DTZ001  (the same bytes every time; a workbook's dates have no zone)
_BASE = {"font_name": "Microsoft YaHei", "font_size": 10, "valign": "vcenter", "text_wrap": True}
_GRID = {"border": 1, "border_color": "#D9E0E8"}
_NUMBER_FORMATS = {"date": "yyyy-mm-dd", "time": "hh:mm", "number": "General", "choice": "@", "text": "@", "given": "@"}
FILLED_ROWS = 300  # rows of a blank sheet that are ready to be filled in


class Look:
    """One workbook's formats."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        head = _BASE | _GRID | {"bold": True, "align": "center"}
        self.required = self._add(head | {"bg_color": "#1F5FAE", "font_color": "#FFFFFF"})
        self.optional = self._add(head | {"bg_color": "#E3EEFA", "font_color": "#12365F"})
        self.fixed = self._add(_BASE | _GRID | {"bg_color": "#F4F6F9", "font_color": "#4A5766"})
        self.title = self._add(_BASE | {"bold": True, "font_size": 16, "text_wrap": False})
        self.section = self._add(_BASE | {"bold": True, "font_color": "#12365F", "font_size": 11})
        self.words = self._add(_BASE)
        self._cells: dict[tuple[str, bool], Format] = {}

    def cell(self, kind: str = "text", example: bool = False) -> Format:
        """text, choice, number, date, time or given (only to be read: grey); example rows are grey and italic."""
        key = (kind, example)
        if key not in self._cells:
            shape: dict[str, object] = dict(_BASE | _GRID)
            shape |= {"font_color": "#4A5766", "bg_color": "#F4F6F9"} if kind == "given" else {}
            shape |= {"italic": True, "font_color": "#66727F", "bg_color": "#F4F6F9"} if example else {}
            # Text is kept as text (一1, 1-2, 007), also when the school types into an empty cell.
            shape["num_format"] = _NUMBER_FORMATS[kind]
            if kind not in ("text", "given"):
                shape["align"] = "center"
            self._cells[key] = self._add(shape)
        return self._cells[key]

    def _add(self, shape: dict[str, object]) -> Format:
        return self._book.add_format(shape)


def new_book(target: str | BytesIO, title: str) -> Workbook:
    """An empty workbook that writes text as text, and the same bytes for the same content."""
    options = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    book = Workbook(target, options)
    book.set_properties({"title": title, "created": _CREATED, "comments": ""})
    return book


def print_on_a4(sheet: Worksheet, heading_rows: int, language: Language) -> None:
    """Landscape, one page wide, headings on each page, page numbers at the foot."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    if heading_rows:
        sheet.repeat_rows(0, heading_rows - 1)
    sheet.set_footer("&L&A&R第 &P 页，共 &N 页" if language == "zh" else "&L&A&RPage &P of &N")
