"""Searches in every state, made without solving, for tests of what is said and drawn of them."""

from datetime import UTC, datetime, timedelta

from models import Outcome, Status, Text
from scheduler.audit import audit
from store import Job, JobId, JobState, Mark, SchoolId
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from ui.solving.found import Found
from ui.solving.run import Run

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def job(state: JobState, *, seconds: float = 41, mark: Mark | None = None, stop_asked: bool = False) -> Job:
    """A job that has been at work for so long."""
    now = NOON + timedelta(seconds=seconds)
    return Job(
        id=JobId("1"),
        school=SchoolId("s"),
        number=1,
        version=3,
        kind="solve",
        who="沈",
        state=state,
        started=NOON,
        heartbeat=now,
        ended=None if state is JobState.RUNNING else now,
        stop_asked=stop_asked,
        mark=mark,
        has_best=False,
        sentence=Text("句子。", "A sentence."),
    )


def outcome(status: Status, cost: int | None = None, bound: float | None = None) -> Outcome:
    """What a search brought; with the tiny school's timetable, if it has a cost."""
    problem, table = tiny_school(), tiny_timetable(tiny_school())
    return Outcome(
        status=status,
        timetable=None if cost is None else table,
        verdict=None if cost is None else audit(problem, table),
        objective=cost,
        bound=bound,
        seconds=41,
        first_seconds=None if cost is None else 1.9,
    )


def run(state: JobState, *marks: Mark, found: Outcome | None = None, limit: float | None = None) -> Run:
    """A search with these marks and this best."""
    kept = Found(near=None)
    if found is not None:
        kept = kept.with_better(found) if found.objective is not None else kept.model_copy(update={"outcome": found})
    return Run(job(state, mark=marks[-1] if marks else None), tuple(marks), kept, limit)
