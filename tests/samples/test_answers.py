"""What `jisu` asks stands answered in the README: every scenario once, possible where it is possible."""

import pytest

from models import Explanation, Scenario, Status, WhatIf
from sample_inputs.answers import asked, impossible, possible, school_of
from sample_inputs.expand import expand
from sample_inputs.marked import README, between_marks, marks
from scheduler.precheck import precheck

LINES = README.read_text(encoding="utf-8").split(marks("answers")[0])[1].split(marks("answers")[1])[0].splitlines()
ANSWERS = {cells[1].strip(): cells[2].strip() for line in LINES if len(cells := line.split("|")) == 5}


@pytest.mark.parametrize(("scenario", "others"), list(asked()), ids=lambda value: getattr(value, "name", ""))
def test_each_scenario_is_answered_as_the_counts_say(scenario: Scenario, others: dict[str, Scenario]) -> None:
    answer = ANSWERS[scenario.name]
    if precheck(school_of(expand("jisu"), scenario, others)):
        assert answer.startswith("排不出，已证明")
    else:
        assert answer.startswith(("排得出，要告知", "排不出，已证明"))


def test_no_answer_to_what_nobody_asks() -> None:
    assert ANSWERS.keys() - {"方案 scenario", "---"} == {scenario.name for scenario, _ in asked()}


def test_lines_say_what_was_found() -> None:
    scenario = Scenario(name="试")
    near = WhatIf(status=Status.OPTIMAL, told=3, told_bound=3, seconds=1)
    assert "要告知 3 人，已证不能更少" in possible(scenario, near, 7)
    assert "没有找到补救办法" in impossible(scenario, Explanation(status=Status.IMPOSSIBLE, seconds=1))


def test_only_between_the_marks() -> None:
    first, last = marks("x")
    assert between_marks(f"a{first}old{last}b", "x", "new") == f"a{first}\nnew\n{last}b"
    with pytest.raises(ValueError, match="x:begin"):
        between_marks("a", "x", "new")
