"""One printable sheet: A4 landscape, widths that fill it, heads on every page, breaks that cut no block, a footer."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate

from xlsxwriter.workbook import Workbook  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from exchange.results.measure import height, lines
from exchange.results.styles import BASE, INDENT_PX, SUBTITLE, TITLE, WARNING, Look, Styles
from models import Language, Outcome, Problem, RuleCard, Text, Timetable

WIDTH_PX = 975  # A4 landscape at these margins holds 1045 px; programs differ by some 6 % in what a pixel is
HEIGHT_PT = 498.0  # A4 landscape at these margins holds 512 pt; rows are rounded, and differently by each program
_LEAST_SCALE = 0.75  # below this a sheet is too small to read, and a block takes two pages instead
_FOOTER_MOST = 255  # Excel's limits
_HIGHEST_ROW_PT = 409.0

Run = tuple[str, bool]  # a part of a cell's text, and whether it is bold
Content = str | int | float | tuple[Run, ...]


def plain(content: Content) -> str:
    """The text of a cell without its looks."""
    return "".join(text for text, _ in content) if isinstance(content, tuple) else str(content)


@dataclass(frozen=True)
class Book:
    """What every sheet is made from."""

    problem: Problem
    timetable: Timetable
    outcome: Outcome
    cards: tuple[RuleCard, ...]
    language: Language
    printed: date | None
    warning: Text | None
    now: str  # fingerprint of the data of today; empty where they have errors
    workbook: Workbook
    styles: Styles

    def say(self, zh: str, en: str) -> str:
        """The sentence in the language of the book."""
        return Text(zh, en).in_language(self.language)


@dataclass
class _Block:
    first: int
    last: int
    own_page: bool


@dataclass
class Page:
    """A sheet while it is being written; `finish` sets heights, widths and page breaks."""

    book: Book
    name: Text
    widths: Sequence[float]
    scale: float | None = None  # none: so small that no block is cut; given: the widths are meant for it
    row: int = 0
    sheet: Worksheet = field(init=False)
    _heights: dict[int, float] = field(default_factory=dict)
    _blocks: list[_Block] = field(default_factory=list)
    _head_rows: int = 0

    def __post_init__(self) -> None:
        self.sheet = self.book.workbook.add_worksheet(self.name.in_language(self.book.language))
        self.sheet.hide_gridlines(2)
        self.sheet.set_paper(9)
        self.sheet.set_landscape()
        self.sheet.center_horizontally()
        self.sheet.set_margins(left=0.4, right=0.4, top=0.55, bottom=0.6)
        self.sheet.set_footer(_footer(self.book), {"margin": 0.3})
        if self.book.warning is not None:
            # Letters and digits apart: &8 before a digit would be read as another size.
            text = self.book.warning.in_language(self.book.language).replace("&", "&&")
            self.sheet.set_header(f"&C&9 {text}"[:_FOOTER_MOST], {"margin": 0.25})

    def span(self, column: int, columns: int = 1) -> float:
        """Width in pixels of neighbouring columns."""
        return sum(self.widths[column : column + columns])

    def put(
        self,
        column: int,
        content: Content,
        look: Look,
        *,
        row: int | None = None,
        rows: int = 1,
        columns: int = 1,
    ) -> None:
        """Write one cell, merged if it covers several; never as a formula or a link."""
        top = self.row if row is None else row
        look_of_all = self.book.styles.of(look)
        if rows > 1 or columns > 1:
            self.sheet.merge_range(top, column, top + rows - 1, column + columns - 1, "", look_of_all)
        if isinstance(content, int | float):
            self.sheet.write_number(top, column, content, look_of_all)
            return
        runs = [(text, bold) for text, bold in content if text] if isinstance(content, tuple) else [(content, False)]
        if len(runs) > 1:
            fragments = [part for text, bold in runs for part in (self.book.styles.font(look, bold), text)]
            self.sheet.write_rich_string(top, column, *fragments, look_of_all)
        elif runs:
            bold = runs[0][1] or bool(look.get("bold"))
            self.sheet.write_string(top, column, runs[0][0], self.book.styles.of({**look, "bold": bold}))
        elif rows == columns == 1:
            self.sheet.write_blank(top, column, None, look_of_all)

    def needs(self, column: int, content: Content, look: Look, columns: int = 1) -> float:
        """Height in points that the text needs in a cell so wide."""
        size = look["font_size"]
        return height(lines(plain(content), self.span(column, columns) - INDENT_PX * look.get("indent", 0), size), size)

    def grow(self, points: float, row: int | None = None) -> None:
        """Make the row at least so high."""
        at = self.row if row is None else row
        self._heights[at] = min(_HIGHEST_ROW_PT, max(points, self._heights.get(at, 0.0)))

    def next(self, points: float = 0.0) -> None:
        """Go to the next row, after making this one at least so high."""
        if points:
            self.grow(points)
        self.row += 1

    def cells(self, contents: Sequence[Content], look: Look | Sequence[Look], least: float = 18) -> None:
        """One row of a plain table, as high as its fullest cell needs."""
        looks = [look] * len(contents) if isinstance(look, dict) else look
        for column, (content, of) in enumerate(zip(contents, looks, strict=True)):
            self.put(column, content, of)
            self.grow(max(least, self.needs(column, content, of)))
        self.row += 1

    def heading(self, subtitle: str = "", *, first: int = 0, columns: int | None = None) -> None:
        """Title, school and term; the subtitle and the fingerprint; the warning if there is one. Three rows at most."""
        columns = len(self.widths) - first if columns is None else columns
        spans = list(accumulate(self.widths[first : first + columns]))
        left = min(max(1, columns - 1), 1 + sum(w < spans[-1] * 0.55 for w in spans))
        book, right = self.book, columns - left
        self._line(first, left, right, self.name.in_language(book.language), _owner(book), TITLE, 26)
        self._line(first, left, right, subtitle, _mark(book), SUBTITLE, 18)
        if book.warning is not None:
            self.put(first, book.warning.in_language(book.language), WARNING, columns=columns)
            self.next(22)

    def strip(self) -> None:
        """Instead of a heading: one thin line with school, term and fingerprint, and the warning if there is one."""
        self._line(0, left := len(self.widths) // 2, left, _owner(self.book), _mark(self.book), SUBTITLE, 16)
        if self.book.warning is not None:
            self.put(0, self.book.warning.in_language(self.book.language), WARNING, columns=len(self.widths))
            self.next(22)

    def _line(self, first: int, left: int, right: int, text: str, other: str, look: Look, points: float) -> None:
        self.put(first, text, look, columns=left)
        if right:
            self.put(first + left, other, {**BASE, "align": "right", "text_wrap": False}, columns=right)
        self.next(points)

    def freeze(self, columns: int = 0) -> None:
        """What is written so far stays on screen and is repeated on every page."""
        self._head_rows = self.row
        self.sheet.freeze_panes(self.row, columns)
        self.sheet.repeat_rows(0, self.row - 1)
        if columns:
            self.sheet.repeat_columns(0, columns - 1)

    def block(self, first: int, own_page: bool = False) -> None:
        """Rows from `first` to the one before this are not cut by a page break."""
        self._blocks.append(_Block(first, self.row - 1, own_page))

    def finish(self, page_columns: Sequence[int] = ()) -> None:
        """Set widths, heights, scale, breaks and print area; `page_columns` begin pages to the right."""
        head = self._tall(0, self._head_rows - 1)
        tallest = max((self._tall(b.first, b.last) for b in self._blocks), default=0.0)
        scale = max(_LEAST_SCALE, min(1.0, HEIGHT_PT / (head + tallest + 1))) if self.scale is None else self.scale
        percent = int(scale * 100 + 1e-6)
        for column, wide in enumerate(self.widths):
            self.sheet.set_column_pixels(column, column, int(wide * 100 / percent if self.scale is None else wide))
        for row, points in self._heights.items():
            self.sheet.set_row(row, points)
        self.sheet.set_print_scale(percent)
        self.sheet.print_area(0, 0, max(0, self.row - 1), len(self.widths) - 1)
        self.sheet.set_h_pagebreaks(self._breaks(HEIGHT_PT * 100 / percent - head))
        self.sheet.set_v_pagebreaks(list(page_columns))

    @property
    def height(self) -> float:
        """Height in points of all that is written so far."""
        return self._tall(0, self.row - 1)

    def fill(self, first: int, rows: Sequence[int], most: float) -> None:
        """Give these rows, up to so many points each, what the page that begins with row `first` leaves free."""
        free = HEIGHT_PT - self._tall(0, self._head_rows - 1) - self._tall(first, self.row - 1) - 1
        for row in rows:
            if free > 0:
                self.grow(min(most, self._heights[row] + free / len(rows)), row)

    def stretch(self, most: float) -> None:
        """Make the rows of all blocks higher, by this factor at most, while the whole sheet fits on one page."""
        rows = {row for b in self._blocks for row in range(b.first, b.last + 1)}
        free = HEIGHT_PT / (self.scale or 1.0) - self.height - 1
        tall = sum(self._heights.get(row, 15.0) for row in rows)
        factor = min(most, 1 + max(0.0, free) / max(1.0, tall))
        for row in rows:
            self._heights[row] = round(self._heights.get(row, 15.0) * factor - 0.05, 1)

    def _breaks(self, room: float) -> list[int]:
        found, used, at = [], 0.0, self._head_rows
        for block in self._blocks:
            gap = self._tall(at, block.first - 1)
            tall = self._tall(block.first, block.last)
            if at > self._head_rows and (block.own_page or used + gap + tall > room):
                found.append(block.first)
                used = tall % room if tall > room else tall
            else:
                used += gap + tall
            at = block.last + 1
        return found

    def _tall(self, first: int, last: int) -> float:
        return sum(self._heights.get(row, 15.0) for row in range(first, last + 1))


def _owner(book: Book) -> str:
    return f"{book.problem.school} · {book.problem.term.name}"


def _mark(book: Book) -> str:
    return book.say("指纹 ", "fingerprint ") + book.timetable.fingerprint


def _footer(book: Book) -> str:
    def safe(text: str) -> str:
        return text.replace("&", "&&")

    date_text = "" if book.printed is None else book.say(" · 打印 ", " · printed ") + book.printed.isoformat()
    pages = book.say("第 &P 页 / 共 &N 页", "page &P of &N")
    tail = f"&C&9 {pages}&R&9 {safe(_mark(book) + date_text)}"
    left = safe(_owner(book))
    room = _FOOTER_MOST - len(tail) - len("&L&9 ")
    if len(left) > room:  # cut between signs, never inside a doubled &
        left = safe(_owner(book)[: room // 2 - 1]) + "…"
    return f"&L&9 {left}{tail}"
