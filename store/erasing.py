"""Erasing for good: a school with everything that is kept of it, or its old versions. Nothing brings it back."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, ForeignKeyConstraint, FromClause, Table, delete, func, select, tuple_
from sqlalchemy.orm import Session

from models import Text
from store.errors import JobRunningError, StoreError
from store.jobs import running_job
from store.opened import OpenedStore, school_row
from store.tables import Row, VersionRow
from store.values import SchoolId

_GO_ALONG = ("job", "scenario_result")  # with the version that they worked on


@dataclass(frozen=True, slots=True)
class Erasure:
    """What would go, or went, for good."""

    versions: int
    timetables: int = 0
    scenarios: int = 0


class StillListedError(StoreError):
    """Only a school that was put away first is erased."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                f"“{name}”还在列表里：要永久删除，请先移出列表。",
                f'"{name}" is still in the list: put it away first, then erase it.',
            )
        )


class Erasing(OpenedStore):
    """The part of the store that erases."""

    def held(self, school_id: SchoolId) -> Erasure:
        """What `erase_school` would erase. Raises NotFoundError."""
        with self._reading() as session:
            school_row(session, school_id)
            return _held(session, school_id)

    def erase_school(self, school_id: SchoolId) -> Erasure:
        """Erase a school that was put away, with all its data, timetables, scenarios, settings and jobs.

        Backups, and the copies that were kept before a restore or an update, are files of their own and stay.
        Raises NotFoundError, StillListedError; JobRunningError while something is at work for it.
        """

        def work(session: Session) -> Erasure:
            school = school_row(session, school_id)
            if school.removed is None:
                raise StillListedError(school.name)
            self._refuse_at_work(session, school_id)
            gone = _held(session, school_id)
            table = Row.metadata.tables["school"]
            _erase(session, table, table.c.id == school_id)
            return gone

        return self._for_good(self._write(work))

    def erase_history(self, school_id: SchoolId) -> Erasure:
        """Erase the old versions of a school's data; the newest stays, and those from which a timetable was made.

        With them go the jobs and the results of scenarios that worked on them. Raises NotFoundError, JobRunningError.
        """

        def work(session: Session) -> Erasure:
            school = school_row(session, school_id)
            self._refuse_at_work(session, school_id)
            numbers = set(session.scalars(select(VersionRow.number).where(VersionRow.school_id == school_id)))
            old = numbers - _in_use(session, school_id) - {school.newest}
            table = Row.metadata.tables["version"]
            _erase(session, table, (table.c.school_id == school_id) & table.c.number.in_(old))
            return Erasure(versions=len(old))

        return self._for_good(self._write(work))

    def _refuse_at_work(self, session: Session, school_id: SchoolId) -> None:
        job = running_job(session, self._now(session), school_id)
        if job is not None:
            raise JobRunningError(job)

    def _for_good(self, gone: Erasure) -> Erasure:
        """SQLite overwrites what it deletes (store/connection.py); let its log not hold it any longer either."""
        if self._file is not None:
            with self._engine.connect() as connection:
                connection.rollback()
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return gone


def _held(session: Session, school_id: SchoolId) -> Erasure:
    tables = (Row.metadata.tables[name] for name in ("version", "timetable", "scenario"))
    return Erasure(
        *(session.scalar(select(func.count()).select_from(t).where(t.c.school_id == school_id)) or 0 for t in tables)
    )


def _in_use(session: Session, school_id: SchoolId) -> set[int]:
    """The versions to which something refers that stays."""
    found: set[int] = set()
    for table, key in _references(Row.metadata.tables["version"]):
        if table.name not in _GO_ALONG:
            number = next(e.parent for e in key.elements if e.column.name == "number")
            found |= set(session.scalars(select(number).where(table.c.school_id == school_id)))
    return found


def _erase(session: Session, table: FromClause, condition: ColumnElement[bool]) -> None:
    """Erase these rows, and before them all that refer to them, in whatever table, also one that is added later."""
    for child, key in _references(table):
        columns = [element.parent for element in key.elements]
        named = select(*(element.column for element in key.elements)).where(condition)
        _erase(session, child, tuple_(*columns).in_(named))
    session.execute(delete(table).where(condition))  # type: ignore[arg-type]


def _references(table: FromClause) -> list[tuple[Table, ForeignKeyConstraint]]:
    return [
        (child, key)
        for child in Row.metadata.tables.values()
        for key in child.foreign_key_constraints
        if key.referred_table is table and child is not table
    ]
