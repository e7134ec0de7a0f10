"""A fix: typed edits of a document that one button makes, with what it says on the button and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from exchange.document.edits import with_cells, with_rows, with_sheet_called, without_rows
from exchange.document.parts import parts_of, with_field
from exchange.document.sheets import Document
from exchange.findings import Place
from models import Text


@dataclass(frozen=True)
class CellSet:
    """Another text in a cell."""

    sheet: str
    place: Place
    text: str


@dataclass(frozen=True)
class FieldSet:
    """An answer of a form, which may have no line there yet."""

    key: str  # of the sheet in the description
    field: str
    text: str


@dataclass(frozen=True)
class RowAdded:
    """A new row at the end of a sheet, with some of its fields."""

    key: str  # of the sheet in the description
    fields: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True)
class RowRemoved:
    """A row goes."""

    sheet: str
    row: int


@dataclass(frozen=True)
class SheetCalled:
    """A sheet gets the name by which it is known."""

    sheet: str
    name: str


Edit = CellSet | FieldSet | RowAdded | RowRemoved | SheetCalled


@dataclass(frozen=True)
class Fix:
    """What a button does. `likely`: so probably meant that its button may be the filled one."""

    label: Text
    edits: tuple[Edit, ...]
    why: Text | None = None
    likely: bool = True


def fixed(document: Document, fix: Fix) -> Document:
    """The document after a fix. Raises KeyError where its sheet is gone."""
    for edit in fix.edits:
        document = _edited(document, edit)
    return document


def _edited(document: Document, edit: Edit) -> Document:
    match edit:
        case CellSet(sheet, place, text):
            return with_cells(document, sheet, {place: text})
        case FieldSet(key, name, text):
            part = next(part for part in parts_of(document) if part.sheet.key == key)
            return with_field(document, part, 0, name, text)
        case RowAdded(key, fields):
            part = next(part for part in parts_of(document) if part.sheet.key == key)
            row = max([part.heading, *part.rows]) + 1
            if part.heading:
                document = with_rows(document, part.name, row, [()])
            for name, text in fields.items():
                part = next(part for part in parts_of(document) if part.sheet.key == key)
                document = with_field(document, part, row, name, text)
            return document
        case RowRemoved(sheet, row):
            return without_rows(document, sheet, [row])
        case SheetCalled(sheet, name):
            return with_sheet_called(document, sheet, name)
