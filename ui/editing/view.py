"""What a table shows: which rows in which order, which columns of which kind. It stays while somebody types in it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from openpyxl.utils.cell import coordinate_to_tuple

from exchange.columns import Column, Layout
from exchange.document import Document, Part
from exchange.document.parts import cells_of
from exchange.spelling import fold
from exchange.table import is_ignored
from models import Issue, Language, Severity, Text
from ui.editing.values import CellKind, kind_of

NEW = 0  # the row number of an empty line at the end, until something is entered there
_GIVEN = frozenset({"rule", "item", "title", "default", "sentence"})  # of 规则, 政策: only to be read
_EMPTY_LINES = 5


@dataclass(frozen=True)
class ViewColumn:
    """One column of the table."""

    key: str  # its name in the frame: the field, or the column's number where it has none
    title: Text
    number: int | None  # of the sheet; none where the sheet lacks the column
    column: Column | None  # its description; none for the school's own (备注)
    kind: CellKind
    given: bool = False  # only to be read


@dataclass(frozen=True)
class View:
    """One table."""

    sheet: str  # key of the sheet
    rows: tuple[int, ...]
    columns: tuple[ViewColumn, ...]

    def column(self, key: str) -> ViewColumn | None:
        """The column of this key."""
        return next((column for column in self.columns if column.key == key), None)

    def entered(self, line: int, row: int) -> "View":
        """The same table after something was entered in an empty line, which is that row now."""
        return replace(self, rows=(*self.rows[:line], row, *self.rows[line + 1 :]))


def view_of(
    document: Document,
    part: Part,
    issues: Sequence[Issue] = (),
    *,
    search: str = "",
    issues_first: bool = True,
    only_row: int | None = None,
) -> View:
    """The table of a sheet: all rows, or those in which a word is found; those with issues first, if wished."""
    columns = tuple(_columns(document, part))
    rows = [row for row in part.rows if only_row in (None, row) and _has(document, part, row, search)]
    if issues_first:
        worst = ranks(issues)
        rows.sort(key=lambda row: worst.get(row, 9))  # stable: within a rank in the sheet's order
    growing = part.sheet.layout is not Layout.FIXED and not search and only_row is None
    return View(part.sheet.key, (*rows, *([NEW] * _EMPTY_LINES if growing else ())), columns)


def ranks(issues: Iterable[Issue]) -> Mapping[int, int]:
    """Row → 0 if it has an error, 1 if it has a warning."""
    worst: dict[int, int] = {}
    for issue in issues:
        if issue.cell is not None:
            row = coordinate_to_tuple(issue.cell)[0]
            worst[row] = min(worst.get(row, 9), int(issue.severity is not Severity.ERROR))
    return worst


def title_of(column: ViewColumn, language: Language) -> str:
    """The heading of a column of the table."""
    return column.title.in_language(language)


def _columns(document: Document, part: Part) -> Iterable[ViewColumn]:
    page = document.sheet(part.name)

    def made(column: Column | None, title: Text, number: int | None, key: str) -> ViewColumn:
        texts = [] if page is None or number is None else [page.text((row, number)) for row in part.rows]
        given = part.sheet.layout is Layout.FIXED and key in _GIVEN
        return ViewColumn(key, title, number, column, CellKind.TEXT if given else kind_of(column, texts), given)

    if part.is_matrix and part.heading:
        last = part.sheet.columns[-1]
        for name, number in cells_of(part):
            own = next((column for column in part.sheet.columns if column.field == name), None)
            title = Text(name, name) if own is None else own.title
            note = is_ignored(name)
            yield made((None if note else last) if own is None else own, title, number, f"c{number}")
        return
    for name, number in sorted(part.columns.items(), key=lambda entry: entry[1]):
        yield made(part.sheet.column(name), part.sheet.column(name).title, number, name)
    for column in part.sheet.columns:
        if column.field not in part.columns and not column.rare:
            yield made(column, column.title, None, column.field)
    for number, heading in sorted(part.others.items()):
        if heading:
            yield made(None, Text(heading, heading), number, f"c{number}")


def _has(document: Document, part: Part, row: int, search: str) -> bool:
    page = document.sheet(part.name)
    words = [fold(word) for word in search.split()]
    if not words or page is None:
        return True
    text = fold("\n".join(page.rows[row - 1])) if row <= len(page.rows) else ""
    return all(word in text for word in words)
