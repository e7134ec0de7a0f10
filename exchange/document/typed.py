"""A cell's value as the text that one would type for it into Excel, and back: =… is a formula, '… is text as it is."""

from datetime import datetime

from exchange.class_names import class_from_date
from exchange.columns import Column
from exchange.columns.reference_cells import GradesCell, OwnClass, RefCell, RefsCell
from exchange.columns.simple_cells import DateCell, TimeCell, date_from, time_from
from exchange.grid import Fault
from exchange.spelling import as_text

_ERRORS = frozenset({
    "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!", "#CALC!",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!",
})  # fmt: skip


def typed_text(value: object, column: Column | None = None) -> str:
    """The text for a cell's value. `column` is where it stands: 1-2 is a class there, else the second of January."""
    if isinstance(value, Fault):
        return value.typed
    if isinstance(value, str):
        return f"'{value}" if value.startswith(("'", "=")) or value in _ERRORS else value
    match None if column is None else column.cell:
        case DateCell() if (day := date_from(value)) is not None:
            return day.isoformat()
        case TimeCell() if (clock := time_from(value)) is not None:
            return f"{clock:%H:%M}"
        case OwnClass() | RefCell() | RefsCell() | GradesCell() if isinstance(value, datetime):
            return class_from_date(value)
        case _:
            return as_text(value)


def typed_value(text: str) -> object:
    """What a reader finds in a cell with this text; none for an empty one."""
    if not text.strip():
        return None
    if text in _ERRORS:
        return Fault("excel_error", text)
    if text.startswith("="):
        return Fault("formula_without_value", text)
    return bare(text)


def bare(text: str) -> str:
    """The text as it is seen in a cell: without the mark that it is text."""
    return text.removeprefix("'")
