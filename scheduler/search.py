"""The search: CP-SAT in a thread, HiGHS on the same model in a process beside it; the first proof ends both."""

import math
import os
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.companion import Companion
from scheduler.linear import linear_model
from scheduler.model import Built
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop
from scheduler.variables import Linear

POLL_SECONDS = 0.05
GRACE_SECONDS = 2.0  # for the companion to hand over what it has when its time is up
Value = Callable[[Linear], int]


@dataclass(frozen=True)
class Found:
    """What the search brought. `value` is None without a solution; `impossible` only if that was proved."""

    value: Value | None
    bound: int | None
    impossible: bool
    first_seconds: float | None


class _CpSat:
    """One CP-SAT run in a thread of its own."""

    def __init__(self, built: Built, options: SolveOptions, seconds: float, step_back: bool) -> None:
        self.objective: int | None = None
        self.bound: int | None = None
        self.first: float | None = None
        self.status: cp_model.CpSolverStatus | None = None
        self.failure: Exception | None = None
        self.solver = cp_model.CpSolver()
        parameters = self.solver.parameters
        parameters.max_time_in_seconds = seconds
        parameters.num_workers = options.workers
        parameters.random_seed = options.seed
        parameters.relative_gap_limit = options.gap
        parameters.catch_sigint_signal = False  # else Ctrl-C aborts the process while a thread solves
        self.solver.best_bound_callback = self._hear_bound
        self._has_objective = built.model.has_objective()
        self._step_back = step_back
        self.thread = threading.Thread(target=self._work, args=(built.model,), daemon=True)
        self.thread.start()

    def _work(self, model: cp_model.CpModel) -> None:
        if self._step_back and hasattr(os, "setpriority"):
            # Its many workers would leave the single-threaded companion a small share of few processors.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
        try:
            self.status = self.solver.solve(model, _OnSolution(self._hear_solution))
        except Exception as error:  # noqa: BLE001  raised again in the caller's thread
            self.failure = error

    def _hear_bound(self, bound: float) -> None:
        if self._has_objective and math.isfinite(bound):
            self.bound = math.ceil(bound - 1e-6)

    def _hear_solution(self, objective: float, bound: float) -> None:
        self.first = time.monotonic() if self.first is None else self.first
        self.objective = round(objective)
        self._hear_bound(bound)

    @property
    def solved(self) -> bool:
        """Whether the run ended with a solution."""
        return self.status in (cp_model.OPTIMAL, cp_model.FEASIBLE)


class _OnSolution(cp_model.CpSolverSolutionCallback):
    def __init__(self, hear: Callable[[float, float], None]) -> None:
        super().__init__()
        self._hear = hear

    def on_solution_callback(self) -> None:
        self._hear(self.objective_value, self.best_objective_bound)


def search(built: Built, options: SolveOptions, started: float, on_progress: OnProgress | None, stop: Stop) -> Found:
    """Solve the built model until proof, gap, time (`options.seconds` from `started`) or stop.

    With one worker CP-SAT works alone, so that the same input gives the same timetable.
    """
    deadline = started + options.seconds
    left = max(0.05, deadline - time.monotonic())
    companion = Companion(linear_model(built.model), left) if options.workers > 1 else None
    run = _CpSat(built, options, left, step_back=companion is not None)
    told: tuple[int | None, int | None] = (None, None)
    ended: float | None = None  # when CP-SAT was told to stop, or ended by itself
    try:
        while True:
            run.thread.join(POLL_SECONDS)
            now = time.monotonic()
            # Told only when it is in hand: who stops the search on hearing of a timetable must get one.
            offered = companion.objective if companion and companion.solution and companion.solution.values else None
            state = _best(run.objective, offered, min), _bound(run, companion)
            if on_progress and state != told:
                told = state
                on_progress(Progress(now - started, *state))
            if stop.is_set() or _enough(run, companion, options.gap):
                run.solver.stop_search()  # again and again: a stop before the search has begun is lost
                ended = ended or now
            if not run.thread.is_alive():
                ended = ended or now
                waiting = companion is not None and companion.solution is None and not companion.failure
                pointless = stop.is_set() or _decided(run) or _enough(run, companion, options.gap)
                if not waiting or pointless or now > max(ended, deadline) + GRACE_SECONDS:
                    break
    finally:
        if companion:
            companion.end()
    if run.failure:
        raise run.failure
    return _found(run, companion, started)


def _best(one: int | None, other: int | None, pick: Callable[[int, int], int]) -> int | None:
    return pick(one, other) if one is not None and other is not None else one if one is not None else other


def _bound(run: _CpSat, companion: Companion | None) -> int | None:
    return _best(run.bound, companion.bound if companion else None, max)


def _decided(run: _CpSat) -> bool:
    return run.status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)


def _enough(run: _CpSat, companion: Companion | None, gap: float) -> bool:
    """Whether there is nothing more to win: a proof by the companion, or bound and objective meet (up to the gap)."""
    if companion and companion.solution and (companion.solution.proved or companion.solution.impossible):
        return True
    in_hand = companion.objective if companion and companion.solution and companion.solution.values else None
    objective, bound = _best(run.objective, in_hand, min), _bound(run, companion)
    return objective is not None and bound is not None and objective - bound <= gap * max(1, abs(objective))


def _found(run: _CpSat, companion: Companion | None, started: float) -> Found:
    solution = companion.solution if companion else None
    value: Value | None = run.solver.value if run.solved else None
    if solution and solution.values and (value is None or _cheaper(companion, run)):
        value = _reading(solution.values)
    impossible = run.status == cp_model.INFEASIBLE or bool(solution and solution.impossible)
    bound = _bound(run, companion)
    if run.status == cp_model.OPTIMAL and run.objective is not None:
        bound = max(bound or 0, round(run.solver.best_objective_bound))
    moments = [run.first, companion.ended if companion and companion.solution and companion.solution.values else None]
    first = min((m - started for m in moments if m is not None), default=None)
    return Found(value=value, bound=bound, impossible=impossible and value is None, first_seconds=first)


def _cheaper(companion: Companion | None, run: _CpSat) -> bool:
    if companion is None or companion.objective is None or run.objective is None:
        return True
    return companion.objective < run.objective


def _reading(values: Sequence[int]) -> Value:
    """Evaluate expressions on the companion's values, which are numbered as CP-SAT numbers its variables."""

    def value(expression: Linear) -> int:
        if isinstance(expression, int):
            return expression
        flat = cp_model.FlatIntExpr(expression)
        found = flat.offset + sum(c * values[v.index] for c, v in zip(flat.coeffs, flat.vars, strict=True))
        return int(found)

    return value
