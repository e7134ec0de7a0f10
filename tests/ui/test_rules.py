"""规则 without a browser: what holds, what a change would mean, and that it becomes a version."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models import Strength, Text
from scheduler.audit import audit
from store import SavedSchool, Store
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from tests.ui.looking import keys, sound, words


def _screen() -> None:
    from ui import rules as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))


def test_each_rule_is_there_in_a_sentence(screen: AppTest, school: SavedSchool) -> None:
    from scheduler.rules import RULES

    said = words(sound(screen.run()))
    assert school.name
    for rule in RULES:
        assert rule.sentence.zh in said


def test_with_a_timetable_it_says_what_each_costs(screen: AppTest, store: Store, school: SavedSchool) -> None:
    table = tiny_timetable(tiny_school())
    verdict = audit(tiny_school(), table)
    store.save_timetable(school.id, table, version=1, who="沈", note=Text("测", "t"), verdict=verdict)
    said = words(sound(screen.run()))
    for score in verdict.scores:
        if score.cost:
            assert f"{score.amount} × {score.weight} = {score.cost}" in said


def test_a_change_waits_for_a_button_and_then_is_a_version(screen: AppTest, store: Store, school: SavedSchool) -> None:
    sound(screen.run())
    assert "save-rules" not in keys(screen)
    number = next(n for n in screen.number_input if (n.key or "").startswith("weight-own_teacher-"))
    number.set_value(7)
    sound(screen.run())
    assert "本班教师辅导：尽量，权重 3 → 尽量，权重 7" in words(screen)
    assert store.school(school.id).newest == 1
    screen.button(key="save-rules").click()
    sound(screen.run())
    version = store.version(school.id)
    assert version.number == 2
    assert version.problem is not None
    found = {s.rule: s for s in version.problem.settings.rules}
    assert found["own_teacher"].weight == 7
    assert "已存为第 2 版" in words(screen)
    assert "save-rules" not in keys(screen)


def test_a_change_can_be_taken_back(screen: AppTest, store: Store, school: SavedSchool) -> None:
    sound(screen.run())
    choice = next(g for g in screen.button_group if (g.key or "").startswith("strength-own_teacher-"))
    choice.set_value(Strength.OFF)
    sound(screen.run())
    assert "undo-rules" in keys(screen)
    screen.button(key="undo-rules").click()
    sound(screen.run())
    assert "save-rules" not in keys(screen)
    assert store.school(school.id).newest == 1


def test_somebody_else_was_faster(screen: AppTest, store: Store, school: SavedSchool) -> None:
    """The other's version is not overwritten; the page says so and goes on with it."""
    sound(screen.run())
    number = next(n for n in screen.number_input if (n.key or "").startswith("weight-own_teacher-"))
    number.set_value(7)
    sound(screen.run())
    store.save_version(school.id, document="", problem=tiny_school(), who="李", note=Text("改", "c"), after=1)
    screen.button(key="save-rules").click()
    sound(screen.run())
    assert store.school(school.id).newest == 2
