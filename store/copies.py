"""Backup into one file and restore from it, the same for SQLite and PostgreSQL."""

import contextlib
import shutil
import sqlite3
import tempfile
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, delete, insert, select, text
from sqlalchemy.orm import Session

from store.access_tables import OF_THIS_INSTALLATION
from store.connection import engine_for, sentences
from store.errors import JobRunningError
from store.files import check_database, copy_database, free_name, own_file, unreadable, written_beside
from store.jobs import running_job
from store.migrate import bring_up_to_date
from store.opened import OpenedStore
from store.place import data_folder, store_url
from store.tables import Row, TimetableRow

_AT_ONCE = 100  # rows that are read and written together


class Copies(OpenedStore):
    """The part of the store that makes backups and takes them back."""

    def backup(self, path: Path) -> None:
        """Everything as it is now in one SQLite file, also while others write. An old file there is replaced.

        Passwords, and who is signed in, are left out: a backup may travel, and whoever finds one must not guess them.

        Raises StoreError: CopyError if the file cannot be written, then the old one is as it was.
        """
        if self._file is not None and path.resolve() == self._file.resolve():
            raise own_file(path)
        with sentences(self.location), written_beside(path.absolute()) as scratch:
            if self._file is not None:
                copy_database(self._file, scratch)
                _take_out(scratch)
                return
            scratch.unlink()
            with self._engine.connect().execution_options(isolation_level="REPEATABLE READ") as source:
                _fill(scratch, source)

    def restore(self, path: Path) -> Path:
        """Put everything in that backup in the place of everything here, all or nothing; it may be of an older release.

        Brings the file in which what was here is kept, beside the store (of PostgreSQL: in the data folder). The
        backup is checked first. Raises CopyError for a damaged one, NewerStoreError, NotAStoreError, JobRunningError
        while a job runs.
        """
        with tempfile.TemporaryDirectory(prefix="kehou-") as folder:
            copy = Path(folder) / "copy.db"
            self._fetch(path.absolute(), copy)
            engine = engine_for(store_url(str(copy)))
            try:
                with sentences(str(path)):
                    bring_up_to_date(engine, str(path), empty=False)
                    _read_through(engine)
                with engine.connect() as source:
                    return self._write(lambda session: self._replace(session, source))
            finally:
                engine.dispose()

    def _fetch(self, path: Path, copy: Path) -> None:
        try:
            with path.open("rb"):
                pass
            copy_database(path, copy)
        except OSError as error:
            raise unreadable(path, error.strerror or str(error)) from error
        except sqlite3.Error:
            shutil.copyfile(path, copy)  # for the check to say what is wrong with it
        check_database(copy, path)

    def _replace(self, session: Session, source: Connection) -> Path:
        """In the transaction that holds the write lock: nobody can save anything between keeping and replacing."""
        target = session.connection()
        names = ", ".join(table.name for table in Row.metadata.sorted_tables)
        if target.dialect.name == "postgresql":
            target.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
        now = self._now(session)
        job = running_job(session, now)
        if job is not None:
            raise JobRunningError(job)
        folder = data_folder() if self._file is None else self._file.parent
        with contextlib.suppress(OSError):  # the backup itself says that it cannot be written
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = free_name(folder / f"kehou-before-restore-{now.astimezone():%Y%m%d-%H%M%S}.db")
        self.backup(kept)
        for table in reversed(_travelling()):
            target.execute(delete(table))
        _copy_rows(source, target)
        return kept


def _fill(path: Path, source: Connection) -> None:
    engine = engine_for(store_url(str(path)))
    try:
        bring_up_to_date(engine, str(path))
        with engine.begin() as target:
            _copy_rows(source, target)
    finally:
        engine.dispose()
    with create_engine(store_url(str(path))).connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")  # one file


def _travelling() -> list[Table]:
    """The tables that a backup holds, in an order in which each finds what it refers to."""
    return [table for table in Row.metadata.sorted_tables if table.name not in OF_THIS_INSTALLATION]


def _take_out(path: Path) -> None:
    """Take passwords and sign-ins out of a copy, so that not even the free pages of the file hold them."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON")
        for name in OF_THIS_INSTALLATION:
            connection.execute(f"DELETE FROM {name}")


def _read_through(engine: Engine) -> None:
    """Unpack all there is: what is damaged inside a value is found before anything is replaced."""
    with engine.connect() as connection:
        for table in Row.metadata.sorted_tables:
            for _ in connection.execution_options(yield_per=_AT_ONCE).execute(select(table)):
                pass


def _copy_rows(source: Connection, target: Connection) -> None:
    """All rows that travel."""
    for table in _travelling():
        rows = select(table)
        if table is TimetableRow.__table__:
            rows = rows.order_by(table.c.number)  # a parent was saved before its children
        for part in source.execution_options(yield_per=_AT_ONCE).execute(rows).mappings().partitions():
            target.execute(insert(table), [dict(row) for row in part])
