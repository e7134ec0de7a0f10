"""Logs of what was changed in the term, one for each timetable; the timetable itself stays as it is."""

from pydantic import ValidationError
from sqlalchemy.orm import Session

from models import TermLog
from store.errors import LostUpdateError, NotFoundError
from store.opened import OpenedStore
from store.tables import TermLogRow, TimetableRow
from store.timetable_values import UnreadableError
from store.values import SavedTermLog, TimetableId


class TermLogs(OpenedStore):
    """The part of the store that keeps logs of changes."""

    def term_log(self, timetable_id: TimetableId) -> SavedTermLog | None:
        """The log of this timetable; None if nothing was ever changed. Raises NotFoundError, UnreadableError."""
        with self._reading() as session:
            _there(session, timetable_id)
            row = session.get(TermLogRow, timetable_id)
            return None if row is None else _saved(row)

    def save_term_log(self, timetable_id: TimetableId, log: TermLog, *, who: str, after: int) -> SavedTermLog:
        """Save it. `after` is the number of the saved log that was lengthened, 0 if there was none.

        Raises LostUpdateError if somebody else saved it since; NotFoundError.
        """

        def work(session: Session) -> SavedTermLog:
            _there(session, timetable_id)
            row = session.get(TermLogRow, timetable_id)
            if row is not None and row.edition != after:
                raise LostUpdateError(_saved(row), after)
            if row is None:
                row = TermLogRow(timetable_id=timetable_id)
                session.add(row)
            row.content = log.model_dump_json()
            row.saved_at, row.saved_by = self._now(session), who
            session.flush()
            return _saved(row)

        return self._write(work)


def _there(session: Session, timetable_id: TimetableId) -> None:
    if session.get(TimetableRow, timetable_id) is None:
        raise NotFoundError("这份课表", "such timetable")


def _saved(row: TermLogRow) -> SavedTermLog:
    try:
        log = TermLog.model_validate_json(row.content)
    except ValidationError as error:
        raise UnreadableError("变更记录", "The log of changes") from error
    return SavedTermLog(number=row.edition, when=row.saved_at, who=row.saved_by, log=log)
