"""Erased for good: nothing of a school is left in any table, nor in the file; others keep everything."""

from pathlib import Path

import pytest
from sqlalchemy import select

from models import Outcome, Problem, Scenario, Status
from store import (
    Erasure,
    JobRunningError,
    JobState,
    Mark,
    NotFoundError,
    SavedSchool,
    StillListedError,
    Store,
)
from store.access_tables import OF_THIS_INSTALLATION
from store.tables import Row
from tests.cover.terms import MON, ill, log_of, tiny_term
from tests.store.words import DONE, EDITED, FIRST, READY
from tests.timetables import tiny_timetable

_, TERM = tiny_term()


def fill(store: Store, school: SavedSchool, problem: Problem) -> None:
    """Something in every table that knows schools."""
    table = tiny_timetable(problem)
    first = store.save_timetable(school.id, table, version=1, who="王", note=DONE)
    store.save_timetable(school.id, table, version=1, who="王", note=DONE, parent=first.id)
    store.publish(first.id, who="王", note=READY)
    store.save_term_log(first.id, log_of(TERM, ill("李1", MON)), who="王", after=0)
    scenario = Scenario(name="少一间", changes=())
    store.save_scenario(school.id, scenario, who="王", after=0)
    outcome = Outcome(status=Status.IMPOSSIBLE, seconds=1)
    store.save_scenario_result(school.id, "少一间", outcome, number=1, version=1)
    store.save_settings(school.id, "prices", 1, who="王", after=0)
    job = store.start_job(school.id, 1, "solve", "王")
    store.beat(job.id, Mark(1.0, 5, 3.0))
    store.end_job(job.id, JobState.DONE, DONE)


def rows(store: Store) -> dict[str, int]:
    """Table → how many rows."""
    with store._reading() as session:
        tables = [t for t in Row.metadata.sorted_tables if t.name not in OF_THIS_INSTALLATION]
        return {table.name: len(session.execute(select(table)).all()) for table in tables}


def test_a_school_goes_with_everything_and_another_keeps_everything(
    store: Store, school: SavedSchool, problem: Problem
) -> None:
    fill(store, school, problem)
    alone = rows(store)
    assert all(alone.values())  # each table holds something of it
    other = store.add_school("乙校", "2026秋", document="{}", problem=problem, who="李", note=FIRST)
    fill(store, other, problem)
    with pytest.raises(StillListedError, match="先移出列表"):
        store.erase_school(school.id)
    store.remove_school(school.id, who="王")
    assert store.held(school.id) == Erasure(versions=1, timetables=2, scenarios=1)
    assert store.erase_school(school.id) == Erasure(versions=1, timetables=2, scenarios=1)
    assert rows(store) == alone  # of the other
    with pytest.raises(NotFoundError):
        store.school(school.id)
    assert store.schools() == (store.school(other.id),)
    with pytest.raises(NotFoundError):
        store.erase_school(school.id)


def test_nothing_of_it_is_left_in_the_file(store: Store, school: SavedSchool, tmp_path: Path) -> None:
    if store._file is None:
        pytest.skip("PostgreSQL's own files are its administrator's")
    name = "张三丰的学校"
    secret = store.add_school(name, "2026秋", document="{}", problem=None, who="张三丰", note=FIRST)
    files = list((tmp_path / "data").glob("kehou.db*"))
    assert any(name.encode() in file.read_bytes() for file in files)
    store.remove_school(secret.id, who="张三丰")
    store.erase_school(secret.id)
    assert not any("张三丰".encode() in file.read_bytes() for file in files if file.exists())
    assert store.schools() == (school,)


def test_while_something_is_at_work_nothing_is_erased(store: Store, school: SavedSchool, problem: Problem) -> None:
    store.start_job(school.id, 1, "solve", "王")
    store.remove_school(school.id, who="王")
    for erase in (store.erase_school, store.erase_history):
        with pytest.raises(JobRunningError):
            erase(school.id)
    assert store.version(school.id).problem == problem


def test_old_versions_go_but_for_the_newest_and_those_of_timetables(
    store: Store, school: SavedSchool, problem: Problem
) -> None:
    store.save_version(school.id, document="2", problem=problem, who="王", note=EDITED, after=1)
    fill_job = store.start_job(school.id, 1, "solve", "王")  # a job on version 1, which goes with it
    store.end_job(fill_job.id, JobState.DONE, DONE)
    kept = store.save_timetable(school.id, tiny_timetable(problem), version=2, who="王", note=DONE)
    for number in (3, 4):
        store.save_version(school.id, document=str(number), problem=None, who="王", note=EDITED, after=number - 1)
    assert store.erase_history(school.id) == Erasure(versions=2)
    assert [head.number for head in store.versions(school.id)] == [4, 2]
    assert store.timetable(kept.id) == kept
    assert store.jobs(school.id) == ()
    assert store.erase_history(school.id) == Erasure(versions=0)
    saved = store.save_version(school.id, document="5", problem=problem, who="王", note=EDITED, after=4)
    assert saved.number == 5  # numbers are not given twice
