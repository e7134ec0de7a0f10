"""What one hears while it is being explained: which part is being done, and what is known so far."""

import pytest

from models import Explanation, Status, Text
from scheduler.repair.explain import explain
from tests.builders import tiny_school
from tests.repair.plants import PLANTS


def test_counts_then_ways_out_and_each_find_is_told_at_once() -> None:
    said: list[Text] = []
    found: list[Explanation] = []
    told = explain(PLANTS["one room, one slot"].problem, seconds=20, on_step=said.append, on_found=found.append)
    assert [text.zh[:4] for text in said][:2] == ["正在清点", "正在找第"]
    assert said[-1].zh == "正在排最不坏的课表"
    assert [len(one.repairs) for one in found] == list(range(len(told.repairs) + 1))
    assert all(one.status is Status.IMPOSSIBLE and one.shortages == told.shortages for one in found)
    assert found[-1].repairs == told.repairs


@pytest.mark.parametrize("partial", [True, False])
def test_of_a_school_with_a_timetable_nothing_is_sought(partial: bool) -> None:
    said: list[str] = []
    found: list[Explanation] = []
    told = explain(
        tiny_school(), seconds=20, partial=partial, on_step=lambda text: said.append(text.en), on_found=found.append
    )
    assert told.status is Status.FEASIBLE
    assert said == ["counting rooms, skills, people and places", "every count comes out; trying to solve it"]
    assert found == []
