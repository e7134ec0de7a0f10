"""The school as it is asked for one forced choice: with its pins, and priced so that few people are told.

The cost comes first: each unit of it is dearer than telling everybody, so the answer is the cheapest timetable with
the choice, and among the cheapest one that touches few people. `near` turns this round. A school that has a published
timetable is asked as it is: there, whoever must be told is part of the cost already.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from models import Pin, Problem, RuleSetting, Strength, Timetable
from scheduler.rules import RULES

_LEAST_CHANGE = "least_change"
_DEAR = 1000  # of telling one person, where that comes first


@dataclass(frozen=True)
class Question:
    """What is solved, and how its bound is read."""

    problem: Problem
    unit: int  # what one unit of the school's cost counts in the question; 0: the bound says nothing of the cost
    spare: int  # the most that telling people adds

    def cost_bound(self, bound: float) -> int:
        """No timetable with the choice costs less than this, by the school's own prices."""
        return max(0, ceil((bound - self.spare) / self.unit)) if self.unit else 0


def question(problem: Problem, timetable: Timetable, pins: Sequence[Pin], *, near: bool) -> Question:
    """The school with these pins, asked near the timetable."""
    fields = {name: getattr(problem, name) for name in Problem.model_fields}
    fields["pins"] = (*problem.pins, *pins)
    if problem.published is not None and not near:
        return Question(Problem(**fields), unit=1, spare=0)
    people = len(problem.people)
    unit = 1 if near else people + 1
    settings = [
        # Dearer than a school may set it, so not validated: this school is asked once and never kept.
        RuleSetting.model_construct(rule=r.key, strength=r.strength_in(problem), weight=unit * r.weight_in(problem))
        for r in RULES
        if r.key != _LEAST_CHANGE
    ]
    told = RuleSetting(rule=_LEAST_CHANGE, strength=Strength.PREFER, weight=_DEAR if near else 1)
    fields["settings"] = problem.settings.model_copy(update={"rules": (*settings, told)})
    fields["published"] = timetable
    return Question(Problem(**fields), unit=0 if near else unit, spare=0 if near else people)
