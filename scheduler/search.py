"""One CP-SAT run: in a thread of its own, reporting as it goes, stoppable at any moment."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.model import Built
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop
from scheduler.variables import Linear

POLL_SECONDS = 0.05


@dataclass(frozen=True)
class Found:
    """What the run brought. `value` is None without a solution; `impossible` only if that was proved."""

    value: Callable[[Linear], int] | None
    bound: float | None
    proved: bool
    impossible: bool
    first_seconds: float | None


class _Watcher(cp_model.CpSolverSolutionCallback):
    def __init__(self, report: Callable[[float | None, float | None], None]) -> None:
        super().__init__()
        self._report = report

    def on_solution_callback(self) -> None:
        self._report(self.objective_value, self.best_objective_bound)


class _Run:
    """Shared state of the solver thread and the polling thread."""

    def __init__(self, started: float, on_progress: OnProgress | None) -> None:
        self.started = started
        self.on_progress = on_progress
        self.objective: int | None = None
        self.bound: float | None = None
        self.first_seconds: float | None = None

    def report(self, objective: float | None, bound: float | None) -> None:
        seconds = time.monotonic() - self.started
        if objective is not None:
            self.first_seconds = seconds if self.first_seconds is None else self.first_seconds
            self.objective = round(objective)
        self.bound = bound if bound is not None else self.bound
        if self.on_progress:
            self.on_progress(Progress(seconds, self.objective, self.bound))


def search(built: Built, options: SolveOptions, started: float, on_progress: OnProgress | None, stop: Stop) -> Found:
    """Solve the built model until proof, gap, time (`options.seconds` from `started`) or stop."""
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.max_time_in_seconds = max(0.01, options.seconds - (time.monotonic() - started))
    parameters.num_workers = options.workers
    parameters.random_seed = options.seed
    parameters.relative_gap_limit = options.gap
    parameters.catch_sigint_signal = False  # else Ctrl-C aborts the process while a thread solves
    run = _Run(started, on_progress)
    solver.best_bound_callback = lambda bound: run.report(None, bound)
    status: list[cp_model.CpSolverStatus] = []
    failure: list[Exception] = []

    def work() -> None:
        try:
            status.append(solver.solve(built.model, _Watcher(run.report)))
        except Exception as error:  # noqa: BLE001  raised again below, in the caller's thread
            failure.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(POLL_SECONDS)
        if stop.is_set():
            solver.stop_search()  # again and again: a stop before the search has begun is lost
    if failure:
        raise failure[0]
    has_objective = built.model.has_objective()
    solved = status[0] in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return Found(
        value=solver.value if solved else None,
        bound=(solver.best_objective_bound if has_objective else 0.0) if solved else run.bound,
        proved=status[0] == cp_model.OPTIMAL and options.gap == 0.0,
        impossible=status[0] == cp_model.INFEASIBLE,
        first_seconds=run.first_seconds,
    )
