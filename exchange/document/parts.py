"""Where things stand in a document: which sheet is which, its columns, its rows of data, the answers of a form."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from exchange.columns import SHEETS, Column, Context, Layout, Sheet
from exchange.document.edits import with_cells, with_sheet
from exchange.document.reading import grids_of
from exchange.document.sheets import Document, DocumentSheet
from exchange.findings import Place
from exchange.form import read_form
from exchange.grid import Grid
from exchange.parse import Parser
from exchange.table import find_table
from models import Language


@dataclass(frozen=True)
class Part:
    """One sheet that the reader knows, as it stands in a document (or, without a heading, does not stand there)."""

    sheet: Sheet
    name: str  # of the sheet in the document; where it is missing, the name that it should have
    heading: int = 0  # row of the headings; 0 for a form, and where there is none
    columns: Mapping[str, int] = field(default_factory=dict)  # field → column
    others: Mapping[int, str] = field(default_factory=dict)  # column → heading that the description does not name
    rows: tuple[int, ...] = ()  # that hold data
    answers: Mapping[str, Place] = field(default_factory=dict)  # of a form: field → cell
    missing: bool = False

    @property
    def is_matrix(self) -> bool:
        """Whether the columns are things of the school (subjects, classes) beside those of the description."""
        return self.sheet.layout is Layout.MATRIX and "pupils" not in self.columns

    def column_at(self, place: Place) -> Column | None:
        """What should stand in a cell; none for a heading, and for a column that is not read."""
        if self.sheet.layout is Layout.FORM:
            return next((self.sheet.column(name) for name, cell in self.answers.items() if cell == place), None)
        if not self.heading or place[0] <= self.heading:
            return None
        found = next((self.sheet.column(name) for name, c in self.columns.items() if c == place[1]), None)
        return self.sheet.columns[-1] if found is None and self.is_matrix and place[1] in self.others else found

    def place(self, row: int, name: str) -> Place | None:
        """The cell of a field in a row (in a form: of the answer); none where there is no such column."""
        if self.sheet.layout is Layout.FORM:
            return self.answers.get(name)
        return (row, self.columns[name]) if name in self.columns else None


def parts_of(document: Document, language: Language = "zh") -> tuple[Part, ...]:
    """Every sheet of the description, in its order."""
    grids = grids_of(document.sheets)
    return tuple(_part(sheet, grids, language) for sheet in SHEETS)


def _part(sheet: Sheet, grids: list[Grid], language: Language) -> Part:
    grid = next((grid for grid in grids if sheet.is_called(grid.name)), None)
    if grid is None:
        return Part(sheet, sheet.title.in_language(language), missing=True)
    if sheet.layout is Layout.FORM:
        sources = read_form(sheet, grid, Parser(Context(), [])).sources
        return Part(sheet, grid.name, answers={name: s.place for name, s in sources.items() if s.place is not None})
    table = find_table(sheet, grid, [])
    if table is None:
        return Part(sheet, grid.name)
    return Part(sheet, grid.name, table.heading, table.columns, table.others, tuple(table.rows))


def with_field(document: Document, part: Part, row: int, name: str, text: str, language: Language = "zh") -> Document:
    """The text in a field of a row; the sheet, its headings and the column are made where they are missing."""
    place = part.place(row, name)
    if place is not None:
        return with_cells(document, part.name, {place: text})
    if not text:
        return document
    title = part.sheet.column(name).title.in_language(language)
    page = document.sheet(part.name) or DocumentSheet(name=part.name)
    document = with_sheet(document, page)
    if part.sheet.layout is Layout.FORM:
        return with_cells(document, part.name, {(len(page.rows) + 1, 1): title, (len(page.rows) + 1, 2): text})
    if part.heading:
        free = max(map(len, page.rows), default=0) + 1
        return with_cells(document, part.name, {(part.heading, free): title, (row, free): text})
    return _begun(document, part, name, text, language)


def _begun(document: Document, part: Part, name: str, text: str, language: Language) -> Document:
    """A sheet in which no heading was found begins anew, below whatever stands there."""
    page = document.sheet(part.name)
    assert page is not None
    top = len(page.rows) + 1
    columns = [column for column in part.sheet.columns if not column.rare]
    texts = {(top, c): column.title.in_language(language) for c, column in enumerate(columns, start=1)}
    texts |= {(top + 1, c): text for c, column in enumerate(columns, start=1) if column.field == name}
    return with_cells(document, part.name, texts)


def named(document: Document, part: Part, row: int) -> str:
    """What the row is called: 吴老师; 三至五年级 语文; 周三第2节 一1; of a rule or item its title."""
    page = document.sheet(part.name)
    if page is None:
        return ""
    words = list(dict.fromkeys(filter(None, identity(page, part, row))))
    if part.sheet.key == "times" and words and words[0].isdecimal():
        words[0] = f"第{words[0]}节"
    if part.sheet.key in ("rules", "policy") and "title" in part.columns:
        words = [page.text((row, part.columns["title"])) or words[0]]
    return " ".join(words)


_IDENTITY = {
    "calendar": ("kind", "first", "periods", "grades"),
    "times": ("number", "grades"), "homework": ("whom", "subject"), "activities": ("id", "name", "whom"),
    "pins": ("slot", "school_class", "club", "group", "subject"),
}  # fmt: skip


def identity(page: DocumentSheet, part: Part, row: int) -> tuple[str, ...]:
    """The texts by which a row is told from the others of its sheet."""
    if "pupils" in part.columns and part.sheet.key == "enrolment":
        fields: tuple[str, ...] = ("club", "class")
    else:
        fields = _IDENTITY.get(part.sheet.key, ())
    if not fields:
        first = next((c.field for c in part.sheet.columns if not c.rare), "")
        fields = ("id", first) if part.sheet.columns[0].rare else (first,)
    return tuple(page.text((row, part.columns[name])).strip() for name in fields if name in part.columns)


def cells_of(part: Part) -> Iterator[tuple[str, int]]:
    """Field or heading, and column, of everything that is read."""
    yield from sorted(part.columns.items(), key=lambda entry: entry[1])
    if part.is_matrix:
        yield from ((heading, c) for c, heading in sorted(part.others.items()) if heading)
