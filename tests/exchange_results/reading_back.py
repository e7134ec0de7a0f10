"""Reads a written workbook back as a person would: by sheet, by block, by day and period."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import unescape
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exchange.results import write_results
from models import Outcome, Problem, RuleCard, Status, Timetable
from scheduler.audit import audit
from scheduler.rules import RULES

CARDS: tuple[RuleCard, ...] = tuple(rule.card() for rule in RULES)
DAYS = {"周一": 1, "周二": 2, "周三": 3, "周四": 4, "周五": 5}


class Results:
    """A workbook of results on disk, and the ways to look at it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    @property
    def names(self) -> list[str]:
        """Names of the sheets in order."""
        return list(self.book.sheetnames)

    def sheet(self, name: str) -> Worksheet:
        """One sheet."""
        found = self.book[name]
        assert isinstance(found, Worksheet)
        return found

    def _xml(self, name: str) -> str:
        number = self.names.index(name) + 1
        return unescape(next(text for part, text in self.parts() if part.endswith(f"sheet{number}.xml")))

    def footer(self, name: str) -> tuple[str, str, str]:
        """Left, middle and right of the footer, with Excel's codes."""
        found = re.search("<oddFooter>&L(.*)&C(.*)&R(.*)</oddFooter>", self._xml(name), re.DOTALL)
        assert found is not None
        return found.group(1), found.group(2), found.group(3)

    def header(self, name: str) -> str:
        """The header, or nothing."""
        found = re.search("<oddHeader>(.*)</oddHeader>", self._xml(name), re.DOTALL)
        return "" if found is None else found.group(1)

    def pixels(self, name: str) -> float:
        """Width of all columns, at 7 px to a digit."""
        columns = re.findall('<col min="([0-9]+)" max="([0-9]+)" width="([0-9.]+)"', self._xml(name))
        assert columns
        return sum(7 * float(width) * (int(last) - int(first) + 1) for first, last, width in columns)

    def rows(self, name: str) -> list[list[str]]:
        """Texts of a sheet, row by row."""
        return [["" if c is None else str(c) for c in row] for row in self.sheet(name).iter_rows(values_only=True)]

    def texts(self, name: str) -> str:
        """Everything that is written on a sheet."""
        return "\n".join(cell for row in self.rows(name) for cell in row if cell)

    def blocks(self, name: str, titles: Sequence[str]) -> dict[str, list[list[str]]]:
        """The rows below each title (a row whose first cell begins with it), up to the next title."""
        found: dict[str, list[list[str]]] = {}
        current = None
        for row in self.rows(name):
            title = next((t for t in titles if re.match(re.escape(t) + r"($|[\s　])", row[0])), None)
            if title is not None and title not in found:
                current = found[title] = []
            if current is not None:
                current.append(row)
        return found

    def week(self, block: list[list[str]]) -> dict[tuple[int, int], str]:
        """(day, period) → text of the first week grid in the block."""
        top = next(n for n, row in enumerate(block) if "周一" in row)
        columns = {column: DAYS[text] for column, text in enumerate(block[top]) if text in DAYS}
        found = {}
        for row in block[top + 1 :]:
            match = re.match("第([一二三四五六七八九])节", row[0])
            if match is None:
                break
            period = "一二三四五六七八九".index(match.group(1)) + 1
            found.update({(day, period): row[column] for column, day in columns.items()})
        return found

    def parts(self) -> Iterator[tuple[str, str]]:
        """Name and text of each XML file inside."""
        with ZipFile(self.path) as archive:
            for name in archive.namelist():
                yield name, archive.read(name).decode("utf-8")


def judged(problem: Problem, timetable: Timetable, seconds: float = 1.5) -> Outcome:
    """The outcome of a solve that brought this timetable and proved it best."""
    verdict = audit(problem, timetable)
    return Outcome(
        status=Status.OPTIMAL,
        timetable=timetable,
        verdict=verdict,
        objective=verdict.cost,
        bound=verdict.cost,
        seconds=seconds,
    )


def written(
    problem: Problem, timetable: Timetable, folder: Path, outcome: Outcome | None = None, language: str = "zh"
) -> Results:
    """Write the workbook of a timetable and read it back."""
    path = folder / "results.xlsx"
    of = judged(problem, timetable) if outcome is None else outcome
    write_results(problem, timetable, of, CARDS, path, "en" if language == "en" else "zh")
    return Results(path)
