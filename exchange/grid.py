"""The raw cells of a workbook with their exact places; merged cells all hold the merged value."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from posixpath import join, normpath
from xml.etree import ElementTree

from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from exchange.file_kinds import workbook_issue
from exchange.findings import Place, file_issue, sheet_issue
from models import Issue

MOST_ROWS = 20_000  # that are kept; how many make sense is said per sheet in exchange/columns
MOST_COLUMNS = 400
_SCANNED_ROWS = 200_000  # beyond this nothing is looked at, filled or not
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+[0-9]+:[A-Z]+[0-9]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_READING = (
    InvalidFileException, zipfile.BadZipFile, zlib.error, ElementTree.ParseError, OSError, EOFError, KeyError,
    ValueError, TypeError, AttributeError, IndexError, NotImplementedError, RuntimeError, AssertionError,
)  # fmt: skip


@dataclass(frozen=True)
class Fault:
    """What stands in a cell instead of a value: a formula nobody has computed, or an Excel error such as #DIV/0!."""

    code: str
    typed: str


@dataclass
class Grid:
    """One sheet: place → value, for cells that are not empty."""

    name: str
    cells: dict[Place, object] = field(default_factory=dict)
    merged: dict[Place, Place] = field(default_factory=dict)  # covered place → the place that holds the value
    cut: bool = False  # it has more rows or columns than were read

    @property
    def rows(self) -> int:
        """The last row with something in it."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def columns(self) -> int:
        """The last column with something in it."""
        return max((column for _, column in self.cells), default=0)


def read_grids(path: Path) -> tuple[list[Grid], list[Issue]]:
    """All sheets of a workbook, and what is wrong with the file. The path has passed `path_issue`."""
    return grids_in(path.name, path.read_bytes())


def grids_in(name: str, content: bytes) -> tuple[list[Grid], list[Issue]]:
    """The same of what is in the file of this name; nothing is written to a disk."""
    wrong = workbook_issue(name, content)
    if wrong is not None:
        return [], [wrong]
    try:
        with warnings.catch_warnings():  # openpyxl tells of styles and extensions that it leaves out
            warnings.simplefilter("ignore")
            return _grids(content)
    except _READING:
        return [], [
            file_issue(
                "damaged_workbook",
                f"{name} 已损坏或含有读不了的内容：请在 Excel 或 WPS 里另存一份再试。",
                f"{name} is damaged or holds what cannot be read: save a fresh copy in Excel or WPS.",
            )
        ]


def _grids(content: bytes) -> tuple[list[Grid], list[Issue]]:
    parts = _sheet_parts(content)
    grids = [Grid(name) for name in parts]
    formulas: dict[str, dict[Place, str]] = {}
    if any(_FORMULA.search(part) for part in parts.values()):
        formulas = dict(_formulas(content))
    book = _opened(content, data_only=True)
    by_name = {grid.name: grid for grid in grids}
    try:
        for sheet in book.worksheets:
            if (grid := by_name.get(sheet.title)) is None:
                continue
            sheet.reset_dimensions()
            for r, row in enumerate(sheet.iter_rows(), start=1):
                if r > _SCANNED_ROWS:
                    break
                for c, cell in enumerate(row, start=1):
                    if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                        continue
                    if r > MOST_ROWS or c > MOST_COLUMNS:
                        grid.cut = True
                    else:
                        grid.cells[r, c] = (
                            Fault("excel_error", str(cell.value)) if cell.data_type == "e" else cell.value
                        )
            for place, formula in formulas.get(grid.name, {}).items():
                grid.cells.setdefault(place, Fault("formula_without_value", formula))
            _merge(grid, parts[grid.name])
    finally:
        book.close()
    return grids, [_cut(grid) for grid in grids if grid.cut]


def too_much(sheet: str, most: int) -> Issue:
    """A sheet has more than `most` rows, or more columns than any."""
    return sheet_issue(
        "too_many_rows",
        sheet,
        f"超过 {most} 行或 {MOST_COLUMNS} 列，比任何学校都多：请删去多余的行列；后面的没有读入。",
        f"more than {most} rows or {MOST_COLUMNS} columns, more than any school has: delete what is too much; the "
        "rest was not read.",
    )


def _cut(grid: Grid) -> Issue:
    return too_much(grid.name, MOST_ROWS)


def _sheet_parts(content: bytes) -> dict[str, bytes]:
    """Name → XML of every worksheet, in the workbook's order."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        targets = {r.get("Id"): r.get("Target", "") for r in relations if r.get("Type", "").endswith("/worksheet")}
        found: dict[str, bytes] = {}
        for element in ElementTree.fromstring(package.read("xl/workbook.xml")).iter():
            target = targets.get(element.get(_RELATION))
            if element.tag.endswith("}sheet") and target is not None:
                part = target[1:] if target.startswith("/") else normpath(join("xl", target))
                found[element.get("name", "")] = package.read(part)
        return found


def _opened(content: bytes, data_only: bool) -> OpenpyxlWorkbook:
    """From memory: openpyxl refuses files by their name, and keeps them open on some systems."""
    return load_workbook(BytesIO(content), read_only=True, data_only=data_only)


def _formulas(content: bytes) -> Iterator[tuple[str, dict[Place, str]]]:
    book = _opened(content, data_only=False)
    try:
        for sheet in book.worksheets:
            sheet.reset_dimensions()
            rows = enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS), start=1)
            cells = ((r, c, cell) for r, row in rows for c, cell in enumerate(row, start=1) if cell.data_type == "f")
            yield sheet.title, {(r, c): cell.value if isinstance(cell.value, str) else "=" for r, c, cell in cells}
    finally:
        book.close()


def _merge(grid: Grid, content: bytes) -> None:
    for found in _MERGED.finditer(content):
        edges = range_boundaries(found[1].decode())
        left, top, right, bottom = (edge or 0 for edge in edges)
        if (top, left) not in grid.cells:
            continue
        for r in range(top, min(bottom, MOST_ROWS) + 1):
            for c in range(left, min(right, MOST_COLUMNS) + 1):
                if (r, c) != (top, left):
                    grid.cells[r, c] = grid.cells[top, left]
                    grid.merged[r, c] = (top, left)
