"""Long work: one job for a school at a time, with signs of life, the best so far, and how it ended."""

from datetime import datetime, timedelta
from typing import TypeVar
from uuid import uuid4

from pydantic import BaseModel, ValidationError
from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer

from models import Text
from store.errors import JobRunningError, NotFoundError
from store.opened import OpenedStore, school_row
from store.tables import JobMarkRow, JobRow
from store.timetable_values import UnreadableError
from store.values import Job, JobId, JobState, Mark, SchoolId
from store.versions import version_row

_M = TypeVar("_M", bound=BaseModel)
FRESH = timedelta(seconds=20)  # a job without a sign of life for longer is taken for dead; give one every few seconds


class Jobs(OpenedStore):
    """The part of the store that keeps jobs."""

    def start_job(self, school_id: SchoolId, version: int, kind: str, who: str) -> Job:
        """A new running job. Raises JobRunningError if one runs for this school and gives signs of life; NotFoundError.

        A job that runs without signs of life is marked as interrupted; what it kept stays.
        """

        def work(session: Session) -> Job:
            version_row(session, school_id, version)
            now = self._now(session)
            running = select(JobRow).where(JobRow.school_id == school_id, JobRow.state == JobState.RUNNING)
            for row in session.scalars(running):
                if _is_fresh(row, now):
                    raise JobRunningError(_job(row, now))
                row.state, row.ended = JobState.INTERRUPTED, row.heartbeat
                session.flush()
            last = session.scalar(select(func.max(JobRow.number)).where(JobRow.school_id == school_id))
            made = JobRow(
                id=uuid4().hex,
                school_id=school_id,
                number=(last or 0) + 1,
                version=version,
                kind=kind,
                who=who,
                state=JobState.RUNNING,
                started=now,
                heartbeat=now,
                stop_asked=False,
                marks=0,
                has_best=False,
            )
            session.add(made)
            session.flush()
            return _job(made, now)

        return self._write(work)

    def beat(self, job_id: JobId, mark: Mark | None = None) -> Job:
        """A sign of life, and where the search stands. Look at `must_stop` of what comes back. Raises NotFoundError."""

        def work(session: Session) -> Job:
            row, now = _row(session, job_id), self._now(session)
            row.heartbeat = now
            if mark is not None and (mark.objective, mark.bound) != (row.objective, row.bound):
                row.marks += 1
                session.add(
                    JobMarkRow(
                        job_id=job_id,
                        number=row.marks,
                        seconds=mark.seconds,
                        objective=mark.objective,
                        bound=mark.bound,
                    )
                )
            if mark is not None:
                row.seconds, row.objective, row.bound = mark.seconds, mark.objective, mark.bound
            session.flush()
            return _job(row, now)

        return self._write(work)

    def keep_best(self, job_id: JobId, best: BaseModel) -> None:
        """Keep the best so far (an Outcome, an Explanation …) in place of the one before. Raises NotFoundError."""

        def work(session: Session) -> None:
            row = _row(session, job_id)
            row.heartbeat, row.best, row.has_best = self._now(session), best.model_dump_json(), True

        self._write(work)

    def best(self, job_id: JobId, model: type[_M]) -> _M | None:
        """What the job kept last, as this model; None if nothing. Raises NotFoundError, UnreadableError."""
        with self._reading() as session:
            written = _row(session, job_id, with_best=True).best
        try:
            return None if written is None else model.model_validate_json(written)
        except ValidationError as error:
            raise UnreadableError("这次计算的结果", "The result of this job") from error

    def ask_stop(self, job_id: JobId) -> Job:
        """Ask the job to stop, from any window; its worker sees it at the next sign of life. Raises NotFoundError."""

        def work(session: Session) -> Job:
            row = _row(session, job_id)
            row.stop_asked = True
            session.flush()
            return _job(row, self._now(session))

        return self._write(work)

    def end_job(self, job_id: JobId, state: JobState, sentence: Text) -> Job:
        """How it ended, once: a job that has ended stays as it is. Raises NotFoundError; ValueError for RUNNING."""
        if state is JobState.RUNNING:
            raise ValueError("a job cannot end by running")

        def work(session: Session) -> Job:
            row, now = _row(session, job_id), self._now(session)
            if row.state in (JobState.RUNNING, JobState.INTERRUPTED):  # taken for dead, but it lived
                row.state, row.heartbeat, row.ended = state, now, now
                row.sentence_zh, row.sentence_en = sentence.zh, sentence.en
                session.flush()
            return _job(row, now)

        return self._write(work)

    def job(self, job_id: JobId) -> Job:
        """One job. Raises NotFoundError."""
        with self._reading() as session:
            return _job(_row(session, job_id), self._now(session))

    def jobs(self, school_id: SchoolId) -> tuple[Job, ...]:
        """All jobs of a school, the newest first. Raises NotFoundError."""
        with self._reading() as session:
            school_row(session, school_id)
            now = self._now(session)
            rows = select(JobRow).where(JobRow.school_id == school_id).order_by(JobRow.number.desc())
            return tuple(_job(row, now) for row in session.scalars(rows))

    def marks(self, job_id: JobId) -> tuple[Mark, ...]:
        """Each point at which objective or bound changed, for a chart. Raises NotFoundError."""
        rows = select(JobMarkRow).where(JobMarkRow.job_id == job_id).order_by(JobMarkRow.number)
        with self._reading() as session:
            _row(session, job_id)
            return tuple(Mark(row.seconds, row.objective, row.bound) for row in session.scalars(rows))


def running_job(session: Session, now: datetime, school_id: SchoolId | None = None) -> Job | None:
    """A job of any school, or of this one, that gives signs of life."""
    running = select(JobRow).where(JobRow.state == JobState.RUNNING)
    rows = session.scalars(running if school_id is None else running.where(JobRow.school_id == school_id))
    return next((_job(row, now) for row in rows if _is_fresh(row, now)), None)


def _row(session: Session, job_id: JobId, *, with_best: bool = False) -> JobRow:
    row = session.get(JobRow, job_id, options=[undefer(JobRow.best)] if with_best else [])
    if row is None:
        raise NotFoundError("这次计算", "such job")
    return row


def _is_fresh(row: JobRow, now: datetime) -> bool:
    return now - row.heartbeat <= FRESH


def _job(row: JobRow, now: datetime) -> Job:
    state = JobState(row.state)
    ended = row.ended
    if state is JobState.RUNNING and not _is_fresh(row, now):
        state, ended = JobState.INTERRUPTED, row.heartbeat
    sentence = None
    if row.sentence_zh is not None and row.sentence_en is not None:
        sentence = Text(row.sentence_zh, row.sentence_en)
    return Job(
        id=JobId(row.id),
        school=SchoolId(row.school_id),
        number=row.number,
        version=row.version,
        kind=row.kind,
        who=row.who,
        state=state,
        started=row.started,
        heartbeat=row.heartbeat,
        ended=ended,
        stop_asked=row.stop_asked,
        mark=None if row.seconds is None else Mark(row.seconds, row.objective, row.bound),
        has_best=row.has_best,
        sentence=sentence,
    )
