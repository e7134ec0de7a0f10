"""缺口与方案 without a browser: why, ways out that are tried, scenarios, re-planning, into the data."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models import ClubDropped, PersonAway, Scenario, Text, fingerprint
from scheduler.solve import solve
from store import SavedSchool, Store
from tests.builders import MON_1, changed, tiny_school
from tests.repair.plants import PLANTS
from tests.ui.looking import keys, sound, until, words
from ui.scenarios.prices import KEY


def _screen() -> None:
    from ui import shortages as screen

    screen.page()


@pytest.fixture
def screen(data_folder: Path) -> AppTest:  # noqa: ARG001  the app reads it from the environment
    return AppTest.from_function(_screen, default_timeout=60)


@pytest.fixture
def school(store: Store) -> SavedSchool:
    return store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=Text("测", "t"))


def _press(screen: AppTest, store: Store, school: SavedSchool, key: str) -> str:
    """Press a button that starts a work, wait for its end; what is written then."""
    screen.button(key=key).click()
    sound(screen.run())
    until(lambda: not store.jobs(school.id)[0].running)
    return words(sound(screen.run()))


def test_without_a_school_it_says_where_to_begin(screen: AppTest, store: Store) -> None:
    assert not store.schools()
    assert "还没有学校" in words(sound(screen.run()))


def test_impossible_then_a_way_out_is_tried_and_solved(screen: AppTest, store: Store) -> None:
    problem = PLANTS["one room, one slot"].problem
    school = store.add_school("甲", "乙", document="", problem=problem, who="沈", note=Text("测", "t"))
    sound(screen.run())
    assert "solve-scenario" not in keys(screen)  # for the school itself there is 排课
    said = _press(screen, store, school, "explain")
    assert "排不出，已证明。数出" in said
    assert "时间到" not in said
    assert "篮球" in said
    assert "缺 1" in said
    before = fingerprint(problem)
    screen.button(key="try-0").click()
    said = words(sound(screen.run()))
    (saved,) = store.scenarios(school.id)
    assert saved.scenario.changes
    assert saved.scenario.base is None
    assert "现状加上" in said
    assert store.school(school.id).newest == 1  # trying changes nothing else
    said = _press(screen, store, school, "solve-scenario")
    assert "已证最优" in said
    assert "方案对比" in said
    (result,) = store.scenario_results(school.id)
    assert result.outcome.timetable is not None
    screen.button(key="take-solved").click()
    sound(screen.run())
    newest = store.version(school.id, 2)
    assert newest.problem is not None
    assert fingerprint(newest.problem) not in (before, None)
    (head,) = store.timetables(school.id)
    assert (head.version, head.broken, head.fingerprint) == (2, 0, newest.fingerprint)


def test_a_school_that_has_a_timetable_hears_what_is_tightest(
    screen: AppTest, store: Store, school: SavedSchool
) -> None:
    sound(screen.run())
    said = _press(screen, store, school, "explain")
    assert "排得出" in said
    assert "最紧的几处" in said
    screen.session_state["language"] = "en"
    assert "The tightest counts" in words(sound(screen.run()))


def test_a_scenario_is_made_by_hand_copied_and_removed(screen: AppTest, store: Store, school: SavedSchool) -> None:
    sound(screen.run()).button(key="scenario-new").click()
    sound(screen.run()).selectbox(key="scenario-kind-0").select("club_dropped")
    sound(screen.run()).selectbox(key="scenario-thing-0-club_dropped").select("足球")
    screen.button(key="scenario-add").click()
    sound(screen.run()).text_input(key="scenario-name").input("不开足球")
    screen.button(key="scenario-save").click()
    said = words(sound(screen.run()))
    (saved,) = store.scenarios(school.id)
    assert saved.scenario == Scenario(name="不开足球", changes=(ClubDropped(club="足球"),))
    assert "足球" in said
    screen.button(key="scenario-copy").click()
    sound(screen.run()).button(key="scenario-save").click()
    sound(screen.run())
    assert [one.scenario.name for one in store.scenarios(school.id)] == ["不开足球", "不开足球 2"]
    screen.button(key="scenario-remove").click()
    sound(screen.run())
    assert [one.scenario.name for one in store.scenarios(school.id)] == ["不开足球"]


def test_what_is_wrong_with_a_change_is_said_at_once(screen: AppTest, school: SavedSchool) -> None:
    assert school.newest == 1
    sound(screen.run()).button(key="scenario-new").click()
    sound(screen.run()).selectbox(key="scenario-kind-0").select("club_changed")
    sound(screen.run()).button(key="scenario-add").click()
    assert "没有写要改什么" in words(sound(screen.run()))


def test_near_the_timetable_in_use_and_into_the_data(screen: AppTest, store: Store, school: SavedSchool) -> None:
    """周校长 cannot be on patrol on Monday: he and whoever stands in must be told."""
    outcome = solve(tiny_school())
    store.save_timetable(school.id, outcome, version=1, who="沈", note=Text("测", "t"))
    scenario = Scenario(name="周校长出差", changes=(PersonAway(person="周校长", slots=(MON_1,)),))
    store.save_scenario(school.id, scenario, who="沈", after=0)
    screen.query_params["scenario"] = "周校长出差"
    sound(screen.run())
    said = _press(screen, store, school, "near")
    assert "已证明不能更少" in said
    assert "需告知（人）" in said
    screen.button(key="take-near").click()
    sound(screen.run())
    assert store.school(school.id).newest == 2
    assert [head.version for head in store.timetables(school.id)] == [2, 1]


def test_a_scenario_that_no_longer_fits_says_so(screen: AppTest, store: Store, school: SavedSchool) -> None:
    scenario = Scenario(name="旧的", changes=(ClubDropped(club="早没了"),))
    store.save_scenario(school.id, scenario, who="沈", after=0)
    screen.query_params["scenario"] = "旧的"
    said = words(sound(screen.run()))
    assert "早没了" in said
    assert "explain" not in keys(screen)


def test_a_second_work_is_refused_in_a_sentence(screen: AppTest, store: Store, school: SavedSchool) -> None:
    sound(screen.run())
    store.start_job(school.id, 1, "solve", "李")
    screen.button(key="explain").click()
    said = words(sound(screen.run()))
    assert "李" in said
    assert "正在排课" in said


def test_prices_of_the_school_rank_the_ways_out(screen: AppTest, store: Store) -> None:
    problem = PLANTS["one room, one slot"].problem
    school = store.add_school("甲", "乙", document="", problem=problem, who="沈", note=Text("测", "t"))
    sound(screen.run())
    _press(screen, store, school, "explain")
    store.save_settings(school.id, KEY, {"open_room": 77}, who="沈", after=0)
    assert "单价改过了" in words(sound(screen.run()))


def test_answers_do_not_outlive_the_data_of_which_they_were_asked(
    screen: AppTest, store: Store, school: SavedSchool
) -> None:
    sound(screen.run())
    assert "排得出" in _press(screen, store, school, "explain")
    more = changed(tiny_school(), clubs=tiny_school().clubs[1:])
    store.save_version(school.id, document="x", problem=more, who="李", note=Text("改", "c"), after=1)
    assert "排得出" not in words(sound(screen.run()))
