"""The work of a search: solves, goes on from the best when more time is given, and saves what came out as a draft."""

from dataclasses import dataclass

from exchange.results.sentences import outcome_sentence
from models import Outcome, Problem, Status, Text
from scheduler.progress import Progress, SolveOptions, Start
from store import Job, JobState, Mark, SavedTimetable, SchoolId, Store
from ui import jobs
from ui.jobs import Ending, Handle
from ui.solving.found import Found

KIND = "solve"
_AT_LEAST = 1.0  # second: less is not worth another start


@dataclass(frozen=True)
class Plan:
    """What is to be solved, for whom, and where to begin."""

    school: SchoolId
    version: int
    problem: Problem
    who: str
    near: SavedTimetable | None = None  # the published timetable to which it should stay near
    start: Start | None = None


def begin_search(store: Store, plan: Plan, seconds: float) -> Job:
    """Start to search. Raises JobRunningError if this school has a job already; StoreError."""
    problem = plan.problem
    if plan.near is not None:
        problem = problem.model_copy(update={"published": plan.near.timetable})

    def work(handle: Handle) -> Ending:
        return _search(store.for_long_work(), plan, problem, handle)

    return jobs.begin(store, plan.school, version=plan.version, kind=KIND, who=plan.who, seconds=seconds, work=work)


def _search(store: Store, plan: Plan, problem: Problem, handle: Handle) -> Ending:
    found = Found(near=None if plan.near is None else plan.near.id)
    outcome = _solved(plan, problem, handle, found)
    last = handle.best
    assert last is None or isinstance(last, Found)
    found = (last or found).model_copy(update={"outcome": outcome})
    handle.best = found
    if outcome.timetable is not None:
        note = Text(f"排课：{outcome_sentence(outcome).zh}", f"Solved: {outcome_sentence(outcome).en}")
        saved = store.save_timetable(plan.school, outcome, version=plan.version, who=plan.who, note=note)
        handle.best = found.model_copy(update={"draft": saved.id})
    handle.mark = Mark(outcome.seconds, outcome.objective, outcome.bound)
    return JobState.STOPPED if handle.stop.is_set() else JobState.DONE, outcome_sentence(outcome)


def _solved(plan: Plan, problem: Problem, handle: Handle, found: Found) -> Outcome:
    """Solve, and again from the best as long as more time was given meanwhile."""
    from scheduler.solve import solve  # takes seconds to load; meanwhile the screen moves already

    start, before, first = plan.start, 0.0, None
    while True:
        offset = before

        def hear(progress: Progress, offset: float = offset) -> None:
            handle.mark = Mark(offset + progress.seconds, progress.objective, progress.bound)

        def better(outcome: Outcome, offset: float = offset) -> None:
            last = handle.best if isinstance(handle.best, Found) else found
            handle.best = last.with_better(outcome.model_copy(update={"seconds": offset + outcome.seconds}))

        options = SolveOptions(seconds=max(0.0, handle.limit - before), background=True)
        outcome = solve(problem, options, hear, handle.stop, on_better=better, start=start)
        if first is None and outcome.first_seconds is not None:
            first = before + outcome.first_seconds
        before += outcome.seconds
        outcome = outcome.model_copy(update={"seconds": before, "first_seconds": first})
        over = outcome.status in (Status.OPTIMAL, Status.IMPOSSIBLE) or handle.stop.is_set()
        if over or handle.limit - before < _AT_LEAST:
            return outcome
        if outcome.timetable is not None:
            start = Start(outcome.timetable, outcome.bound or 0)
