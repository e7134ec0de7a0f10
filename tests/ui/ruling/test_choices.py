"""Choices of rules: what holds, what was changed, what it would cost, and what is saved."""

import pytest

from exchange.document import document_json, document_of
from models import Problem, RuleSetting, Strength, Text
from scheduler.audit import audit
from scheduler.rules import RULES, rule_cards
from store import LostUpdateError, Store
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable
from ui.ruling.choices import (
    Choice,
    changed_rules,
    choices_in,
    cost_words,
    difference_words,
    may_change,
    outlook,
    settings_of,
)
from ui.ruling.saving import save_choices

CARDS = rule_cards()
KEYS = [card.key for card in CARDS]


def _with(problem: Problem, *settings: RuleSetting) -> Problem:
    return changed(problem, settings=changed(problem.settings, rules=settings))


def test_what_holds_is_what_the_solver_takes() -> None:
    problem = _with(
        tiny_school(),
        RuleSetting(rule="own_teacher", weight=7),
        RuleSetting(rule="own_teacher", weight=9),
        RuleSetting(rule="slot_wishes", strength=Strength.OFF),
        RuleSetting(rule="person_clash", strength=Strength.OFF),  # may not be turned off
    )
    found = choices_in(problem, CARDS)
    for rule in RULES:
        assert found[rule.key].strength is rule.strength_in(problem)
        if found[rule.key].strength is Strength.PREFER:
            assert found[rule.key].weight == rule.weight_in(problem)


def test_the_weight_of_what_is_off_is_no_change() -> None:
    before = choices_in(tiny_school(), CARDS)
    off = {**before, "own_teacher": Choice(Strength.OFF, before["own_teacher"].weight)}
    assert changed_rules(before, off) == ["own_teacher"]
    assert not changed_rules(off, {**off, "own_teacher": Choice(Strength.OFF, 77)})


def test_the_default_is_written_as_nothing() -> None:
    choices = choices_in(tiny_school(), CARDS)
    assert settings_of(choices, ["own_teacher"], CARDS) == [RuleSetting(rule="own_teacher")]
    dear = {**choices, "own_teacher": Choice(Strength.PREFER, 7)}
    assert settings_of(dear, ["own_teacher"], CARDS) == [RuleSetting(rule="own_teacher", weight=7)]
    must = {**choices, "own_teacher": Choice(Strength.MUST, 7)}
    assert settings_of(must, ["own_teacher"], CARDS) == [RuleSetting(rule="own_teacher", strength=Strength.MUST)]


def test_the_outlook_is_what_the_audit_would_count() -> None:
    """Multiplying what was counted by a new weight is what a new audit would bring."""
    problem, table = tiny_school(), tiny_timetable(tiny_school())
    verdict = audit(problem, table)
    choices = choices_in(problem, CARDS)
    dear = {**choices, "instructor_days": Choice(Strength.PREFER, 20)}
    priced = audit(_with(problem, RuleSetting(rule="instructor_days", weight=20)), table)
    assert priced.cost != verdict.cost
    assert outlook(verdict, dear).zh == f"现在的课表代价由 {verdict.cost} 变为 {priced.cost}。"
    strict = {**choices, "instructor_days": Choice(Strength.MUST, 2)}
    broken = audit(_with(problem, RuleSetting(rule="instructor_days", strength=Strength.MUST)), table)
    units = sum(v.amount for v in broken.broken)
    assert units > 0
    assert f"违反必须 {units} 处" in outlook(verdict, strict).zh


def test_cost_in_words() -> None:
    verdict = audit(tiny_school(), tiny_timetable(tiny_school()))
    score = next(s for s in verdict.scores if s.rule == "instructor_days")
    amount = score.amount
    assert cost_words(score, Choice(Strength.PREFER, 5)).zh == f"{amount} × 5 = {amount * 5}"
    assert cost_words(score, Choice(Strength.MUST, 5)).zh == f"✕ 违反 {amount}"
    assert cost_words(None, Choice(Strength.PREFER, 5)).zh == "没有计"


def test_a_change_is_a_new_version_and_the_rest_stays(store: Store) -> None:
    problem = tiny_school()
    document = document_json(document_of(problem, CARDS))
    school = store.add_school("甲", "乙", document=document, problem=problem, who="沈", note=Text("测", "t"))
    version = store.version(school.id)
    before = choices_in(problem, CARDS)
    after = {**before, "own_teacher": Choice(Strength.PREFER, 7), "slot_wishes": Choice(Strength.OFF, 2)}
    saved = save_choices(store, school, version, before, after, CARDS, "李")
    assert saved.number == 2
    assert saved.problem is not None
    assert choices_in(saved.problem, CARDS) == after
    assert saved.problem.teachers == problem.teachers
    assert difference_words(before, after, CARDS).zh in saved.note.zh
    with pytest.raises(LostUpdateError):  # somebody else has the older version on the screen
        save_choices(store, school, version, before, after, CARDS, "王")


def test_some_rules_may_be_set_and_some_may_not() -> None:
    may = [card.key for card in CARDS if may_change(card)]
    assert "own_teacher" in may
    assert "person_clash" not in may
    assert set(may) < set(KEYS)
