"""Saved timetables: drafts, the published one, archived ones. None is ever overwritten."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, undefer_group

from models import Outcome, Text, Timetable, Verdict
from store.errors import NotFoundError
from store.opened import OpenedStore, school_row
from store.tables import TimetableRow, TimetableStepRow
from store.timetable_values import saved_timetable, timetable_head
from store.values import SavedTimetable, SavedTimetableHead, SchoolId, TimetableId, TimetableState
from store.versions import version_row


class Timetables(OpenedStore):
    """The part of the store that keeps timetables."""

    def timetables(self, school_id: SchoolId) -> tuple[SavedTimetableHead, ...]:
        """All timetables of a school without their sessions, the newest first. Raises NotFoundError."""
        rows = select(TimetableRow, TimetableStepRow).where(TimetableRow.school_id == school_id)
        with_step = rows.join(
            TimetableStepRow,
            (TimetableStepRow.timetable_id == TimetableRow.id) & (TimetableStepRow.number == TimetableRow.steps),
        )
        with self._reading() as session:
            school_row(session, school_id)
            found = session.execute(with_step.order_by(TimetableRow.number.desc()))
            return tuple(timetable_head(row, step) for row, step in found)

    def timetable(self, timetable_id: TimetableId) -> SavedTimetable:
        """One timetable with its sessions and its audit. Raises NotFoundError, UnreadableError."""
        with self._reading() as session:
            return _whole(session, _row(session, timetable_id))

    def save_timetable(
        self,
        school_id: SchoolId,
        made: Outcome | Timetable,
        *,
        version: int,
        who: str,
        note: Text,
        name: str = "",
        verdict: Verdict | None = None,
        parent: TimetableId | None = None,
    ) -> SavedTimetable:
        """A new draft, made from this version of the data: what a search brought, or what a person made by hand.

        `verdict` is the audit of a timetable made by hand (an outcome has its own), `parent` the timetable that was
        changed for it. Raises NotFoundError; ValueError for an outcome without a timetable.
        """
        outcome = made if isinstance(made, Outcome) else None
        timetable = made if isinstance(made, Timetable) else made.timetable
        judged = verdict if outcome is None else outcome.verdict
        if timetable is None:
            raise ValueError("an outcome without a timetable cannot be saved as one")

        def work(session: Session) -> SavedTimetable:
            version_row(session, school_id, version)
            if parent is not None and _row(session, parent).school_id != school_id:
                raise NotFoundError("原来的课表", "timetable that it was made from")
            now = self._now(session)
            last = session.scalar(select(func.max(TimetableRow.number)).where(TimetableRow.school_id == school_id))
            row = TimetableRow(
                id=uuid4().hex,
                school_id=school_id,
                number=(last or 0) + 1,
                version=version,
                parent=parent,
                name=name,
                note_zh=note.zh,
                note_en=note.en,
                state=TimetableState.DRAFT,
                status=None if outcome is None else outcome.status,
                cost=None if judged is None else judged.cost,
                bound=None if outcome is None else outcome.bound,
                broken=None if judged is None else len(judged.broken),
                fingerprint=timetable.fingerprint,
                saved_at=now,
                saved_by=who,
                steps=0,
                timetable=timetable.model_dump_json(),
                verdict=None if judged is None else judged.model_dump_json(),
                outcome=None if outcome is None else outcome.model_dump_json(exclude={"timetable", "verdict"}),
            )
            session.add(row)
            session.flush()
            _step(session, row, TimetableState.DRAFT, who=who, note=note, now=now)
            return _whole(session, row)

        return self._write(work)

    def rename_timetable(self, timetable_id: TimetableId, *, name: str) -> SavedTimetable:
        """Another name in the list; nothing else changes. Raises NotFoundError."""

        def work(session: Session) -> SavedTimetable:
            row = _row(session, timetable_id)
            row.name = name
            session.flush()
            return _whole(session, row)

        return self._write(work)

    def publish(
        self, timetable_id: TimetableId, *, who: str, note: Text, first_day: date | None = None
    ) -> SavedTimetable:
        """Make it the published timetable of its school; the one before is archived.

        It is in force from `first_day` on; without one from the first day of the term. Raises NotFoundError.
        """

        def work(session: Session) -> SavedTimetable:
            row = _row(session, timetable_id)
            now = self._now(session)
            published = select(TimetableRow).where(
                TimetableRow.school_id == row.school_id,
                TimetableRow.state == TimetableState.PUBLISHED,
                TimetableRow.id != row.id,
            )
            for before in session.scalars(published):
                because = Text(f"已由第 {row.number} 份课表代替", f"Replaced by timetable {row.number}")
                _step(session, before, TimetableState.ARCHIVED, who=who, note=because, now=now)
            _step(session, row, TimetableState.PUBLISHED, who=who, note=note, now=now, first_day=first_day)
            return _whole(session, row)

        return self._write(work)

    def archive(self, timetable_id: TimetableId, *, who: str, note: Text) -> SavedTimetable:
        """Put it aside, also a published one; it can be published again. Raises NotFoundError."""

        def work(session: Session) -> SavedTimetable:
            row = _row(session, timetable_id)
            _step(session, row, TimetableState.ARCHIVED, who=who, note=note, now=self._now(session))
            return _whole(session, row)

        return self._write(work)


def _row(session: Session, timetable_id: TimetableId) -> TimetableRow:
    row = session.get(TimetableRow, timetable_id, options=[undefer_group("data")])
    if row is None:
        raise NotFoundError("这份课表", "such timetable")
    return row


def _step(
    session: Session,
    row: TimetableRow,
    state: TimetableState,
    *,
    who: str,
    note: Text,
    now: datetime,
    first_day: date | None = None,
) -> None:
    row.state = state
    row.steps += 1
    session.add(
        TimetableStepRow(
            timetable_id=row.id,
            number=row.steps,
            state=state,
            at=now,
            who=who,
            note_zh=note.zh,
            note_en=note.en,
            first_day=first_day,
        )
    )
    session.flush()


def _whole(session: Session, row: TimetableRow) -> SavedTimetable:
    steps = select(TimetableStepRow).where(TimetableStepRow.timetable_id == row.id).order_by(TimetableStepRow.number)
    return saved_timetable(row, session.scalars(steps).all())
