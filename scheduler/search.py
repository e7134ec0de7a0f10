"""The search: CP-SAT in a thread, HiGHS on the same model in a process beside it; the first proof ends both."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.companion import Companion
from scheduler.cpsat import CpSatRun
from scheduler.linear import linear_model
from scheduler.model import Built
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop
from scheduler.variables import Linear

POLL_SECONDS = 0.02
HEAD_START_SECONDS = 3.0  # CP-SAT has the processors to itself until its first timetable, but not longer
GRACE_SECONDS = 2.0  # for the companion to hand over what it has when its time is up
Value = Callable[[Linear], int]


@dataclass(frozen=True)
class Found:
    """What the search brought. `value` is None without a solution; `impossible` only if that was proved."""

    value: Value | None
    objective: int | None  # of this solution, as the model counts it
    bound: int | None
    impossible: bool
    first_seconds: float | None


def search(built: Built, options: SolveOptions, started: float, on_progress: OnProgress | None, stop: Stop) -> Found:
    """Solve the built model until proof, gap, time (`options.seconds` from `started`) or stop.

    With one worker CP-SAT works alone, so that the same input gives the same timetable.
    """
    race = _Race(built, options, started)
    told: tuple[int | None, int | None] = (None, None)
    try:
        while not race.over(stop.is_set()):
            race.run.wait(POLL_SECONDS)
            race.call_companion()
            if on_progress and told != (told := (race.objective, race.bound)):
                on_progress(Progress(time.monotonic() - started, *told))
    finally:
        race.end()
    return race.found()


class _Race:
    def __init__(self, built: Built, options: SolveOptions, started: float) -> None:
        self.built = built
        self.options = options
        self.started = started
        self.deadline = started + options.seconds
        left = max(0.05, self.deadline - time.monotonic())
        self.companion: Companion | None = None
        self.run = CpSatRun(built.model, options, left, step_back=options.workers > 1)

    def call_companion(self) -> None:
        """Start HiGHS once CP-SAT has had its head start."""
        now = time.monotonic()
        due = self.run.objective is not None or now - self.started > HEAD_START_SECONDS
        if self.companion is None and self.options.workers > 1 and due and self.run.running and now < self.deadline:
            self.companion = Companion(linear_model(self.built.model), self.deadline - now)

    @property
    def objective(self) -> int | None:
        """The cheapest solution that is in hand."""
        known = [o for o in (self.run.objective, self.companion.objective if self.companion else None) if o is not None]
        return min(known, default=None)

    @property
    def bound(self) -> int | None:
        """The better of both bounds."""
        known = [b for b in (self.run.bound, self.companion.bound if self.companion else None) if b is not None]
        return max(known, default=None)

    @property
    def decided(self) -> bool:
        """Whether nothing more can be won: proved impossible, proved best, or close enough to the bound."""
        if self.run.impossible or self.run.status == cp_model.OPTIMAL or (self.companion and self.companion.decided):
            return True
        if self.objective is None or self.bound is None:
            return False
        return self.objective - self.bound <= self.options.gap * max(1, abs(self.objective))

    def over(self, stopped: bool) -> bool:
        """Whether the search has ended; tells CP-SAT to end if there is a reason."""
        if self.run.running:
            if stopped or self.decided or self.run.failure:
                self.run.stop()
            return False
        if stopped or self.decided or self.run.failure or self.companion is None or self.companion.ended:
            return True
        return time.monotonic() > self.deadline + GRACE_SECONDS

    def end(self) -> None:
        """Leave no process behind, whatever happened."""
        self.run.stop()
        if self.companion:
            self.companion.end()

    def found(self) -> Found:
        """The better solution of both. Raises what CP-SAT raised."""
        if self.run.failure:
            raise self.run.failure
        companion, run = self.companion, self.run
        value: Value | None = run.solver.value if run.solved else None
        objective = run.objective
        if companion and companion.values and (value is None or (companion.objective or 0) < (run.objective or 0)):
            value, objective = _reading(companion.values), companion.objective
        moments = [run.first, companion.first if companion else None]
        return Found(
            value=value,
            objective=objective,
            bound=self.bound,
            impossible=value is None and (run.impossible or bool(companion and companion.impossible)),
            first_seconds=min((m - self.started for m in moments if m is not None), default=None),
        )


def _reading(values: Sequence[int]) -> Value:
    """Evaluate expressions on the companion's values, which are numbered as CP-SAT numbers its variables."""

    def value(expression: Linear) -> int:
        if isinstance(expression, int):
            return expression
        flat = cp_model.FlatIntExpr(expression)
        found = flat.offset + sum(c * values[v.index] for c, v in zip(flat.coeffs, flat.vars, strict=True))
        return int(found)

    return value
