"""A text table (CSV, or columns by tabs) as a sheet: UTF-8, GBK or UTF-16, as WPS and Excel save them."""

import csv
from io import StringIO

from exchange.grid import MOST_COLUMNS, MOST_ROWS, Grid

_ENCODINGS = ("utf-8-sig", "gb18030")


def text_grid(name: str, content: bytes) -> Grid | None:
    """The sheet; none if this is no text or has no columns."""
    text = _decoded(content)
    if text is None or "\x00" in text:
        return None
    first = text.lstrip().partition("\n")[0]
    separator = next((sign for sign in ("\t", ",", ";", "，") if sign in first), None)
    if separator is None:
        return None
    grid = Grid(name)
    try:
        for r, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=separator), start=1):
            if r > MOST_ROWS or len(row) > MOST_COLUMNS:
                grid.cut = True
                continue
            grid.cells |= {(r, c): value.strip() for c, value in enumerate(row, start=1) if value.strip()}
    except csv.Error:  # a field without end
        return None
    return grid


def _decoded(content: bytes) -> str | None:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
