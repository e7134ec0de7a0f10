"""How few people must be told: found from above, proved from below, by two runs of CP-SAT side by side.

From above: the published timetable is the hint, and every club meets when it does now. Nearly always the best timetable
is among these; where none is, or where fewer people might do otherwise, all timetables are searched.
From below: is it possible with nobody told but those who must be in any case, with one more, with two …? Each such
question settles nearly the whole week before the search begins (`Near.within`), and a search that collects the reasons
why people must be told (core-guided) answers it quickly. The first number that is possible is the least.
"""

import time
from collections.abc import Sequence

from ortools.sat.python.cp_model import CpModel

from scheduler.cpsat import CpSatRun
from scheduler.near import Near
from scheduler.progress import SolveOptions

ABOVE = {"num_workers": 1, "linearization_level": 2, "symmetry_level": 0, "cp_model_probing_level": 0}
BELOW = ABOVE | {"linearization_level": 0, "optimize_with_core": True}


class Fewest:
    """`step` is called again and again, and never waits. `values` are those of the best solution so far."""

    def __init__(self, near: Near, options: SolveOptions, deadline: float) -> None:
        self.near = near
        self.options = options
        self.deadline = deadline
        self.told: int | None = None
        self.values: Sequence[int] | None = None
        self.bound: float = near.told_anyway  # inf: no timetable at all
        self._spare: tuple[int, Sequence[int]] | None = None  # found from below, by one worker alone
        self._narrow = True  # whether clubs keep their times in what is searched from above
        self._from_above = self._run(near.with_its_pattern(), ABOVE)
        self._asked = near.told_anyway
        self._from_below: CpSatRun | None = self._run(near.within(self._asked), BELOW)

    @property
    def proved(self) -> bool:
        """Whether nobody more can be spared, or there is no timetable."""
        return self.bound == float("inf") or (self.told is not None and self.told <= self.bound)

    @property
    def over(self) -> bool:
        """Whether nothing more can be won."""
        return self.proved or time.monotonic() >= self.deadline

    def step(self) -> None:
        """Hear what was found and proved, and ask the next question."""
        for run in (self._from_above, self._from_below):
            if run and run.failure:
                raise run.failure
        self._step_above()
        self._step_below()

    def _step_above(self) -> None:
        run = self._from_above
        ended = run.ended
        self._keep(run)
        if not self._narrow and run.bound is not None:
            self.bound = max(self.bound, min(run.bound, self.told if self.told is not None else float("inf")))
        if ended is None or self.proved or not self._narrow:
            return
        self._narrow = False
        better = self.near.all() if self.told is None else self.near.within(self.told - 1)
        workers = {"num_workers": max(1, min(2, self.options.workers))}  # where nothing is settled, variety counts
        self._from_above = self._run(better, ABOVE if self.told is not None else ABOVE | workers)

    def _step_below(self) -> None:
        run = self._from_below
        if run is None or self.proved:
            return
        if self.options.workers > 1:
            self._keep(run)
        elif run.solution:  # which of both comes first must not matter
            self._spare = run.solution
        if run.ended == "INFEASIBLE":
            self.bound = max(self.bound, self._asked + 1)
        elif run.bound is not None and run.bound != float("inf"):
            self.bound = max(self.bound, min(run.bound, self._asked + 1))
        if run.ended is None:
            return
        possible = run.ended in ("OPTIMAL", "FEASIBLE")
        self._from_below = None
        if not possible and not self.proved and self.bound <= len(self.near.told):
            self._asked = int(self.bound)
            self._from_below = self._run(self.near.within(self._asked), BELOW)

    def _keep(self, run: CpSatRun) -> None:
        self._take(run.solution)

    def _take(self, found: tuple[int, Sequence[int]] | None) -> None:
        if found is not None and (self.told is None or found[0] < self.told):
            self.told, self.values = found

    def _run(self, model: CpModel, parameters: dict[str, bool | int]) -> CpSatRun:
        left = max(0.05, self.deadline - time.monotonic())
        return CpSatRun(model, self.options, left, step_back=False, parameters=parameters)

    def end(self) -> None:
        """Leave no thread behind."""
        for run in (self._from_above, self._from_below):
            while run and run.running:
                run.stop()
                time.sleep(0.005)
        if self.told is None:
            self._take(self._spare)
