"""The rows of a table as values, with an issue for each cell that cannot be read."""

from dataclasses import dataclass, field

from exchange.columns import Column, Context, UnreadableError
from exchange.columns.reference_cells import GradesCell, OwnClass, OwnGrade, RefCell, RefsCell, SlotsCell
from exchange.columns.simple_cells import WholeCell
from exchange.directory import Kind
from exchange.findings import Place, cell_issue, should_be
from exchange.grid import Fault
from exchange.source_map import Source
from exchange.spelling import shown
from exchange.table import Table
from models import Issue, Text


@dataclass
class ParsedRow:
    """Values by field (absent = empty), and where each came from."""

    number: int
    source: Source
    values: dict[str, object] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)


class Parser:
    """Reads cells in a context, and gathers what is wrong."""

    def __init__(self, context: Context, issues: list[Issue]) -> None:
        self.context = context
        self.issues = issues

    def rows(self, table: Table, *fields: str) -> list[ParsedRow]:
        """Every data row of the table (only these fields, if some are named)."""
        columns = [c for c in table.sheet.columns if not fields or c.field in fields]
        return [self._row(table, row, columns) for row in table.rows]

    def _row(self, table: Table, row: int, columns: list[Column]) -> ParsedRow:
        first = next(c for c in table.sheet.columns if c.field in table.columns)
        place = table.place(row, first.field)
        parsed = ParsedRow(row, Source(table.grid.name, place, first, table.typed(row, first.field)))
        for column in columns:
            if column.field not in table.columns:
                if column.required:
                    parsed.values[column.field] = placeholder(column, row, self.context)
                continue
            place, typed = table.place(row, column.field), table.typed(row, column.field)
            parsed.sources[column.field] = Source(table.grid.name, place, column, typed)
            value = self.cell(table.grid.name, place, column, typed)
            if value is None and column.required:
                value = placeholder(column, row, self.context)
            if value is not None:
                parsed.values[column.field] = value
        return parsed

    def cell(self, sheet: str, place: Place, column: Column, typed: object) -> object:
        """The cell's value; none if it is empty or cannot be read, and then there is an issue if one is due."""
        try:
            if isinstance(typed, Fault):
                raise UnreadableError(typed.code)
            value = None if typed is None else column.cell.read(typed, self.context)
            if column.required and (value is None or value in ([], ([], []), "")):
                raise UnreadableError("missing_value")
        except UnreadableError as problem:
            self._complain(sheet, place, column, typed, problem)
            return None
        return value

    def _complain(self, sheet: str, place: Place, column: Column, typed: object, problem: UnreadableError) -> None:
        name, should = column.title, should_be(problem.expected or column.cell.expected)
        match problem.code:
            case "missing_value":
                again = column.cell.expected.zh == name.zh  # “学校名称”应为学校名称 would say nothing
                text = Text(
                    f"“{name.zh}”没有填：{'请补上' if again else should.zh}。",
                    f"“{name.en}” is empty: {'fill it in' if again else 'it ' + should.en}.",
                )
            case "formula_without_value":
                text = Text(
                    f"“{name.zh}”是公式，但文件里没有算好的结果：请在 Excel 里打开并保存一次，或直接填结果。",
                    f"“{name.en}” is a formula without a stored result: open and save it in Excel, or type the result.",
                )
            case "excel_error":
                wrong = typed.typed if isinstance(typed, Fault) else shown(typed)
                text = Text(
                    f"“{name.zh}”是 Excel 错误值 {wrong}：{should.zh}。",
                    f"“{name.en}” is the Excel error {wrong}: it {should.en}.",
                )
            case _:
                text = Text(
                    f"“{name.zh}”{should.zh}，现在是“{shown(typed)}”。",
                    f"“{name.en}” {should.en}, but is “{shown(typed)}”.",
                )
        self.issues.append(cell_issue(problem.code, sheet, place, text))


def placeholder(column: Column, row: int, context: Context) -> object:
    """Something valid in place of a required value that could not be read, so that the other checks can run."""
    match column.cell:
        case WholeCell(least=least):
            return least
        case OwnGrade() | OwnClass():
            return f"（第{row}行）"
        case GradesCell(classes_too=True):
            return context.directory.ids(Kind.GRADE)[:1], []
        case GradesCell():
            return context.directory.ids(Kind.GRADE)[:1]
        case RefCell(kind=kind) | RefsCell(kind=kind):
            return next(iter(context.directory.ids(kind)), f"（第{row}行）")
        case SlotsCell():
            return [f"{day}.{period}" for day, period in context.slots.opened[:1]] or ["1.1"]
        case _:
            return f"（第{row}行）"
