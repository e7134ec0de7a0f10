"""The project's model, read as a linear one and solved by HiGHS alone (OR-Tools' MathOpt), without CP-SAT."""

import time

from ortools.sat.python import cp_model

from benchmarks.methods.answer import Answer, Step, Task
from scheduler.companion import Companion
from scheduler.decode import decode
from scheduler.linear import linear_model
from scheduler.model import build
from scheduler.rooming import PooledTooFarError
from scheduler.variables import Linear

GRACE_SECONDS = 5.0  # to hand over what it has


def run(task: Task) -> Answer:
    """Build and solve. HiGHS tells its bounds as it goes, its timetable only at the end."""
    started = time.monotonic()
    built = build(task.problem)
    built_after = time.monotonic() - started
    companion = Companion(linear_model(built.model), max(0.1, task.seconds - built_after))
    trail: list[Step] = []
    while not companion.ended and time.monotonic() - started < task.seconds + GRACE_SECONDS:
        time.sleep(0.02)
        if not trail or trail[-1].bound != companion.bound:
            trail.append(Step(time.monotonic() - started, None, companion.bound))
    seconds = time.monotonic() - started
    companion.end()
    if companion.failure:
        raise RuntimeError(companion.failure)
    timetable = None
    if (values := companion.values) is not None:
        trail.append(Step(seconds, companion.objective, companion.bound))

        def value(expression: Linear) -> int:
            if isinstance(expression, int):
                return expression
            flat = cp_model.FlatIntExpr(expression)
            return int(flat.offset + sum(c * values[v.index] for c, v in zip(flat.coeffs, flat.vars, strict=True)))

        try:
            timetable = decode(task.problem, built.x, value)
        except PooledTooFarError:  # counted rooms without names; this method does not go on to a finer model
            timetable = None
    return Answer(
        timetable=timetable,
        proved=companion.impossible or (companion.decided and timetable is not None),
        bound=companion.bound,
        build_seconds=built_after,
        seconds=seconds,
        trail=tuple(trail),
    )
