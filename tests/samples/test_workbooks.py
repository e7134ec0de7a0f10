"""The workbooks in the repository are a fresh build, and reading them gives the schools back."""

from pathlib import Path

import pytest

from exchange.normal import normal
from exchange.workbook_read import read_workbook
from models import Severity, fingerprint
from sample_inputs.build import HERE, write_workbooks
from sample_inputs.expand import KEYS, expand
from scheduler.rules import rule_cards


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("samples")
    write_workbooks(folder)
    return folder


@pytest.mark.parametrize("key", KEYS)
def test_the_workbook_is_a_fresh_build(key: str, fresh: Path) -> None:
    name = f"{key}.xlsx"
    assert (HERE / name).read_bytes() == (fresh / name).read_bytes(), "run python -m sample_inputs.build"


@pytest.mark.parametrize("key", KEYS)
def test_the_workbook_reads_back_as_the_school(key: str) -> None:
    cards = rule_cards()
    reading = read_workbook(HERE / f"{key}.xlsx", cards)
    assert [issue.text.zh for issue in reading.issues if issue.severity is Severity.ERROR] == []
    assert reading.problem is not None
    assert reading.problem == normal(expand(key), cards)
    assert fingerprint(reading.problem) == fingerprint(normal(expand(key), cards))


@pytest.mark.parametrize("key", KEYS)
def test_the_description_makes_the_very_problem_that_the_workbook_holds(key: str) -> None:
    # So that a fingerprint of the sample's problem and one of its workbook are the same.
    assert normal(expand(key), rule_cards()) == expand(key)
