"""What the checks say of the small school after one thing in it was altered."""

from typing import Any

from models import Issue, Problem
from models.checks import problem_issues
from tests.builders import changed


def put(problem: Problem, field: str, place: int, **values: Any) -> Problem:
    """The problem with other values in one noun of a field: put(p, "classes", 0, pupils=3)."""
    nouns = list(getattr(problem, field))
    nouns[place] = changed(nouns[place], **values)
    return changed(problem, **{field: tuple(nouns)})


def plus(problem: Problem, field: str, *nouns: Any) -> Problem:
    """The problem with more nouns in a field."""
    return changed(problem, **{field: (*getattr(problem, field), *nouns)})


def fired(problem: Problem, code: str) -> list[Issue]:
    """The issues of this check; each must have both languages and lead to an existing place of the problem."""
    found = [issue for issue in problem_issues(problem) if issue.code == code]
    for issue in found:
        assert issue.text.zh
        assert issue.text.en.isascii() or "“" in issue.text.en
        here: Any = problem.model_dump(mode="json")
        for step in issue.path:
            here = here[step]
    return found


def only(problem: Problem, code: str) -> Issue:
    """The single issue of this check. Raises ValueError if there is none or more than one."""
    (issue,) = fired(problem, code)
    return issue
