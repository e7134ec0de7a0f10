"""The search: CP-SAT in a thread, HiGHS on the same model in a process beside it; the first proof ends both.

CP-SAT begins without visiting tutors: most schools hardly need any, and a model without them is small. What it finds
there starts its second run, on the whole model. Only the whole model proves anything.
"""

import dataclasses
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
OWN_TUTORS_SHARE = 0.3  # of the time, at most, without visiting tutors
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
            race.go_on()
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
        self.companion: Companion | None = None
        self.first_run: CpSatRun | None = None
        self.own_companion: Companion | None = None
        self.visits = visits = built.x.visiting_decisions
        if visits and options.workers > 1:
            own_tutors = built.model.clone()
            own_tutors.add_bool_and([own_tutors.get_bool_var_from_proto_index(v.index).negated() for v in visits])
            self.run = self.first_run = self._start(own_tutors, OWN_TUTORS_SHARE)
        else:
            self.run = self._start(built.model, 1.0)

    def _start(self, model: cp_model.CpModel, share: float) -> CpSatRun:
        seconds = max(0.05, min(share * self.options.seconds, self.deadline - time.monotonic()))
        return CpSatRun(model, self.options, seconds, step_back=self.options.workers > 1)

    def go_on(self) -> None:
        """Start what is due: CP-SAT's second run after the first, and HiGHS once CP-SAT has had its head start."""
        now = time.monotonic()
        if now >= self.deadline or self.run.failure or self.decided:
            return
        if self.run is self.first_run and not self.run.running:
            model = self.built.model
            for index, value in enumerate(self.run.values or ()):
                model.add_hint(model.get_int_var_from_proto_index(index), value)
            self.run = self._start(model, 1.0)
        due = self.objective is not None or now - self.started > HEAD_START_SECONDS
        if self.companion is None and self.options.workers > 1 and due:
            linear = linear_model(self.built.model)
            self.companion = Companion(linear, self.deadline - now)
            if self.visits:  # a second one without visiting tutors: its timetables count, its proofs do not
                upper = linear.upper.copy()
                upper[[v.index for v in self.visits]] = 0
                self.own_companion = Companion(dataclasses.replace(linear, upper=upper), self.deadline - now)

    @property
    def solutions(self) -> list[tuple[int, list[int] | None]]:
        """Objectives of what was found, with the values of those that have ended."""
        sources = (self.run, self.first_run, self.companion, self.own_companion)
        return [(s.objective, s.values) for s in sources if s is not None and s.objective is not None]

    @property
    def objective(self) -> int | None:
        """The cheapest solution that is in hand, or will be when its run ends."""
        return min((objective for objective, _ in self.solutions), default=None)

    @property
    def bound(self) -> int | None:
        """The better of both bounds on the whole model."""
        sources = (self.companion, self.run if self.run is not self.first_run else None)
        return max((s.bound for s in sources if s is not None and s.bound is not None), default=None)

    @property
    def impossible(self) -> bool:
        """Whether it is proved that the whole model has no solution."""
        whole = self.run is not self.first_run
        return (whole and self.run.impossible) or bool(self.companion and self.companion.impossible)

    @property
    def decided(self) -> bool:
        """Whether nothing more can be won: proved impossible, proved best, or close enough to the bound."""
        optimal = self.run.optimal and self.run is not self.first_run
        if self.impossible or optimal or (self.companion and self.companion.decided):
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
        if stopped or self.decided or self.run.failure:
            return True
        now = time.monotonic()
        if self.run is self.first_run and now < self.deadline:
            return False
        return self.companion is None or self.companion.ended or now > self.deadline + GRACE_SECONDS

    def end(self) -> None:
        """Leave no process behind, whatever happened."""
        self.run.stop()
        for companion in (self.companion, self.own_companion):
            if companion:
                companion.end()

    def found(self) -> Found:
        """The best solution of all. Raises what CP-SAT raised."""
        if self.run.failure:
            raise self.run.failure
        ended = [(objective, values) for objective, values in self.solutions if values is not None]
        objective, values = min(ended, default=(None, None), key=lambda pair: pair[0])
        moments = [
            s.first
            for s in (self.first_run, self.run, self.companion, self.own_companion)
            if s is not None and s.first is not None
        ]
        return Found(
            value=_reading(values) if values is not None else None,
            objective=objective,
            bound=self.bound,
            impossible=self.impossible,
            first_seconds=min(moments) - self.started if moments else None,
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
