"""A changed problem and the timetable that it had → a new timetable near it, and how few people must be told.

First the fewest people who must be told, whatever that costs otherwise, and the proof that nobody more can be spared
(`scheduler.fewest`). Then, with no more people than that, the fewest sessions that change, and among these the cheapest
timetable by the school's preferences: SESSION_PRICE for each session and its cost are one objective.
"""

import dataclasses
import time
from collections.abc import Sequence

from models import Comparison, Problem, Shortage, Status, Timetable, Verdict, WhatIf
from scheduler.audit import audit
from scheduler.compare import compare
from scheduler.cpsat import CpSatRun
from scheduler.decode import decode
from scheduler.fewest import Fewest
from scheduler.heads import with_heads_of
from scheduler.near import near, near_with_preferences
from scheduler.precheck import precheck
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop
from scheduler.rooming import PooledTooFarError
from scheduler.scope import Split
from scheduler.solution import reading
from scheduler.solve import POLL_SECONDS, WrongTimetableError
from scheduler.variables import Variables

SESSION_PRICE = 1000
"""What a session of the base that changes costs beside the preferences: more than these usually cost in all."""

DOUBTFUL_SECONDS = 1.0  # without any timetable: then it is worth while to count what is short


def whatif(
    problem: Problem,
    changes_applied: Problem,
    base: Timetable,
    options: SolveOptions | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
) -> WhatIf:
    """The best timetable for the changed problem near the base, the timetable of `problem`; neither is altered.

    Progress is told in people (objective: people to tell; bound: nobody more can be spared). The number of people, once
    proved, is always the same. With one worker so is the timetable, if the search ends before the time is up; with
    several it may be another with as few people. Raises WrongTimetableError if the audit disagrees with the solver.
    """
    fields = {name: getattr(changes_applied, name) for name in Problem.model_fields}
    after = Problem(**(fields | {"published": base}))  # made anew, so that nothing is remembered from before the change
    run = _Run(problem, after, base, options or SolveOptions(), time.monotonic(), on_progress, stop or Stop())
    run.search()
    return run.answer()


@dataclasses.dataclass(frozen=True)
class _Found:
    timetable: Timetable
    verdict: Verdict
    comparison: Comparison

    @property
    def told(self) -> int:
        return len(self.comparison.notices)

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.told, self.comparison.sessions_changed, self.verdict.cost


@dataclasses.dataclass
class _Run:
    """One what-if: the best timetable that was audited, and the best bound."""

    before: Problem
    problem: Problem
    base: Timetable
    options: SolveOptions
    started: float
    on_progress: OnProgress | None
    stop: Stop
    split: Split = dataclasses.field(default_factory=Split)
    best: _Found | None = None
    bound: float = 0
    shortages: tuple[Shortage, ...] | None = None  # None before they were counted
    first_seconds: float | None = None
    proved_seconds: float | None = None
    uneven: tuple[Variables, Sequence[int]] | None = None  # the best, where its heads were not counted evenly
    shown: tuple[int | None, float] = (None, 0)

    def search(self) -> None:
        """Both phases; again with rooms told apart where counting them was too generous."""
        while not self._search_fewest():
            pass
        while self.best and not self._is_time_up and not self._search_nearest(self.best):
            pass
        if self.uneven:
            self._keep(*self.uneven, even=True)

    def _search_fewest(self) -> bool:
        """Whether it is over: else the model was split, and the search must go on."""
        model = near(self.problem, self.split)
        search = Fewest(model, self.options, self._deadline)
        try:
            while not search.over and not self.stop.is_set():
                time.sleep(POLL_SECONDS)
                search.step()
                self._tell(search.told, max(self.bound, search.bound))
                doubtful = search.told is None and (search.proved or self._seconds > DOUBTFUL_SECONDS)
                if doubtful and self.shortages is None:
                    self.shortages = precheck(self.problem)
                    if self.shortages:
                        self.bound = float("inf")
                        return True
        finally:
            search.end()
            self.bound = max(self.bound, search.bound)
        if search.values is None:
            return True
        try:
            self._keep(model.built.x, search.values, even=False)
        except PooledTooFarError as pooled:
            self._split(pooled)
            return self._is_time_up
        if self.best and self.best.told <= self.bound:
            self.proved_seconds = self._seconds
        return True

    def _search_nearest(self, known: _Found) -> bool:
        """The same for the timetables with no more people than are known to be enough."""
        model = near_with_preferences(self.problem, self.split, SESSION_PRICE)
        model.hint(known.timetable)
        narrow = model.within(known.told)
        run = CpSatRun(narrow, self.options, max(0.05, self._deadline - time.monotonic()), step_back=False)
        while run.running and not self._is_time_up:
            time.sleep(POLL_SECONDS)
        while run.running:
            run.stop()
            time.sleep(POLL_SECONDS)
        if run.failure:
            raise run.failure
        if run.solution is None:
            return True
        try:
            self._keep(model.built.x, run.solution[1], even=True)
        except PooledTooFarError as pooled:
            self._split(pooled)
            return False
        return True

    def _keep(self, x: Variables, values: Sequence[int], *, even: bool) -> None:
        """Name and audit what was found, and keep it if it is the best; heads are counted evenly only at the end."""
        decoded = decode(self.problem, x, reading(values), even=even)
        found = self._judged(with_heads_of(self.problem, self.base, decoded))
        if not found.verdict.clean:  # then the old head counts do not fit the new school
            found = self._judged(decoded)
        if not found.verdict.clean:
            raise WrongTimetableError("; ".join(v.text.zh for v in found.verdict.broken[:5]))
        if found.told < self.bound:
            raise WrongTimetableError(f"{found.told} people are told, below the proved bound {self.bound}")
        if self.first_seconds is None:
            self.first_seconds = self._seconds
        if self.best is None or found.rank < self.best.rank or (even and found.rank == self.best.rank):
            self.best, self.uneven = found, None if even else (x, values)

    def _judged(self, timetable: Timetable) -> _Found:
        compared = compare(self.before, self.base, self.problem, timetable)
        return _Found(timetable, audit(self.problem, timetable), compared)

    def _split(self, pooled: PooledTooFarError) -> None:
        self.split = Split(self.split.rooms | set(pooled.rooms), self.split.tutors)

    def _tell(self, people: int | None, bound: float) -> None:
        if self.on_progress and bound != float("inf") and self.shown != (people, bound):
            self.shown = people, bound
            self.on_progress(Progress(self._seconds, people, bound))

    @property
    def _seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def _deadline(self) -> float:
        return self.started + self.options.seconds

    @property
    def _is_time_up(self) -> bool:
        return self.stop.is_set() or time.monotonic() >= self._deadline

    def answer(self) -> WhatIf:
        """What came out."""
        best = self.best
        if best is not None:
            status = Status.OPTIMAL if best.told <= self.bound else Status.FEASIBLE
        else:
            status = Status.IMPOSSIBLE if self.bound == float("inf") else Status.OUT_OF_TIME
        return WhatIf(
            status=status,
            timetable=best.timetable if best else None,
            verdict=best.verdict if best else None,
            comparison=best.comparison if best else None,
            told=best.told if best else None,
            told_bound=None if self.bound == float("inf") else int(self.bound),
            seconds=self._seconds,
            first_seconds=self.first_seconds,
            proved_seconds=self.proved_seconds,
            shortages=self.shortages or (),
        )
