"""Expansion is deterministic, strict about misspelt words, and shares the classes out as schools do."""

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import ValidationError

from models import Problem, Slot, fingerprint
from sample_inputs.description import WeekPlan
from sample_inputs.expand import KEYS, describe, expand, problem_of
from sample_inputs.reading import ends, numbers, slots
from sample_inputs.teaching import people_of

ROOT = Path(__file__).parents[2]


def test_nine_schools() -> None:
    assert sorted(KEYS) == sorted(path.stem for path in (ROOT / "sample_inputs" / "schools").glob("*.yaml"))


def test_another_process_with_another_hash_seed_makes_the_same_problems(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sample_inputs.build", "--json", str(tmp_path)]
    subprocess.run(command, check=True, cwd=ROOT, env={"PYTHONHASHSEED": "7"}, capture_output=True)
    for key in KEYS:
        there = Problem.model_validate_json((tmp_path / f"{key}.json").read_text(encoding="utf-8"))
        assert fingerprint(there) == fingerprint(expand(key))


def test_classes_are_shared_out_in_blocks_of_neighbours() -> None:
    problem = expand("yayao")
    maths = [c.teachers["数学"][0] for c in problem.classes]  # four teachers, numbered after eight of Chinese
    assert maths == ["教师09", "教师09", "教师10", "教师10", "教师11", "教师11", "教师12", "教师12"]
    chinese = [c.teachers["语文"][0] for c in problem.classes]
    assert chinese == [c.class_teacher for c in problem.classes] == [f"教师{n:02}" for n in range(1, 9)]
    assert ["英语" in c.teachers for c in problem.classes] == [False] * 4 + [True] * 4


def test_a_second_class_of_a_teacher_has_another_class_teacher() -> None:
    # Six teachers of Chinese for twelve classes: each is class teacher of the first of his two classes only.
    problem = expand("chuzhong")
    class_teachers = [c.class_teacher for c in problem.classes]
    assert [c.teachers["语文"][0] for c in problem.classes][:4] == ["教师01", "教师01", "教师02", "教师02"]
    assert class_teachers[0] == "教师01"
    assert class_teachers[1] != "教师01"
    assert class_teachers[2] == "教师02"


def test_a_misspelt_field_is_an_error() -> None:
    raw = describe("sanxing").model_dump()
    with pytest.raises(ValidationError, match="quota"):
        type(describe("sanxing")).model_validate({**raw, "quota": {}})


def test_people_and_slots_that_do_not_exist_are_errors() -> None:
    description = describe("sanxing")
    people = people_of(description)
    assert people.named("数学2-3、体育") == ("教师08", "教师09", "教师14")
    with pytest.raises(ValueError, match="数学5"):
        people.named("数学5")
    with pytest.raises(KeyError):
        people.named("物理1")
    with pytest.raises(ValueError, match="礼拜一"):
        slots(("礼拜一",), description.week)


def test_words_of_slots() -> None:
    plan = {"周一": ("homework", "club"), "周二": ("homework", "off")}
    week = WeekPlan.model_validate({"cycle": 2, "periods": ["15:40-16:30", "16:40-17:30"], "plan": plan})
    assert slots(("周一2",), week) == (Slot(1, 2), Slot(1, 2, 2))
    assert slots(("周一2双",), week) == (Slot(1, 2, 2),)
    assert slots(("周二",), week) == (Slot(2, 1), Slot(2, 1, 2))


def test_words_of_numbers() -> None:
    assert numbers("1-3,5") == (1, 2, 3, 5)
    assert numbers("") == ()
    assert ends("12-24") == (12, 24)
    assert ends("2") == (2, 2)


def test_a_changed_description_changes_the_problem() -> None:
    description = describe("sanxing")
    more = description.model_copy(update={"grades": {**description.grades, 1: (25,)}})
    assert fingerprint(problem_of(more)) != fingerprint(problem_of(description))
