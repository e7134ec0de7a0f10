"""The work of a sweep: every answer is kept at once, and what was answered before is not asked again."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from models import RepairPrices, Sweep, SweepKind, SweepRow, Text
from models.fingerprint import sessions_mark
from store import Job, JobState, Mark, Store
from ui import jobs
from ui.jobs import Ending, Handle
from ui.scenarios.work import InUse, Order

SWEEP = "sweep"
SECONDS = 10.0  # for each answer


def blank(order: Order, kind: SweepKind, base: InUse | None) -> Sweep:
    """The sweep without any answer: two of the same kind, school, base and seconds go on from one another."""
    mark = None if base is None else sessions_mark(base.timetable)
    return Sweep(kind=kind, fingerprint=order.mark, base=mark, seconds=SECONDS)


def same(one: Sweep, other: Sweep) -> bool:
    """Whether they ask the same."""
    return one.model_copy(update={"rows": (), "complete": False}) == other.model_copy(
        update={"rows": (), "complete": False}
    )


def sweep_it(
    store: Store, order: Order, kind: SweepKind, base: InUse | None, prices: RepairPrices, before: Sweep | None
) -> Job:
    """Ask every question of this kind; goes on from `before`. Raises JobRunningError, StoreError."""
    empty = blank(order, kind, base)
    known = before.rows if before is not None and same(before, empty) else ()

    def work(handle: Handle) -> Ending:
        from scheduler.sweep.run import SweepRun
        from scheduler.sweep.weigh import weigh

        run = SweepRun(
            problem=order.problem,
            kind=kind,
            base=None if base is None else base.timetable,
            seconds=SECONDS,
            prices=prices,
            rows={row.case.key: row for row in known},
            weigh=partial(weigh, stop=handle.stop),
        )

        def on_row(row: SweepRow, done: int, of: int) -> None:  # noqa: ARG001  one answer more is in the run
            handle.mark = Mark(0, done, of)
            handle.best = empty.model_copy(update={"rows": run.answers})

        # Threads: the searches leave Python to itself, and a spawned process would begin by running the app's script.
        with ThreadPoolExecutor(max(1, (os.cpu_count() or 2) // 2)) as pool:
            complete = run.run(pool, on_row, handle.stop)
        handle.best = empty.model_copy(update={"rows": run.answers, "complete": complete})
        count = len(run.answers)
        if complete:
            return JobState.DONE, Text(f"{count} 个问题都有了答案。", f"All {count} questions are answered.")
        return JobState.STOPPED, Text(f"停下了，有 {count} 个答案。", f"Stopped with {count} answers.")

    limit = 3600.0  # it ends by itself: so many questions, so many seconds each
    return jobs.begin(store, order.school, version=order.version, kind=SWEEP, who=order.who, seconds=limit, work=work)
