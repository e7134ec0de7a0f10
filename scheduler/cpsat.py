"""One CP-SAT run in a thread of its own, stoppable at any moment."""

import math
import os
import threading
from collections.abc import Callable, Iterable, Mapping

from ortools.sat.python import cp_model

from scheduler.progress import SolveOptions

Parameter = bool | float | tuple[str, ...]


class CpSatRun:
    """Started at once; `solution` and `bound` tell how far it is."""

    def __init__(
        self,
        model: cp_model.CpModel,
        options: SolveOptions,
        seconds: float,
        *,
        step_back: bool,
        parameters: Mapping[str, Parameter] | None = None,
    ) -> None:
        self.solution: tuple[int, list[int]] | None = None  # the cheapest so far, and what it costs
        self.bound: float | None = None  # no solution costs less; inf if there is none
        self.failure: Exception | None = None
        self.ended: str | None = None  # OPTIMAL, INFEASIBLE, FEASIBLE or UNKNOWN
        self.solver = cp_model.CpSolver()
        chosen = self.solver.parameters
        chosen.max_time_in_seconds = seconds
        chosen.num_workers = options.workers
        chosen.random_seed = options.seed
        chosen.relative_gap_limit = options.gap
        chosen.catch_sigint_signal = False  # else Ctrl-C aborts the process while a thread solves
        if options.workers > 1:
            # Half of the time to a first timetable went into these; the companion does without symmetries anyway.
            chosen.symmetry_level = 0
            chosen.cp_model_probing_level = 0
        for name, value in (parameters or {}).items():
            if isinstance(value, tuple):
                getattr(chosen, name).extend(value)
            else:
                setattr(chosen, name, value)
        self.solver.best_bound_callback = self._hear_bound
        self._step_back = step_back
        self._thread = threading.Thread(target=self._work, args=(model,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end. To be repeated: a stop before the search has begun is lost."""
        self.solver.stop_search()

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._thread.is_alive()

    def _work(self, model: cp_model.CpModel) -> None:
        if self._step_back and hasattr(os, "setpriority"):
            # Its many workers would leave the single-threaded companion a small share of few processors.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 10)
        try:
            status = self.solver.solve(model, _OnSolution(self._hear_solution))
            if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                self._hear_solution(self.solver.response_proto.solution, self.solver.objective_value)
                self._hear_bound(self.solver.best_objective_bound)
            elif status == cp_model.INFEASIBLE:
                self.bound = math.inf
            self.ended = self.solver.status_name(status)
        except Exception as error:  # noqa: BLE001  raised again in the caller's thread
            self.failure = error

    def _hear_bound(self, bound: float) -> None:
        if math.isfinite(bound):
            self.bound = max(0, math.ceil(bound - 1e-6))  # nothing costs less than nothing

    def _hear_solution(self, values: Iterable[int], objective: float) -> None:
        self.solution = round(objective), list(values)


class _OnSolution(cp_model.CpSolverSolutionCallback):
    def __init__(self, hear: Callable[[Iterable[int], float], None]) -> None:
        super().__init__()
        self._hear = hear

    def on_solution_callback(self) -> None:
        self._hear(self.response_proto.solution, self.objective_value)
