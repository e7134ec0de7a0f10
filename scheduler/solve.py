"""Problem → Outcome: count first, then search, name the rooms, and audit what is shown."""

import time

from models import Outcome, Problem, Status, Timetable
from models.noun import RoomId
from scheduler.audit import audit
from scheduler.decode import decode
from scheduler.model import build
from scheduler.precheck import precheck
from scheduler.progress import OnProgress, SolveOptions, Stop
from scheduler.rooming import PooledTooFarError
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

    IMPOSSIBLE only when counted or proved; OUT_OF_TIME when neither a timetable nor a proof was found. Raises
    WrongTimetableError if the audit finds a broken requirement or another cost than the proved one.
    """
    options = options or SolveOptions()
    stop = stop or Stop()
    started = time.monotonic()
    if shortages := precheck(problem):
        return Outcome(status=Status.IMPOSSIBLE, seconds=time.monotonic() - started, shortages=shortages)
    split: set[RoomId] = set()
    while True:
        built = build(problem, split=split)
        found = search(built, options, started, on_progress, stop)
        if found.value is None:
            status = Status.IMPOSSIBLE if found.impossible else Status.OUT_OF_TIME
            return Outcome(status=status, seconds=time.monotonic() - started, bound=found.bound)
        try:
            timetable = decode(problem, built.x, found.value)
        except PooledTooFarError as pooled:
            split.update(pooled.rooms)  # rooms that were counted too generously are now told apart: solve again
            continue
        return _audited(problem, timetable, found, time.monotonic() - started)


def _audited(problem: Problem, timetable: Timetable, found: Found, seconds: float) -> Outcome:
    verdict = audit(problem, timetable)
    if not verdict.clean:
        raise WrongTimetableError("; ".join(v.text.zh for v in verdict.broken[:5]))
    bound = found.bound or 0
    if verdict.cost < bound:
        raise WrongTimetableError(f"audited cost {verdict.cost} below the proved bound {bound}")
    return Outcome(
        status=Status.OPTIMAL if verdict.cost == bound else Status.FEASIBLE,
        timetable=timetable,
        verdict=verdict,
        objective=verdict.cost,
        bound=bound,
        seconds=seconds,
        first_seconds=found.first_seconds,
    )
