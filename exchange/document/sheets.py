"""A document: the school's workbook as typed text in memory, sheet by sheet, also where it is wrong."""

from collections.abc import Iterable
from typing import Literal

from openpyxl.utils import range_boundaries
from pydantic import Field, ValidationError, field_validator

from exchange.findings import Place, cell_name
from exchange.grid import MOST_COLUMNS, MOST_ROWS
from models.noun import Noun

FORMAT: Literal["kehou-document/1"] = "kehou-document/1"
Area = tuple[int, int, int, int]  # top, left, bottom, right, from 1


class DocumentError(Exception):
    """A text that is no document, or one of a format that this version does not know."""


class DocumentSheet(Noun):
    """One sheet: its rows from the first, each as its cells' texts; a text is what one would type into Excel."""

    name: str
    rows: tuple[tuple[str, ...], ...] = Field((), description="empty cells at the end of a row are left out")
    merged: tuple[str, ...] = Field((), description="ranges such as A3:A5; the text stands in the first cell")

    @field_validator("rows")
    @classmethod
    def _without_empty_ends(cls, rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """One way only to write a sheet, so that equal sheets are equal."""
        return trimmed(rows)

    def text(self, place: Place) -> str:
        """What stands in a cell (of a merged range: in its first cell only); nothing for an empty one."""
        row, column = place
        if not 0 < row <= len(self.rows) or not 0 < column <= len(self.rows[row - 1]):
            return ""
        return self.rows[row - 1][column - 1]

    @property
    def areas(self) -> tuple[Area, ...]:
        """The merged ranges as numbers."""
        return tuple(_area(text) for text in self.merged)


class Document(Noun):
    """All sheets in their order, without the guide and the hidden lists, which every download gets anew."""

    format: Literal["kehou-document/1"] = FORMAT
    sheets: tuple[DocumentSheet, ...] = ()

    def sheet(self, name: str | None) -> DocumentSheet | None:
        """The sheet of this name; none if there is none."""
        return next((sheet for sheet in self.sheets if sheet.name == name), None)


def document_json(document: Document) -> str:
    """The document as it is stored."""
    return document.model_dump_json()


def document_from_json(text: str) -> Document:
    """The stored document. Raises DocumentError."""
    try:
        return Document.model_validate_json(text)
    except ValidationError as wrong:
        raise DocumentError(str(wrong)) from wrong


def trimmed(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows without empty cells at their ends, and without empty rows at the end; blanks alone are empty."""
    kept: list[tuple[str, ...]] = []
    for row in rows:
        cells = [text if text.strip() else "" for text in row]
        while cells and not cells[-1]:
            cells.pop()
        kept.append(tuple(cells))
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def area_name(area: Area) -> str:
    """(3, 1, 5, 1) → A3:A5."""
    top, left, bottom, right = area
    return f"{cell_name((top, left))}:{cell_name((bottom, right))}"


def _area(text: str) -> Area:
    left, top, right, bottom = (edge or 0 for edge in range_boundaries(text))
    return top, left, min(bottom, MOST_ROWS), min(right, MOST_COLUMNS)
