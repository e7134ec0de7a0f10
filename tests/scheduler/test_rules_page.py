"""The rules page is what the rules say."""

from pathlib import Path

import pytest

import scheduler.rules
from scheduler.rule import Rule
from scheduler.rules import RULES
from scheduler.rules_page import COMMAND, rules_document, rules_page

PAGE = Path(scheduler.rules.__file__).parents[2] / "docs" / "rules.md"


def test_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == rules_document(), f"docs/rules.md is out of date; run: {COMMAND}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_each_rule_has_one_row_in_each_language(rule: Rule) -> None:
    for page, texts in (
        (rules_page("zh"), (rule.title.zh, rule.sentence.zh)),
        (rules_page("en"), (rule.title.en, rule.sentence.en)),
    ):
        (row,) = (line for line in page.splitlines() if f"`{rule.key}`" in line)
        assert all(f"| {text} |" in row for text in texts)


def test_rows_have_as_many_cells_as_the_head() -> None:
    for language in ("zh", "en"):
        for table in rules_page(language).split("\n\n"):
            rows = [line.count("|") for line in table.splitlines() if line.startswith("|")]
            assert len(set(rows)) <= 1
