"""Tables as CSV that spreadsheet programs open rightly in Chinese, and in which no cell acts as a formula."""

import csv
from collections.abc import Iterable
from io import StringIO

_ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would take for a formula


def csv_text(rows: Iterable[Iterable[object]]) -> bytes:
    """The rows, the first of which are headings."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([harmless(value) for value in row])
    return text.getvalue().encode("utf-8-sig")


def harmless(value: object) -> object:
    """The value, with ' in front where a spreadsheet would calculate."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_ACTS) else value
