"""The base of the store's parts: reading and writing in short transactions, safe from any thread."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, func, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from store.connection import for_writing, sentences
from store.errors import NotFoundError
from store.tables import SchoolRow
from store.values import SchoolId

_T = TypeVar("_T")
_TRIES = 20  # each time another writer was faster, and so got on
_ANEW = ("40001", "40P01")  # PostgreSQL: could not serialize, deadlock


class OpenedStore:
    """An open database. Every method of a part is one transaction: all of it is saved, or nothing."""

    def __init__(
        self, engine: Engine, location: str, file: Path | None, clock: Callable[[], datetime] | None = None
    ) -> None:
        self._engine = engine
        self._writing = for_writing(engine)
        self._clock = clock
        self._file = file  # none for a PostgreSQL database
        self.location = location

    def close(self) -> None:
        """Give back the connections. A closed store opens them anew when it is asked."""
        self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with sentences(self.location), Session(self._engine) as session:
            yield session

    def _write(self, work: Callable[[Session], _T]) -> _T:
        """Do the work in a transaction; if another writer was faster, do it anew on what that one left.

        The work reads what it builds on itself, so on the second time it sees the other's change and says so.
        """
        for tries_left in reversed(range(_TRIES)):
            try:
                with sentences(self.location), Session(self._writing, autoflush=False) as session, session.begin():
                    return work(session)
            except (StaleDataError, IntegrityError):
                if not tries_left:
                    raise
            except DBAPIError as error:
                if not tries_left or getattr(error.orig, "sqlstate", None) not in _ANEW:
                    raise
        raise AssertionError("unreachable")

    def _now(self, session: Session) -> datetime:
        """The time: the server's, where several machines share one, else this machine's."""
        if self._clock is not None:
            return self._clock()
        if session.get_bind().dialect.name == "postgresql":
            now: datetime = session.scalars(select(func.clock_timestamp())).one()
            return now.astimezone(UTC)
        return datetime.now(UTC)


def school_row(session: Session, school_id: SchoolId) -> SchoolRow:
    """The school, also if it was removed from the list. Raises NotFoundError."""
    row = session.get(SchoolRow, school_id)
    if row is None:
        raise NotFoundError("这所学校", "such school")
    return row
