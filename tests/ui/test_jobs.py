"""Jobs: what goes on in their thread is in the store, one at a time, stopped from anywhere, and never lost silently."""

from threading import Event

import pytest

from models import Issue, Text
from store import Job, JobRunningError, JobState, Mark, SchoolId, Store
from tests.builders import tiny_school
from tests.ui.looking import until
from ui import jobs
from ui.jobs import Ending, Handle, Work

DONE = (JobState.DONE, Text("完成", "done"))


@pytest.fixture
def school(store: Store) -> SchoolId:
    note = Text("测试", "test")
    return store.add_school("甲", "乙", document="", problem=tiny_school(), who="沈", note=note).id


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "EVERY", 0.02)


def _begin(store: Store, school: SchoolId, work: Work) -> Job:
    return jobs.begin(store, school, version=1, kind="test", who="沈", seconds=60, work=work)


def test_where_it_stands_and_its_best_are_in_the_store(store: Store, school: SchoolId) -> None:
    go_on = Event()

    def work(handle: Handle) -> Ending:
        handle.best = Issue(code="best", text=Text("最好", "best"))
        handle.mark = Mark(1.5, 12, 3.0)
        go_on.wait()
        handle.mark = Mark(2.0, 11, 3.0)
        return DONE

    job = _begin(store, school, work)
    until(lambda: store.job(job.id).mark == Mark(1.5, 12, 3.0))
    best = store.best(job.id, Issue)
    assert best is not None
    assert best.code == "best"
    go_on.set()
    until(lambda: not store.job(job.id).running)
    ended = store.job(job.id)
    assert (ended.state, ended.sentence, ended.mark) == (JobState.DONE, DONE[1], Mark(2.0, 11, 3.0))
    assert jobs.handle_of(job.id) is None


def test_two_people_cannot_start_at_once(store: Store, school: SchoolId) -> None:
    go_on = Event()

    def work(_: Handle) -> Ending:
        go_on.wait()
        return DONE

    first = _begin(store, school, work)
    with pytest.raises(JobRunningError) as refused:
        _begin(store, school, work)
    assert refused.value.job.id == first.id
    assert jobs.running(store, school) is not None
    go_on.set()
    until(lambda: jobs.running(store, school) is None)
    second = _begin(store, school, work)
    until(lambda: not store.job(second.id).running)


@pytest.mark.parametrize("from_here", [True, False], ids=["this process", "another machine"])
def test_it_is_stopped_from_anywhere(store: Store, school: SchoolId, from_here: bool) -> None:
    def work(handle: Handle) -> Ending:
        handle.stop.wait()
        return JobState.STOPPED, Text("停了", "stopped")

    job = _begin(store, school, work)
    if from_here:
        jobs.stop(store, job.id)
    else:
        store.ask_stop(job.id)  # all that another process can do
    until(lambda: store.job(job.id).state is JobState.STOPPED)


def test_a_defect_ends_the_job_with_a_sentence(store: Store, school: SchoolId) -> None:
    def work(_: Handle) -> Ending:
        raise ZeroDivisionError

    job = _begin(store, school, work)
    until(lambda: not store.job(job.id).running)
    ended = store.job(job.id)
    assert ended.state is JobState.FAILED
    assert ended.sentence is not None
    assert "ZeroDivisionError" not in ended.sentence.zh


def test_more_time_is_heard_by_the_work(store: Store, school: SchoolId) -> None:
    limits: list[float] = []
    go_on = Event()

    def work(handle: Handle) -> Ending:
        limits.append(handle.limit)
        go_on.wait()
        limits.append(handle.limit)
        return DONE

    job = _begin(store, school, work)
    handle = jobs.handle_of(job.id)
    assert handle is not None
    handle.more(60)
    go_on.set()
    until(lambda: not store.job(job.id).running)
    assert limits[-1] == 120
