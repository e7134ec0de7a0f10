"""Sheets of one block per teacher, instructor or room: periods down, days across; no block is cut by a page break."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exchange.results import styles
from exchange.results.names import day_title, period_clock, period_title
from exchange.results.page import WIDTH_PX, Book, Page, Run
from exchange.results.styles import Look
from exchange.results.view import days, periods
from models import Text

_LABEL_PX = 122


@dataclass(frozen=True)
class Cell:
    """One cell of a block."""

    runs: tuple[Run, ...]
    look: Look


@dataclass(frozen=True)
class Block:
    """One week: its title, a line beside it, and its cells by day and period."""

    title: str
    beside: str
    cell: Callable[[int, int], Cell]


def write_week_blocks(book: Book, name: Text, subtitle: str, blocks: Sequence[Block], nothing: str) -> None:
    """A sheet with these blocks, as many on a page as fit; `nothing` is said where there are none."""
    shown, rows = days(book.problem, book.timetable), periods(book.problem, book.timetable)
    wide = (WIDTH_PX - _LABEL_PX) / max(1, len(shown))
    page = Page(book, name, [_LABEL_PX, *[wide] * len(shown)])
    page.heading(subtitle)
    page.freeze()
    for block in blocks:
        first = page.row
        page.next(4)
        _title(page, block)
        page.put(0, "", styles.HEAD)
        for column, day in enumerate(shown, start=1):
            page.put(column, day_title(day, book.language), styles.HEAD)
        page.next(14)
        for period in rows:
            _period(page, block, period, shown)
        page.block(first)
    if not blocks:
        page.put(0, nothing, styles.NOTE, columns=len(page.widths))
        page.next(20)
    page.finish()


def _title(page: Page, block: Block) -> None:
    title: tuple[Run, ...] = ((block.title, True), ("　　" + block.beside if block.beside else "", False))
    look = {**styles.BASE, "font_size": 10.5}
    page.put(0, title, look, columns=len(page.widths))
    page.next(max(16, page.needs(0, title, look, len(page.widths))))


def _period(page: Page, block: Block, period: int, shown: Sequence[int]) -> None:
    book = page.book
    clock = period_clock(book.problem, period)
    label: tuple[Run, ...] = (
        (period_title(period, book.language), True),
        ("  " + clock if clock else "", False),
    )
    page.put(0, label, {**styles.LABEL, "font_size": 9})
    page.grow(20)
    for column, day in enumerate(shown, start=1):
        cell = block.cell(day, period)
        page.put(column, cell.runs, cell.look)
        page.grow(page.needs(column, cell.runs, cell.look))
    page.next()
