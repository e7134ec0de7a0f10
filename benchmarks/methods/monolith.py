"""One CP-SAT model with default parameters: every tutor, leader and room is decided by name, nothing is pooled."""

import math
import time

from ortools.sat.python import cp_model

from benchmarks.methods.answer import Answer, Step, Task
from models import Problem
from scheduler.decode import decode
from scheduler.model import Built, build
from scheduler.scope import Split


def dense(problem: Problem) -> Built:
    """Speciality, availability and features still decide which decisions exist: without that no school fits."""
    rooms = frozenset(room.id for room in problem.rooms)
    tutors = frozenset((c, subject) for c, quotas in problem.quotas.items() for subject in quotas)
    return build(problem, split=Split(rooms, tutors))


class _Listener(cp_model.CpSolverSolutionCallback):
    def __init__(self, started: float, trail: list[Step]) -> None:
        super().__init__()
        self.started = started
        self.trail = trail

    def on_solution_callback(self) -> None:
        seconds = time.monotonic() - self.started
        self.trail.append(Step(seconds, round(self.objective_value), self.best_objective_bound))


def run(task: Task) -> Answer:
    """Build and solve."""
    started = time.monotonic()
    built = dense(task.problem)
    built_after = time.monotonic() - started
    trail: list[Step] = []
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = max(0.1, task.seconds - built_after)
    status = solver.solve(built.model, _Listener(started, trail))
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    bound = solver.best_objective_bound
    return Answer(
        timetable=decode(task.problem, built.x, solver.value) if found else None,
        proved=status in (cp_model.OPTIMAL, cp_model.INFEASIBLE),
        bound=math.ceil(bound - 1e-6) if found else None,
        build_seconds=built_after,
        seconds=time.monotonic() - started,
        trail=tuple(trail),
    )
