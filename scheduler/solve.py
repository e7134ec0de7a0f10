"""Problem → Outcome: count first, then search, name what was counted, and audit what is shown."""

import time

from models import Outcome, Problem, Status, Timetable
from models.noun import ClassId, Subject
from scheduler.audit import audit
from scheduler.decode import decode
from scheduler.model import Built, build
from scheduler.precheck import precheck
from scheduler.progress import OnProgress, SolveOptions, Stop
from scheduler.rooming import PooledTooFarError
from scheduler.scope import Split
from scheduler.search import Found, search


class WrongTimetableError(AssertionError):
    """The audit disagrees with the solver: a defect of ours, so nothing is shown."""


def solve(
    problem: Problem,
    options: SolveOptions | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> Outcome:
    """The best timetable, proved or with its gap; or why there is none.

    Rooms and visiting tutors are counted first. If a solution cannot be given names at the price that it was counted
    at, what was counted alike is split, and the search goes on in a finer model; every bound on the way holds.
    IMPOSSIBLE only when counted or proved; OUT_OF_TIME when neither a timetable nor a proof was found. Raises
    WrongTimetableError if the audit finds a broken requirement, or less than the proved bound.
    """
    options = options or SolveOptions()
    stop = stop or Stop()
    started = time.monotonic()
    if shortages := precheck(problem):
        return Outcome(status=Status.IMPOSSIBLE, seconds=time.monotonic() - started, shortages=shortages)
    split = Split()
    best: Outcome | None = None
    while True:
        built = build(problem, split=split)
        found = search(built, options, started, on_progress, stop)
        over = stop.is_set() or time.monotonic() - started >= options.seconds
        if found.value is None:
            return best or _without(found, time.monotonic() - started)
        try:
            timetable = decode(problem, built.x, found.value)
        except PooledTooFarError as pooled:
            split = Split(split.rooms | set(pooled.rooms), split.tutors)
            continue
        outcome = _audited(problem, timetable, found, time.monotonic() - started, best)
        best = outcome if best is None or _is_better(outcome, best) else best
        dearer = found.objective is not None and outcome.objective is not None and outcome.objective > found.objective
        visited = _visited(problem, built, found) if dearer else frozenset()
        if over or outcome.status is Status.OPTIMAL or not visited:
            return best
        split = Split(split.rooms, split.tutors | visited)


def _audited(problem: Problem, timetable: Timetable, found: Found, seconds: float, before: Outcome | None) -> Outcome:
    verdict = audit(problem, timetable)
    if not verdict.clean:
        raise WrongTimetableError("; ".join(v.text.zh for v in verdict.broken[:5]))
    earlier = before.bound if before and before.bound is not None else 0
    bound = max(found.bound or 0, int(earlier))
    if verdict.cost < bound:
        raise WrongTimetableError(f"audited cost {verdict.cost} below the proved bound {bound}")
    return Outcome(
        status=Status.OPTIMAL if verdict.cost == bound else Status.FEASIBLE,
        timetable=timetable,
        verdict=verdict,
        objective=verdict.cost,
        bound=bound,
        seconds=seconds,
        first_seconds=before.first_seconds if before else found.first_seconds,
    )


def _without(found: Found, seconds: float) -> Outcome:
    status = Status.IMPOSSIBLE if found.impossible else Status.OUT_OF_TIME
    return Outcome(status=status, seconds=seconds, bound=found.bound)


def _is_better(one: Outcome, other: Outcome) -> bool:
    """Cheaper, or as cheap with a better bound."""
    return (one.objective or 0, -(one.bound or 0)) < (other.objective or 0, -(other.bound or 0))


def _visited(problem: Problem, built: Built, found: Found) -> frozenset[tuple[ClassId, Subject]]:
    """Classes and subjects with a tutor who was counted and not named."""
    assert found.value is not None
    pairs = [(c, subject) for c, quotas in problem.quotas.items() for subject in quotas]
    return frozenset(pair for pair in pairs if found.value(built.x.visited_ever(*pair)))
