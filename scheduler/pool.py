"""Names for the pool's duties in one slot: any member may take any, so the assignment is free to please people."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ortools.graph.python import linear_sum_assignment

from models import Problem, Slot
from models.noun import PersonId
from scheduler.scope import own_teachers


class Need(NamedTuple):
    """One duty of the pool: an activity or an extra adult of a class, or accompanying a unit."""

    what: Literal["activity", "extra", "accompanying"]
    of: str


Shared = tuple[tuple[PersonId, Need], ...]


def share_pool(
    problem: Problem,
    needs: list[Need],
    people: list[PersonId],
    before: Mapping[Slot, Shared],
) -> Shared:
    """Who takes which duty: rather what he or she took in an earlier slot, rather with an own class.

    There are as many people as needs; somebody who is named twice (a clash) gets two.
    """
    if not needs:
        return ()
    earlier = {(person, need) for shared in before.values() for person, need in shared}
    own = {c.id: own_teachers(c) for c in problem.classes}
    task = linear_sum_assignment.SimpleLinearSumAssignment()
    for row, person in enumerate(people):
        for column, need in enumerate(needs):
            # The model counted an activity of the pool as not led by the class teacher; the audit may find better.
            cost = 10 - 4 * ((person, need) in earlier) - 2 * (person in own.get(need.of, ()))
            task.add_arc_with_cost(row, column, cost)
    if task.solve() != task.OPTIMAL:
        raise ValueError(f"{len(people)} people for {len(needs)} duties")
    return tuple((person, needs[task.right_mate(row)]) for row, person in enumerate(people))
