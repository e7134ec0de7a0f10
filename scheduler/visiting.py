"""Names for counted visits: which visiting tutor goes to which visited class, the same one again if possible."""

from collections.abc import Callable

from ortools.sat.python import cp_model

from models import Problem, Slot
from models.noun import ClassId, PersonId, Subject
from scheduler.scope import Pool, own_teachers
from scheduler.variables import Linear, Variables

Visits = dict[tuple[ClassId, Subject, Slot], PersonId]


def name_visits(problem: Problem, x: Variables, value: Callable[[Linear], int]) -> Visits:
    """Who visits each visited class. Any visitor of a pool may go to any class of it; own classes come last, because
    the model has counted a stranger there."""
    found: Visits = {}
    for pool in x.pools:
        found |= _name_pool(problem, x, value, pool)
    return found


def _name_pool(problem: Problem, x: Variables, value: Callable[[Linear], int], pool: Pool) -> Visits:
    """The fewest pairs of person and class, by a small exact model: visits are few."""
    model = cp_model.CpModel()
    goes: dict[tuple[ClassId, Subject, Slot, PersonId], cp_model.IntVar] = {}
    pairs: dict[tuple[ClassId, Subject, PersonId], cp_model.IntVar] = {}
    for slot in problem.slots:
        visited = [(c, subject) for c, subject in x.pools[pool] if value(x.visited(c, subject, pool, slot))]
        people = [p.id for p in pool.people if visited and value(x.visits(p.id, pool, slot))]
        for class_id, subject in visited:
            for person in people:
                if (class_id, subject, person) not in pairs:
                    pairs[class_id, subject, person] = model.new_bool_var("")
                goes[class_id, subject, slot, person] = model.new_bool_var("")
                model.add_implication(goes[class_id, subject, slot, person], pairs[class_id, subject, person])
            model.add_exactly_one(goes[class_id, subject, slot, person] for person in people)
        for person in people:
            model.add_exactly_one(goes[class_id, subject, slot, person] for class_id, subject in visited)
    if not goes:
        return {}
    own = {c.id: own_teachers(c) for c in problem.classes}
    prices = [
        (10 if person in own[c] or person in x.tutors(c, s) else 1, pair) for (c, s, person), pair in pairs.items()
    ]
    model.minimize(cp_model.LinearExpr.weighted_sum([pair for _, pair in prices], [price for price, _ in prices]))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # Ctrl-C is for Python to hear
    solver.parameters.max_deterministic_time = 5.0
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise ValueError(f"visits of {pool.key} cannot be named")
    return {(c, subject, slot): p for (c, subject, slot, p), literal in goes.items() if solver.boolean_value(literal)}
