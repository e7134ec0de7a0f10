"""A workbook file as a document: every cell as typed text, at its own place, whether it can be read or not."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from exchange.columns import SCHOOL, SHEETS, Column, Context, Layout
from exchange.document.sheets import Document, DocumentSheet, area_name
from exchange.document.typed import typed_text
from exchange.file_kinds import path_issue
from exchange.findings import Place, file_issue
from exchange.form import read_form
from exchange.grid import Grid, read_grids
from exchange.parse import Parser
from exchange.spelling import fold
from exchange.table import find_table, heading_text
from exchange.workbook_read import OTHER_SHEETS
from models import Issue

_OURS = frozenset(fold(name) for title in OTHER_SHEETS for name in (title.zh, title.en))


@dataclass(frozen=True)
class Opened:
    """The document, or why the file cannot be opened. A file is opened whole or not at all."""

    document: Document | None
    issues: tuple[Issue, ...] = ()


def document_of_workbook(source: Path | bytes, name: str = "工作簿.xlsx") -> Opened:
    """Open an .xlsx file, or its bytes (then `name` is what the issues call it). Raises nothing for its content."""
    if isinstance(source, Path):
        wrong = path_issue(source)
        return Opened(None, (wrong,)) if wrong is not None else _opened(source)
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "工作簿.xlsx")
        path.write_bytes(source)
        return document_of_workbook(path)


def _opened(path: Path) -> Opened:
    grids, issues = read_grids(path)
    if not grids and not issues:
        issues = [file_issue("empty_workbook", "工作簿里没有工作表。", "The workbook has no sheet.")]
    if issues:  # also where rows were cut off: what is not read must not be lost without a word
        return Opened(None, tuple(issues))
    kept = [grid for grid in grids if fold(grid.name) not in _OURS]
    return Opened(Document(sheets=tuple(document_sheet(grid) for grid in kept)))


def document_sheet(grid: Grid) -> DocumentSheet:
    """The cells of a sheet as typed text, dates and clock times as their columns read them."""
    columns, headings = _columns(grid)
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for place, value in grid.cells.items():
        if place not in grid.merged:
            text = headings.get(place) or typed_text(value, columns.get(place, columns.get((0, place[1]))))
            rows[place[0] - 1][place[1] - 1] = text
    return DocumentSheet(name=grid.name, rows=tuple(map(tuple, rows)), merged=_merged(grid))


def _merged(grid: Grid) -> tuple[str, ...]:
    ends: dict[Place, Place] = {}
    for (row, column), first in grid.merged.items():
        bottom, right = ends.get(first, first)
        ends[first] = max(bottom, row), max(right, column)
    return tuple(area_name((*first, *last)) for first, last in ends.items())


def _columns(grid: Grid) -> tuple[Mapping[Place, Column], Mapping[Place, str]]:
    """The column of an answer by its place, or of everything below a heading at (0, column); texts of headings."""
    sheet = next((sheet for sheet in SHEETS if sheet.is_called(grid.name)), None)
    if sheet is None:
        return {}, {}
    if sheet.layout is Layout.FORM:
        sources = read_form(SCHOOL, grid, Parser(Context(), [])).sources.values()
        return {s.place: s.column for s in sources if s.place is not None and s.column is not None}, {}
    table = find_table(sheet, grid, [])
    if table is None:
        return {}, {}
    found = {(0, c): sheet.column(name) for name, c in table.columns.items()}
    if sheet.layout is Layout.MATRIX:
        found |= {(0, c): sheet.columns[-1] for c in table.others}
    cells = ((table.heading, c) for c in table.others)
    headings = {
        place: heading_text(grid.cells[place]) for place in cells if not isinstance(grid.cells.get(place), str | None)
    }
    return found, headings
