"""What is written is what is read: problem → workbook → problem, for random schools and for a sensible one."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from exchange import validation
from exchange.json_files import read_problem, read_timetable, write_json
from exchange.normal import normal
from exchange.template import write_workbook
from exchange.workbook_read import read_workbook
from models import Language, Problem
from scheduler.rules import rule_cards
from tests.builders import tiny_school
from tests.exchange.problems import CARDS, problems
from tests.timetables import tiny_timetable

# A workbook takes a third of a second, so failing ones are shown as found: making them smaller takes minutes.
SLOW: dict[str, Any] = {
    "deadline": None,
    "suppress_health_check": list(HealthCheck),
    "phases": (Phase.explicit, Phase.reuse, Phase.generate),
}


@pytest.fixture
def without_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Random schools make no sense, and the checks of the whole problem would say so."""
    monkeypatch.setattr(validation, "problem_issues", lambda _: ())


@pytest.mark.usefixtures("without_checks")
@settings(max_examples=12, **SLOW)
@given(problem=problems(), language=st.sampled_from(["zh", "en"]))
def test_a_random_problem_comes_back(problem: Problem, language: Language, tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    write_workbook(problem, path, CARDS, language)
    reading = read_workbook(path, CARDS)
    assert [issue.text.zh for issue in reading.issues if issue.severity == "error"] == []
    assert reading.problem == normal(problem, CARDS)


@settings(max_examples=8, **SLOW)
@given(problem=problems())
def test_normal_is_normal(problem: Problem) -> None:
    once = normal(problem, CARDS)
    assert normal(once, CARDS) == once


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_sensible_school_comes_back_without_a_word(language: Language, tmp_path: Path) -> None:
    path = tmp_path / "school.xlsx"
    write_workbook(tiny_school(), path, rule_cards(), language)
    reading = read_workbook(path, rule_cards())
    assert reading.issues == ()
    assert reading.problem == normal(tiny_school(), rule_cards())


def test_the_same_problem_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tiny_school(), tmp_path / name, CARDS)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_json_comes_back(tmp_path: Path) -> None:
    write_json(tiny_school(), tmp_path / "school.json")
    assert read_problem(tmp_path / "school.json").problem == tiny_school()
    write_json(tiny_timetable(tiny_school()), tmp_path / "timetable.json")
    assert read_timetable(tmp_path / "timetable.json").timetable == tiny_timetable(tiny_school())
