"""Saved schools: listed, added, copied, renamed, taken out of the list and brought back."""

from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Problem, Text
from store.errors import SchoolExistsError
from store.opened import OpenedStore, school_row
from store.tables import SchoolRow
from store.values import SavedSchool, SchoolId
from store.versions import add_version, version_row


class Schools(OpenedStore):
    """The part of the store that keeps schools."""

    def schools(self, *, removed: bool = False) -> tuple[SavedSchool, ...]:
        """The schools in the list, the last changed first; or those that were removed from it."""
        chosen = SchoolRow.removed.is_not(None) if removed else SchoolRow.removed.is_(None)
        order = (SchoolRow.last_changed.desc(), SchoolRow.name, SchoolRow.term)
        with self._reading() as session:
            return tuple(saved_school(row) for row in session.scalars(select(SchoolRow).where(chosen).order_by(*order)))

    def school(self, school_id: SchoolId) -> SavedSchool:
        """One school, also if it was removed from the list. Raises NotFoundError."""
        with self._reading() as session:
            return saved_school(school_row(session, school_id))

    def add_school(
        self, name: str, term: str, *, document: str, problem: Problem | None, who: str, note: Text
    ) -> SavedSchool:
        """A new school with version 1 of its data. Raises SchoolExistsError."""

        def work(session: Session) -> SavedSchool:
            _refuse_a_second(session, name, term)
            now = self._now(session)
            row = _new_row(session, name, term, who, now)
            add_version(session, row, document=document, problem=problem, who=who, note=note, now=now)
            return saved_school(row)

        return self._write(work)

    def copy_school(
        self,
        school_id: SchoolId,
        *,
        name: str,
        term: str,
        who: str,
        document: str | None = None,
        problem: Problem | None = None,
    ) -> SavedSchool:
        """A new school with the newest data of this one and nothing else; also to roll it forward to another term.

        The data are copied as they are, unless a document (and its problem) is given in which the new name and term
        are written already. Raises NotFoundError, SchoolExistsError.
        """

        def work(session: Session) -> SavedSchool:
            source = school_row(session, school_id)
            _refuse_a_second(session, name, term)
            data = version_row(session, school_id, source.newest)
            now = self._now(session)
            note = Text(
                f"复制自“{source.name}”的“{source.term}”，第 {source.newest} 版",
                f'Copied from "{source.name}", "{source.term}", version {source.newest}',
            )
            row = _new_row(session, name, term, who, now)
            if document is None:
                made = add_version(session, row, document=data.document, problem=None, who=who, note=note, now=now)
                made.readable, made.problem, made.fingerprint = data.readable, data.problem, data.fingerprint
                session.flush()
            else:
                add_version(session, row, document=document, problem=problem, who=who, note=note, now=now)
            return saved_school(row)

        return self._write(work)

    def rename_school(self, school_id: SchoolId, *, name: str, term: str, who: str) -> SavedSchool:
        """Another name or term in the list; the data stay as they are. Raises NotFoundError, SchoolExistsError."""

        def work(session: Session) -> SavedSchool:
            row = school_row(session, school_id)
            if (row.name, row.term) != (name, term):
                _refuse_a_second(session, name, term)
            row.name, row.term = name, term
            return self._changed(session, row, who)

        return self._write(work)

    def remove_school(self, school_id: SchoolId, *, who: str) -> SavedSchool:
        """Take it out of the list; everything stays and `restore_school` brings it back. Raises NotFoundError."""

        def work(session: Session) -> SavedSchool:
            row = school_row(session, school_id)
            row.removed = self._now(session)
            return self._changed(session, row, who)

        return self._write(work)

    def restore_school(self, school_id: SchoolId, *, who: str) -> SavedSchool:
        """Bring back a removed school. Raises NotFoundError; SchoolExistsError if its name was given away since."""

        def work(session: Session) -> SavedSchool:
            row = school_row(session, school_id)
            if row.removed is not None:
                _refuse_a_second(session, row.name, row.term)
                row.removed = None
            return self._changed(session, row, who)

        return self._write(work)

    def _changed(self, session: Session, row: SchoolRow, who: str) -> SavedSchool:
        row.last_changed, row.changed_by = self._now(session), who
        session.flush()
        return saved_school(row)


def saved_school(row: SchoolRow) -> SavedSchool:
    """The row as a value."""
    return SavedSchool(
        id=SchoolId(row.id),
        name=row.name,
        term=row.term,
        created=row.created,
        last_changed=row.last_changed,
        who=row.changed_by,
        newest=row.newest,
        removed=row.removed,
    )


def _new_row(session: Session, name: str, term: str, who: str, now: datetime) -> SchoolRow:
    row = SchoolRow(
        id=uuid4().hex, name=name, term=term, created=now, last_changed=now, changed_by=who, newest=0, removed=None
    )
    session.add(row)
    session.flush()
    return row


def _refuse_a_second(session: Session, name: str, term: str) -> None:
    same = select(SchoolRow).where(SchoolRow.name == name, SchoolRow.term == term, SchoolRow.removed.is_(None))
    existing = session.scalars(same).one_or_none()
    if existing is not None:
        raise SchoolExistsError(saved_school(existing))
