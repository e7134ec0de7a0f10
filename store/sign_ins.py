"""Who may come in: the two passwords, signing in and out, and waiting after wrong passwords."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import Text
from store.access_errors import TooSoonError, UnfitPasswordError, WrongPasswordError
from store.access_tables import PasswordRow, SignInRow, WrongRow
from store.hashing import LEAST, MOST, easily_guessed, fits, hashed, plain
from store.opened import OpenedStore
from store.values import Access, SignIn
from store.waiting import ALL, EACH, EVERYBODY, Limit, place_of

LASTS = {Access.OFFICE: timedelta(hours=12), Access.READER: timedelta(days=30)}
"""How long a sign-in holds: the office's a working day, a reader's (who can change nothing) a month."""


class SignIns(OpenedStore):
    """The part of the store that keeps the door."""

    def has_password(self, access: Access) -> bool:
        """Whether one was set."""
        with self._reading() as session:
            return session.get(PasswordRow, access) is not None

    def set_password(self, access: Access, password: str, *, who: str) -> None:
        """From now on this one. Ends what was signed in with the one before, and everybody's waiting.

        Raises UnfitPasswordError; nothing is changed then.
        """
        _check(password)
        if any(fits(password, kept) for other, kept in self._kept().items() if other is not access):
            raise UnfitPasswordError(
                Text(
                    "教导处和查看用的密码不能一样：请换一个。",
                    "The office and the readers need different passwords.",
                )
            )
        made = hashed(password)

        def work(session: Session) -> None:
            session.merge(PasswordRow(access=access, hashed=made, saved_at=self._now(session), saved_by=who))
            session.execute(delete(SignInRow).where(SignInRow.access == access))
            session.execute(delete(WrongRow))

        self._write(work)

    def remove_password(self, access: Access) -> None:
        """Nobody comes in that way any more; what was signed in so ends."""

        def work(session: Session) -> None:
            session.execute(delete(PasswordRow).where(PasswordRow.access == access))
            session.execute(delete(SignInRow).where(SignInRow.access == access))

        self._write(work)

    def sign_in(self, password: str, *, name: str, address: str | None) -> tuple[str, SignIn]:
        """Come in with a password: a token that `signed_in` knows, and what it opens. `address`: None is this machine.

        Raises WrongPasswordError; TooSoonError if one must wait, then the password was not looked at.
        """
        place = place_of(address)
        # Counted as wrong before it is looked at: many guesses at the same moment get no more tries than one by one.
        wait = self._write(lambda session: self._counted(session, place))
        kept = self._kept()
        access = next((a for a in Access if a in kept and fits(password, kept[a])), None)
        if access is None:
            raise WrongPasswordError(wait)
        token = secrets.token_urlsafe(32)
        found = access
        return token, self._write(lambda session: self._let_in(session, token, found, kept[found], name, place))

    def signed_in(self, token: str) -> SignIn | None:
        """What the token opens; None if it was signed out, is too old, or its password was changed."""
        with self._reading() as session:
            row = sign_in_row(session, token, self._now(session))
            return None if row is None else _value(row)

    def sign_out(self, token: str) -> None:
        """The token opens nothing any more."""
        self._write(lambda session: session.execute(delete(SignInRow).where(SignInRow.token == _digest(token))))

    def _kept(self) -> dict[Access, str]:
        with self._reading() as session:
            return {Access(row.access): row.hashed for row in session.scalars(select(PasswordRow))}

    def _counted(self, session: Session, place: str) -> int:
        """One more wrong one; brings the seconds to wait after it. Raises TooSoonError."""
        now = self._now(session)
        session.execute(delete(WrongRow).where(WrongRow.last < now - timedelta(days=1)))
        # Where somebody is signed in, the guesses of others elsewhere are no reason to wait.
        known = session.scalars(select(SignInRow).where(SignInRow.place == place, SignInRow.until > now)).first()
        limits = {place: EACH} if known is not None else {place: EACH, EVERYBODY: ALL}
        rows = {name: session.get(WrongRow, name, with_for_update=True) for name in sorted(limits)}
        left = max(0 if row is None else limits[name].left(row.wrong, row.last, now) for name, row in rows.items())
        if left:
            raise TooSoonError(left)
        return max(_one_more(session, name, rows[name], limit, now) for name, limit in limits.items())

    def _let_in(self, session: Session, token: str, access: Access, kept: str, name: str, place: str) -> SignIn:
        now = self._now(session)
        password = session.get(PasswordRow, access, with_for_update=True)
        if password is None or password.hashed != kept:  # it was changed while we compared
            raise WrongPasswordError(0)
        session.execute(delete(WrongRow).where(WrongRow.place == place))
        everybody = session.get(WrongRow, EVERYBODY, with_for_update=True)
        if everybody is not None:
            everybody.wrong = max(0, everybody.wrong - 1)  # this one was right after all
        session.execute(delete(SignInRow).where(SignInRow.until <= now))
        row = SignInRow(
            token=_digest(token), access=access, name=name, place=place, begun=now, until=now + LASTS[access]
        )
        session.add(row)
        session.flush()
        return _value(row)


def sign_in_row(session: Session, token: str, now: datetime, *, held: bool = False) -> SignInRow | None:
    """The sign-in of this token, while it holds. `held`: until this transaction is over nobody can end it."""
    row = session.get(SignInRow, _digest(token), with_for_update={"read": True} if held else None)
    return None if row is None or row.until <= now else row


def _check(password: str) -> None:
    count = len(plain(password))
    if not LEAST <= count <= MOST:
        zh = f"密码要有 {LEAST} 到 {MOST} 个字符，现在是 {count} 个。"
        raise UnfitPasswordError(Text(zh, f"A password has {LEAST} to {MOST} characters, this one has {count}."))
    if easily_guessed(password):
        raise UnfitPasswordError(
            Text(
                "这个密码太容易猜到：不要只用几个字符重复，也不要只用数字（12 位以上可以）。",
                "This password is easily guessed: no few characters repeated, and no digits alone (unless 12 or more).",
            )
        )


def _one_more(session: Session, place: str, row: WrongRow | None, limit: Limit, now: datetime) -> int:
    if row is None:
        row = WrongRow(place=place, wrong=0, last=now)
        session.add(row)
    row.wrong = limit.counted(row.wrong, row.last, now) + 1
    row.last = now
    session.flush()
    return limit.left(row.wrong, now, now)


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _value(row: SignInRow) -> SignIn:
    return SignIn(access=Access(row.access), name=row.name, until=row.until)
