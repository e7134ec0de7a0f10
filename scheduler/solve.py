"""Problem → Outcome: count what is short, search, name what was counted, and audit what is shown."""

import dataclasses
import time
from collections.abc import Iterator, Sequence
from functools import partial

from models import Outcome, Problem, Severity, Shortage, Status, Timetable, Verdict
from models.noun import ClassId, Subject
from models.timetable_checks import timetable_issues
from scheduler.audit import audit
from scheduler.decode import decode
from scheduler.model import Built, build
from scheduler.precheck import precheck
from scheduler.progress import OnBetter, OnProgress, Progress, SolveOptions, Start, Stop
from scheduler.rooming import PooledTooFarError
from scheduler.rule import Rule
from scheduler.rules import RULES
from scheduler.scope import Split
from scheduler.search import Search, searching
from scheduler.solution import Solution, reading
from scheduler.warm_start import solution_of

POLL_SECONDS = 0.02


class WrongTimetableError(AssertionError):
    """The audit disagrees with the solver: a defect of ours, so nothing is shown."""


def solve(
    problem: Problem,
    options: SolveOptions | None = None,
    on_progress: OnProgress | None = None,
    stop: Stop | None = None,
    *,
    on_better: OnBetter | None = None,
    start: Start | None = None,
    rules: Sequence[Rule] = RULES,
) -> Outcome:
    """The best timetable, proved or with its gap; or why there is none. `rules` are the school's own, and perhaps
    requirements of this solve alone, which the audit does not know.

    Rooms and visiting tutors are counted first. If a solution cannot be given names at the price that it was counted
    at, what was counted alike is split, and the search goes on in a finer model; every bound on the way holds.
    What comes out is never worse than the timetable of `start`, which is left aside where it breaks a requirement.
    IMPOSSIBLE only when counted or proved; OUT_OF_TIME when neither a timetable nor a proof was found. Raises
    WrongTimetableError if the audit finds a broken requirement, or less than the proved bound.
    """
    run = _Run(problem, options or SolveOptions(), time.monotonic(), on_progress, on_better, stop or Stop(), rules)
    if start is not None:
        run.begin_with(start)
    split: Split | None = Split()
    while split is not None:
        split = run.search(split)
    return run.outcome()


@dataclasses.dataclass
class _Run:
    """One solve: the best timetable that was audited, and the best bound, over all models that it went through."""

    problem: Problem
    options: SolveOptions
    started: float
    on_progress: OnProgress | None
    on_better: OnBetter | None
    stop: Stop
    rules: Sequence[Rule]
    best: tuple[Timetable, Verdict] | None = None
    interim: tuple[Timetable, Verdict] | None = None  # seen on the way, by one worker alone
    bound: float = 0
    first_seconds: float | None = None
    shortages: tuple[Shortage, ...] | None = None  # None before they were counted
    told: tuple[int | None, float] = (None, 0)

    def begin_with(self, start: Start) -> None:
        """Take over where an earlier search ended. Raises WrongTimetableError if its bound is wrong."""
        self.bound = start.bound
        if any(issue.severity is Severity.ERROR for issue in timetable_issues(self.problem, start.timetable)):
            return
        verdict = audit(self.problem, start.timetable)
        if verdict.clean:
            self.best, self.first_seconds = (start.timetable, verdict), 0.0
            self._hand_over()

    def search(self, split: Split) -> Split | None:
        """Search the model so split until it is over; what must be split further, if that helps."""
        deadline = self.started + self.options.seconds
        make = partial(build, self.problem, rules=self.rules, split=split)
        with searching(make, self.options, deadline, self._known) as search:
            try:
                if self.shortages is None:  # counted while the search looks for its first day pattern
                    self.shortages = precheck(self.problem)
                if self.shortages:
                    self.bound = float("inf")
                    return None
                for solution in self._solutions(search):
                    try:
                        self._keep(search.built, solution, even=False)
                    except PooledTooFarError as pooled:
                        if not self._alone:
                            return Split(split.rooms | set(pooled.rooms), split.tutors)
            finally:
                search.end()
                self.bound = max(self.bound, search.bound)
        if search.solution is None:
            return None
        try:
            cost = self._keep(search.built, search.solution, even=True)
        except PooledTooFarError as pooled:
            return None if self._is_time_up else Split(split.rooms | set(pooled.rooms), split.tutors)
        if cost > search.solution[0] and not self._is_time_up and self.status is not Status.OPTIMAL:
            visited = _visited(self.problem, search.built, search.solution)
            return Split(split.rooms, split.tutors | visited) if visited else None
        return None

    def _known(self, built: Built) -> Solution | None:
        return None if self.best is None else solution_of(built, self.problem, self.best[0], self._left)

    def _solutions(self, search: Search) -> Iterator[Solution]:
        """Every better solution at once, and progress, until the search ends."""
        seen: Solution | None = None
        while not (search.over or self.status is Status.OPTIMAL or self._is_time_up):
            time.sleep(POLL_SECONDS)
            search.step()
            if search.solution is not seen:
                seen = search.solution
                if seen is not None:
                    yield seen
            self._tell(max(self.bound, search.bound))

    def _keep(self, built: Built, solution: Solution, *, even: bool) -> int:
        """Name and audit a solution, and keep the timetable if it is the best; its audited cost.

        Heads are counted evenly only at the end, which takes longer.
        """
        timetable = decode(self.problem, built.x, reading(solution[1]), even=even)
        verdict = audit(self.problem, timetable)
        if not verdict.clean:
            raise WrongTimetableError("; ".join(v.text.zh for v in verdict.broken[:5]))
        if self.first_seconds is None:
            self.first_seconds = time.monotonic() - self.started
        if self._alone and not even:
            # One worker repeats itself exactly, but not the moments at which we look: so this must not count.
            self.interim = timetable, verdict
        elif self.best is None or verdict.cost < self.best[1].cost or (even and verdict.cost == self.best[1].cost):
            self.best = timetable, verdict
            self._hand_over()
        return verdict.cost

    def _hand_over(self) -> None:
        if self.on_better:
            self.on_better(self.outcome())

    def _tell(self, bound: float) -> None:
        shown = self.best or self.interim
        now = (shown[1].cost if shown else None), bound
        if self.on_progress and bound != float("inf") and self.told != now:
            self.told = now
            self.on_progress(Progress(time.monotonic() - self.started, *now))

    @property
    def _alone(self) -> bool:
        return self.options.workers == 1

    @property
    def _is_time_up(self) -> bool:
        return self.stop.is_set() or self._left <= 0

    @property
    def _left(self) -> float:
        return self.started + self.options.seconds - time.monotonic()

    @property
    def status(self) -> Status:
        """What may be said so far."""
        if self.best is not None:
            return Status.OPTIMAL if self.best[1].cost <= self.bound else Status.FEASIBLE
        return Status.IMPOSSIBLE if self.bound == float("inf") else Status.OUT_OF_TIME

    def outcome(self) -> Outcome:
        """What came out. Raises WrongTimetableError if the bound is wrong."""
        self.best = self.best or self.interim
        cost = self.best[1].cost if self.best else None
        if cost is not None and cost < self.bound:
            raise WrongTimetableError(f"audited cost {cost} below the proved bound {self.bound}")
        return Outcome(
            status=self.status,
            timetable=self.best[0] if self.best else None,
            verdict=self.best[1] if self.best else None,
            objective=cost,
            bound=None if self.bound == float("inf") else int(self.bound),
            seconds=time.monotonic() - self.started,
            first_seconds=self.first_seconds,
            shortages=self.shortages or (),
        )


def _visited(problem: Problem, built: Built, solution: Solution) -> frozenset[tuple[ClassId, Subject]]:
    """Classes and subjects with a tutor who was counted and not named."""
    value = reading(solution[1])
    pairs = [(c, subject) for c, quotas in problem.quotas.items() for subject in quotas]
    return frozenset(pair for pair in pairs if value(built.x.visited_ever(*pair)))
