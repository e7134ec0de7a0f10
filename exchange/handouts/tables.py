"""The facts of plain tables, as `tables.typ` reads them: a sheet begins a page, heads stand on every page of it."""

from collections.abc import Sequence

from exchange.handouts.head import Data

Cell = str | Data


def cell(text: str, *, bold: bool = False, columns: int = 1, rows: int = 1) -> Data:
    """A cell that is bold, or reaches over several columns or rows."""
    return {"text": text, "bold": bold, "columns": columns, "rows": rows}


def table(
    widths: Sequence[float],
    heads: Sequence[Sequence[Cell]],
    rows: Sequence[Sequence[Cell]],
    *,
    title: str = "",
    centred: Sequence[int] = (),
    least: float = 0,
) -> Data:
    """A table: widths of its columns in parts of the page, rows of its head, and what stands in it.

    `centred` are the columns whose words stand in the middle; `least` is the least height of a
    row in mm, where somebody writes by hand; less than 4 is for long tables that should stay on a page.
    """
    return {
        "title": title,
        "widths": list(widths),
        "heads": [list(row) for row in heads],
        "rows": [list(row) for row in rows],
        "centred": list(centred),
        "least": least,
    }


def sheet(
    title: str,
    beside: str,
    tables: Sequence[Data],
    *,
    upright: bool = True,
    points: float = 10,
    notes: Sequence[str] = (),
    signs: Sequence[str] = (),
) -> Data:
    """A page, or several if its tables are long: type of so many points, notes, lines to sign."""
    return {
        "title": title,
        "beside": beside,
        "upright": upright,
        "size": points,
        "tables": list(tables),
        "notes": [note for note in notes if note],
        "signs": list(signs),
    }
