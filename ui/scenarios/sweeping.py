"""The work of a sweep: every answer is kept at once, and what was answered before is not asked again."""

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
        from scheduler.sweep.apart import SweepLostError, run_apart
        from scheduler.sweep.run import SweepRun

        run = SweepRun(
            problem=order.problem,
            kind=kind,
            base=None if base is None else base.timetable,
            seconds=SECONDS,
            prices=prices,
            rows={row.case.key: row for row in known},
        )

        def on_row(row: SweepRow, done: int, of: int) -> None:  # noqa: ARG001  one answer more is in the run
            handle.mark = Mark(0, done, of)
            handle.best = empty.model_copy(update={"rows": run.answers})

        try:
            complete = run_apart(run, on_row, handle.stop)  # in other processes: the pages of this one stay quick
        except SweepLostError:
            return JobState.FAILED, _lost(len(run.answers))
        handle.best = empty.model_copy(update={"rows": run.answers, "complete": complete})
        count = len(run.answers)
        if complete:
            return JobState.DONE, Text(f"{count} 个问题都有了答案。", f"All {count} questions are answered.")
        return JobState.STOPPED, Text(f"停下了，有 {count} 个答案。", f"Stopped with {count} answers.")

    limit = 3600.0  # it ends by itself: so many questions, so many seconds each
    return jobs.begin(store, order.school, version=order.version, kind=SWEEP, who=order.who, seconds=limit, work=work)


def _lost(count: int) -> Text:
    return Text(
        f"计算进程几次异常退出，可能是内存不够；已有的 {count} 个答案都在，关掉别的程序后可以接着算。",
        f"The process that works it out died several times, perhaps for want of memory. The {count} answers so far are "
        "kept: close other programs and go on.",
    )
