"""A timetable as a solution of the model, so that a search can begin where an earlier one ended."""

from ortools.sat.python import cp_model

from models import Problem, Timetable
from scheduler.fixing import fixed
from scheduler.model import Built
from scheduler.solution import Solution

MOST_SECONDS = 10.0  # only amounts are open: a second at 60 classes


def solution_of(built: Built, problem: Problem, timetable: Timetable, seconds: float) -> Solution | None:
    """What the timetable costs as the model counts it, and a value for each decision.

    None where the model rules it out, as it does what nobody asked for (a second patrol, a needless helper), and where
    the seconds do not suffice.
    """
    model = built.model.clone()
    for decision, value in fixed(problem, built.x, timetable):
        if isinstance(decision, int):
            if decision != value:
                return None
        else:
            model.add(decision == value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = min(seconds, MOST_SECONDS)
    solver.parameters.catch_sigint_signal = False
    if solver.solve(model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    return round(solver.objective_value), list(solver.response_proto.solution)
