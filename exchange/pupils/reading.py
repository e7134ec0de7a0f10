"""A list of names from a workbook or a text table, as schools have it: one sheet, a sheet per class, or per club."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exchange.directory import Directory, Kind
from exchange.file_kinds import path_issue, workbook_issue
from exchange.findings import file_issue
from exchange.grid import Grid, read_grids
from exchange.pupils.columns import PUPILS
from exchange.pupils.entries import Entry, EntryReader, Joined, same_pupil
from exchange.pupils.text_grid import text_grid
from exchange.table import Table, find_table
from models import Issue, Problem, Severity
from models.noun import ClassId

_PACKED, _OLD = b"PK", b"\xd0\xcf"


@dataclass(frozen=True)
class Pupil:
    """A pupil as he or she is printed, and the clubs that were joined."""

    school_class: ClassId
    label: str  # the name, with the number where a classmate has the same one
    joined: tuple[Joined, ...]


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
    grids, issues = _grids(path)
    if issues and not grids:
        return PupilList((), tuple(issues))
    directory = Directory.of(problem)
    entries: list[Entry] = []
    lists = 0
    for grid in grids:
        table = _list_in(grid, directory)
        if table is not None:
            lists += 1
            entries += EntryReader(table, problem, directory, issues).entries()
    if not lists:
        issues.append(_no_list(path))
    return PupilList(tuple(_pupils(same_pupil(entries))), tuple(issues))


def _grids(path: Path) -> tuple[list[Grid], list[Issue]]:
    wrong = path_issue(path)
    if wrong is not None:
        return [], [wrong]
    content = path.read_bytes()
    if not content.startswith((_PACKED, _OLD)):
        grid = text_grid(path.stem, content)
        if grid is not None:
            return [grid], []
        wrong = workbook_issue(path)
        return [], [wrong] if wrong is not None else []
    return read_grids(path)


def _list_in(grid: Grid, directory: Directory) -> Table | None:
    """The sheet as a list: with names, and with classes and clubs or called after one."""
    table = find_table(PUPILS, grid, [])
    if table is None or "name" not in table.columns:
        return None
    class_known = "class" in table.columns or directory.find(Kind.CLASS, grid.name) is not None
    return table if class_known else None


def _pupils(lines: Mapping[tuple[ClassId, str, str], list[Entry]]) -> list[Pupil]:
    names: dict[tuple[ClassId, str], int] = {}
    for owner, name, _ in lines:
        names[owner, name] = names.get((owner, name), 0) + 1
    found = []
    for (owner, name, number), entries in lines.items():
        label = f"{name}({number})" if number and names[owner, name] > 1 else name
        joined = {j.club: j for entry in entries for j in entry.joined}
        found.append(Pupil(owner, label, tuple(joined.values())))
    return found


def _no_list(path: Path) -> Issue:
    return file_issue(
        "no_list",
        f"{path.name} 里找不到名单：表头要有“姓名”“班级”“社团”（没有“班级”一列时，工作表要用班名）。",
        f"{path.name} holds no list: it needs a heading row with Name, Class and Club (without a column Class, the "
        "sheet must be called after a class).",
    )
