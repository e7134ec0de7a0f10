"""Names that nothing has: the nearest one that something has, or a new row for it; words, headings and sheets alike."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from exchange.columns import Column, Layout
from exchange.columns.choice_sheets import STRENGTH
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, items
from exchange.columns.simple_cells import ChoiceCell, YesNoCell
from exchange.directory import Kind
from exchange.document.cures.spot import Spot
from exchange.document.fix import Fix, RowAdded, SheetCalled
from exchange.document.typed import bare, typed_text
from exchange.spelling import fold
from exchange.spelling import nearest as like
from models import Text
from models.checks.finding import nearest

# Where a new thing of a kind is entered, if its name is all that must be known.
_ENTERED = {
    Kind.PERSON: ("teachers", "name", Text("教师表", "Teachers")),
    Kind.ROOM: ("rooms", "id", Text("场地表", "Rooms")),
    Kind.SUBJECT: ("subjects", "id", Text("学科表", "Subjects")),
}


def existing_name(spot: Spot) -> Iterator[Fix]:
    """Each unknown name of the cell by the nearest known one; or entered as a new one."""
    unknown = _unknown(spot)
    if not unknown or spot.column is None:
        if spot.part is not None and spot.place is not None and spot.place[0] == spot.part.heading:
            yield from _put(spot, nearest(bare(spot.text), spot.context.directory.ids(Kind.CLASS)))
        return
    kind = spot.column.cell.kind if isinstance(spot.column.cell, RefCell | RefsCell) else None
    known = _known(spot, kind)
    guesses = {word: nearest(word, known) for word in unknown}
    if all(guesses.values()):
        yield from _replaced(spot, {word: guess for word, guess in guesses.items() if guess})
    if kind in _ENTERED and spot.issue.code.startswith("known_"):
        key, field, sheet = _ENTERED[kind]
        for word in unknown[:1]:
            label = Text(f"把 {word} 加到{sheet.zh}", f"Add {word} to {sheet.en}")
            yield Fix(label, (RowAdded(key, {field: typed_text(word)}),), likely=False)


def _unknown(spot: Spot) -> list[str]:
    """The words of the cell that no name is."""
    match None if spot.column is None else spot.column.cell:
        case RefCell(kind=kind):
            words = [bare(spot.text).strip().strip('"')]
            return [word for word in words if word and spot.context.directory.find(kind, word) is None]
        case RefsCell(kind=kind):
            found = spot.context.directory.find_all(kind, items(bare(spot.text)))
            return [word for word in found if word not in spot.context.directory.ids(kind)]
        case GradesCell(classes_too=both) as cell:
            value = cell.read(bare(spot.text), spot.context)
            grades, classes = value if both and isinstance(value, tuple) else (value, [])
            ids = {*spot.context.directory.ids(Kind.GRADE), *spot.context.directory.ids(Kind.CLASS)}
            assert isinstance(grades, list)
            return [word for word in (*grades, *classes) if word not in ids]
        case _:
            return []


def _known(spot: Spot, kind: Kind | None) -> Sequence[str]:
    directory = spot.context.directory
    if kind is not None:
        return directory.ids(kind)
    cell = None if spot.column is None else spot.column.cell
    both = isinstance(cell, GradesCell) and cell.classes_too
    return [*directory.ids(Kind.GRADE), *(directory.ids(Kind.CLASS) if both else ())]


def _replaced(spot: Spot, guesses: dict[str, str]) -> Iterator[Fix]:
    assert spot.column is not None
    if not spot.column.cell.is_list:
        yield from spot.put(typed_text(next(iter(guesses.values()))))
        return
    folded = {fold(word): guess for word, guess in guesses.items()}
    words = [folded.get(fold(item), item) for item in items(bare(spot.text))]
    yield from spot.put_items(list(dict.fromkeys(words)))


def _put(spot: Spot, word: str | None) -> Iterator[Fix]:
    if word is not None:
        yield from spot.put(typed_text(word))


def used_word(spot: Spot) -> Iterator[Fix]:
    """A skill or feature that only this cell writes so, by the nearest that others use."""
    cell = None if spot.column is None else spot.column.cell
    if not isinstance(cell, RefsCell):
        return
    used = Counter(_used(spot, cell.kind))
    mine = items(bare(spot.text))
    others = [word for word in used if used[word] > mine.count(word)]
    alone = [word for word in mine if word not in others]
    guesses = {word: guess for word in alone if (guess := nearest(word, [o for o in others if o not in mine]))}
    if guesses:
        yield from _replaced(spot, guesses)


def _used(spot: Spot, kind: Kind) -> Iterator[str]:
    for part in spot.parts:
        page = spot.document.sheet(part.name)
        for column in part.sheet.columns if page is not None else ():
            if isinstance(column.cell, RefsCell) and column.cell.kind is kind and column.field in part.columns:
                assert page is not None
                for row in part.rows:
                    yield from items(bare(page.text((row, part.columns[column.field]))))


def listed_word(spot: Spot) -> Iterator[Fix]:
    """The nearest word of the list; all of them where there are only a few."""
    cell = None if spot.column is None else spot.column.cell
    if not isinstance(cell, ChoiceCell | YesNoCell):
        return
    words = cell.choices(spot.context.language)
    meant = cell.words if isinstance(cell, ChoiceCell) else ()
    named = {fold(name): t.in_language(spot.context.language) for _, t, more in meant for name in (t.zh, t.en, *more)}
    near = like(fold(spot.text), named)
    if near is not None:
        yield from spot.put(named[near])
    elif len(words) <= 3:
        for word in words:
            yield from spot.put(word, likely=False)


def allowed_strength(spot: Spot) -> Iterator[Fix]:
    """What a rule may be set to; or its default, which is an empty cell."""
    page = None if spot.part is None else spot.document.sheet(spot.part.name)
    if spot.part is None or page is None or spot.place is None or "rule" not in spot.part.columns:
        return
    key = page.text((spot.place[0], spot.part.columns["rule"])).strip()
    card = next((card for card in spot.cards if key in (card.key, card.title.zh, card.title.en)), None)
    choices = () if card is None else card.choices
    for choice in choices:
        yield from spot.put(str(STRENGTH.write(choice, spot.context)), likely=len(choices) == 1)
    yield from spot.clear()


def existing_rule(spot: Spot) -> Iterator[Fix]:
    """The nearest rule."""
    yield from _put(spot, like(spot.text, [card.key for card in spot.cards]))


def right_heading(spot: Spot) -> Iterator[Fix]:
    """A heading that nothing is called by: the nearest that is lacking."""
    if spot.part is None or spot.place is None or spot.part.sheet.layout is Layout.FORM:
        return
    lacking = [column for column in spot.part.sheet.columns if column.field not in spot.part.columns]
    yield from _put(spot, like(spot.text, _titles(lacking)))


def lacking_heading(spot: Spot) -> Iterator[Fix]:
    """A column that is lacking: the heading that was probably meant for it gets its name."""
    if spot.part is None or not spot.part.heading:
        return
    for column in spot.part.sheet.columns:
        if not column.required or column.field in spot.part.columns or f"“{column.title.zh}”" not in spot.issue.text.zh:
            continue
        near = like(column.title.zh, [text for text in spot.part.others.values() if text])
        place = next(((spot.part.heading, c) for c, text in spot.part.others.items() if near and text == near), None)
        for fix in replace(spot, place=place, text=near or "").put(column.title.zh) if place else ():
            label = Text(f"把列名“{near}”改成“{column.title.zh}”", f"Call column “{near}” “{column.title.zh}”")
            yield Fix(label, fix.edits)


def right_sheet(spot: Spot) -> Iterator[Fix]:
    """A sheet that is not read, although one of nearly its name is lacking."""
    lacking = {part.sheet.title.zh for part in spot.parts if part.missing}
    if spot.issue.code == "missing_sheet":
        read = {part.name for part in spot.parts if not part.missing}
        wanted: str | None = spot.issue.sheet
        near = like(str(wanted), [sheet.name for sheet in spot.document.sheets if sheet.name not in read])
    else:
        near = spot.issue.sheet
        wanted = like(str(near), lacking)
    if near is not None and wanted is not None and spot.document.sheet(wanted) is None:
        label = Text(f"把“{near}”改名为“{wanted}”", f"Rename “{near}” to “{wanted}”")
        yield Fix(label, (SheetCalled(near, wanted),))


def _titles(columns: Iterable[Column]) -> list[str]:
    return [column.title.zh for column in columns]
