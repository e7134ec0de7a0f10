"""A process of its own in which HiGHS solves jobs on one linear model and tells whatever it finds, as it finds it.

A process, because it can be ended at any moment, whatever HiGHS is doing. Runs as a plain file and imports nothing of
ours. Pickled tuples come in on standard input: first the arrays of a `LinearModel`, then `("job", …)` and
`("better", cost, values)` in any order; what goes out on standard output is written at `_Run`.
"""

import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Tell = Callable[..., None]
DONE = (
    highspy.HighsModelStatus.kOptimal,
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kObjectiveBound,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,  # costs are never below nothing: so it has no solution
)
BELOW = 0.5  # costs are whole numbers: what is not below `better` by so much is not cheaper


class Inbox:
    """What the parent sends, heard in a thread: jobs wait in a queue, of better solutions only the last counts."""

    def __init__(self) -> None:
        self.jobs: queue.Queue[tuple[int, Mapping[str, Any]]] = queue.Queue()
        self.better: tuple[float, Array | None] = (np.inf, None)
        self.model: Mapping[str, Any] = pickle.load(sys.stdin.buffer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            try:
                what, *rest = pickle.load(sys.stdin.buffer)
            except EOFError:  # the parent is gone
                os._exit(0)
            if what == "job":
                self.jobs.put((rest[0], rest[1]))
            else:
                self.better = (rest[0], rest[1])


class _Run:
    """One job. Tells ("solution", job, cost, values), ("bound", job, cost) and, last, ("end", job, bound, exhausted).

    Nothing in the job's space costs less than the bound; inf if the space is proved empty.
    """

    def __init__(self, inbox: Inbox, number: int, job: Mapping[str, Any], tell: Tell) -> None:
        self.inbox = inbox
        self.number = number
        self.job = job
        self.tell = tell
        self.cutoff = inbox.better[0]
        self.given = np.inf
        self.bound = -np.inf
        self.solver = highspy.Highs()
        options = {"output_flag": False, "mip_rel_gap": 0.0, "mip_lp_solver": "ipm", "random_seed": job["seed"]}
        for name, value in (options | {"time_limit": job["seconds"], "threads": job["threads"]}).items():
            self.solver.setOptionValue(name, value)
        if np.isfinite(self.cutoff):
            self.solver.setOptionValue("objective_bound", self.cutoff - BELOW)
        self.solver.passModel(_program(inbox.model, job))
        self.solver.cbMipImprovingSolution.subscribe(self._on_solution)
        self.solver.cbMipInterrupt.subscribe(self._on_progress)
        if job["whole"]:  # elsewhere the better solution may be outside of the job's space
            self.solver.cbMipUserSolution.subscribe(self._on_question)

    def run(self) -> None:
        self.solver.run()
        exhausted = self.solver.getModelStatus() in DONE
        bound = self.solver.getInfo().mip_dual_bound
        if exhausted:
            found = self.solver.getInfo().objective_function_value
            has = self.solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
            bound = found if has else np.inf
        # What the cutoff pruned costs at least the cutoff.
        self.tell("end", self.number, min(max(bound, self.bound), self.cutoff), exhausted)

    def _on_solution(self, event: highspy.highs.HighsCallbackEvent) -> None:
        cost = float(event.data_out.objective_function_value)
        values = np.rint(np.asarray(event.data_out.mip_solution)).astype(np.int32)
        self.tell("solution", self.number, cost, values)

    def _on_progress(self, event: highspy.highs.HighsCallbackEvent) -> None:
        bound = float(event.data_out.mip_dual_bound)
        if np.isfinite(bound) and bound > self.bound:
            self.bound = bound
            self.tell("bound", self.number, min(bound, self.cutoff))
        if self.bound > self.inbox.better[0] - BELOW:  # nothing here is cheaper
            assert event.data_in is not None
            event.data_in.user_interrupt = True

    def _on_question(self, event: highspy.highs.HighsCallbackEvent) -> None:
        cost, values = self.inbox.better
        if values is not None and cost < min(self.given, float(event.data_out.mip_primal_bound)):
            self.given = cost
            assert event.data_in is not None
            event.data_in.setSolution(values.astype(np.float64))


def _program(model: Mapping[str, Any], job: Mapping[str, Any]) -> highspy.HighsLp:
    lower, upper = model["lower"].copy(), model["upper"].copy()
    lower[job["columns"]] = upper[job["columns"]] = job["values"]
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = len(lower), len(model["low"])
    program.col_cost_, program.col_lower_, program.col_upper_ = model["cost"], lower, upper
    program.row_lower_, program.row_upper_ = model["low"], model["high"]
    program.offset_ = model["offset"]
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_, matrix.index_, matrix.value_ = model["start"], model["column"], model["value"]
    program.integrality_ = [highspy.HighsVarType.kInteger] * len(lower)
    return program


def main() -> None:
    """Work until the parent ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to hear
    if "background" in sys.argv and hasattr(os, "nice"):
        os.nice(5)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # HiGHS greets on standard output
    lock = threading.Lock()

    def tell(*words: object) -> None:
        with lock:
            pickle.dump(words, out)
            out.flush()

    inbox = Inbox()
    while True:
        _Run(inbox, *inbox.jobs.get(), tell).run()


if __name__ == "__main__":
    main()
