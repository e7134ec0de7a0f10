"""Scenarios and what solving them brought."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from models import Outcome, RoomClosed, Scenario, Status
from store import (
    GoneError,
    LostUpdateError,
    NotFoundError,
    SavedSchool,
    ScenarioInUseError,
    Store,
    UnreadableError,
)
from store.tables import ScenarioResultRow, ScenarioRow
from tests.builders import changed

FEWER = Scenario(name="少一间", changes=(RoomClosed(room="舞蹈房"),), note="舞蹈房漏水")
FEWER_STILL = Scenario(name="再少一间", base="少一间", changes=(RoomClosed(room="音乐教室"),))
IMPOSSIBLE = Outcome(status=Status.IMPOSSIBLE, seconds=2.0)


def test_a_scenario_comes_back_as_it_was(store: Store, school: SavedSchool) -> None:
    saved = store.save_scenario(school.id, FEWER, who="王主任", after=0)
    assert (saved.scenario, saved.number, saved.who) == (FEWER, 1, "王主任")
    assert saved.when == datetime(2026, 9, 1, 7, 0, tzinfo=UTC)
    other = store.save_scenario(school.id, FEWER_STILL, who="王主任", after=0)
    assert store.scenarios(school.id) == tuple(sorted((saved, other), key=lambda s: s.scenario.name))


def test_saving_again_counts_on_and_a_lost_update_is_refused(store: Store, school: SavedSchool) -> None:
    store.save_scenario(school.id, FEWER, who="王", after=0)
    theirs = store.save_scenario(school.id, changed(FEWER, note="修好了"), who="李老师", after=1)
    assert theirs.number == 2
    for mine in (1, 0):  # edited before theirs; or made anew under a name that is taken
        with pytest.raises(LostUpdateError) as refused:
            store.save_scenario(school.id, FEWER, who="王", after=mine)
        assert (refused.value.theirs, refused.value.yours) == (theirs, mine)
        assert refused.value.text.zh.startswith("您改的是第 1 版" if mine else "您要新存一份")
    assert [s.scenario.note for s in store.scenarios(school.id)] == ["修好了"]


def test_a_scenario_that_others_stand_on_stays(store: Store, school: SavedSchool) -> None:
    store.save_scenario(school.id, FEWER, who="王", after=0)
    store.save_scenario(school.id, FEWER_STILL, who="王", after=0)
    with pytest.raises(ScenarioInUseError, match="再少一间") as refused:
        store.remove_scenario(school.id, "少一间")
    assert refused.value.users == ("再少一间",)
    assert store.remove_scenario(school.id, "再少一间").scenario == FEWER_STILL
    assert store.remove_scenario(school.id, "少一间").scenario == FEWER
    assert store.scenarios(school.id) == ()


def test_editing_what_was_removed_in_the_meantime_is_refused(store: Store, school: SavedSchool) -> None:
    store.save_scenario(school.id, FEWER, who="王", after=0)
    store.remove_scenario(school.id, FEWER.name)
    with pytest.raises(GoneError, match="少一间"):
        store.save_scenario(school.id, FEWER, who="李", after=1)
    with pytest.raises(NotFoundError, match="少一间"):
        store.remove_scenario(school.id, FEWER.name)
    assert store.save_scenario(school.id, FEWER, who="李", after=0).number == 1


def test_the_newest_result_is_kept_and_goes_with_its_scenario(store: Store, school: SavedSchool) -> None:
    store.save_scenario(school.id, FEWER, who="王", after=0)
    store.save_scenario_result(school.id, FEWER.name, IMPOSSIBLE, number=1, version=1)
    late = Outcome(status=Status.OUT_OF_TIME, seconds=9)
    store.save_scenario_result(school.id, FEWER.name, late, number=1, version=1)
    store.save_scenario(school.id, changed(FEWER, note="修好了"), who="王", after=1)
    (result,) = store.scenario_results(school.id)
    assert (result.outcome, result.scenario, result.number, result.version) == (late, FEWER.name, 1, 1)
    assert store.scenarios(school.id)[0].number == 2  # the result's number is behind: it is out of date
    store.remove_scenario(school.id, FEWER.name)
    assert store.scenario_results(school.id) == ()
    with pytest.raises(NotFoundError):
        store.save_scenario_result(school.id, FEWER.name, late, number=2, version=1)


def test_a_scenario_of_another_release_is_a_sentence(store: Store, school: SavedSchool) -> None:
    store.save_scenario(school.id, FEWER, who="王", after=0)
    store.save_scenario_result(school.id, FEWER.name, IMPOSSIBLE, number=1, version=1)
    store._write(lambda session: session.execute(update(ScenarioResultRow).values(outcome="{}")))
    with pytest.raises(UnreadableError, match="少一间"):
        store.scenario_results(school.id)
    store._write(lambda session: session.execute(update(ScenarioRow).values(content='{"name":"x","later":1}')))
    with pytest.raises(UnreadableError, match="少一间"):
        store.scenarios(school.id)
