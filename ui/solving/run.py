"""What is known of a search, read from the store: also of one that another process runs, or that was interrupted."""

from dataclasses import dataclass
from datetime import timedelta

from models import Outcome
from scheduler.progress import Start
from store import Job, JobState, Mark, SavedTimetable, Store
from ui import jobs
from ui.solving.found import Found
from ui.solving.search import KIND


@dataclass(frozen=True)
class Run:
    """One search and what it has found."""

    job: Job
    marks: tuple[Mark, ...]
    found: Found | None
    limit: float | None  # seconds that it may take; None where another process runs it, or it is over

    @property
    def outcome(self) -> Outcome | None:
        """The best so far, or what came out."""
        return None if self.found is None else self.found.outcome

    @property
    def seconds(self) -> float:
        """How long it has been at work, or was."""
        last = self.job.mark.seconds if self.job.mark is not None else 0.0
        until = self.job.ended or self.job.heartbeat
        return max(last, (until - self.job.started) / timedelta(seconds=1))

    @property
    def objective(self) -> int | None:
        """Cost of the best so far."""
        return None if self.outcome is None else self.outcome.objective

    @property
    def bound(self) -> float | None:
        """No timetable costs less; None while nothing is known."""
        known = [mark.bound for mark in self.marks if mark.bound is not None]
        if self.outcome is not None and self.outcome.bound is not None:
            known.append(self.outcome.bound)
        return max(known, default=None)

    @property
    def gap(self) -> float | None:
        """(objective − bound) / objective."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, self.objective - self.bound) / max(1, abs(self.objective))

    @property
    def was_cut_off(self) -> bool:
        """Whether its process died."""
        return self.job.state is JobState.INTERRUPTED


def newest_search(store: Store, jobs_of_school: tuple[Job, ...], known: Run | None = None) -> Run | None:
    """The last search of a school. `known` is what was read before: what cannot have changed is not read again."""
    job = next((job for job in jobs_of_school if job.kind == KIND), None)
    if job is None:
        return None
    handle = jobs.handle_of(job.id)
    limit = None if handle is None else handle.limit
    same = known is not None and known.job.id == job.id
    if known is not None and same and (known.job.mark, known.job.state) == (job.mark, job.state):
        return Run(job, known.marks, known.found, limit)
    found = known.found if known is not None and same else None
    stands = None if found is None or found.outcome is None else found.outcome.objective
    if job.has_best and (not job.running or job.mark is None or stands != job.mark.objective):
        found = store.best(job.id, Found)
    return Run(job, store.marks(job.id), found, limit)


def start_from(run: Run, version: int, near: SavedTimetable | None) -> Start | None:
    """Where to go on: at the best of this search; its bound holds if it looked at the very same."""
    if run.outcome is None or run.outcome.timetable is None:
        return None
    same = run.job.version == version and run.found is not None and run.found.near == (near.id if near else None)
    return Start(run.outcome.timetable, (run.bound or 0) if same else 0)
