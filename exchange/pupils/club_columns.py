"""Which columns of a list tell clubs: 社团 (one or several), 社团1, 周一, or a club's own name over ticks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exchange.directory import Directory, Kind
from exchange.grid import Fault
from exchange.pupils.columns import PUPILS
from exchange.spelling import fold, is_nothing
from exchange.table import Table, heading_text
from models.noun import ClubId

_NUMBERED = re.compile(r"(?:社团|课程|clubs?)[(]?[0-9一二三四五][)]?")
_DAY = r"(?:(?:周|星期|礼拜)([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)"
_OF_A_DAY = re.compile(rf"(?:社团|课程|clubs?)?[(]?{_DAY}(?:第.节|[0-9])?[)]?(?:社团|课程|clubs?)?[)]?")
_DAYS, _ENGLISH = "一二三四五六日", ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_YES = frozenset("√✓✔☑○●1是有参y") | {"yes", "true", "参加", "报名"}
_NO = frozenset("×✗✘x0否不n") | {"no", "false", "不参加"}


@dataclass(frozen=True)
class ClubColumn:
    """A column whose cells say who is in which club."""

    column: int
    days: frozenset[int] | None = None  # those in the heading: the club is joined on these alone
    ticked: ClubId | None = None  # the club in the heading: the cells only say whether


def club_columns(table: Table, directory: Directory) -> list[ClubColumn]:
    """All of them, from left to right. A second row of headings below merged ones counts as well."""
    named = {column for field, column in table.columns.items() if field != "clubs"}
    headings = [(c, heading) for c in range(1, table.grid.columns + 1) if c not in named and (heading := _of(table, c))]
    found = (_meant(c, heading, directory) for c, heading in headings)
    return [column for column in found if column is not None]


def data_rows(table: Table) -> list[int]:
    """The rows with pupils: a second row of headings is none."""
    return [row for row in table.rows if not (row == table.heading + 1 and _second(table))]


def tick(typed: str) -> bool | None:
    """Whether a cell below a club's name says yes; none if it says neither yes nor no."""
    word = fold(typed)
    if is_nothing(typed) or word in _NO:
        return False
    return True if word in _YES else None


def _of(table: Table, column: int) -> tuple[str, ...]:
    """The headings of a column, the lowest first."""
    rows = [table.heading + 1, table.heading] if _second(table) else [table.heading]
    cells = [table.grid.cells.get((row, column)) for row in rows]
    return tuple(
        dict.fromkeys(heading_text(cell) for cell in cells if cell is not None and not isinstance(cell, Fault))
    )


def _second(table: Table) -> bool:
    """Whether the row below the headings belongs to them: the heading of the names reaches down to it."""
    column = table.columns["name"]
    top = table.grid.merged.get((table.heading, column), (table.heading, column))
    return table.grid.merged.get((table.heading + 1, column)) == top


def _meant(column: int, headings: tuple[str, ...], directory: Directory) -> ClubColumn | None:
    days = next(_days(headings), None)
    if days is not None:
        return ClubColumn(column, days)
    clubs = PUPILS.column("clubs")
    if any(clubs.is_called(heading) or _NUMBERED.fullmatch(fold(heading)) for heading in headings[1:]):
        return ClubColumn(column)
    ticked = directory.find(Kind.CLUB, headings[0])
    if ticked is not None:
        return ClubColumn(column, ticked=ticked)
    called = clubs.is_called(headings[0]) or _NUMBERED.fullmatch(fold(headings[0]))
    return ClubColumn(column) if called else None


def _days(headings: tuple[str, ...]) -> Iterator[frozenset[int]]:
    for heading in headings:
        match = _OF_A_DAY.fullmatch(fold(heading))
        if match:
            chinese, english = match.groups()
            number = _DAYS.index(chinese.replace("天", "日")) if chinese else _ENGLISH.index(english)
            yield frozenset({number + 1})
