"""The frame behind a table: row numbers, marks, issues beside the row, and the cells as values of their kinds."""

from collections.abc import Mapping, Sequence

import pandas as pd
import pyarrow as pa  # type: ignore[import-untyped]
from openpyxl.utils.cell import coordinate_to_tuple

from exchange.document import Document, Part
from exchange.document.typed import bare
from models import Issue, Language, Severity
from ui.editing.entering import PICK
from ui.editing.values import CellKind, value_of
from ui.editing.view import NEW, View, ViewColumn

ROW, ISSUE = "row", "issue"


def frame_of(document: Document, part: Part, view: View, issues: Sequence[Issue], language: Language) -> pd.DataFrame:
    """The table as a frame; its columns are those of the view between 行, 问题 and the mark."""
    said = issue_texts(issues, language)
    columns: dict[str, pd.Series] = {
        ROW: pd.Series([None if row == NEW else row for row in view.rows], dtype="Int64"),
        PICK: pd.Series([False] * len(view.rows), dtype=bool),
        ISSUE: pd.Series([said.get(row, "") for row in view.rows], dtype=object),
    }
    for column in view.columns:
        columns[column.key] = _series(column, texts_of(document, part, view, column))
    return pd.DataFrame(columns)


def texts_of(document: Document, part: Part, view: View, column: ViewColumn) -> list[str]:
    """The texts of a column, line by line."""
    page = document.sheet(part.name)
    number = column.number if column.number is not None else part.columns.get(column.key)
    if page is None or number is None:
        return [""] * len(view.rows)
    covered = {
        (r, c): (top, left)
        for top, left, bottom, right in page.areas
        for r in range(top, bottom + 1)
        for c in range(left, right + 1)
    }
    return ["" if row == NEW else page.text(covered.get((row, number), (row, number))) for row in view.rows]


def issue_texts(issues: Sequence[Issue], language: Language) -> Mapping[int, str]:
    """Row → what is wrong with it: ✕ for errors before ！ for warnings, without the place, which is this row."""
    found: dict[int, list[str]] = {}
    for issue in sorted(issues, key=lambda issue: issue.severity is not Severity.ERROR):
        if issue.cell is not None:
            sign = "✕" if issue.severity is Severity.ERROR else "！"
            row = coordinate_to_tuple(issue.cell)[0]
            found.setdefault(row, []).append(f"{sign} {short(issue, language)}")
    return {row: "　".join(texts) for row, texts in found.items()}


def short(issue: Issue, language: Language) -> str:
    """The sentence without sheet and cell in front."""
    text = issue.text.in_language(language)
    for mark in ("：", ": "):
        head = f"'{issue.sheet}'" + (f"!{issue.cell}" if issue.cell else "") + mark
        if text.startswith(head):
            return text[len(head) :]
    return text


def _series(column: ViewColumn, texts: Sequence[str]) -> pd.Series:
    values = [value_of(bare(text), column.kind) for text in texts]
    if column.kind is CellKind.WHOLE:
        return pd.Series(values, dtype="Int64")
    # Types that do not change with what stands in the column: else the browser would build the table anew.
    match column.kind:
        case CellKind.TEXT:
            return pd.Series([value or "" for value in values], dtype="string")
        case CellKind.CHOICE:
            return pd.Series(values, dtype="string")
        case CellKind.DATE:
            return pd.Series(values, dtype=pd.ArrowDtype(pa.date32()))
        case CellKind.TIME:
            return pd.Series(values, dtype=pd.ArrowDtype(pa.time64("us")))
        case _:
            return pd.Series(values, dtype=object)
