"""A sheet with one question a line: the name, and beside it the answer."""

from exchange.columns import Sheet
from exchange.findings import Place, sheet_issue
from exchange.grid import Grid
from exchange.parse import ParsedRow, Parser, placeholder
from exchange.source_map import Source
from exchange.spelling import as_text, plain
from models import Issue, Text


def read_form(sheet: Sheet, grid: Grid, parser: Parser) -> ParsedRow:
    """All answers as one row; a question may stand anywhere, its answer is the next cell to the right."""
    row = ParsedRow(1, Source(grid.name))
    answers: set[Place] = set()
    for (r, c), typed in sorted(grid.cells.items(), key=lambda entry: entry[0]):
        text = plain(as_text(typed)).rstrip(":").strip()
        column = next((d for d in sheet.columns if d.is_called(text)), None)
        if column is None or column.field in row.sources or (r, c) in grid.merged or (r, c) in answers:
            continue
        across = c + 1
        while grid.merged.get((r, across)) == (r, c):
            across += 1
        answers.add((r, across))
        answer = grid.cells.get((r, across))
        row.sources[column.field] = Source(grid.name, (r, across), column, answer)
        value = parser.cell(grid.name, (r, across), column, answer)
        if value is not None:
            row.values[column.field] = value
    for column in sheet.columns:
        if column.required and column.field not in row.values:
            row.values[column.field] = placeholder(column, 1, parser.context)
            if column.field not in row.sources:
                parser.issues.append(_missing(grid, column.title, column.note))
    return row


def _missing(grid: Grid, title: Text, note: Text) -> Issue:
    return sheet_issue(
        "missing_column",
        grid.name,
        f"缺少“{title.zh}”这一行。{note.zh}",
        f"the line “{title.en}” is missing. {note.en}",
    )
