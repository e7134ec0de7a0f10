"""排课 without a browser: start, result, more time, shortages, a search that was cut off."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models import Status, Text
from scheduler.solve import solve
from store import Job, JobState, SavedSchool, Store
from tests.builders import changed, tiny_school
from tests.ui.looking import keys, sound, until, words
from ui.solving.found import Found


def _screen() -> None:
    from ui import solve as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))


def _finished(store: Store, school: SavedSchool) -> Job:
    until(lambda: not store.jobs(school.id)[0].running)
    return store.jobs(school.id)[0]


def test_without_a_school_it_says_where_to_begin(screen: AppTest, store: Store) -> None:
    assert not store.schools()
    assert "还没有学校" in words(sound(screen.run()))


def test_with_mistakes_in_the_data_it_says_what_comes_first(screen: AppTest, store: Store) -> None:
    store.add_school("甲", "乙", document="", problem=None, who="沈", note=Text("测", "t"))
    assert "数据里还有错误" in words(sound(screen.run()))


def test_from_start_to_proved(screen: AppTest, store: Store, school: SavedSchool) -> None:
    """14 is the best that the tiny school can have."""
    sound(screen.run()).button(key="start").click()
    sound(screen.run())
    assert {"more", "stop"} <= keys(screen) or not store.jobs(school.id)[0].running
    _finished(store, school)
    said = words(sound(screen.run()))
    assert "已证最优：偏好代价 14，没有代价更低的课表。" in said
    assert "0 违反" in said
    assert "more" not in keys(screen)  # nothing is left to win
    assert len(store.timetables(school.id)) == 1


def test_a_second_start_is_refused_in_a_sentence(screen: AppTest, store: Store, school: SavedSchool) -> None:
    """A colleague has started between this page's being drawn and the click."""
    sound(screen.run())
    store.start_job(school.id, 1, "explain", "李")
    screen.button(key="start").click()
    said = words(sound(screen.run()))
    assert "李" in said
    assert "还没有结束" in said


def test_impossible_says_what_is_short(screen: AppTest, store: Store) -> None:
    problem = tiny_school()
    nobody = changed(problem, teachers=tuple(changed(t, leader=False) for t in problem.teachers))
    school = store.add_school("甲", "乙", document="", problem=nobody, who="沈", note=Text("测", "t"))
    sound(screen.run()).button(key="start").click()
    screen.run()
    _finished(store, school)
    said = words(sound(screen.run()))
    assert "排不出，已证明" in said
    assert "时间到" not in said
    assert "巡查" in said


def test_data_that_changed_since_are_pointed_out(screen: AppTest, store: Store, school: SavedSchool) -> None:
    sound(screen.run()).button(key="start").click()
    screen.run()
    _finished(store, school)
    more = changed(tiny_school(), rooms=tiny_school().rooms[:1] + tiny_school().rooms[1:])
    store.save_version(school.id, document="x", problem=more, who="李", note=Text("改", "c"), after=1)
    assert "数据在排课后改过" in words(sound(screen.run()))


def test_the_best_of_a_search_that_was_cut_off_can_be_saved(
    screen: AppTest, store: Store, school: SavedSchool, data_folder: Path
) -> None:
    """The process died an hour ago: its job gives no sign of life any more."""
    outcome = solve(tiny_school()).model_copy(update={"status": Status.FEASIBLE, "bound": 3.0})
    hour_ago = datetime.now(UTC) - timedelta(hours=1)
    past = Store.open(str(data_folder / "kehou.db"), clock=lambda: hour_ago)
    job = past.start_job(school.id, 1, "solve", "沈")
    past.keep_best(job.id, Found(near=None).with_better(outcome))
    past.close()
    said = words(sound(screen.run()))
    assert "中途被打断" in said
    screen.button(key="rescue").click()
    sound(screen.run())
    (head,) = store.timetables(school.id)
    assert head.cost == outcome.objective
    assert "rescue" not in keys(screen)
    assert store.job(job.id).state is JobState.INTERRUPTED
