"""What is wrong with a problem before anything is searched: named checks, each with culprit and cure."""

from models.checks import calendar, clubs, dates, duplicates, people, pins, policy, references, serving
from models.checks.finding import Check
from models.problem import Problem
from models.verdict import Issue

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *duplicates.CHECKS,
    *calendar.CHECKS,
    *dates.CHECKS,
    *people.CHECKS,
    *serving.CHECKS,
    *clubs.CHECKS,
    *pins.CHECKS,
    *policy.CHECKS,
)


def problem_issues(problem: Problem) -> tuple[Issue, ...]:
    """Everything that is wrong, all at once; the code of an issue is the name of the check that found it."""
    return tuple(
        Issue(code=check.__name__, text=found.text, severity=found.severity, path=found.path)
        for check in CHECKS
        for found in check(problem)
    )


__all__ = ["CHECKS", "problem_issues"]
