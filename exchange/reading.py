"""What reading a school's file brings: the problem, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass

from models import Issue, Problem, Scenario, Severity


@dataclass(frozen=True)
class Reading:
    """The problem, if nothing stops the work; and everything that is wrong or odd, all at once."""

    problem: Problem | None
    issues: tuple[Issue, ...]
    scenarios: tuple[Scenario, ...] = ()  # what the school wants to try; the problem is without them

    @classmethod
    def of(cls, problem: Problem | None, issues: list[Issue], scenarios: Sequence[Scenario] = ()) -> "Reading":
        """A problem with errors is no problem."""
        stopped = any(issue.severity is Severity.ERROR for issue in issues)
        return cls(None if stopped else problem, tuple(issues), () if stopped else tuple(scenarios))
