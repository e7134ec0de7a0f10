"""A cell's text as the value that a column of the table holds, and back: as narrow as all of its texts allow."""

from collections.abc import Container, Iterable
from datetime import date, time
from enum import StrEnum

from exchange.columns import Column
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, SlotsCell
from exchange.columns.simple_cells import ChoiceCell, DateCell, TimeCell, WholeCell, YesNoCell
from exchange.spelling import is_nothing, join_list, split_list


class CellKind(StrEnum):
    """How a column of the table is edited."""

    TEXT = "text"
    WHOLE = "whole"  # a number between limits
    CHOICE = "choice"  # one word of a list
    CHOICES = "choices"  # several words, others allowed
    DATE = "date"
    TIME = "time"


Value = str | int | list[str] | date | time | None


def kind_of(column: Column | None, texts: Iterable[str]) -> CellKind:
    """The kind of a column that holds these texts: as narrow as all of them allow, for none may be lost."""
    filled = [text for text in texts if text]
    match None if column is None else column.cell:
        case WholeCell(least=least, most=most):
            fits = all(_is_whole(text) and least <= int(text) <= most for text in filled)
            return CellKind.WHOLE if fits else CellKind.TEXT
        case DateCell(open_end=False):
            return CellKind.DATE if all(_is_date(text) for text in filled) else CellKind.TEXT
        case TimeCell():
            return CellKind.TIME if all(_is_time(text) for text in filled) else CellKind.TEXT
        case ChoiceCell() | YesNoCell() | RefCell():
            return CellKind.CHOICE
        case RefsCell() | GradesCell() | SlotsCell():
            return CellKind.CHOICES
        case _:
            return CellKind.TEXT


def value_of(text: str, kind: CellKind) -> Value:
    """The text as the table holds it."""
    match kind:
        case CellKind.CHOICES:
            return [] if is_nothing(text) and not text.strip() else split_list(text)
        case _ if not text:
            return None
        case CellKind.WHOLE:
            return int(text)
        case CellKind.DATE:
            return date.fromisoformat(text)
        case CellKind.TIME:
            return time.fromisoformat(text)
        case _:
            return text


def text_of(value: object, kind: CellKind, known: Container[str] = ()) -> str:
    """What was entered in the table, as the document holds it; `value` comes from the browser as JSON.

    Of several words, one that holds a separator is a list that was pasted, unless it is a name that is `known`.
    """
    if value is None:
        return ""
    if kind is CellKind.CHOICES:
        if not isinstance(value, list | tuple):
            return str(value)
        words = [str(item) for item in value]
        parted = [part for word in words for part in ([word] if word in known else split_list(word))]
        return join_list(dict.fromkeys(parted))
    if kind is CellKind.WHOLE and isinstance(value, float) and value.is_integer():
        return str(int(value))
    if kind is CellKind.DATE:
        return str(value)[:10]
    if kind is CellKind.TIME:
        return str(value).rpartition("T")[2][:5]
    return str(value)


def same(text: str, other: str, kind: CellKind) -> bool:
    """Whether the table shows two texts alike, so that the document's own spelling may stay."""
    if kind is CellKind.CHOICES:
        return split_list(text) == split_list(other)
    return text == other


def _is_whole(text: str) -> bool:
    digits = text.removeprefix("-")
    return digits.isascii() and digits.isdecimal() and len(digits) < 10 and str(int(text)) == text


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_time(text: str) -> bool:
    try:
        return f"{time.fromisoformat(text):%H:%M}" == text
    except ValueError:
        return False
