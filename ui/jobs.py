"""Long work that goes on outside of any session: one job for a school at a time, in a thread of the server process.

What is to be seen of a job is kept in the store, so that a reloaded page, a second tab and another machine see it
too. A screen polls `store.job(…)`; only what cannot be stored (how much longer it may run) is asked of `Handle`.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Lock, Thread

from pydantic import BaseModel

from models import Text
from store import Job, JobId, JobState, Mark, SchoolId, Store, StoreError

EVERY = 0.5  # seconds between two signs of life
_FAILED = Text(
    "程序自身出错，这次计算没有完成；学校的数据没有改动。请把启动窗口里的记录发给开发者。",
    "A defect of the program ended this work; the school's data are as they were. The starting window says more.",
)
_log = logging.getLogger("kehou.jobs")


@dataclass
class Handle:
    """What the work and its screen share while it runs in this process."""

    limit: float  # seconds that the work may take in all
    stop: Event = field(default_factory=Event)  # set: end soon, and keep the best so far
    mark: Mark | None = None  # where it stands; written by the work
    step: Text | None = None  # what it is doing now, in words; written by the work
    best: BaseModel | None = None  # the best so far; written by the work
    _lock: Lock = field(default_factory=Lock)

    def more(self, seconds: float) -> None:
        """Let it take so much longer."""
        with self._lock:
            self.limit += seconds


Ending = tuple[JobState, Text]
Work = Callable[[Handle], Ending]

_handles: dict[JobId, Handle] = {}  # modules live as long as the server process, sessions do not


def begin(store: Store, school: SchoolId, *, version: int, kind: str, who: str, seconds: float, work: Work) -> Job:
    """Start the work and return at once. Raises JobRunningError if this school has a job already; StoreError.

    What the work itself saves, it saves with `store.for_long_work()`.
    """
    job = store.start_job(school, version, kind, who)
    handle = _handles[job.id] = Handle(seconds)
    Thread(
        target=_run, args=(store.for_long_work(), job.id, handle, work), daemon=True, name=f"job-{job.number}"
    ).start()
    return job


def handle_of(job: JobId) -> Handle | None:
    """The handle of a job that runs in this process."""
    return _handles.get(job)


def stop(store: Store, job: JobId) -> None:
    """Ask it to end and to keep its best so far, wherever it runs. Raises StoreError."""
    if handle := handle_of(job):
        handle.stop.set()
    store.ask_stop(job)


def running(store: Store, school: SchoolId) -> Job | None:
    """The job that runs for the school now. Raises StoreError."""
    newest = next(iter(store.jobs(school)), None)
    return newest if newest is not None and newest.running else None


def _run(store: Store, job: JobId, handle: Handle, work: Work) -> None:
    ended: list[Ending] = []

    def target() -> None:
        try:
            ended.append(work(handle))
        except StoreError as error:  # the result cannot be saved
            ended.append((JobState.FAILED, error.text))
        except Exception:  # noqa: BLE001  nobody else would hear of it
            _log.exception("job %s failed", job)
            ended.append((JobState.FAILED, _FAILED))

    worker = Thread(target=target, daemon=True)
    worker.start()
    kept: BaseModel | None = None
    while worker.is_alive():
        worker.join(EVERY)
        kept = _sign_of_life(store, job, handle, kept)
    try:
        _sign_of_life(store, job, handle, kept)
        store.end_job(job, *ended[0])
    except StoreError as error:
        _log.error("job %s: %s", job, error)  # without signs of life it is soon taken for interrupted
    finally:
        _handles.pop(job, None)


def _sign_of_life(store: Store, job: JobId, handle: Handle, kept: BaseModel | None) -> BaseModel | None:
    """Write down how far it is; the best that is kept now. The best first, so that a mark never runs ahead of it."""
    best, mark = handle.best, handle.mark
    try:
        if best is not None and best is not kept:
            store.keep_best(job, best)
            kept = best
        if store.beat(job, mark).must_stop:
            handle.stop.set()
    except StoreError as error:  # a full disk must not end the search: it may be mended before the end
        _log.warning("job %s: %s", job, error)
    return kept
