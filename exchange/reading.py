"""What reading a school's file brings: the problem, or why there is none."""

from dataclasses import dataclass

from models import Issue, Problem, Severity


@dataclass(frozen=True)
class Reading:
    """The problem, if nothing stops the work; and everything that is wrong or odd, all at once."""

    problem: Problem | None
    issues: tuple[Issue, ...]

    @classmethod
    def of(cls, problem: Problem | None, issues: list[Issue]) -> "Reading":
        """A problem with errors is no problem."""
        stopped = any(issue.severity is Severity.ERROR for issue in issues)
        return cls(None if stopped else problem, tuple(issues))
