"""One line of the results: an instance, a method, and what the audit and the clock say of it."""

from typing import NamedTuple

from benchmarks.methods.answer import Answer, Step
from models import Problem
from models.timetable_checks import timetable_issues
from scheduler.audit import audit

WITHIN = (0.05, 0.01)


class Row(NamedTuple):
    """As it stands in the CSV file: times in seconds, empty = did not happen."""

    classes: int
    seed: int
    kind: str
    method: str
    limit: float
    outcome: str  # optimal, feasible, broken, impossible, none, absent, failed
    build: float | None = None
    first: float | None = None
    end: float | None = None
    cost: int | None = None  # as audited
    bound: float | None = None  # that the method proved
    memory: int | None = None  # megabytes at the peak, all its processes together
    broken: int | None = None  # violations of requirements
    trail: str = ""  # seconds:objective:bound, separated by blanks
    note: str = ""
    machine: str = ""

    @property
    def key(self) -> tuple[int, int, str, str]:
        """The instance and the method."""
        return self.classes, self.seed, self.kind, self.method

    @property
    def steps(self) -> tuple[Step, ...]:
        """The trail."""
        found = []
        for part in self.trail.split():
            seconds, objective, bound = part.split(":")
            found.append(Step(float(seconds), int(objective) if objective else None, float(bound) if bound else None))
        return tuple(found)

    @property
    def proof(self) -> float | None:
        """Seconds until it was proved best, or impossible."""
        return self.end if self.outcome in ("optimal", "impossible") else None

    def reached(self, cost: float) -> float | None:
        """Seconds until a timetable was as cheap as this; none if the one at the end is not, or is broken."""
        if self.outcome not in ("optimal", "feasible") or self.cost is None or self.cost > cost:
            return None
        times = [s.seconds for s in self.steps if s.objective is not None and s.objective <= cost]
        return min(times, default=self.end)


def judged(row: Row, problem: Problem, answer: Answer) -> Row:
    """The row with what an answer is worth: the timetable is judged by the audit alone."""
    steps = [s for s in answer.trail if s.objective is not None or s.bound is not None]
    trail = " ".join(
        f"{s.seconds:.2f}:{'' if s.objective is None else s.objective}:{'' if s.bound is None else f'{s.bound:g}'}"
        for s in steps
    )
    row = row._replace(build=answer.build_seconds, end=answer.seconds, bound=answer.bound, trail=trail)
    if answer.absent:
        return row._replace(outcome="absent", note=answer.absent)
    if answer.timetable is None:
        return row._replace(outcome="impossible" if answer.proved else "none")
    if issues := timetable_issues(problem, answer.timetable):
        return row._replace(outcome="broken", broken=len(issues), note=issues[0].text.en)
    verdict = audit(problem, answer.timetable)
    if not verdict.clean:
        rules = sorted({v.rule for v in verdict.broken})
        return row._replace(outcome="broken", broken=len(verdict.broken), note=" ".join(rules))
    proved = answer.proved and answer.bound is not None and verdict.cost <= answer.bound
    return row._replace(
        outcome="optimal" if proved else "feasible",
        first=min((s.seconds for s in steps if s.objective is not None), default=answer.seconds),
        cost=verdict.cost,
        broken=0,
    )
