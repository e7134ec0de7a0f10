"""How few people must be told: found from above, proved from below, by two runs of CP-SAT side by side.

From below: is it possible with nobody told but those who must be in any case, with one more, with two …? Each such
question settles nearly the whole week before the search begins (`Near.within`), so that it is answered soon: no by
search, yes by repairing the published timetable (feasibility jump). The first number that is possible is the least.
From above: the published timetable is the hint, and every club meets when it does now. That soon brings some timetable;
where there is none, or where fewer people might do otherwise, all timetables are searched.
One worker alone answers yes only from above, because which of both comes first must not matter: it repeats itself.
"""

import time
from collections.abc import Mapping, Sequence

from ortools.sat.python.cp_model import CpModel

from scheduler.cpsat import CpSatRun, Parameter
from scheduler.near import Near
from scheduler.progress import SolveOptions
from scheduler.solution import reading

PLAIN: dict[str, Parameter] = {
    "symmetry_level": 0,  # these two take longer than the search that they could spare
    "cp_model_probing_level": 0,
    "num_workers": 1,
}
ABOVE = PLAIN | {"linearization_level": 2}
BELOW = PLAIN | {"num_workers": 2, "subsolvers": ("no_lp",)}  # the second worker is for feasibility jump
BELOW_ALONE = PLAIN | {"linearization_level": 0, "optimize_with_core": True}
TRY_SECONDS = 6.0  # then with other dice: whether such a search is quick is a matter of luck


class Fewest:
    """`step` is called again and again, and never waits. `values` are those of the best solution so far."""

    def __init__(self, near: Near, options: SolveOptions, deadline: float) -> None:
        self.near = near
        self.options = options
        self.deadline = deadline
        self.told: int | None = None
        self.values: Sequence[int] | None = None
        self.bound: float = near.told_anyway  # inf: no timetable at all
        self._alone = options.workers == 1
        self._narrow = True  # whether clubs keep their times in what is searched from above
        self._above = self._run(near.with_its_pattern(), ABOVE, step_back=not self._alone)
        self._asked, self._tries = near.told_anyway, 0
        self._below: CpSatRun | None = self._ask()

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
        for run in (self._above, self._below):
            if run and run.failure:
                raise run.failure
        self._step_above()
        self._step_below()

    def _step_above(self) -> None:
        run = self._above
        ended = run.ended
        self._keep(run)
        if not self._narrow and run.bound is not None:
            self.bound = max(self.bound, run.bound if self.told is None else min(run.bound, self.told))
        if ended is None or self.proved or not self._narrow:
            return
        self._narrow = False
        if self.told is not None:
            self._above = self._run(self.near.within(self.told - 1), ABOVE, step_back=not self._alone)
        else:  # where nothing is settled, variety counts
            self._above = self._run(self.near.all(), ABOVE | {"num_workers": 1 if self._alone else 2})

    def _step_below(self) -> None:
        run = self._below
        if run is None or self.proved:
            return
        ended = run.ended
        if ended == "INFEASIBLE":
            self.bound = max(self.bound, self._asked + 1)
        if not self._alone:
            self._keep(run)
        if ended is None or self.proved:
            return
        self._tries = self._tries + 1 if self._asked == self.bound else 0
        self._asked = int(self.bound)
        again = ended not in ("OPTIMAL", "FEASIBLE") and self._asked <= len(self.near.told)
        self._below = self._ask() if again else None

    def _ask(self) -> CpSatRun:
        """Whether it is possible with so many people."""
        model = self.near.within(self._asked)
        if self._alone:
            return self._run(model, BELOW_ALONE)
        self.near.without_objective(model)
        return self._run(model, BELOW | {"random_seed": self.options.seed + self._tries}, TRY_SECONDS * 2**self._tries)

    def _keep(self, run: CpSatRun) -> None:
        if run.solution:
            values = run.solution[1]
            told = reading(values)(self.near.people_told)  # not every run counts it
            if self.told is None or told < self.told:
                self.told, self.values = told, values

    def _run(
        self,
        model: CpModel,
        parameters: Mapping[str, Parameter],
        most: float = float("inf"),
        *,
        step_back: bool = False,
    ) -> CpSatRun:
        left = max(0.05, min(most, self.deadline - time.monotonic()))
        return CpSatRun(model, self.options, left, step_back=step_back, parameters=parameters)

    def end(self) -> None:
        """Leave no thread behind, and nothing that was found."""
        running = [run for run in (self._above, self._below) if run]
        while any(run.running for run in running):
            for run in running:
                run.stop()
            time.sleep(0.005)
        self._keep(self._above)
        if self._below and (self.told is None or not self._alone):
            self._keep(self._below)
