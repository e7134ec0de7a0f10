"""Versions of a school's data: every save is a new one, none is ever overwritten."""

from dataclasses import fields, replace
from datetime import datetime

from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session, undefer_group

from models import Calendar, Problem, Term, Text, fingerprint
from store.errors import LostUpdateError, NotFoundError
from store.opened import OpenedStore, school_row
from store.tables import SchoolRow, VersionRow
from store.values import SchoolId, Version, VersionHead


class Versions(OpenedStore):
    """The part of the store that keeps versions of the data."""

    def versions(self, school_id: SchoolId) -> tuple[VersionHead, ...]:
        """All versions, the newest first, without their data. Raises NotFoundError."""
        order = VersionRow.number.desc()
        with self._reading() as session:
            school_row(session, school_id)
            found = session.scalars(select(VersionRow).where(VersionRow.school_id == school_id).order_by(order))
            return tuple(version_head(row) for row in found)

    def version(self, school_id: SchoolId, number: int | None = None) -> Version:
        """One version with its data; the newest, if none is named. Raises NotFoundError.

        A problem that this program cannot read any more is given as None: its document is there to be read anew.
        """
        with self._reading() as session:
            wanted = school_row(session, school_id).newest if number is None else number
            row = version_row(session, school_id, wanted)
            head, document, written = version_head(row), row.document, row.problem
        return _version(head, document, _problem(written))

    def dates(self, school_id: SchoolId) -> tuple[Term, Calendar] | None:
        """Term and calendar of the newest data that can be read. Raises NotFoundError; None where none can be."""
        for head in self.versions(school_id):
            problem = self.version(school_id, head.number).problem if head.readable else None
            if problem is not None:
                return problem.term, problem.calendar
        return None

    def save_version(
        self, school_id: SchoolId, *, document: str, problem: Problem | None, who: str, note: Text, after: int
    ) -> Version:
        """A new version, made by editing version `after`. Raises LostUpdateError if that is not the newest."""

        def work(session: Session) -> Version:
            school = school_row(session, school_id)
            if school.newest != after:
                raise LostUpdateError(version_head(version_row(session, school_id, school.newest)), after)
            now = self._now(session)
            row = add_version(session, school, document=document, problem=problem, who=who, note=note, now=now)
            return _version(version_head(row), document, problem)

        return self._write(work)


def add_version(
    session: Session, school: SchoolRow, *, document: str, problem: Problem | None, who: str, note: Text, now: datetime
) -> VersionRow:
    """The next version of this school. Of two at the same moment one fails with StaleDataError."""
    school.newest += 1
    school.last_changed, school.changed_by = now, who
    row = VersionRow(
        school_id=school.id,
        number=school.newest,
        saved_at=now,
        saved_by=who,
        note_zh=note.zh,
        note_en=note.en,
        readable=problem is not None,
        fingerprint=None if problem is None else fingerprint(problem),
        document=document,
        problem=None if problem is None else problem.model_dump_json(),
    )
    session.add(row)
    session.flush()
    return row


def version_row(session: Session, school_id: SchoolId, number: int) -> VersionRow:
    """The row with its data. Raises NotFoundError."""
    row = session.get(VersionRow, (school_id, number), options=[undefer_group("data")])
    if row is None:
        raise NotFoundError(f"第 {number} 版数据", f"version {number} of the data")
    return row


def version_head(row: VersionRow) -> VersionHead:
    """The row as a value without the data."""
    return VersionHead(
        number=row.number,
        when=row.saved_at,
        who=row.saved_by,
        note=row.note,
        readable=row.readable,
        fingerprint=row.fingerprint,
    )


def _version(head: VersionHead, document: str, problem: Problem | None) -> Version:
    known = replace(head, readable=problem is not None)
    return Version(
        **{field.name: getattr(known, field.name) for field in fields(known)}, document=document, problem=problem
    )


def _problem(written: str | None) -> Problem | None:
    try:
        return None if written is None else Problem.model_validate_json(written)
    except ValidationError:
        return None
