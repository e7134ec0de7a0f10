"""Two people's edits of one document together: what one changed is done to the other's, where both did not meet."""

from dataclasses import dataclass

from exchange.columns import Layout
from exchange.document.changes import DocumentChange, EditKind, changes_between, matched
from exchange.document.edits import with_cells, with_rows, with_sheet, without_rows
from exchange.document.parts import Part, cells_of, identity, parts_of, with_field
from exchange.document.sheets import Document, DocumentSheet
from models import Text


@dataclass(frozen=True)
class Merged:
    """The document with both, and the changes of `mine` that could not be made because `theirs` is otherwise there."""

    document: Document
    clashes: tuple[DocumentChange, ...]


def merged(base: Document, mine: Document, theirs: Document) -> Merged:
    """What led from `base` to `mine`, done to `theirs`. With base = after and mine = before, an edit is taken back."""
    clashes: list[DocumentChange] = []
    document = theirs
    for old, new in zip(parts_of(base), parts_of(mine), strict=True):
        if not (old.missing and new.missing) and base.sheet(old.name) != mine.sheet(new.name):
            document = _part(base, old, mine, new, document, clashes)
    known = {part.name for source in (base, mine) for part in parts_of(source) if not part.missing}
    for name in dict.fromkeys(sheet.name for sheet in (*base.sheets, *mine.sheets) if sheet.name not in known):
        document = _whole(name, base, mine, document, clashes)
    return Merged(document, tuple(clashes))


def _whole(name: str, base: Document, mine: Document, theirs: Document, clashes: list[DocumentChange]) -> Document:
    """A sheet as one thing: taken over where they left it alone."""
    before, after, there = base.sheet(name), mine.sheet(name), theirs.sheet(name)
    if before == after or there == after:
        return theirs
    if there != before:
        clashes += [c for c in changes_between(base, mine) if c.page == name]
        return theirs
    if after is None:
        return theirs.model_copy(update={"sheets": tuple(s for s in theirs.sheets if s.name != name)})
    return with_sheet(theirs, after)


def _part(
    base: Document, old: Part, mine: Document, new: Part, theirs: Document, clashes: list[DocumentChange]
) -> Document:
    part = _same(theirs, old)
    page, after = base.sheet(old.name), mine.sheet(new.name)
    simple = old.sheet.layout is Layout.FORM or (old.heading and new.heading and part.heading)
    if page is None or after is None or page.name != after.name or not simple or theirs.sheet(part.name) is None:
        return _whole(old.name if page is not None else new.name, base, mine, theirs, clashes)
    if theirs.sheet(part.name) == page:
        return with_sheet(theirs, after)  # they left it alone
    if old.sheet.layout is Layout.FORM:
        return _form(page, old, after, new, theirs, clashes)
    pairs, gone, came = matched(page, old, after, new)
    for was, now in pairs:
        theirs = _row(page, old, was, after, new, now, theirs, clashes)
    for row in gone:
        theirs = _without(page, old, row, theirs, clashes)
    for row in came:
        theirs = _with(after, new, row, theirs, clashes)
    return theirs


def _form(
    page: DocumentSheet, old: Part, after: DocumentSheet, new: Part, theirs: Document, clashes: list[DocumentChange]
) -> Document:
    for column in old.sheet.columns:
        texts = [_answer(sheet, part, column.field) for sheet, part in ((page, old), (after, new))]
        part = _same(theirs, old)
        there = _answer(theirs.sheet(part.name), part, column.field)
        if texts[0] == texts[1] or there == texts[1]:
            continue
        if there != texts[0]:
            clashes.append(_clash(old, "", column.title, there, texts[1]))
        else:
            theirs = with_field(theirs, part, 0, column.field, texts[1])
    return theirs


def _row(
    page: DocumentSheet, old: Part, was: int, after: DocumentSheet, new: Part, now: int, theirs: Document,
    clashes: list[DocumentChange],
) -> Document:  # fmt: skip
    columns, others = dict(cells_of(old)), dict(cells_of(new))
    for word in dict.fromkeys((*columns, *others)):
        before = page.text((was, columns[word])) if word in columns else ""
        text = after.text((now, others[word])) if word in others else ""
        if before == text:
            continue
        part = _same(theirs, old)
        there = theirs.sheet(part.name)
        assert there is not None
        row = next((r for r in part.rows if identity(there, part, r) == identity(page, old, was)), None)
        row = row or next((r for r in part.rows if identity(there, part, r) == identity(after, new, now)), None)
        title = next((c.title for c in old.sheet.columns if c.field == word), Text(word, word))
        found = dict(cells_of(part))
        stands = there.text((row, found[word])) if row is not None and word in found else ""
        if row is None or stands not in (before, text) or (word not in found and word not in _fields(part)):
            clashes.append(_clash(old, " ".join(filter(None, identity(page, old, was))), title, stands, text))
        elif word in found:
            theirs = with_cells(theirs, part.name, {(row, found[word]): text})
        else:
            theirs = with_field(theirs, part, row, word, text)
    return theirs


def _without(page: DocumentSheet, old: Part, row: int, theirs: Document, clashes: list[DocumentChange]) -> Document:
    part = _same(theirs, old)
    there = theirs.sheet(part.name)
    assert there is not None
    found = next((r for r in part.rows if identity(there, part, r) == identity(page, old, row)), None)
    if found is None:
        return theirs
    if _texts(there, part, found) != _texts(page, old, row):
        name = " ".join(filter(None, identity(page, old, row)))
        clashes.append(DocumentChange(EditKind.REMOVED, old.sheet.title, part.name, name, place=(found, 1)))
        return theirs
    return without_rows(theirs, part.name, [found])


def _with(after: DocumentSheet, new: Part, row: int, theirs: Document, clashes: list[DocumentChange]) -> Document:
    part = _same(theirs, new)
    there = theirs.sheet(part.name)
    assert there is not None
    texts = _texts(after, new, row)
    found = next((r for r in part.rows if identity(there, part, r) == identity(after, new, row)), None)
    if found is not None:
        if _texts(there, part, found) != texts:
            name = " ".join(filter(None, identity(after, new, row)))
            clashes.append(DocumentChange(EditKind.ADDED, new.sheet.title, part.name, name, place=(found, 1)))
        return theirs
    at = min(row, max([part.heading, *part.rows]) + 1)
    theirs = with_rows(theirs, part.name, at, [()])
    for word, text in texts.items():
        part = _same(theirs, new)
        cells = dict(cells_of(part))
        if word in cells:
            theirs = with_cells(theirs, part.name, {(at, cells[word]): text})
        elif word in _fields(part):
            theirs = with_field(theirs, part, at, word, text)
    return theirs


def _texts(page: DocumentSheet, part: Part, row: int) -> dict[str, str]:
    return {word: text for word, c in cells_of(part) if (text := page.text((row, c)))}


def _same(document: Document, part: Part) -> Part:
    return next(other for other in parts_of(document) if other.sheet is part.sheet)


def _fields(part: Part) -> set[str]:
    return {column.field for column in part.sheet.columns}


def _answer(page: DocumentSheet | None, part: Part, name: str) -> str:
    place = part.answers.get(name)
    return "" if page is None or place is None else page.text(place)


def _clash(part: Part, row: str, column: Text, before: str, after: str) -> DocumentChange:
    return DocumentChange(EditKind.CHANGED, part.sheet.title, part.name, row, column, before, after)
