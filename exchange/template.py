"""The blank workbook that a school fills in, and a full one from a problem, in the same look."""

from collections.abc import Sequence
from pathlib import Path

from exchange.atomic import written_beside
from exchange.columns import SHEETS, Context, Layout
from exchange.columns.choice_sheets import STRENGTH
from exchange.directory import Directory
from exchange.normal import normal
from exchange.slot_names import SlotBook
from exchange.workbook_read import OTHER_SHEETS
from exchange.writing.guide import write_guide
from exchange.writing.lists import name_lists, write_word_lists
from exchange.writing.look import Look, new_book
from exchange.writing.rows import Row, matrix, rows, rule_rows
from exchange.writing.scenario_rows import scenario_rows
from exchange.writing.sheet_writer import SheetWriter
from models import Language, Problem, RuleCard, Scenario, Strength, Text

_BLANK_TEACHING = ("语文", "数学", "英语", "道德与法治", "科学", "音乐", "美术", "体育")


def write_template(path: Path, cards: Sequence[RuleCard], language: Language = "zh") -> None:
    """The blank workbook, with example rows that the reader leaves out. Raises WriteError."""
    with written_beside(path) as scratch:
        _write(scratch, None, cards, language)


def write_workbook(
    problem: Problem,
    path: Path,
    cards: Sequence[RuleCard],
    language: Language = "zh",
    scenarios: Sequence[Scenario] = (),
) -> None:
    """The school as a workbook: `read_workbook` reads back `normal(problem)` and the scenarios. Raises WriteError."""
    with written_beside(path) as scratch:
        _write(scratch, normal(problem, cards), cards, language, scenarios)


def _write(
    path: Path,
    problem: Problem | None,
    cards: Sequence[RuleCard],
    language: Language,
    scenarios: Sequence[Scenario] = (),
) -> None:
    title = Text("课后服务排课工作簿", "After-school service workbook").in_language(language)
    book = new_book(str(path), title if problem is None else f"{problem.school} {title}")
    look = Look(book)
    guide = book.add_worksheet(OTHER_SHEETS[0].in_language(language))
    pages = {sheet.key: book.add_worksheet(sheet.title.in_language(language)) for sheet in SHEETS}
    context = Context(language=language)
    made: dict[str, list[Row]] = {"school": [{}], "rules": rule_rows(None, cards)}
    if problem is not None:
        context = Context(Directory.of(problem), SlotBook.of(problem.week), language)
        made = rows(problem, cards) | {"scenarios": scenario_rows(scenarios, context)}
    names = name_lists(made, problem is None, language)
    writer = SheetWriter(look, write_word_lists(book, language), names, context)
    write_guide(guide, look, language)
    for sheet in SHEETS:
        page = pages[sheet.key]
        if sheet.layout is Layout.FORM:
            writer.form(page, sheet, made[sheet.key][0])
        elif sheet.layout is Layout.MATRIX and problem is not None and matrix(problem, sheet.key)[0]:
            writer.matrix(page, sheet, *matrix(problem, sheet.key))
        elif sheet.key == "teaching":
            writer.matrix(page, sheet, _BLANK_TEACHING, [], examples=problem is None)
        elif sheet.layout is Layout.FIXED:
            writer.table(page, sheet, [_readable(row, language) for row in made[sheet.key]], examples=False)
        else:
            writer.table(page, sheet, made.get(sheet.key, []), examples=problem is None)
    pages["school"].activate() if problem is not None else guide.activate()
    book.close()


def _readable(row: Row, language: Language) -> Row:
    """The columns of sheet 规则 that are only to be read."""
    made = dict(row)
    for field in ("title", "sentence"):
        if isinstance(text := row.get(field), Text):
            made[field] = text.in_language(language)
    if isinstance(default := row.get("default"), tuple):
        strength, weight = default
        word = STRENGTH.write(strength, Context(language=language))
        made["default"] = f"{word} {weight}" if strength is Strength.PREFER else str(word)
    return made
