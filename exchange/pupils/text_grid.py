"""A text table (CSV, or columns by tabs) as a sheet: UTF-8, GBK or UTF-16, as WPS and Excel save them."""

import csv
from collections.abc import Iterator
from io import StringIO

from exchange.findings import file_issue
from exchange.grid import MOST_COLUMNS, MOST_ROWS, Grid
from models import Issue

_ENCODINGS = ("utf-8-sig", "gb18030")


def text_grid(name: str, content: bytes) -> Grid | Issue | None:
    """The sheet, or why its rows cannot be told apart; none if this is no text or has no columns."""
    text = _decoded(content)
    if text is None or "\x00" in text:
        return None
    first = text.lstrip().partition("\n")[0]
    separator = next((sign for sign in ("\t", ",", ";", "，") if sign in first), None)
    if separator is None:
        return None
    grid = Grid(name)
    try:
        for r, row in enumerate(_rows(text, separator), start=1):
            if r > MOST_ROWS or len(row) > MOST_COLUMNS:
                grid.cut = True
                continue
            grid.cells |= {(r, c): value.strip() for c, value in enumerate(row, start=1) if value.strip()}
    except csv.Error:
        return file_issue(
            "torn_text",
            f"{name} 里的双引号没有成对，分不清行和列：请在 Excel 或 WPS 里打开，另存为 .xlsx 再试。",
            f"{name} has a double quote without its other half, so rows and columns cannot be told apart: open it in "
            "Excel or WPS and save it as .xlsx.",
        )
    return grid


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)


def _decoded(content: bytes) -> str | None:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
