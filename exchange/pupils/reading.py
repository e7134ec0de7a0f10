"""A list of names from a workbook or a text table, as schools have it: one sheet, a sheet per class, or per club."""

from dataclasses import dataclass
from pathlib import Path

from exchange.directory import Directory, Kind
from exchange.file_kinds import path_issue, workbook_issue
from exchange.findings import cell_name, file_issue, sheet_issue
from exchange.grid import MOST_ROWS, Grid, grids_in, too_much
from exchange.pupils.columns import PUPILS
from exchange.pupils.entries import Entry, EntryReader
from exchange.pupils.gathering import Pupil, gathered
from exchange.pupils.text_grid import text_grid
from exchange.table import Table, find_table
from models import Issue, Problem, Severity

_PACKED, _OLD = b"PK", b"\xd0\xcf"


@dataclass(frozen=True)
class PupilList:
    """What was read: pupils in the order of the list; everything that is wrong."""

    pupils: tuple[Pupil, ...]
    issues: tuple[Issue, ...]

    @property
    def sound(self) -> bool:
        """Whether it may be printed: warnings do not matter."""
        return not any(issue.severity is Severity.ERROR for issue in self.issues)


def read_pupils(path: Path, problem: Problem) -> PupilList:
    """The list in a file; every mistake with sheet and cell. Nothing of it is kept anywhere else."""
    wrong = path_issue(path)
    return PupilList((), (wrong,)) if wrong is not None else pupils_in(path.name, path.read_bytes(), problem)


def pupils_in(name: str, content: bytes, problem: Problem) -> PupilList:
    """The list in a file of this name that was sent: it is read from memory, and never written to a disk."""
    grids, issues = _grids(name, content)
    if issues and not grids:
        return PupilList((), tuple(issues))
    directory = Directory.of(problem)
    entries: list[Entry] = []
    lists = 0
    for grid in grids:
        table = _list_in(grid, directory, issues)
        if table is not None:
            lists += 1
            entries += EntryReader(table, problem, directory, issues).entries()
    if not lists:
        issues.append(_no_list(name))
    return PupilList(tuple(gathered(entries, issues)), tuple(issues))


def _grids(name: str, content: bytes) -> tuple[list[Grid], list[Issue]]:
    if not content.startswith((_PACKED, _OLD)):
        grid = text_grid(Path(name).stem, content)
        if isinstance(grid, Issue):
            return [], [grid]
        if grid is not None:
            return [grid], [too_much(grid.name, MOST_ROWS)] if grid.cut else []
        wrong = workbook_issue(name, content)
        return [], [wrong] if wrong is not None else []
    return grids_in(name, content)


def _list_in(grid: Grid, directory: Directory, issues: list[Issue]) -> Table | None:
    """The sheet as a list: with names, and with classes or called after one."""
    said: list[Issue] = []
    table = find_table(PUPILS, grid, said)
    if table is None or "name" not in table.columns:
        return None
    if "class" not in table.columns and directory.find(Kind.CLASS, grid.name) is None:
        issues.append(_no_class(grid))
        return None
    clubs = PUPILS.column("clubs")  # may be there more than once
    row = {cell_name((table.heading, c)) for c in range(1, grid.columns + 1)
           if clubs.is_called(str(grid.cells.get((table.heading, c), "")))}  # fmt: skip
    issues += [issue for issue in said if issue.code == "duplicate_column" and issue.cell not in row]
    return table


def _no_class(grid: Grid) -> Issue:
    return sheet_issue(
        "list_without_class",
        grid.name,
        "有“姓名”，没有“班级”，工作表也不叫班名，这张表没有读入：是名单就请加“班级”一列。",
        "has names but no classes, nor is it called after one, and was not read: if it is a list, add a column Class.",
        Severity.WARNING,
    )


def _no_list(name: str) -> Issue:
    return file_issue(
        "no_list",
        f"{name} 里找不到名单：表头要有“姓名”“班级”“社团”（没有“班级”一列时，工作表要用班名）。",
        f"{name} holds no list: it needs a heading row with Name, Class and Club (without a column Class, the "
        "sheet must be called after a class).",
    )
