"""docs/policy.md is what the items say, and every item has its check."""

from pathlib import Path

import scheduler.policy
from models import POLICY_ITEMS
from scheduler.policy import POLICY
from scheduler.policy_page import COMMAND, policy_document, policy_page

PAGE = Path(scheduler.policy.__file__).parents[2] / "docs" / "policy.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == policy_document(), f"docs/policy.md is out of date; run: {COMMAND}"


def test_every_item_has_one_check_in_the_order_of_the_list_and_one_row_in_each_language() -> None:
    assert [check.key for check in POLICY] == [item.key for item in POLICY_ITEMS]
    for item in POLICY_ITEMS:
        assert item.key in {path.stem for path in Path(scheduler.policy.__file__).parent.glob("*.py")}
        for page, words in ((policy_page("zh"), item.sentence.zh), (policy_page("en"), item.sentence.en)):
            (row,) = (line for line in page.splitlines() if f"`{item.key}`" in line)
            assert f"| {words} |" in row
            assert row.count("|") == 7  # six cells


def test_only_the_document_that_is_known_is_named() -> None:
    # A number that we do not know must not be invented: there is exactly one in our list of facts.
    numbers = {item.source.zh.partition("（")[0] for item in POLICY_ITEMS if "〔" in item.source.zh}
    assert numbers == {"教基厅函〔2023〕26号"}
