"""What was entered in a table, as a new document: an entry in an empty line makes a row, all others change a cell."""

from collections.abc import Container, Mapping
from dataclasses import dataclass

from exchange.directory import Kind
from exchange.document import Document, Part, parts_of, with_field, with_rows, without_rows
from exchange.document.edits import with_cells
from exchange.document.naming import NAMED_IN, references
from exchange.document.typed import bare, typed_value
from exchange.grid import Fault
from exchange.spelling import split_list
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
    as_shown: bool = True  # the browser shows what the document holds; not so where a pasted list was taken apart


def entered(document: Document, view: View, entries: Entries, language: Language = "zh") -> Entered:
    """The document after these entries; those that it holds already change nothing."""
    known = names(document)
    pen, as_shown = _Pen(document, view, language), True
    for line, cells in sorted(entries.items()):
        if not 0 <= line < len(view.rows):
            continue
        for key, value in cells.items():
            column = view.column(key)
            if column is None or column.given:
                continue
            text = entry_text(value, column, known)
            as_shown = as_shown and not (isinstance(value, list) and len(value) != len(split_list(bare(text))))
            if view.rows[line] == NEW and text:
                view = view.entered(line, pen.begin())
            if view.rows[line] != NEW:
                pen.write(view.rows[line], column, text)
    return Entered(pen.document, view, as_shown)


class _Pen:
    """Writes into one sheet; where its columns and rows stand is looked up only after these have changed."""

    def __init__(self, document: Document, view: View, language: Language) -> None:
        self.document = document
        self.language = language
        self._view = view
        self._part = _part(document, view)
        self._moved = False

    @property
    def part(self) -> Part:
        """The sheet as it is now."""
        if self._moved:
            self._part, self._moved = _part(self.document, self._view), False
        return self._part

    def begin(self) -> int:
        """A new row below the others, above remarks and sums that may follow."""
        part = self.part
        row = max([part.heading or 1, *part.rows]) + 1
        if part.heading:
            self.document, self._moved = with_rows(self.document, part.name, row, [()]), True
        return row

    def write(self, row: int, column: ViewColumn, text: str) -> None:
        """A cell; a text that says what stands there already leaves its spelling."""
        number = column.number if column.number is not None else self.part.columns.get(column.key)
        page = self.document.sheet(self._part.name)
        if page is None or number is None:
            self.document = with_field(self.document, self.part, row, column.key, text, self.language)
            self._moved = True
            return
        before = page.text((row, number))
        if bare(before) == bare(text) or (column.kind is CellKind.CHOICES and same(bare(before), text, column.kind)):
            return
        self.document = with_cells(self.document, self._part.name, {(row, number): text})
        self._moved = self._moved or row not in self._part.rows


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
    pen = _Pen(document, view, language)
    for line in text.splitlines():
        cells = line.split("\t")
        if any(cell.strip() for cell in cells):
            row = pen.begin()
            for column, cell in zip(columns, cells, strict=False):
                pen.write(row, column, entry_of(cell.strip()))
    return pen.document


def _part(document: Document, view: View) -> Part:
    return next(part for part in parts_of(document) if part.sheet.key == view.sheet)
