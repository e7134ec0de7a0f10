"""Rows: the same one twice, examples that were kept, values that say nothing where they stand."""

from collections.abc import Iterator

from exchange.document.cures.spot import Spot
from exchange.document.fix import CellSet, Fix, RowRemoved
from exchange.document.parts import cells_of, identity
from exchange.spelling import fold
from exchange.table import EXAMPLE_MARK
from models import Text


def copy_removed(spot: Spot) -> Iterator[Fix]:
    """A row that says just what another of the same name says goes."""
    page = None if spot.part is None else spot.document.sheet(spot.part.name)
    if spot.part is None or page is None or spot.place is None:
        return
    row = spot.place[0]

    def texts(number: int) -> list[str]:
        assert spot.part is not None
        return [fold(page.text((number, c))) for _, c in cells_of(spot.part)]

    own = [fold(word) for word in identity(page, spot.part, row)]
    twins = [r for r in spot.part.rows if r != row and [fold(w) for w in identity(page, spot.part, r)] == own]
    same = [twin for twin in twins if texts(twin) == texts(row)]
    if same:
        why = Text(f"和第 {same[0]} 行完全一样。", f"It says just what row {same[0]} says.")
        yield Fix(Text("删除这一行", "Remove this row"), (RowRemoved(page.name, row),), why)


def example_settled(spot: Spot) -> Iterator[Fix]:
    """A row that begins with （例）: real, then the mark goes; or the row goes."""
    if spot.place is None or spot.issue.sheet is None:
        return
    sheet, row = spot.issue.sheet, spot.place[0]
    for mark in (EXAMPLE_MARK.zh, EXAMPLE_MARK.en, "（例）", "例：", "示例"):
        if spot.text.startswith(mark):
            edit = CellSet(sheet, spot.place, spot.text[len(mark) :].strip())
            yield Fix(Text("是真实数据，去掉“（例）”", "It is real: take the mark away"), (edit,), likely=False)
            break
    yield Fix(Text("删除这一行", "Remove this row"), (RowRemoved(sheet, row),), likely=False)


def emptied(spot: Spot) -> Iterator[Fix]:
    """What means nothing here goes."""
    yield from spot.clear(likely=True)


def emptied_if_optional(spot: Spot) -> Iterator[Fix]:
    """An empty cell means the default, where the column may be empty."""
    if spot.column is not None and not spot.column.required:
        yield from spot.clear()
