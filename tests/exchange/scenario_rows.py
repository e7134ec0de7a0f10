"""The small workbook of `files` with rows on sheet 方案."""

from pathlib import Path

from exchange.reading import Reading
from exchange.workbook_read import read_workbook
from scheduler.rules import rule_cards
from tests.exchange import files

HEADINGS = ["方案", "基于", "变更", "对象", "内容", "备注"]


def read(path: Path, *rows: list[object]) -> Reading:
    """The small workbook with these rows on sheet 方案."""
    return read_workbook(
        files.write(path / "school.xlsx", {**files.sheets(), "方案": [HEADINGS, *rows]}), rule_cards()
    )  # fmt: skip
