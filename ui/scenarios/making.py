"""A change picked by hand: its kind, its object and its content, read by the same cells as sheet 方案."""

from collections.abc import Mapping, Sequence

from exchange.columns import Column, UnreadableError
from exchange.columns.change_cells import ClassOrClubCell, OpenSlotsCell
from exchange.columns.change_words import WORDS_OF
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, SlotsCell
from exchange.columns.simple_cells import ChoiceCell, YesNoCell
from exchange.directory import Kind
from exchange.findings import should_be
from exchange.quick_changes import data_in_words
from exchange.scenarios import change_from
from exchange.slot_names import SlotBook
from models import CHANGE_KINDS, Change, ChangesError, Language, Problem, RuleCard, Text, apply_changes


class NotMadeError(Exception):
    """What was picked is no change; `texts` say why, and the cure."""

    def __init__(self, *texts: Text) -> None:
        super().__init__("\n".join(text.zh for text in texts))
        self.texts = texts


def titles() -> Mapping[str, Text]:
    """The kinds of changes, as the office calls them."""
    return {kind: CHANGE_KINDS[kind].title for kind in WORDS_OF}


def objects(kind: str, problem: Problem, cards: Sequence[RuleCard], language: Language) -> Mapping[str, str] | None:
    """What may stand as the object, as it is typed → as it is shown; none where a new name is typed or nothing is."""
    column = WORDS_OF[kind].object
    if column is None:
        return None
    if column.field == "rule":
        return {card.key: card.title.in_language(language) for card in cards if len(card.choices) > 1}
    cell = column.cell
    if isinstance(cell, RefCell):
        return named(problem, cell.kind)
    if isinstance(cell, GradesCell):
        return {"": Text("全校", "whole school").in_language(language)} | named(problem, Kind.GRADE)
    if isinstance(cell, ClassOrClubCell):
        return named(problem, Kind.CLASS) | named(problem, Kind.CLUB)
    if isinstance(cell, ChoiceCell):
        open_days = {str(int(slot.day)) for slot in problem.slots}
        return {code: title.in_language(language) for code, title, _ in cell.words if code in open_days}
    return None


def named(problem: Problem, kind: Kind) -> dict[str, str]:
    """Everything of this kind that the school has: id → name."""
    match kind:
        case Kind.GRADE:
            return {g.id: g.id for g in problem.grades}
        case Kind.CLASS:
            return {c.id: c.title for c in problem.classes}
        case Kind.PERSON:
            return {p.id: p.name for p in problem.people}
        case Kind.ROOM:
            return {r.id: r.id for r in problem.rooms}
        case Kind.CLUB:
            return {c.id: c.name for c in problem.clubs}
        case Kind.SUBJECT:
            return {s.id: s.id for s in problem.subjects}
        case Kind.BAND:
            return {b.id: b.name for b in problem.bands}
        case Kind.SKILL:
            return {skill: skill for person in problem.people for skill in person.skills}
        case Kind.FEATURE:
            return {f: f for r in problem.rooms for f in r.features}


def several(column: Column, problem: Problem, language: Language) -> Mapping[str, str] | None:
    """The choices of an item that takes several words, as typed → as shown; none for other items."""
    cell = column.cell
    if isinstance(cell, SlotsCell | OpenSlotsCell):
        book = SlotBook.of(problem.week)
        words = [(book.write([slot], "zh")[0], book.write([slot], language)[0]) for slot in problem.slots]
        return dict(words)
    if isinstance(cell, RefsCell):
        return named(problem, cell.kind)
    return named(problem, Kind.GRADE) if isinstance(cell, GradesCell) else None


def one_of(column: Column, problem: Problem, language: Language) -> Mapping[str, str] | None:
    """The choices of an item that takes one of a few words; none for other items."""
    cell = column.cell
    if isinstance(cell, RefCell):
        return named(problem, cell.kind)
    if isinstance(cell, ChoiceCell | YesNoCell):
        return dict(zip(cell.choices("zh"), cell.choices(language), strict=True))
    return None


def made(
    kind: str, thing: str, contents: Mapping[str, str], problem: Problem, cards: Sequence[RuleCard]
) -> tuple[Change, ...]:
    """The changes that were picked, which can be made of this school. Raises NotMadeError."""
    words = WORDS_OF[kind]
    typed = "\n".join(f"{words.item(field).title.zh} {text}" for field, text in contents.items() if text.strip())
    column = words.object
    try:
        if column is not None and column.required and not thing.strip():
            raise UnreadableError("missing", column.note)
        data = data_in_words(kind, thing, typed, problem)
    except UnreadableError as wrong:
        expected = wrong.expected or (Text("", "") if column is None else column.cell.expected)
        should = should_be(expected)
        raise NotMadeError(Text(f"{should.zh}。", f"It {should.en}.")) from None
    found: list[Change] = []
    for one in data:
        change, issues = change_from(one, titles()[kind], ())
        if change is None:
            raise NotMadeError(*(issue.text for issue in issues))
        found.append(change)  # type: ignore[arg-type]
    try:
        apply_changes(problem, found, cards)
    except ChangesError as error:
        raise NotMadeError(*error.texts) from None
    return tuple(found)
