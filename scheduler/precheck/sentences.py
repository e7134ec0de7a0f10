"""How the precheck names people, clubs, classes and weeks in its sentences."""

from collections.abc import Iterable, Sequence

from models import Person, Problem, Text
from scheduler.precheck.reach import LedClub

_NAMED = 8  # names that a sentence bears; the rest are counted


def names(words: Iterable[str], counter: str = "个") -> Text:
    """甲、乙、丙 / A, B, C; a long list ends with how many there are."""
    listed = list(dict.fromkeys(words))
    shown, left = listed[:_NAMED], len(listed) - _NAMED
    zh, en = "、".join(shown), ", ".join(shown)
    if left > 0:
        return Text(f"{zh}等{len(listed)}{counter}", f"{en} and {left} more")
    return Text(zh or "无", en or "none")


def people(found: Iterable[Person]) -> Text:
    """Names of people."""
    return names((p.name for p in found), "人")


def club_names(clubs: Iterable[LedClub]) -> Text:
    """Names of clubs."""
    return names(c.name for c in clubs)


def ids(clubs: Sequence[LedClub]) -> tuple[str, ...]:
    """Their ids, each once."""
    return tuple(dict.fromkeys(c.id for c in clubs))


def week_name(problem: Problem, week: int) -> Text:
    """每周 / a week; 单周 / in odd weeks."""
    if problem.week.cycle == 1:
        return Text("每周", "a week")
    return Text("单周", "in odd weeks") if week == 1 else Text("双周", "in even weeks")
