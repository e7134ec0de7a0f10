"""The project's model, read as a linear one and solved by HiGHS alone, without day patterns and without CP-SAT."""

import time

from benchmarks.methods.answer import Answer, Step, Task
from scheduler.companion import Companion, Job
from scheduler.decode import decode
from scheduler.linear import linear_model
from scheduler.model import build
from scheduler.rooming import PooledTooFarError
from scheduler.solution import reading


def run(task: Task) -> Answer:
    """Build and solve; counted rooms without names stay so: this method does not go on to a finer model."""
    started = time.monotonic()
    companion = Companion()
    built = build(task.problem)
    built_after = time.monotonic() - started
    companion.load(linear_model(built.model))
    job = Job({}, task.seconds - (time.monotonic() - started))
    companion.begin(job, threads=2)
    trail: list[Step] = []
    while job.ended is None and time.monotonic() - started < task.seconds:
        time.sleep(0.02)
        objective = job.solution[0] if job.solution else None
        if not trail or (trail[-1].objective, trail[-1].bound) != (objective, job.bound):
            trail.append(Step(time.monotonic() - started, objective, job.bound))
    seconds = time.monotonic() - started
    companion.end()
    if companion.failure and job.ended is None:
        raise RuntimeError(companion.failure)
    timetable = None
    if job.solution:
        try:
            timetable = decode(task.problem, built.x, reading(job.solution[1]))
        except PooledTooFarError:
            timetable = None
    impossible = job.bound == float("inf")
    return Answer(
        timetable=timetable,
        proved=impossible or (job.exhausted and timetable is not None),
        bound=None if impossible else job.bound,
        build_seconds=built_after,
        seconds=seconds,
        trail=tuple(trail),
    )
