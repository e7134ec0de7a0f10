"""What a sheet and a column are: the one description from which template, reader, writer and docs come."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Protocol

from exchange.directory import Directory
from exchange.slot_names import SlotBook
from exchange.spelling import fold
from models import Language, Text


class UnreadableError(Exception):
    """A cell that cannot be read: the issue's code, and what was expected if not the type's usual words."""

    def __init__(self, code: str, expected: Text | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected


@dataclass(frozen=True)
class Context:
    """What reading and writing a cell may look at."""

    directory: Directory = field(default_factory=Directory)
    slots: SlotBook = field(default_factory=lambda: SlotBook(()))
    language: Language = "zh"
    term: tuple[date | None, date | None] = (None, None)  # first and last day, for dates without a year


class CellType(Protocol):
    """How the cells of a column are read and written. `typed` is never empty."""

    @property
    def expected(self) -> Text:
        """What should stand there: 0–30 的整数."""

    @property
    def is_list(self) -> bool:
        """Whether a cell may hold several items."""

    def read(self, typed: object, context: Context) -> object:
        """The value as the problem's JSON has it. Raises UnreadableError."""

    def write(self, value: object, context: Context) -> object:
        """The cell for this value: text, number, date or time; none for an empty cell."""

    def choices(self, language: Language) -> list[str]:
        """The words of the drop-down list; none if there is no fixed list."""


@dataclass(frozen=True)
class Column:
    """One column of a sheet (or one line of a form)."""

    field: str
    title: Text
    note: Text
    cell: CellType
    synonyms: tuple[str, ...] = ()
    required: bool = False
    rare: bool = False  # not on the blank template; written only where it says something
    examples: tuple[str, ...] = ()
    width: int = 12

    def is_called(self, heading: str) -> bool:
        """Whether a heading in a file means this column."""
        word = fold(heading)
        names = (self.title.zh, self.title.en, *self.synonyms)
        return any(word == fold(name) for name in names)


class Layout(Enum):
    """How a sheet is laid out."""

    TABLE = "table"  # one row = one thing
    FORM = "form"  # one row = one question: name, answer
    MATRIX = "matrix"  # one row = one thing, and a column per other thing
    FIXED = "fixed"  # a table whose rows are given (规则)


@dataclass(frozen=True)
class Sheet:
    """One sheet of the workbook."""

    key: str
    title: Text
    note: Text
    columns: tuple[Column, ...]
    layout: Layout = Layout.TABLE
    required: bool = False
    synonyms: tuple[str, ...] = ()
    most_rows: int = 1_000  # five times the largest school; more is a mistake, and would be slow to check

    def column(self, name: str) -> Column:
        """The column of this field."""
        return next(c for c in self.columns if c.field == name)

    def is_called(self, name: str) -> bool:
        """Whether a sheet of this name in a file is this one."""
        word = fold(name)
        return any(word == fold(known) for known in (self.title.zh, self.title.en, *self.synonyms))
