"""The search: two HiGHS processes on one model. One searches the whole of it, and proves; the other takes one day
pattern after another, which is quick. With one worker, or where these cannot help, CP-SAT searches the model.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property

from models import Timetable
from scheduler.companion import Companion, Job
from scheduler.cpsat import CpSatRun
from scheduler.linear import linear_model
from scheduler.model import Built
from scheduler.patterns import Patterns
from scheduler.progress import SolveOptions
from scheduler.solution import Solution
from scheduler.trial import Trial

LARGE = 40_000  # decisions; 60 classes have 26,000, 120 have 55,000

Companions = tuple[Companion | None, Companion | None]  # the one that proves, the one that tries day patterns


@contextmanager
def searching(
    make: Callable[[], Built],
    options: SolveOptions,
    deadline: float,
    known: "Callable[[Built], Solution | None] | None" = None,
    like: Sequence[Timetable] = (),
) -> Iterator["Search"]:
    """A search that has begun and that surely ends.

    Of its processes (none with one worker) the one that is needed first starts while the model is made, the other one
    while the first day pattern is sought. `known` says what solution there is. The patterns of timetables in `like` go
    first, possible here or not.
    """
    started: list[Companion] = []

    def companion() -> Companion | None:
        if options.workers != 1:
            started.append(Companion(background=options.background))
        return started[-1] if started else None

    try:
        side = companion()
        built = make()
        helpers = (companion(), side)
        search = Search(helpers, built, options, deadline, None if known is None else known(built), like)
    except BaseException:
        for helper in started:
            helper.end()
        raise
    try:
        yield search
    finally:
        search.end()


class Search:
    """Everything that is at work on one model. `step` is called again and again, and never waits.

    `solution` is the cheapest so far, and nothing costs less than `bound` (inf: proved impossible).
    """

    def __init__(
        self,
        companions: Companions,
        built: Built,
        options: SolveOptions,
        deadline: float,
        known: Solution | None = None,
        like: Sequence[Timetable] = (),
    ) -> None:
        self.built, self.options = built, options
        self.deadline = deadline
        self.solution = known  # where an earlier search ended
        self.cpsat: CpSatRun | None = None
        self.jobs: list[Job] = []
        self.trials: list[Trial] = []
        self.week: Job | None = None  # all patterns at once, without visiting tutors; for large models
        self.whole: Companion | None = companions[0]
        self.side: Companion | None = companions[1]
        if self.whole and self.side:
            linear = linear_model(built.model)
            for companion in (self.whole, self.side):
                companion.load(linear)
                if known:
                    companion.share(*known)
            self.patterns = Patterns(built, linear, options.seed)
            for pattern in (built.x.day_pattern_of(timetable) for timetable in like):
                if pattern not in [trial.pattern for trial in self.trials]:
                    self.trials.append(Trial(pattern))
                    self.patterns.leave_out(pattern)
            self.whole_job = self._job({})
            self.patterns.look(self._left, workers=2)
        else:
            self._start_cpsat()

    def step(self) -> None:
        """Hear what was found, tell the others, and give work to whom has none."""
        self._gather()
        if self.over or self.whole is None or self.side is None:
            return
        self._try_patterns(self.whole, self.side)
        if self.whole.failure or self.side.failure or (self.side.idle and self._tried_all):
            self._start_cpsat()

    def _try_patterns(self, whole: Companion, side: Companion) -> None:
        """Each pattern twice: without visiting tutors, which soon brings a timetable; and in full, which proves."""
        if self.patterns.failure:
            raise self.patterns.failure
        if self.week and self.week.ended and self.week.solution and self.week not in [t.quick for t in self.trials]:
            chosen = {column: int(self.week.solution[1][column]) for column in self.patterns.columns}
            self.trials.append(Trial(chosen, quick=self.week))
        if self.patterns.found is not None:
            self.trials.append(Trial(self.patterns.found))
            self.patterns.found = None
        untried = [t for t in self.trials if t.quick is None]
        if side.idle:
            unproved = [t for t in self.trials if t.quick and t.quick.ended and t.full is None]
            proved = sum(t.full.took for t in self.trials if t.full)
            tried = sum(t.quick.took for t in self.trials if t.quick)
            searching = self.solution is None and not self.patterns.exhausted  # proofs can wait
            if self._is_large and self.solution and self.week is None:
                self.week = self._begin(side, self._job(self._own_tutors))
            elif unproved and not searching and (proved <= tried or not untried):  # as much time for both
                trial = min(unproved, key=lambda t: t.cost)
                trial.full = self._begin(side, self._job(trial.pattern)) if trial.pattern else self.whole_job
            elif untried:
                trial = untried.pop(0)
                narrow = trial.pattern | self._own_tutors
                trial.quick = self._begin(side, self._job(narrow)) if narrow else self.whole_job
                if narrow == trial.pattern:
                    trial.full = trial.quick
        if not untried and not self.patterns.looking and not self.patterns.exhausted:
            self.patterns.look(self._left)
        # Until there is a timetable, the processors are for the first pattern and the search for a second one.
        if self.whole_job not in self.jobs and (self.solution or len(self.trials) > 1 or self.patterns.exhausted):
            self._begin(whole, self.whole_job)

    @property
    def _is_large(self) -> bool:
        """Whether patterns take so long to find that only few would be seen."""
        return len(self.built.model.proto.variables) > LARGE and bool(self._own_tutors)

    @cached_property
    def _own_tutors(self) -> dict[int, int]:
        """Nobody visits. Empty where no preference puts a price on visits: then leaving them out only takes chances."""
        if not self.built.amounts:
            return {}
        return {v.index: 0 for v in self.built.x.visiting_decisions}

    @property
    def _left(self) -> float:
        return self.deadline - time.monotonic()

    @property
    def _tried_all(self) -> bool:
        """Whether no pattern is left, and none is without its proof."""
        return self.patterns.exhausted and all(t.full is not None for t in self.trials)

    def _job(self, fixed: dict[int, int]) -> Job:
        return Job(fixed, self._left, self.options.seed)

    def _begin(self, companion: Companion, job: Job) -> Job:
        self.jobs.append(job)
        companion.begin(job, threads=max(1, (os.cpu_count() or 2) // 2))
        return job

    def _start_cpsat(self) -> None:
        if self.cpsat is None:
            model = self.built.model
            for index, value in enumerate(self.solution[1] if self.solution else ()):
                model.add_hint(model.get_int_var_from_proto_index(index), int(value))
            self.cpsat = CpSatRun(model, self.options, max(0.05, self._left), step_back=self.options.workers > 1)

    def _gather(self) -> None:
        if self.cpsat and self.cpsat.failure:
            raise self.cpsat.failure
        found: list[Solution] = [job.solution for job in self.jobs if job.solution]
        if self.cpsat and self.cpsat.solution:
            found.append(self.cpsat.solution)
        best = min(found, key=lambda solution: solution[0], default=None)
        if best and (self.solution is None or best[0] < self.solution[0]):
            self.solution = best
            for companion in (self.whole, self.side):
                if companion:
                    companion.share(*best)

    @property
    def bound(self) -> float:
        """No solution of the model costs less; inf if it has none."""
        bounds = [0.0]
        if self.cpsat and self.cpsat.bound is not None:
            bounds.append(self.cpsat.bound)
        if self.whole:
            bounds.append(self.whole_job.bound)
            if self._tried_all:  # each solution has one of the patterns
                bounds.append(min((t.full.bound for t in self.trials if t.full), default=float("inf")))
        return max(bounds)

    @property
    def over(self) -> bool:
        """Whether nothing more can be won: proved, near enough to the bound, or nobody is at work any more."""
        if self.bound == float("inf"):
            return True
        if self.solution and self.solution[0] - self.bound <= self.options.gap * max(1, abs(self.solution[0])):
            return True
        if self.whole is None or self.side is None or self.cpsat:
            return not (self.cpsat and self.cpsat.running) and not self._processes_work
        return False  # CP-SAT takes over where the processes cannot go on

    @property
    def _processes_work(self) -> bool:
        searching = self.whole is not None and not self.whole.idle and not self.whole.failure
        trying = self.side is not None and not self.side.failure and not (self.side.idle and self._tried_all)
        return searching or trying

    def end(self) -> None:
        """Leave no process or thread behind, whatever happened."""
        for companion in (self.whole, self.side):
            if companion:
                companion.end()
        while (self.cpsat and self.cpsat.running) or (self.whole and self.patterns.looking):
            if self.cpsat:
                self.cpsat.stop()
            if self.whole:
                self.patterns.stop()
            time.sleep(0.005)
        self._gather()
