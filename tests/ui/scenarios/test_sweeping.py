"""The work of a sweep: answers as they come, stopped, gone on with, and what is said of them."""

from pathlib import Path

import pytest

from models import ClubDropped, RepairPrices, Status, Sweep, SweepCase, SweepKind, SweepRow, Text, fingerprint
from store import Job, JobState, Store
from tests.builders import tiny_school
from tests.ui.looking import until
from ui import jobs
from ui.scenarios.sweeping import SWEEP, blank, same, sweep_it
from ui.scenarios.sweeps import summary
from ui.scenarios.work import Order


@pytest.fixture
def order(store: Store, data_folder: Path) -> Order:
    assert data_folder.exists()
    problem = tiny_school()
    school = store.add_school("甲", "乙", document="", problem=problem, who="沈", note=Text("测", "t"))
    return Order(school.id, 1, "沈", problem, fingerprint(problem))


def _ended(store: Store, job: str) -> JobState:
    until(lambda: not _job(store, job).running)
    return _job(store, job).state


def _job(store: Store, job: str) -> Job:
    return next(j for j in _all(store) if j.id == job)


def _all(store: Store) -> tuple[Job, ...]:
    (school,) = store.schools()
    return store.jobs(school.id)


def test_every_instructor_is_asked_about_and_nothing_twice(store: Store, order: Order) -> None:
    job = sweep_it(store, order, SweepKind.INSTRUCTORS, None, RepairPrices(), None)
    assert _ended(store, job.id) is JobState.DONE
    found = store.best(job.id, Sweep)
    assert found is not None
    assert found.complete
    assert [row.case.key for row in found.rows] == ["as_it_is", "person:孙教练"]
    assert found.rows[0].cost == 14  # the best that the tiny school can have
    again = sweep_it(store, order, SweepKind.INSTRUCTORS, None, RepairPrices(), found)
    assert _ended(store, again.id) is JobState.DONE
    second = store.best(again.id, Sweep)
    assert second == found  # with the seconds that the first answers took: none was asked again


def test_a_stopped_sweep_keeps_its_answers(store: Store, order: Order) -> None:
    job = sweep_it(store, order, SweepKind.TEACHERS, None, RepairPrices(), None)
    assert job.kind == SWEEP
    jobs.stop(store, job.id)
    assert _ended(store, job.id) is JobState.STOPPED
    found = store.best(job.id, Sweep)
    assert found is not None
    assert not found.complete


def test_another_school_or_kind_is_another_sweep(order: Order) -> None:
    one = blank(order, SweepKind.ROOMS, None)
    row = SweepRow(case=SweepCase(key="a", title=Text("甲", "a")), status=Status.OPTIMAL, seconds=0)
    assert same(one, one.model_copy(update={"rows": (row,), "complete": True}))
    assert not same(one, blank(order, SweepKind.RULES, None))


def test_the_summary_counts_each_ending_once() -> None:
    change = ClubDropped(club="足球")
    case = SweepCase(key="a", title=Text("甲", "a"), changes=(change,))
    endings = (
        SweepRow(case=SweepCase(key="b", title=Text("现状", "as it is")), status=Status.OPTIMAL, seconds=0),
        SweepRow(case=case, status=Status.OPTIMAL, seconds=0),
        SweepRow(case=case, status=Status.FEASIBLE, gave_way=(change,), seconds=0),
        SweepRow(case=case, status=Status.IMPOSSIBLE, seconds=0),
        SweepRow(case=case, status=Status.OUT_OF_TIME, seconds=0),
    )
    said = summary(endings).zh
    assert said == "4 种情形：1 种不丢社团，1 种要停开或少开社团，1 种停了社团也排不出，1 种没算完。"
