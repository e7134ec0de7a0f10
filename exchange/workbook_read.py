"""A school's workbook as a Problem, and everything that is wrong with it, with sheet and cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils.cell import coordinate_to_tuple

from exchange import columns as sheets
from exchange.assembly import calendar, clubs, matrices, people_and_rooms, policy, school
from exchange.assembly.noun import Json
from exchange.assembly.scenarios import ScenarioRows, scenarios
from exchange.columns import SHEETS, Context, Layout, Sheet
from exchange.directory import Directory, Kind
from exchange.file_kinds import path_issue
from exchange.findings import file_issue, sheet_issue
from exchange.form import read_form
from exchange.grid import Grid, read_grids, too_much
from exchange.parse import ParsedRow, Parser
from exchange.reading import Reading
from exchange.slot_names import SlotBook
from exchange.source_map import Source, SourceMap
from exchange.spelling import fold, nearest
from exchange.table import Table, find_table
from exchange.trial import trial_issues
from exchange.validation import validated
from models import Issue, RuleCard, Severity, Text

OTHER_SHEETS = (Text("填写说明", "How to fill in"), Text("选项", "Choices"))  # not read
# Where a sheet or a column is missing, everything that refers to it would be complained of once more.
_PARTS_MISSING = frozenset({"missing_sheet", "missing_heading", "missing_column", "duplicate_sheet"})
_LISTS = {
    "teachers": "teachers", "instructors": "instructors", "rooms": "rooms", "homework": "homework", "clubs": "clubs",
    "bands": "bands", "classes": "classes", "grades": "grades", "subjects": "subjects", "pins": "pins",
    "institutions": "institutions", "calendar": "calendar",
}  # fmt: skip


@dataclass(frozen=True)
class Examination:
    """A reading, and what was seen on the way: which sheet is which, where columns and answers stand, what exists."""

    reading: Reading
    grids: Mapping[str, Grid]  # by the key of the sheet that it is
    tables: Mapping[str, Table]  # by key, of sheets with a heading row
    form: ParsedRow | None  # sheet 学校
    context: Context  # with the directory of all names, and the open slots


def read_workbook(path: Path, cards: Sequence[RuleCard]) -> Reading:
    """Read an .xlsx file. Never raises for what a file may hold; `cards` are the rules that it may set."""
    wrong = path_issue(path)
    if wrong is not None:
        return Reading(None, (wrong,))
    grids, issues = read_grids(path)
    if not grids:
        return Reading(
            None, tuple(issues or [file_issue("empty_workbook", "工作簿里没有工作表。", "The workbook has no sheet.")])
        )
    return examined(grids, cards, issues).reading


def examined(grids: Sequence[Grid], cards: Sequence[RuleCard], issues: Sequence[Issue] = ()) -> Examination:
    """Read sheets wherever they come from; `issues` are what is known to be wrong with them already."""
    return _Workbook(grids, cards, list(issues)).examined()


class _Workbook:
    """One reading, step by step: sheets, names, week, everything else, the whole."""

    def __init__(self, grids: Sequence[Grid], cards: Sequence[RuleCard], issues: list[Issue]) -> None:
        self.cards = cards
        self.issues = issues
        self.sources = SourceMap()
        self.scenarios: list[ScenarioRows] = []
        self.form: ParsedRow | None = None
        self.grids = {sheet.key: grid for grid in grids for sheet in SHEETS if sheet.is_called(grid.name)}
        self.order: dict[str | None, int] = {grid.name: i for i, grid in enumerate(grids)}
        self.cut = any(grid.cut for grid in grids)
        self._complain_of_sheets(grids)
        self.tables = {
            sheet.key: table
            for sheet in SHEETS
            if sheet.key in self.grids and sheet.layout is not Layout.FORM
            if (table := find_table(sheet, self.grids[sheet.key], issues)) is not None
        }

    def examined(self) -> Examination:
        """Problem and issues, and what was seen on the way."""
        for table in self.tables.values():
            if len(table.rows) > table.sheet.most_rows:
                self.cut = True
                del table.rows[table.sheet.most_rows :]
                self.issues.append(too_much(table.grid.name, table.sheet.most_rows))
        for sheet in SHEETS:
            if sheet.required and sheet.key not in self.grids:
                self.issues.append(self._missing(sheet))
        data, context = self._data()
        whole = not self.cut and not any(issue.code in _PARTS_MISSING for issue in self.issues)
        problem, found = validated(data, self.sources, self.issues, whole)
        if problem is not None:
            found += trial_issues(problem, self.scenarios)
        made = [rows.scenario for rows in self.scenarios if rows.scenario is not None]
        reading = Reading.of(problem, self._in_order(self.issues + found), made)
        return Examination(reading, self.grids, self.tables, self.form, context)

    def _in_order(self, issues: Sequence[Issue]) -> list[Issue]:
        """As one goes through the file: sheet by sheet, row by row."""

        def place(issue: Issue) -> tuple[int, int, int]:
            row, column = (0, 0) if issue.cell is None else coordinate_to_tuple(issue.cell)
            return self.order.get(issue.sheet, -1), row, column

        return sorted(issues, key=place)

    def _complain_of_sheets(self, grids: Sequence[Grid]) -> None:
        seen: dict[str, str] = {}
        for grid in grids:
            sheet = next((s for s in SHEETS if s.is_called(grid.name)), None)
            if sheet is not None and sheet.key in seen:
                first = seen[sheet.key]
                self.grids[sheet.key] = next(g for g in grids if g.name == first)
                zh = f"和“{first}”是同一张表，这一张没有读入：请只留一张。"
                en = f"is the same sheet as “{first}” and was not read: keep one."
                self.issues.append(sheet_issue("duplicate_sheet", grid.name, zh, en))
            elif sheet is not None:
                seen[sheet.key] = grid.name
            elif grid.cells and not any(fold(grid.name) in (fold(t.zh), fold(t.en)) for t in OTHER_SHEETS):
                zh, en = (
                    "没有这张表，没有读入；不需要的话可以不管。",
                    "is no sheet that is read; leave it if that is meant.",
                )
                self.issues.append(sheet_issue("extra_sheet", grid.name, zh, en, Severity.WARNING))

    def _missing(self, sheet: Sheet) -> Issue:
        others = [i.sheet for i in self.issues if i.code == "extra_sheet" and i.sheet is not None]
        near = nearest(sheet.title.zh, others)
        guess = (
            Text("", "") if near is None else Text(f"（是不是把“{near}”改名为它？）", f" (perhaps rename “{near}”?)")
        )
        return sheet_issue(
            "missing_sheet",
            sheet.title.zh,
            f"工作簿里缺少这张表{guess.zh}：{sheet.note.zh}",
            f"the workbook lacks this sheet{guess.en}: {sheet.note.en}",
        )

    def _rows(self, sheet: Sheet, parser: Parser, *fields: str) -> list[ParsedRow]:
        table = self.tables.get(sheet.key)
        return [] if table is None else parser.rows(table, *fields)

    def _directory(self) -> Directory:
        """Names of everything that is entered; what cannot be read is complained of later, in its own turn."""
        directory = Directory()
        parser = Parser(Context(directory), [])
        for row in self._rows(sheets.GRADES, parser, "id", "number"):
            number = row.values.get("number")
            directory.enter_grade(str(row.values["id"]), number if isinstance(number, int) else None)
        for row in self._rows(sheets.CLASSES, parser, "id", "grade"):
            directory.enter(Kind.CLASS, str(row.values["id"]))
            if sheets.GRADES.key not in self.tables or not self.tables[sheets.GRADES.key].rows:
                school.enter_grade_of(row, directory)
        for kind, made_of in (
            (Kind.PERSON, (sheets.TEACHERS, sheets.INSTRUCTORS)),
            (Kind.CLUB, (sheets.CLUBS, sheets.ACTIVITIES)),
        ):
            for row in (row for sheet in made_of for row in self._rows(sheet, parser, "id", "name")):
                name = str(row.values["name"])
                directory.enter(kind, str(row.values.get("id", name)), name)
        for row in self._rows(sheets.BANDS, parser, "id", "name"):
            directory.enter(Kind.BAND, str(row.values.get("id", row.values["name"])), str(row.values["name"]))
        for row in self._rows(sheets.ROOMS, parser, "id"):
            directory.enter(Kind.ROOM, str(row.values["id"]))
        subjects = self._rows(sheets.SUBJECTS, parser, "id")
        for row in subjects or self._rows(sheets.HOMEWORK, parser, "subject"):
            directory.enter(Kind.SUBJECT, str(row.values["id" if subjects else "subject"]))
        return directory

    def _data(self) -> tuple[Json, Context]:
        directory = self._directory()
        parser = Parser(Context(directory), self.issues)
        data: Json = {}
        cycle = 1
        if sheets.SCHOOL.key in self.grids:
            self.form = read_form(sheets.SCHOOL, self.grids[sheets.SCHOOL.key], parser)
            data |= school.school(self.form, self.sources)
            cycle = int(str(self.form.values.get("cycle", "1")))
        week = school.week(self._rows(sheets.TIMES, parser), cycle, self.sources, self.issues)
        data["week"] = week
        opened = school.opened(week)
        context = Context(directory, SlotBook(opened, cycle), term=calendar.term_of(self.form))
        parser = Parser(context, self.issues)
        self._sheet_sources()
        self._things(data, parser)
        return data, parser.context

    def _things(self, data: Json, parser: Parser) -> None:
        directory, sources, issues = parser.context.directory, self.sources, self.issues
        grades = self._rows(sheets.GRADES, parser)
        data["grades"] = school.grades(grades, directory, sources.find(("classes",)), sources)
        data["bands"] = school.bands(self._rows(sheets.BANDS, parser), sources)
        classes = school.classes(self._rows(sheets.CLASSES, parser), directory, sources, issues)
        data["subjects"] = school.subjects(self._rows(sheets.SUBJECTS, parser), directory, sources)
        data["teachers"] = people_and_rooms.teachers(self._rows(sheets.TEACHERS, parser), sources)
        data["instructors"] = people_and_rooms.instructors(self._rows(sheets.INSTRUCTORS, parser), sources)
        data["rooms"] = people_and_rooms.rooms(self._rows(sheets.ROOMS, parser), sources)
        data["homework"] = clubs.homework(self._rows(sheets.HOMEWORK, parser), sources)
        made = clubs.clubs(self._rows(sheets.CLUBS, parser), self._rows(sheets.ACTIVITIES, parser), sources, issues)
        data["pins"] = clubs.pins(self._rows(sheets.PINS, parser), sources)
        if (teaching := self.tables.get(sheets.TEACHING.key)) is not None:
            matrices.teaching(teaching, parser, classes, sources)
        if (enrolment := self.tables.get(sheets.ENROLMENT.key)) is not None:
            matrices.enrolment(enrolment, parser, made, sources)
        data["classes"], data["clubs"] = classes, made
        entries = calendar.calendar(self._rows(sheets.CALENDAR, parser), parser.context.term, sources, issues)
        data["calendar"] = {} if calendar.term_unread(self.form) else entries
        self.scenarios = scenarios(self._rows(sheets.SCENARIOS, parser), parser, self.cards)
        settings = data.setdefault("settings", {})
        assert isinstance(settings, dict)
        settings["rules"] = clubs.rules(
            self._rows(sheets.RULES, parser, "rule", "strength", "weight"), self.cards, sources, issues
        )
        chosen = self._rows(sheets.POLICY, parser, "item", "on", "figure", "severity", "basis")
        settings["policy"] = policy.policy(chosen, sources, issues)
        data["institutions"] = policy.institutions(self._rows(sheets.INSTITUTIONS, parser), sources)

    def _sheet_sources(self) -> None:
        """Where issues of a whole list belong: to its sheet."""
        for key, path in _LISTS.items():
            if key in self.grids:
                self.sources.add((path,), Source(self.grids[key].name))
        if "times" in self.grids:
            for path in ("periods", "kinds"):
                self.sources.sources.setdefault(("week", path), Source(self.grids["times"].name))
        if "school" in self.grids:
            for name in ("term", "settings", "school"):
                self.sources.sources.setdefault((name,), Source(self.grids["school"].name))


__all__ = ["Examination", "Reading", "examined", "read_workbook"]
