"""What is said of the sample schools is what their workbooks hold."""

import pytest

from scheduler.rules import rule_cards
from tests.ui.server import ROOT
from ui.samples import SAMPLES, Sample
from ui.saved.beginning import incoming


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.key)
def test_the_counts_are_those_of_the_workbook(sample: Sample) -> None:
    read = incoming(sample.path.read_bytes(), sample.path.name, rule_cards())
    assert read.problem is not None
    assert not read.errors
    problem = read.problem
    assert (len(problem.classes), len(problem.teachers), len(problem.clubs)) == (
        sample.classes,
        sample.teachers,
        sample.clubs,
    )
    assert (read.school, read.term) == (problem.school, problem.term.name)


def test_every_sample_is_offered() -> None:
    made = {path.stem for path in (ROOT / "sample_inputs" / "schools").glob("*.yaml")}
    assert {sample.key for sample in SAMPLES} == made
