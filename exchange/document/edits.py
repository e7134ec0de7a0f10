"""Edits of a document, each as a new document: cells, rows, sheets."""

from collections.abc import Iterable, Mapping, Sequence

from openpyxl.utils.cell import coordinate_to_tuple

from exchange.document.sheets import Area, Document, DocumentSheet, area_name
from exchange.findings import Place

LONGEST = 32_000  # characters of a cell; Excel holds 32767


def with_cell(document: Document, sheet: str, cell: str | Place, text: str) -> Document:
    """The document with this text in a cell such as C12. Raises KeyError if there is no such sheet."""
    place = coordinate_to_tuple(cell) if isinstance(cell, str) else cell
    return with_cells(document, sheet, {place: text})


def with_cells(document: Document, sheet: str, texts: Mapping[Place, str]) -> Document:
    """Several cells of one sheet at once. Ranges that a changed cell is merged into come apart first."""
    page = _apart(_page(document, sheet), texts)
    height = max([len(page.rows), *(row for row, _ in texts)])
    rows = [list(row) for row in page.rows] + [[] for _ in range(height - len(page.rows))]
    for (row, column), text in texts.items():
        cells = rows[row - 1]
        cells += [""] * (column - len(cells))
        cells[column - 1] = _storable(text)
    return _with_page(document, page.model_copy(update={"rows": _checked(page.name, rows)}))


def with_rows(document: Document, sheet: str, at: int, rows: Sequence[Sequence[str]]) -> Document:
    """New rows that begin at row `at` (from 1); what stood there moves down."""
    page = _page(document, sheet)
    before = [*page.rows[: at - 1], *([()] * (at - 1 - len(page.rows)))]
    made = [*before, *(tuple(map(_storable, row)) for row in rows), *page.rows[at - 1 :]]
    merged = _moved(page, at, len(rows))
    return _with_page(document, page.model_copy(update={"rows": _checked(page.name, made), "merged": merged}))


def without_rows(document: Document, sheet: str, rows: Iterable[int]) -> Document:
    """The sheet without these rows (from 1); what stands below moves up."""
    for row in sorted(set(rows), reverse=True):
        page = _apart(_page(document, sheet), [(row, c) for c in range(1, _widest(document, sheet) + 1)])
        kept = [*page.rows[: row - 1], *page.rows[row:]]
        update = {"rows": _checked(page.name, kept), "merged": _moved(page, row + 1, -1)}
        document = _with_page(document, page.model_copy(update=update))
    return document


def with_sheet(document: Document, sheet: DocumentSheet) -> Document:
    """The document with this sheet: in the place of the one of its name, else at the end."""
    if document.sheet(sheet.name) is not None:
        return _with_page(document, sheet)
    return document.model_copy(update={"sheets": (*document.sheets, sheet)})


def with_sheet_called(document: Document, sheet: str, name: str) -> Document:
    """A sheet under another name. Raises KeyError if there is no such sheet, or one of the new name."""
    if document.sheet(name) is not None:
        raise KeyError(name)
    page = _page(document, sheet)
    made = tuple(s.model_copy(update={"name": name}) if s is page else s for s in document.sheets)
    return document.model_copy(update={"sheets": made})


def _page(document: Document, name: str) -> DocumentSheet:
    page = document.sheet(name)
    if page is None:
        raise KeyError(name)
    return page


def _with_page(document: Document, page: DocumentSheet) -> Document:
    made = tuple(page if sheet.name == page.name else sheet for sheet in document.sheets)
    return document.model_copy(update={"sheets": made})


def _checked(name: str, rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows as a sheet keeps them (`model_copy` does not ask)."""
    return DocumentSheet(name=name, rows=tuple(map(tuple, rows))).rows


def _storable(text: str) -> str:
    """Half characters and what no cell can hold are not stored."""
    return text.encode("utf-8", "ignore").decode()[:LONGEST]


def _widest(document: Document, sheet: str) -> int:
    page = _page(document, sheet)
    return max([1, *map(len, page.rows), *(area[3] for area in page.areas)])


def _apart(page: DocumentSheet, places: Iterable[Place]) -> DocumentSheet:
    """The sheet with the ranges that hold one of these cells as single cells, each with the range's text."""
    changed = set(places)
    hit = [a for a in page.areas if any(a[0] <= r <= a[2] and a[1] <= c <= a[3] for r, c in changed)]
    if not hit:
        return page
    rows = [list(row) for row in page.rows]
    for top, left, bottom, right in hit:
        text = page.text((top, left))
        rows += [[] for _ in range(bottom - len(rows))]
        for row in rows[top - 1 : bottom]:
            row += [""] * (right - len(row))
            row[left - 1 : right] = [text] * (right - left + 1)
    merged = tuple(area_name(area) for area in page.areas if area not in hit)
    return page.model_copy(update={"rows": _checked(page.name, rows), "merged": merged})


def _moved(page: DocumentSheet, at: int, by: int) -> tuple[str, ...]:
    """The merged ranges after rows came or went at row `at`; one that reaches across grows or shrinks with them."""

    def moved(area: Area) -> Area:
        top, left, bottom, right = area
        return top + (by if top >= at else 0), left, bottom + (by if bottom >= at else 0), right

    return tuple(area_name(moved(area)) for area in page.areas)
