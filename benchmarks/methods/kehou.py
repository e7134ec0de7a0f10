"""This project: `scheduler.solve` as the command line calls it."""

import time

from benchmarks.methods.answer import Answer, Step, Task
from models import Status
from scheduler.model import build
from scheduler.progress import Progress, SolveOptions
from scheduler.solve import solve


def run(task: Task) -> Answer:
    """Solve; then build the model once more, only to time it."""
    trail: list[Step] = []

    def hear(progress: Progress) -> None:
        trail.append(Step(progress.seconds, progress.objective, progress.bound))

    outcome = solve(task.problem, SolveOptions(seconds=task.seconds), hear)
    started = time.monotonic()
    build(task.problem)
    if outcome.objective is not None:
        trail.append(Step(outcome.seconds, outcome.objective, outcome.bound))
    return Answer(
        timetable=outcome.timetable,
        proved=outcome.status in (Status.OPTIMAL, Status.IMPOSSIBLE),
        bound=outcome.bound,
        build_seconds=time.monotonic() - started,
        seconds=outcome.seconds,
        trail=tuple(trail),
    )
