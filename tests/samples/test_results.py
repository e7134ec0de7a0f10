"""The table of results stands between its marks, and only there is the README changed."""

import pytest

from models import Outcome, Status
from sample_inputs.expand import KEYS, expand
from sample_inputs.marked import README
from sample_inputs.results import BEGIN, END, replaced, row


def test_a_row_says_what_came_out() -> None:
    # (31 - 30) / 31 = 3.2 %; sanxing has 6 classes, 159 pupils, 15 teachers, 6 clubs of one group each.
    outcome = Outcome(status=Status.FEASIBLE, objective=31, bound=30, seconds=60.04, first_seconds=0.31)
    found = row("sanxing", expand("sanxing"), outcome)
    expected = "| `sanxing` | 6 | 159 | 15 | 6 (6) | 可行，未证最优 feasible | 31 | 30 | 3.2% | 0.3 s | 60.0 s |"
    assert found == expected


def test_no_timetable_has_no_figures() -> None:
    found = row("sanxing", expand("sanxing"), Outcome(status=Status.OUT_OF_TIME, seconds=60))
    assert found.endswith("| 时间到，未排出 out of time | – | – | – | – | 60.0 s |")


def test_only_the_block_is_replaced() -> None:
    text = f"before {BEGIN} old {END} after"
    once = replaced(text, ["| a |"], 60)
    assert once.startswith(f"before {BEGIN}\n")
    assert once.endswith(f"| a |\n{END} after")
    assert replaced(once, ["| a |"], 60) == once
    with pytest.raises(ValueError, match="results"):
        replaced("no marks", [], 60)


def test_the_readme_has_the_block_and_every_school() -> None:
    text = README.read_text(encoding="utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    for key in KEYS:
        assert f"### `{key}` {expand(key).school}" in text  # Chinese part
        assert f"\n| `{key}` | " in text.partition("## English")[2]
