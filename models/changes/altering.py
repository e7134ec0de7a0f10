"""Problems and nouns with other values in some fields, made anew, so that nothing remembered of the old one stays."""

from collections.abc import Callable
from typing import Any, TypeVar

from models.noun import Noun
from models.people import Person, Teacher
from models.problem import Problem

N = TypeVar("N", bound=Noun)


def altered(noun: N, **fields: Any) -> N:
    """The noun with these fields, validated (`model_copy` would keep its cached properties)."""
    kept = {name: getattr(noun, name) for name in type(noun).model_fields}
    return type(noun)(**{**kept, **fields})


def with_one(problem: Problem, key: str, word: str, made: Callable[[Any], Noun]) -> Problem:
    """The problem with the noun of this id in the list `key` put through `made`."""
    nouns = getattr(problem, key)
    return altered(problem, **{key: tuple(made(noun) if noun.id == word else noun for noun in nouns)})


def with_more(problem: Problem, key: str, noun: Noun) -> Problem:
    """The problem with one more noun at the end of a list."""
    return altered(problem, **{key: (*getattr(problem, key), noun)})


def list_of(person: Person) -> str:
    """The problem's list in which this person stands."""
    return "teachers" if isinstance(person, Teacher) else "instructors"


def given(**fields: Any) -> dict[str, Any]:
    """Those fields that are not none."""
    return {name: value for name, value in fields.items() if value is not None}
