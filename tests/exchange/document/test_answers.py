"""Edits by meaning change what is read, and nothing else."""

import pytest

from exchange.document import Document, document_of, read_document, with_sheet, without_rows
from exchange.document.answers import with_answers, with_rule_settings, without_pins
from exchange.normal import normal
from models import Problem, RuleSetting, Strength, Term
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school

CARDS = rule_cards()


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(tiny_school(), CARDS)


def _read(document: Document) -> Problem:
    reading = read_document(document, CARDS)
    assert reading.problem is not None, reading.issues
    return reading.problem


def test_answers_change_the_term_and_nothing_else(document: Document) -> None:
    new = with_answers(
        document, CARDS, {"term": "2027–2028学年第一学期", "first_day": "2027-09-01", "last_day": "2028-01-20"}
    )
    before, after = _read(document), _read(new)
    assert after.term.name == "2027–2028学年第一学期"
    assert str(after.term.first_day) == "2027-09-01"
    assert changed(after, term=before.term) == before


def test_an_answer_whose_line_is_missing_gets_one(document: Document) -> None:
    """A school may have deleted the line of the dates."""
    page = next(sheet for sheet in document.sheets if sheet.name == "学校")
    lines = [number for number, row in enumerate(page.rows, start=1) if row and row[0] in ("开学日期", "放假日期")]
    assert len(lines) == 2
    shorter = without_rows(document, "学校", lines)
    assert _read(shorter).term.first_day is None
    after = _read(with_answers(shorter, CARDS, {"first_day": "2027-09-01", "last_day": "2028-01-20"}))
    assert after.term == Term(name=_read(document).term.name, first_day="2027-09-01", last_day="2028-01-20")


def test_settings_of_rules_are_read_as_they_were_chosen(document: Document) -> None:
    chosen = (
        RuleSetting(rule="own_teacher", weight=7),
        RuleSetting(rule="slot_wishes", strength=Strength.OFF),
        RuleSetting(rule="club_days_apart", strength=Strength.MUST),
    )
    after = _read(with_rule_settings(document, CARDS, chosen))
    before = _read(document)
    expected = {s.rule: s for s in before.settings.rules} | {s.rule: s for s in chosen}
    wanted = normal(changed(before, settings=changed(before.settings, rules=tuple(expected.values()))), CARDS)
    assert after.settings == wanted.settings
    assert changed(after, settings=before.settings) == before


def test_a_setting_may_go_back_to_the_default(document: Document) -> None:
    dearer = with_rule_settings(document, CARDS, [RuleSetting(rule="own_teacher", weight=7)])
    back = with_rule_settings(dearer, CARDS, [RuleSetting(rule="own_teacher")])
    assert _read(back) == _read(document)


def test_settings_need_no_sheet_and_no_columns(document: Document) -> None:
    """A school may have thrown the sheet 规则 away, or left only the keys on it."""
    without = document.model_copy(update={"sheets": tuple(s for s in document.sheets if s.name != "规则")})
    chosen = [RuleSetting(rule="own_teacher", strength=Strength.PREFER, weight=7)]
    assert "own_teacher" in {s.rule for s in _read(with_rule_settings(without, CARDS, chosen)).settings.rules}
    page = next(sheet for sheet in document.sheets if sheet.name == "规则")
    keys = page.model_copy(update={"rows": tuple(row[:1] for row in page.rows)})
    found = _read(with_rule_settings(with_sheet(document, keys), CARDS, chosen)).settings.rules
    assert next(s.weight for s in found if s.rule == "own_teacher") == 7


def test_a_term_begins_without_the_locks_of_the_one_before(document: Document) -> None:
    assert _read(document).pins
    after = _read(without_pins(document, CARDS))
    assert not after.pins
    assert changed(after, pins=_read(document).pins) == _read(document)
