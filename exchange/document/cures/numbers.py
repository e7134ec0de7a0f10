"""Numbers that are none, or out of range: what the neighbours have, the limit, both limits the other way round."""

from collections.abc import Iterator
from math import ceil, floor

from exchange.columns import UnreadableError
from exchange.columns.simple_cells import WholeCell
from exchange.document.cures.spot import Spot
from exchange.document.fix import CellSet, Fix
from models import Text

# By which other field rows are alike: a teacher's load by subject, a class's size by grade, a club's by kind.
_ALIKE = {
    "teachers": ("subjects", Text("同学科教师", "teachers of the subject")),
    "classes": ("grade", Text("同年级的班", "classes of the grade")),
    "clubs": ("kind", Text("同类社团", "clubs of the kind")),
    "homework": ("subject", Text("同学科", "rows of the subject")),
    "instructors": ("institution", Text("同机构教师", "instructors of the institution")),
}
_OTHERS = Text("本表其他行", "the other rows")
_FEWEST = 3  # neighbours that make a habit


def number_of_neighbours(spot: Spot) -> Iterator[Fix]:
    """The median of the rows that are alike; of all rows, where those are few."""
    if spot.part is None or spot.column is None or spot.place is None or not isinstance(spot.column.cell, WholeCell):
        return
    values = {row: n for row, text in spot.peers(spot.column.field) if (n := _number(spot, text)) is not None}
    who = _OTHERS
    if (alike := _ALIKE.get(spot.part.sheet.key)) is not None and alike[0] in spot.part.columns:
        page = spot.document.sheet(spot.part.name)
        assert page is not None
        own = page.text((spot.place[0], spot.part.columns[alike[0]]))
        near = {row: values[row] for row, text in spot.peers(alike[0]) if text == own and own and row in values}
        if len(near) >= _FEWEST or (len(near) > 0 and len(set(near.values())) == 1):
            values, who = near, alike[1]
    if len(values) < _FEWEST and who is _OTHERS:
        return
    ordered = sorted(values.values())
    median = ordered[(len(ordered) - 1) // 2]
    if not spot.column.cell.least <= median <= spot.column.cell.most:
        return
    if len(set(ordered)) == 1:
        why = Text(f"{who.zh}都是 {median}。", f"All {who.en} have {median}.")
    else:
        why = Text(f"{who.zh}的中位数是 {median}。", f"The median of {who.en} is {median}.")
    yield from spot.put(str(median), why)


def _number(spot: Spot, text: str) -> int | None:
    """The number in another cell of the column; none if there is none."""
    assert spot.column is not None
    try:
        value = spot.column.cell.read(text, spot.context) if text.strip() else None
    except UnreadableError:
        return None
    return value if isinstance(value, int) else None


def whole_numbers_beside(spot: Spot) -> Iterator[Fix]:
    """41.5: 41 or 42."""
    try:
        number = float(spot.text)
    except ValueError:
        return
    if abs(number) < 1e6:
        yield from spot.put(str(floor(number)), likely=False)
        yield from spot.put(str(ceil(number)), likely=False)


def limit(spot: Spot) -> Iterator[Fix]:
    """The nearest number that is allowed, where the neighbours do not tell a better one."""
    found = list(number_of_neighbours(spot))
    yield from found
    if spot.column is None or not isinstance(spot.column.cell, WholeCell):
        return
    number, cell = _number(spot, spot.text), spot.column.cell
    if number is None or cell.least <= number <= cell.most:
        return
    nearest = cell.least if number < cell.least else cell.most
    end = Text("允许的最大值", "the most allowed")
    if nearest == cell.least:
        end = Text("允许的最小值", "the least allowed")
    if nearest and all(edit.text != str(nearest) for fix in found for edit in fix.edits if isinstance(edit, CellSet)):
        yield from spot.put(str(nearest), Text(f"{nearest} 是{end.zh}。", f"{nearest} is {end.en}."), likely=not found)


def swapped(first: str, last: str) -> "Swap":
    """A cure that swaps two fields of the row."""
    return Swap(first, last)


class Swap:
    """至少 8、至多 5 was probably meant the other way round."""

    def __init__(self, first: str, last: str) -> None:
        self.first = first
        self.last = last

    def __call__(self, spot: Spot) -> Iterator[Fix]:
        """Both cells at once."""
        page = None if spot.part is None else spot.document.sheet(spot.part.name)
        if spot.part is None or page is None or spot.place is None:
            return
        one, other = spot.part.place(spot.place[0], self.first), spot.part.place(spot.place[0], self.last)
        if one is None or other is None or not page.text(one) or not page.text(other):
            return
        titles = [spot.part.sheet.column(name).title for name in (self.first, self.last)]
        label = Text(f"对调{titles[0].zh}和{titles[1].zh}", f"Swap {titles[0].en} and {titles[1].en}")
        edits = (CellSet(page.name, one, page.text(other)), CellSet(page.name, other, page.text(one)))
        yield Fix(label, edits)


def within_limits(spot: Spot) -> Iterator[Fix]:
    """目标课时 at the limit that it passes."""
    page = None if spot.part is None else spot.document.sheet(spot.part.name)
    number = _number(spot, spot.text) if spot.column is not None else None
    if spot.part is None or page is None or spot.place is None or number is None:
        return
    for name, passed in (("weekly_least", int.__lt__), ("weekly_most", int.__gt__)):
        cell = spot.part.place(spot.place[0], name)
        bound = None if cell is None else _number(spot, page.text(cell))
        if bound is not None and passed(number, bound):
            yield from spot.put(str(bound))
