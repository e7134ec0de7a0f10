"""What every method is given and what it hands back."""

from collections.abc import Callable
from dataclasses import dataclass

from models import Problem, Timetable


@dataclass(frozen=True)
class Task:
    """A school, a time limit, and (for a method that cannot choose teachers) a timetable that has chosen them."""

    problem: Problem
    seconds: float
    given: Timetable | None = None


@dataclass(frozen=True)
class Step:
    """Where a search stood after so many seconds from the start, the building of its model included."""

    seconds: float
    objective: int | None
    bound: float | None


@dataclass(frozen=True)
class Answer:
    """What came out. The timetable is still to be audited."""

    timetable: Timetable | None = None
    proved: bool = False  # best, or impossible if there is no timetable
    bound: float | None = None
    build_seconds: float | None = None
    seconds: float = 0.0
    trail: tuple[Step, ...] = ()
    absent: str | None = None  # why the method could not be run


Method = Callable[[Task], Answer]
