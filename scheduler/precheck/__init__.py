"""Counting impossibilities that are visible without search, each with demand, supply, who and where.

Every check is sound: it speaks only when the requirements cannot all be met. None of them needs the solver.
Ids must resolve: `models.checks` finds those that do not.
"""

from collections.abc import Callable, Iterator

from models import Problem, Shortage
from scheduler.precheck import adults, clubs, leaders, least, patrol, pins, places, quotas, rooms, tutors, walking
from scheduler.precheck.reach import Reach

CHECKS: tuple[Callable[[Reach], Iterator[Shortage]], ...] = (
    *quotas.CHECKS,
    *tutors.CHECKS,
    *patrol.CHECKS,
    *adults.CHECKS,
    *clubs.CHECKS,
    *leaders.CHECKS,
    *rooms.CHECKS,
    *walking.CHECKS,
    *places.CHECKS,
    *least.CHECKS,
    *pins.CHECKS,
)


def precheck(problem: Problem) -> tuple[Shortage, ...]:
    """Every count that cannot come out; empty does not mean that a timetable exists."""
    reach = Reach(problem)
    return tuple(found for check in CHECKS for found in check(reach))


__all__ = ["CHECKS", "precheck"]
