"""Day patterns, one after another: when the large clubs meet and when each band walks, found by CP-SAT.

What is searched is the club half of the model: its rows without those that mention homework or count an amount. That
leaves out requirements, so a pattern may turn out to be impossible; but where no pattern is left, none was missed.
"""

import threading
from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from scheduler.linear import LinearModel, add_rows
from scheduler.memory import give_back
from scheduler.model import Built

Pattern = dict[int, int]
"""Column of the model → 0 or 1."""


class Patterns:
    """Asked for one pattern at a time, it looks for it in a thread: `found` is None while it looks."""

    def __init__(self, built: Built, linear: LinearModel, seed: int) -> None:
        self.found: Pattern | None = None
        self.exhausted = False  # no further pattern exists: proved
        self.failure: Exception | None = None
        self.columns = [v.index for v in built.x.day_pattern]
        self._model, self._decisions = _club_half(linear, built)
        self._seed = seed
        self._solver: cp_model.CpSolver | None = None
        self._thread: threading.Thread | None = None
        self._stopped = False

    def leave_out(self, pattern: Pattern) -> None:
        """Never find this one."""
        others = [d.negated() if pattern[c] else d for c in self.columns if (d := self._decisions[c]) is not None]
        self._model.add_bool_or(others)

    @property
    def looking(self) -> bool:
        """Whether it is at work."""
        return self._thread is not None and self._thread.is_alive()

    def look(self, seconds: float, workers: int = 1) -> None:
        """Begin to look for a pattern that was not found before."""
        self.found = None
        self._solver = solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.num_workers = workers
        parameters.stop_after_first_solution = True  # several workers would go on to compare notes
        parameters.random_seed = self._seed
        parameters.max_time_in_seconds = max(0.05, seconds)
        parameters.catch_sigint_signal = False
        parameters.symmetry_level = 0  # these two take longer than the search that they could spare
        parameters.cp_model_probing_level = 0
        self._thread = threading.Thread(target=self._work, args=(solver,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end. To be repeated: a stop before the search has begun is lost."""
        if self.looking and self._solver is not None:
            self._solver.stop_search()

    def _work(self, solver: cp_model.CpSolver) -> None:
        try:
            status = solver.solve(self._model)
            if status == cp_model.INFEASIBLE:
                self.exhausted = True
            elif status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
                found = {column: int(solver.value(self._decisions[column])) for column in self.columns}
                self.leave_out(found)
                self.found = found
        except Exception as error:  # noqa: BLE001  raised again in the caller's thread
            self.failure = error
        give_back()


def _club_half(linear: LinearModel, built: Built) -> tuple[cp_model.CpModel, Sequence[cp_model.IntVar]]:
    """A model of the rows that neither mention homework nor count an amount; its decisions by column."""
    model = cp_model.CpModel()
    bounds = zip(linear.lower.astype(int).tolist(), linear.upper.astype(int).tolist(), strict=True)
    decisions = [model.new_int_var(low, high, "") for low, high in bounds]
    homework = built.x.homework_columns
    other = (linear.column >= built.decisions) | ((linear.column >= homework.start) & (linear.column < homework.stop))
    left_out = np.zeros(len(linear.low), dtype=bool)
    left_out[linear.row[other]] = True
    add_rows(
        model,
        decisions,
        linear,
        np.flatnonzero(~left_out[linear.row]),
        np.flatnonzero(~left_out),
        linear.low,
        linear.high,
    )
    return model, decisions
