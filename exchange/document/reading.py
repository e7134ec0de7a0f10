"""A document as a Problem with its issues: the same reader that reads workbooks."""

from collections.abc import Sequence

from exchange.document.sheets import Document, DocumentSheet
from exchange.document.typed import typed_value
from exchange.findings import file_issue
from exchange.grid import Grid
from exchange.reading import Reading
from exchange.workbook_read import Examination, examined
from models import RuleCard


def read_document(document: Document, cards: Sequence[RuleCard]) -> Reading:
    """The problem, or everything that is wrong, with sheet and cell; `cards` are the rules that it may set."""
    return examine(document, cards).reading


def examine(document: Document, cards: Sequence[RuleCard]) -> Examination:
    """The reading, and where each sheet, column and answer stands."""
    issues = (
        [] if document.sheets else [file_issue("empty_workbook", "工作簿里没有工作表。", "The workbook has no sheet.")]
    )
    return examined(grids_of(document.sheets), cards, issues)


def grids_of(sheets: Sequence[DocumentSheet]) -> list[Grid]:
    """The sheets as a reader wants them."""
    made = []
    for sheet in sheets:
        grid = Grid(sheet.name)
        for r, row in enumerate(sheet.rows, start=1):
            for c, text in enumerate(row, start=1):
                if (value := typed_value(text)) is not None:
                    grid.cells[r, c] = value
        for top, left, bottom, right in sheet.areas:
            if (top, left) in grid.cells:
                for r in range(top, bottom + 1):
                    for c in range(left, right + 1):
                        if (r, c) != (top, left):
                            grid.cells[r, c] = grid.cells[top, left]
                            grid.merged[r, c] = (top, left)
        made.append(grid)
    return made
