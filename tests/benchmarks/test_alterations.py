"""The measuring of looks at single sessions runs, and its wishes are what it says they are."""

from itertools import islice
from random import Random

import pytest

from benchmarks import alterations
from benchmarks.schools import planted
from scheduler.alter.effect import what_breaks


def test_one_line_for_each_look(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(alterations, "REPEATS", 2)
    alterations.main(["--sizes", "6"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2 + 7
    assert all(line.startswith("| 6 | ") for line in lines[2:])


def test_wishes_are_for_people_who_are_able() -> None:
    """They may be busy or have enough already; skill, subject and absence never stand against them."""
    problem, timetable = planted(6, 1, "usual")
    for move in islice(alterations.wishes(problem, timetable, Random(1)), 15):
        broken = {v.rule for v in what_breaks(problem, timetable, move).broken if move.by in v.people}
        assert not broken & {"skill_fits", "tutor_fits", "person_available", "accompanied"}
