"""A thing gets another name: every cell that refers to it by the old one follows."""

from collections.abc import Iterator

from exchange.columns import Column
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, items
from exchange.directory import Kind
from exchange.document.edits import with_cells
from exchange.document.parts import Part, parts_of
from exchange.document.sheets import Document
from exchange.document.typed import bare, typed_text
from exchange.findings import Place
from exchange.spelling import fold, join_list

# The columns in which things are entered under the name by which others refer to them.
NAMED_IN = {
    ("grades", "id"): Kind.GRADE, ("classes", "id"): Kind.CLASS, ("teachers", "name"): Kind.PERSON,
    ("instructors", "name"): Kind.PERSON, ("rooms", "id"): Kind.ROOM, ("clubs", "name"): Kind.CLUB,
    ("activities", "name"): Kind.CLUB, ("subjects", "id"): Kind.SUBJECT,
}  # fmt: skip


def references(document: Document, kind: Kind, name: str) -> dict[str, list[Place]]:
    """Sheet → cells that refer to a thing by this very name."""
    found: dict[str, list[Place]] = {}
    for part, place, column, text in _cells(document):
        if _meant(column, kind) and any(fold(word) == fold(name) for word in _words(column, text)):
            found.setdefault(part.name, []).append(place)
    return found


def with_name_followed(document: Document, kind: Kind, old: str, new: str) -> Document:
    """Every reference to `old` refers to `new`; also the headings of the matrices."""
    for sheet, places in references(document, kind, old).items():
        texts: dict[Place, str] = {}
        part = next(part for part in parts_of(document) if part.name == sheet)
        page = document.sheet(sheet)
        assert page is not None
        for place in places:
            column = part.column_at(place)
            words = [new if fold(word) == fold(old) else word for word in _words(column, page.text(place))]
            several = column is not None and column.cell.is_list
            texts[place] = typed_text(join_list(words)) if several else typed_text(new)
        document = with_cells(document, sheet, texts)
    return document


def _cells(document: Document) -> Iterator[tuple[Part, Place, Column | None, str]]:
    for part in parts_of(document):
        page = document.sheet(part.name)
        if page is None or not part.heading:
            continue
        columns = {c: part.sheet.column(name) for name, c in part.columns.items()}
        if part.is_matrix:
            columns |= dict.fromkeys(part.others, part.sheet.columns[-1])
            for c, heading in part.others.items():
                yield part, (part.heading, c), None, heading
        for row in part.rows:
            for c, column in columns.items():
                if text := page.text((row, c)):
                    yield part, (row, c), column, text


def _meant(column: Column | None, kind: Kind) -> bool:
    match None if column is None else column.cell:
        case None:
            return kind in (Kind.CLASS, Kind.SUBJECT)
        case RefCell(kind=known) | RefsCell(kind=known):
            return known is kind
        case GradesCell(classes_too=both):
            return kind is Kind.GRADE or (both and kind is Kind.CLASS)
        case _:
            return False


def _words(column: Column | None, text: str) -> list[str]:
    if column is None or not column.cell.is_list:
        return [bare(text).strip()]
    return items(bare(text))
