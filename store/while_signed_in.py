"""The store in the hands of somebody who has signed in: it writes while that sign-in holds, and no moment longer."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.orm import Session

from store.access_errors import SignedOutError
from store.sign_ins import sign_in_row
from store.store import Store
from store.values import Access

_T = TypeVar("_T")


class WhileSignedIn(Store):
    """All that the store does; each write asks in its own transaction whether the office is still signed in.

    A tab that was open while the password was changed, or whose time is over, thus writes nothing more: whoever
    changes the password waits for a write that is being made, and a write that comes later is refused.
    """

    @classmethod
    def of(cls, store: Store, token: str) -> "WhileSignedIn":
        """This store, for the sign-in of this token."""
        held = cls(store._engine, store.location, store._file, store._clock)
        held._whole, held._token = store, token
        return held

    _whole: Store
    _token: str

    def for_long_work(self) -> Store:
        """The store itself: a job was allowed when it was begun."""
        return self._whole

    def close(self) -> None:
        """Nothing: the connections are the store's."""

    def _write(self, work: Callable[[Session], _T]) -> _T:
        """Raises SignedOutError; nothing is written then."""

        def checked(session: Session) -> _T:
            row = sign_in_row(session, self._token, self._now(session), held=True)
            if row is None or row.access != Access.OFFICE:
                raise SignedOutError
            return work(session)

        return super()._write(checked)
