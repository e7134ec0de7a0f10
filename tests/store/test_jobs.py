"""Jobs: one for a school, signs of life, the best so far, and how they end."""

import pytest
from sqlalchemy import update

from models import Outcome, Problem, Status
from store import (
    FRESH,
    Job,
    JobId,
    JobRunningError,
    JobState,
    Mark,
    NotFoundError,
    SavedSchool,
    Store,
    UnreadableError,
)
from store.tables import JobRow
from tests.store.clock import Clock
from tests.store.words import DONE, FIRST
from tests.timetables import tiny_timetable

LATER = FRESH.total_seconds() + 1


@pytest.fixture
def job(store: Store, school: SavedSchool) -> Job:
    """A running job."""
    return store.start_job(school.id, 1, "solve", "王主任")


def test_a_job_runs_until_it_ends(store: Store, school: SavedSchool, job: Job, clock: Clock) -> None:
    assert (job.number, job.version, job.kind, job.who, job.state) == (1, 1, "solve", "王主任", JobState.RUNNING)
    assert (job.started, job.mark, job.has_best, job.sentence, job.ended) == (clock.now, None, False, None, None)
    assert job.running
    assert not job.must_stop
    clock.pass_by(5)
    ended = store.end_job(job.id, JobState.DONE, DONE)
    assert (ended.state, ended.ended, ended.sentence, ended.running) == (JobState.DONE, clock.now, DONE, False)
    assert store.job(job.id) == ended
    assert store.jobs(school.id) == (ended,)
    assert store.start_job(school.id, 1, "solve", "李").number == 2


def test_a_second_job_is_refused_while_one_gives_signs_of_life(
    store: Store, school: SavedSchool, job: Job, clock: Clock
) -> None:
    for _ in range(3):
        clock.pass_by(FRESH.total_seconds())
        with pytest.raises(JobRunningError, match="王主任") as refused:
            store.start_job(school.id, 1, "explain", "李")
        assert refused.value.job.id == job.id
        store.beat(job.id)
    assert [j.id for j in store.jobs(school.id)] == [job.id]


def test_another_school_has_its_own_job(store: Store, job: Job) -> None:
    other = store.add_school("乙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    assert store.start_job(other.id, 1, "solve", "李").running
    assert store.job(job.id).running


def test_marks_are_the_points_at_which_something_changed(store: Store, job: Job, clock: Clock) -> None:
    steps = [Mark(1, None, 2.0), Mark(2, 90, 2.0), Mark(3, 90, 2.0), Mark(4, 90, 40.5)]
    for mark in steps:
        clock.pass_by(1)
        beaten = store.beat(job.id, mark)
        assert (beaten.mark, beaten.heartbeat) == (mark, clock.now)
    assert store.beat(job.id).mark == steps[-1]  # a sign of life alone changes nothing else
    assert store.marks(job.id) == (steps[0], steps[1], steps[3])


def test_a_job_whose_process_died_is_interrupted_and_keeps_its_best(
    store: Store, school: SavedSchool, job: Job, problem: Problem, clock: Clock
) -> None:
    best = Outcome(status=Status.FEASIBLE, timetable=tiny_timetable(problem), seconds=3)
    store.keep_best(job.id, Outcome(status=Status.OUT_OF_TIME, seconds=1))
    store.keep_best(job.id, best)
    last_sign = clock.now
    clock.pass_by(LATER)
    dead = store.job(job.id)
    assert (dead.state, dead.ended, dead.has_best) == (JobState.INTERRUPTED, last_sign, True)
    kept = store.best(job.id, Outcome)
    assert kept == best
    assert kept is not None
    assert store.save_timetable(school.id, kept, version=job.version, who="李", note=DONE).outcome == best
    assert store.start_job(school.id, 1, "solve", "李").running
    assert [(j.number, j.state) for j in store.jobs(school.id)] == [(2, JobState.RUNNING), (1, JobState.INTERRUPTED)]


def test_a_process_that_was_only_asleep_goes_on(store: Store, job: Job, clock: Clock) -> None:
    clock.pass_by(LATER)
    assert store.job(job.id).state is JobState.INTERRUPTED
    assert store.beat(job.id).state is JobState.RUNNING


def test_a_process_that_slept_while_another_took_over_is_told_to_stop(
    store: Store, school: SavedSchool, job: Job, clock: Clock
) -> None:
    clock.pass_by(LATER)
    second = store.start_job(school.id, 1, "solve", "李")
    told = store.beat(job.id)
    assert told.must_stop
    assert told.state is JobState.INTERRUPTED
    assert store.end_job(job.id, JobState.STOPPED, DONE).state is JobState.STOPPED
    assert store.job(second.id).running


def test_any_window_can_ask_to_stop(store: Store, job: Job) -> None:
    assert store.ask_stop(job.id).stop_asked
    assert store.beat(job.id).must_stop


def test_a_job_ends_once(store: Store, job: Job) -> None:
    store.end_job(job.id, JobState.STOPPED, DONE)
    assert store.end_job(job.id, JobState.FAILED, FIRST) == store.job(job.id)
    assert store.job(job.id).sentence == DONE
    with pytest.raises(ValueError, match="running"):
        store.end_job(job.id, JobState.RUNNING, DONE)


def test_what_is_not_there(store: Store, school: SavedSchool, job: Job) -> None:
    assert store.best(job.id, Outcome) is None
    for ask in (store.job, store.beat, store.marks, store.ask_stop):
        with pytest.raises(NotFoundError, match="这次计算"):
            ask(JobId("none"))
    with pytest.raises(NotFoundError, match="第 5 版"):
        store.start_job(school.id, 5, "solve", "王")


def test_a_best_of_another_release_is_a_sentence(store: Store, job: Job) -> None:
    store._write(lambda session: session.execute(update(JobRow).values(best="{}", has_best=True)))
    with pytest.raises(UnreadableError):
        store.best(job.id, Outcome)


def test_the_store_has_a_clock_of_its_own(url: str, problem: Problem) -> None:
    # With the machine's clock (SQLite) or the server's (PostgreSQL) a job that has just begun is alive.
    store = Store.open(url)
    school = store.add_school("甲", "秋", document="{}", problem=problem, who="王", note=FIRST)
    job = store.start_job(school.id, 1, "solve", "王")
    assert store.job(job.id).running
    assert job.started >= school.created
    store.close()
