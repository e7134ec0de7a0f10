"""Names for counted visits: which visiting tutor goes to which visited class, the same one again if possible."""

from collections.abc import Callable

from ortools.graph.python import linear_sum_assignment

from models import Problem, Slot
from models.noun import ClassId, PersonId, Subject
from scheduler.scope import own_teachers
from scheduler.variables import Linear, Variables

Visits = dict[tuple[ClassId, Subject, Slot], PersonId]


def name_visits(problem: Problem, x: Variables, value: Callable[[Linear], int]) -> Visits:
    """Who visits each visited class. Any visitor of a pool may go to any class of it; own classes come last, because
    the model has counted a stranger there."""
    found: Visits = {}
    own = {c.id: own_teachers(c) for c in problem.classes}
    known: set[tuple[ClassId, Subject, PersonId]] = set()
    for slot in problem.slots:
        for pool, pairs in x.pools.items():
            visited = [(c, subject) for c, subject in pairs if value(x.visited(c, subject, pool, slot))]
            people = [p.id for p in pool.people if visited and value(x.visits(p.id, pool, slot))]
            task = linear_sum_assignment.SimpleLinearSumAssignment()
            for row, (class_id, subject) in enumerate(visited):
                for column, person in enumerate(people):
                    again = (class_id, subject, person) in known
                    task.add_arc_with_cost(row, column, 10 - 5 * again + 20 * (person in own[class_id]))
            if visited and task.solve() != task.OPTIMAL:
                raise ValueError(f"{len(people)} people visit {len(visited)} classes")
            for row, (class_id, subject) in enumerate(visited):
                person = people[task.right_mate(row)]
                found[class_id, subject, slot] = person
                known.add((class_id, subject, person))
    return found
