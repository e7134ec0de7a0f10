"""Running a sweep on any executor: rounds, series that break, what is known already, and being stopped."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

import pytest

from models import Status, SweepKind, SweepRow
from scheduler.progress import Stop
from scheduler.sweep import run as sweep_run
from scheduler.sweep.run import SweepRun
from tests.builders import tiny_school


class Here(Executor):
    """Works at once, in this thread."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answers without solving: from 7 % more pupils on there is no timetable."""
    found: list[str] = []

    def weigh(_problem: object, _base: object, case: Any, *_rest: object) -> SweepRow:
        found.append(case.key)
        broken = case.series == "pupils" and case.step >= 7
        return SweepRow(case=case, status=Status.IMPOSSIBLE if broken else Status.OPTIMAL, cost=1, seconds=0)

    monkeypatch.setattr(sweep_run, "weigh", weigh)
    return found


@pytest.mark.usefixtures("asked")
def test_a_series_ends_where_it_breaks() -> None:
    run = SweepRun(tiny_school(), SweepKind.PUPILS)
    assert run.run(Here())
    assert [row.case.step for row in run.answers[1:]] == [1, 2, 3, 4, 5, 6, 7]
    assert run.answers[-1].status is Status.IMPOSSIBLE


def test_what_is_known_is_not_asked(asked: list[str]) -> None:
    first = SweepRun(tiny_school(), SweepKind.TEACHERS)
    first.run(Here())
    asked.clear()
    again = SweepRun(tiny_school(), SweepKind.TEACHERS, rows=dict(first.rows))
    again.rows.popitem()
    assert again.run(Here())
    assert len(asked) == 1
    assert again.answers == first.answers


@pytest.mark.usefixtures("asked")
def test_told_to_stop() -> None:
    stop = Stop()
    stop.set()
    run = SweepRun(tiny_school(), SweepKind.ROOMS)
    assert not run.run(Here(), stop=stop)
    assert run.rows == {}


@pytest.mark.usefixtures("asked")
def test_each_answer_is_told_with_how_many_there_are() -> None:
    told: list[tuple[int, int]] = []
    run = SweepRun(tiny_school(), SweepKind.INSTRUCTORS)
    run.run(Here(), lambda _row, done, of: told.append((done, of)))
    assert [done for done, _ in told] == list(range(1, len(run.answers) + 1))
    assert all(done <= of for done, of in told)
