"""Edits by meaning: answers on the sheet 学校, settings on the sheet 规则, and a term's locks left out."""

from collections.abc import Mapping, Sequence

from exchange.columns import PINS, RULES, SCHOOL, Context, Sheet
from exchange.columns.choice_sheets import STRENGTH
from exchange.document.edits import with_cells, with_rows, with_sheet, without_rows
from exchange.document.making import blank_sheet
from exchange.document.reading import examine
from exchange.document.sheets import Document
from exchange.findings import Place
from exchange.spelling import as_text, fold
from models import Language, RuleCard, RuleSetting


def with_answers(
    document: Document, cards: Sequence[RuleCard], answers: Mapping[str, str], language: Language = "zh"
) -> Document:
    """Other answers on the sheet 学校, by the name of the field (school, term, first_day …), as a school types them."""
    document = _with(document, SCHOOL, cards, language)
    seen = examine(document, cards)
    assert seen.form is not None
    name = seen.grids[SCHOOL.key].name
    texts: dict[Place, str] = {}
    for field, text in answers.items():
        source = seen.form.sources.get(field)
        if source is not None and source.place is not None:
            texts[source.place] = text
        else:  # the line is missing
            page = document.sheet(name)
            assert page is not None
            line = (SCHOOL.column(field).title.in_language(language), text)
            document = with_rows(document, name, len(page.rows) + 1, [line])
    return with_cells(document, name, texts) if texts else document


def with_rule_settings(
    document: Document, cards: Sequence[RuleCard], settings: Sequence[RuleSetting], language: Language = "zh"
) -> Document:
    """Other settings on the sheet 规则; none of strength and weight means the rule's default."""
    document = _with(document, RULES, cards, language)
    for setting in settings:
        seen = examine(document, cards)
        table = seen.tables[RULES.key]
        name = table.grid.name
        strength = "" if setting.strength is None else str(STRENGTH.write(setting.strength, Context(language=language)))
        weight = "" if setting.weight is None else str(setting.weight)
        row = next((r for r in table.rows if fold(as_text(table.typed(r, "rule"))) == fold(setting.rule)), None)
        if row is None:
            page = document.sheet(name)
            assert page is not None
            row = max(len(page.rows), table.heading) + 1
            document = with_cells(document, name, {(row, table.columns["rule"]): setting.rule})
        texts: dict[Place, str] = {}
        free = max((*table.columns.values(), *table.others)) + 1
        for field, text in (("strength", strength), ("weight", weight)):
            column = table.columns.get(field)
            if column is None:  # the column is missing
                column, free = free, free + 1
                texts[table.heading, column] = RULES.column(field).title.in_language(language)
            texts[row, column] = text
        document = with_cells(document, name, texts)
    return document


def without_pins(document: Document, cards: Sequence[RuleCard]) -> Document:
    """Without the locks, which are made for one term."""
    table = examine(document, cards).tables.get(PINS.key)
    return document if table is None else without_rows(document, table.grid.name, table.rows)


def _with(document: Document, sheet: Sheet, cards: Sequence[RuleCard], language: Language) -> Document:
    """The document with this sheet, where it lacks it."""
    seen = examine(document, cards)
    there = sheet.key in seen.grids and (sheet is SCHOOL or sheet.key in seen.tables)
    return document if there else with_sheet(document, blank_sheet(sheet, cards, language))
