"""Documents that do not come from a file: of a problem, and the blank one that a school fills in."""

from collections.abc import Iterable, Sequence

from exchange.columns import SCHOOL, SHEETS, Column, Context, Layout, Sheet
from exchange.columns.choice_sheets import STRENGTH
from exchange.directory import Directory
from exchange.document.sheets import Document, DocumentSheet
from exchange.document.typed import typed_text
from exchange.examples import example_cell, example_rows
from exchange.normal import normal
from exchange.slot_names import SlotBook
from exchange.table import EXAMPLE_MARK
from exchange.writing.policy_rows import policy_rows
from exchange.writing.rows import Row, matrix, rows, rule_rows
from exchange.writing.scenario_rows import scenario_rows
from models import Language, Problem, RuleCard, Scenario, Strength, Text

FORM_HEADINGS = (Text("项目", "Item"), Text("内容", "Value"), Text("说明", "Meaning"))
_BLANK_TEACHING = ("语文", "数学", "英语", "道德与法治", "科学", "音乐", "美术", "体育")
_Cells = tuple[str, ...]


def document_of(
    problem: Problem, cards: Sequence[RuleCard], language: Language = "zh", scenarios: Sequence[Scenario] = ()
) -> Document:
    """The school as a document: what is read from it equals `normal(problem)`, and the scenarios."""
    problem = normal(problem, cards)
    context = Context(Directory.of(problem), SlotBook.of(problem.week), language)
    made = rows(problem, cards) | {"scenarios": scenario_rows(scenarios, context)}
    sheets = []
    for sheet in SHEETS:
        headings, entries = matrix(problem, sheet.key) if sheet.layout is Layout.MATRIX else ([], [])
        content = _matrix(sheet, headings, entries, context) if headings else _content(sheet, made, context)
        sheets.append(_sheet(sheet, content, language))
    return Document(sheets=tuple(sheets))


def blank_document(cards: Sequence[RuleCard], language: Language = "zh", examples: bool = False) -> Document:
    """Every sheet with its headings and the rules with their defaults; with example rows that the reader leaves out."""
    context = Context(language=language)
    made: dict[str, list[Row]] = {"school": [{}], "rules": rule_rows(None, cards), "policy": policy_rows(None)}
    sheets = []
    for sheet in SHEETS:
        content = _content(sheet, made, context)
        if examples and sheet.layout in (Layout.TABLE, Layout.MATRIX):
            content = [content[0], *_examples(sheet, len(content[0]), language), *content[1:]]
        sheets.append(_sheet(sheet, content, language))
    return Document(sheets=tuple(sheets))


def blank_sheet(sheet: Sheet, cards: Sequence[RuleCard], language: Language = "zh") -> DocumentSheet:
    """One sheet without anything of the school."""
    document = blank_document(cards, language)
    return document.sheets[SHEETS.index(sheet)]


def _sheet(sheet: Sheet, content: Iterable[_Cells], language: Language) -> DocumentSheet:
    return DocumentSheet(name=sheet.title.in_language(language), rows=tuple(content))


def _content(sheet: Sheet, made: dict[str, list[Row]], context: Context) -> list[_Cells]:
    if sheet.layout is Layout.FORM:
        return _form(made[sheet.key][0], context)
    if sheet.key == "teaching":
        return _matrix(sheet, _BLANK_TEACHING, (), context)
    entries = made.get(sheet.key, [])
    if sheet.layout is Layout.FIXED:
        entries = [_readable(row, context.language) for row in entries]
    columns = [c for c in sheet.columns if not c.rare or any(row.get(c.field) is not None for row in entries)]
    heading = tuple(c.title.in_language(context.language) for c in columns)
    return [heading, *(tuple(_text(c, row.get(c.field), context) for c in columns) for row in entries)]


def _form(answers: Row, context: Context) -> list[_Cells]:
    language = context.language
    lines = [tuple(text.in_language(language) for text in FORM_HEADINGS)]
    for column in SCHOOL.columns:
        answer = _text(column, answers.get(column.field), context)
        lines.append((column.title.in_language(language), answer, column.note.in_language(language)))
    return lines


def _matrix(
    sheet: Sheet, headings: Sequence[str], entries: Iterable[tuple[str, dict[str, object]]], context: Context
) -> list[_Cells]:
    first, last = sheet.columns[0], sheet.columns[-1]
    content = [(first.title.in_language(context.language), *map(typed_text, headings))]
    for name, values in entries:
        cells = (_text(last, values.get(heading), context) for heading in headings)
        content.append((_text(first, name, context), *cells))
    return content


def _examples(sheet: Sheet, width: int, language: Language) -> list[_Cells]:
    columns = [column for column in sheet.columns if not column.rare]
    if sheet.key == "teaching":
        columns = [sheet.columns[0], *[sheet.columns[-1]] * (width - 1)]
    made = []
    for row in range(example_rows(sheet)):
        cells = [example_cell(column, row, language) for column in columns]
        texts = ["" if cell is None else typed_text(cell, column) for cell, column in zip(cells, columns, strict=True)]
        made.append((EXAMPLE_MARK.in_language(language) + texts[0], *texts[1:]))
    return made


def _text(column: Column, value: object, context: Context) -> str:
    cell = None if value is None else column.cell.write(value, context)
    return "" if cell is None else typed_text(cell, column)


def _readable(row: Row, language: Language) -> Row:
    """The columns of sheets 规则 and 政策 that are only to be read."""
    made = dict(row)
    for field in ("title", "default", "sentence"):
        if isinstance(text := row.get(field), Text):
            made[field] = text.in_language(language)
    if isinstance(default := row.get("default"), tuple):
        strength, weight = default
        word = STRENGTH.write(strength, Context(language=language))
        made["default"] = f"{word} {weight}" if strength is Strength.PREFER else str(word)
    return made
