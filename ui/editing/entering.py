"""What was entered in a table, as a new document: an entry in an empty line makes a row, all others change a cell."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from exchange.directory import Kind
from exchange.document import Document, Part, parts_of, with_field, with_rows, without_rows
from exchange.document.edits import with_cells
from exchange.document.naming import NAMED_IN, references
from exchange.document.typed import bare, typed_value
from exchange.grid import Fault
from models import Language
from ui.editing.values import CellKind, same, text_of
from ui.editing.view import NEW, View, ViewColumn

Entries = Mapping[int, Mapping[str, object]]  # line of the table → column → value, as the browser sends them
PICK = "pick"  # the column of marks at the rows that shall be removed


@dataclass(frozen=True)
class Entered:
    """The document after entries, and the table that shows it."""

    document: Document
    view: View


def entered(document: Document, view: View, entries: Entries, language: Language = "zh") -> Entered:
    """The document after these entries; those that it holds already change nothing."""
    known = names(document)
    for line, cells in sorted(entries.items()):
        if not 0 <= line < len(view.rows):
            continue
        for key, value in cells.items():
            column = view.column(key)
            if column is None or column.given:
                continue
            text = entry_text(value, column, known)
            row = view.rows[line]
            if row == NEW and text:
                document, row = _begun(document, _part(document, view))
                view = view.entered(line, row)
            if row != NEW:
                document = _with(document, view, row, column, text, language)
    return Entered(document, view)


def entry_text(value: object, column: ViewColumn, known: Container[str] = ()) -> str:
    """What the document holds for an entry. Nobody types a formula here, so a leading = is text."""
    return entry_of(text_of(value, column.kind, known))


def names(document: Document) -> frozenset[str]:
    """The names of everything that is entered."""
    found = set()
    for part in parts_of(document):
        page = document.sheet(part.name)
        for (key, field), _ in NAMED_IN.items():
            if page is not None and part.sheet.key == key and field in part.columns:
                found |= {bare(page.text((row, part.columns[field]))).strip() for row in part.rows}
    return frozenset(found)


@dataclass(frozen=True)
class NewName:
    """A thing got another name, and so many cells refer to it by the old one."""

    kind: Kind
    old: str
    new: str
    cells: int


def renamed(before: Document, after: Document, view: View, entries: Entries) -> NewName | None:
    """The name that these entries changed, if others refer to it and nothing is called so any more."""
    part = _part(before, view)
    page = before.sheet(part.name)
    for line, cells in entries.items():
        for key, value in cells.items():
            kind, row = NAMED_IN.get((view.sheet, key)), view.rows[line] if line < len(view.rows) else NEW
            if kind is None or row == NEW or page is None or key not in part.columns:
                continue
            old, new = bare(page.text((row, part.columns[key]))).strip(), str(value or "").strip()
            cells_of_old = sum(map(len, references(after, kind, old).values())) if old and new and old != new else 0
            if cells_of_old and old not in names(after):
                return NewName(kind, old, new, cells_of_old)
    return None


def entry_of(text: str) -> str:
    """A text as it was typed on a screen, for the document."""
    text = text.strip("\r\n")
    return f"'{text}" if text.startswith("'") or isinstance(typed_value(text), Fault) else text


def picked(entries: Entries, view: View) -> tuple[int, ...]:
    """The rows that are marked."""
    return tuple(
        view.rows[line]
        for line, cells in sorted(entries.items())
        if cells.get(PICK) is True and line < len(view.rows) and view.rows[line] != NEW
    )


def without_picked(document: Document, view: View, rows: tuple[int, ...]) -> Document:
    """The document without the marked rows."""
    return without_rows(document, _part(document, view).name, rows)


def pasted(document: Document, view: View, text: str, language: Language = "zh") -> Document:
    """Rows copied from a spreadsheet (cells by tabs, rows by lines) at the end, in the order of the table's columns."""
    columns = [column for column in view.columns if not column.given]
    for line in text.splitlines():
        cells = line.split("\t")
        if not any(cell.strip() for cell in cells):
            continue
        document, row = _begun(document, _part(document, view))
        for column, cell in zip(columns, cells, strict=False):
            document = _with(document, view, row, column, cell.strip(), language)
    return document


def _with(document: Document, view: View, row: int, column: ViewColumn, text: str, language: Language) -> Document:
    part = _part(document, view)
    page = document.sheet(part.name)
    number = column.number if column.number is not None else part.columns.get(column.key)
    if page is not None and number is not None:
        before = page.text((row, number))
        kept = before == text or (column.kind is CellKind.CHOICES and same(bare(before), text, column.kind))
        return document if kept else with_cells(document, part.name, {(row, number): text})
    return with_field(document, part, row, column.key, text, language)


def _begun(document: Document, part: Part) -> tuple[Document, int]:
    """A new row below the others, above remarks and sums that may follow."""
    row = max([part.heading or 1, *part.rows]) + 1
    return (with_rows(document, part.name, row, [()]) if part.heading else document), row


def _part(document: Document, view: View) -> Part:
    return next(part for part in parts_of(document) if part.sheet.key == view.sheet)
