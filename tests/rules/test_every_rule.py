"""Every rule is written down in full, has its own file of broken timetables, and is content with the good one."""

from pathlib import Path

import pytest

from models import Strength
from scheduler.rule import Preference, Rule
from scheduler.rules import RULES, rule_cards
from tests.builders import tiny_school
from tests.timetables import amount, tiny_timetable

HERE = Path(__file__).parent
# 孙教练 has 4 duties at 150 yuan, rounded up to 2 hundred each, on 3 days; nothing else is short of the best.
OF_THE_GOOD_ONE = {"instructor_cost": 8, "instructor_days": 3}

every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)


@every_rule
def test_has_hand_judged_timetables(rule: Rule) -> None:
    text = (HERE / f"test_{rule.key}.py").read_text(encoding="utf-8")
    assert f'KEY = "{rule.key}"' in text
    assert text.count("\ndef test_") >= 2


@every_rule
def test_counts_what_the_good_timetable_costs(rule: Rule) -> None:
    school = tiny_school()
    assert amount(rule.key, school, tiny_timetable(school)) == OF_THE_GOOD_ONE.get(rule.key, 0)


@every_rule
def test_is_described_in_both_languages(rule: Rule) -> None:
    texts = [rule.title, rule.sentence, *([rule.unit] if rule.unit is not None else [])]
    assert all(max(text.zh) >= "一" and text.en.isascii() and text.en for text in texts)


@every_rule
def test_stands_in_the_file_of_its_key(rule: Rule) -> None:
    assert type(rule).__module__ == f"scheduler.rules.{rule.key}"


@every_rule
def test_preferences_have_price_unit_and_choice(rule: Rule) -> None:
    card = rule.card()
    if isinstance(rule, Preference):
        assert card.weight > 0
        assert card.unit is not None
        assert set(card.choices) == set(Strength)
    else:
        assert (card.weight, card.unit, card.choices) == (0, None, (Strength.MUST,))


def test_all_files_are_in_the_table_of_contents() -> None:
    folder = HERE.parent.parent / "scheduler" / "rules"
    assert {p.stem for p in folder.glob("*.py")} - {"__init__"} == {rule.key for rule in RULES}
    assert [card.key for card in rule_cards()] == [rule.key for rule in RULES]
