"""Find the sheets, the heading row and the columns in what a school really sent."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from exchange.class_names import class_from_date
from exchange.columns import Column, Layout, Sheet
from exchange.examples import is_example_text
from exchange.findings import Place, cell_issue, cell_name, sheet_issue
from exchange.grid import Grid
from exchange.spelling import as_text, fold, nearest
from models import Issue, Severity, Text

EXAMPLE_MARK = Text("（例）", "(e.g.) ")
_EXAMPLES = tuple(fold(mark) for mark in ("（例）", "例：", "示例", "(e.g.)", "e.g.", "example"))
_TOTALS = frozenset({"合计", "总计", "小计", "共计", "total", "sum"})
_NOTES = ("注:", "说明:", "备注:", "note:", "填表说明")
_IGNORED = frozenset(
    map(fold, ("备注", "序号", "说明", "合计", "总计", "总人数", "Notes", "Note", "Remarks", "No.", "Total"))
)
_HEADING_ROWS = 15


@dataclass
class Table:
    """One sheet as it was sent: where its columns stand, and which of its rows hold data."""

    sheet: Sheet
    grid: Grid
    heading: int = 0
    columns: dict[str, int] = field(default_factory=dict)
    others: dict[int, str] = field(default_factory=dict)  # column → heading, of what the description does not name
    rows: list[int] = field(default_factory=list)

    def typed(self, row: int, name: str) -> object:
        """What stands in a column; none for an empty cell or a missing column."""
        return self.grid.cells.get((row, self.columns.get(name, 0)))

    def place(self, row: int, name: str) -> Place:
        """The cell of a column, or the first of the row where there is no such column."""
        return row, self.columns.get(name, min(self.columns.values(), default=1))


def find_table(sheet: Sheet, grid: Grid, issues: list[Issue]) -> Table | None:
    """Heading row, columns and data rows of a sheet; none (and an issue) where there is no heading row."""
    table = Table(sheet, grid)
    table.heading = _heading_row(sheet, grid)
    if not table.heading:
        if grid.cells:
            names = [c.title for c in sheet.columns if c.required]
            issues.append(
                sheet_issue(
                    "missing_heading",
                    grid.name,
                    f"前 {_HEADING_ROWS} 行里找不到表头：应有一行写着“{'”“'.join(n.zh for n in names)}”等列名。",
                    f"no heading row in the first {_HEADING_ROWS} rows: there must be one with "
                    + ", ".join(f"“{n.en}”" for n in names) + ".",
                )
            )  # fmt: skip
        return None
    _match_columns(table, issues)
    table.rows = list(_data_rows(table, issues))
    if sheet.layout is not Layout.MATRIX:
        _complain_of_others(table, issues)
    return table


def _columns_wanted(sheet: Sheet) -> Iterator[Column]:
    """Columns with a fixed heading (in a matrix, the subjects and classes are headings of their own)."""
    return (c for c in sheet.columns if not (sheet.layout is Layout.MATRIX and c.field == "people"))


def _heading_row(sheet: Sheet, grid: Grid) -> int:
    best, found = 0, 0
    wanted = list(_columns_wanted(sheet))
    for row in range(1, min(grid.rows, _HEADING_ROWS) + 1):
        texts = [grid.cells[row, c] for c in range(1, grid.columns + 1) if (row, c) in grid.cells]
        headings = {fold(text) for text in texts if isinstance(text, str)}
        score = sum(any(column.is_called(h) for h in headings) for column in wanted)
        if (score >= best and score >= min(2, len(wanted))) or (score > best and sheet.layout is Layout.MATRIX):
            best, found = score, row
    return found


def _match_columns(table: Table, issues: list[Issue]) -> None:
    grid, row = table.grid, table.heading
    for c in range(1, grid.columns + 1):
        heading = grid.cells.get((row, c))
        text = "" if heading is None else heading_text(heading)
        column = next((d for d in _columns_wanted(table.sheet) if d.is_called(text)), None) if text else None
        if column is None:
            if any((r, c) in grid.cells for r in range(row, grid.rows + 1)):
                table.others[c] = text
        elif column.field not in table.columns:
            table.columns[column.field] = c
        elif (row, c) not in grid.merged:
            first = cell_name((row, table.columns[column.field]))
            issues.append(
                cell_issue(
                    "duplicate_column",
                    grid.name,
                    (row, c),
                    Text(
                        f"列“{text}”出现了两次（另一处：{first}）：请只留一列。",
                        f"column “{text}” is there twice (also {first}): keep one.",
                    ),
                )
            )
    wanted = table.sheet.columns[:1] if table.sheet.layout is Layout.MATRIX else table.sheet.columns
    for column in wanted:
        if column.required and column.field not in table.columns:
            issues.append(_missing_column(table, column))


def heading_text(heading: object) -> str:
    """The heading as typed; a class 1-2 that Excel took for a date is a class again."""
    return class_from_date(heading) if isinstance(heading, datetime) else as_text(heading).strip()


def _missing_column(table: Table, column: Column) -> Issue:
    near = nearest(column.title.zh, table.others.values())
    guess = Text("", "") if near is None else Text(f"（是不是把“{near}”改名为它？）", f" (perhaps rename “{near}”?)")
    return sheet_issue(
        "missing_column",
        table.grid.name,
        f"缺少“{column.title.zh}”这一列{guess.zh}。{column.note.zh}",
        f"column “{column.title.en}” is missing{guess.en}. {column.note.en}",
    )


def _complain_of_others(table: Table, issues: list[Issue]) -> None:
    for c, text in table.others.items():
        if fold(text) in _IGNORED or not any((r, c) in table.grid.cells for r in table.rows):
            continue
        known = [column.title.zh for column in table.sheet.columns if column.field not in table.columns]
        near = nearest(text, known) if text else None
        guess = Text("", "") if near is None else Text(f"（是不是“{near}”？）", f" (is “{near}” meant?)")
        what = (
            Text(f"列“{text}”", f"column “{text}”")
            if text
            else Text("这一列没有表头，", "this column has no heading and")
        )
        issues.append(
            cell_issue(
                "extra_column",
                table.grid.name,
                (table.heading, c),
                Text(f"{what.zh}没有读入{guess.zh}；“备注”列不会有这个提醒。", f"{what.en} was not read{guess.en}."),
                Severity.WARNING,
            )
        )


def is_ignored(heading: str) -> bool:
    """Whether a column of this heading is the school's own business (备注, 序号, 合计)."""
    return fold(heading) in _IGNORED


def _data_rows(table: Table, issues: list[Issue]) -> Iterator[int]:
    grid = table.grid
    known = sorted([*table.columns.values(), *(table.others if table.sheet.layout is Layout.MATRIX else ())])
    for row in range(table.heading + 1, grid.rows + 1):
        filled = [c for c in known if (row, c) in grid.cells]
        if all((row, c) in grid.merged for c in filled):
            continue
        first = grid.cells[row, filled[0]]
        text = fold(first) if isinstance(first, str) else ""
        if text.startswith(_EXAMPLES):
            if not _untouched(table, row, filled):
                issues.append(_example_kept(table, row, filled[0]))
        elif text not in _TOTALS and not text.startswith(_NOTES) and not _is_note(grid, row, filled, known):
            yield row


def _is_note(grid: Grid, row: int, filled: Iterable[int], known: list[int]) -> bool:
    """Whether one merged cell goes across the whole row: a remark, not data."""
    values = list(filled)
    return len(known) > 2 and len(values) == len(known) and all(
        grid.merged.get((row, c)) == (row, values[0]) for c in values[1:]
    )  # fmt: skip


def _untouched(table: Table, row: int, filled: list[int]) -> bool:
    """Whether an example row of the template is as it was."""
    columns = {c: table.sheet.column(name) for name, c in table.columns.items()}
    return all(is_example_text(columns[c], table.grid.cells[row, c]) for c in filled[1:] if c in columns)


def _example_kept(table: Table, row: int, c: int) -> Issue:
    return cell_issue(
        "example_row",
        table.grid.name,
        (row, c),
        Text(
            "以“（例）”开头的行是示例，没有读入；如果是真实数据，请去掉“（例）”。",
            "a row that begins with “(e.g.)” is an example and was not read; if it is real, take the mark away.",
        ),
        Severity.WARNING,
    )
