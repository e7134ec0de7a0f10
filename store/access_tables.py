"""The tables of who may come in. They belong to this installation: no backup holds them, no restore touches them."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from store.tables import Row


class PasswordRow(Row):
    """The password of the office, or of the readers."""

    __tablename__ = "password"
    access: Mapped[str] = mapped_column(primary_key=True)
    hashed: Mapped[str]
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]


class SignInRow(Row):
    """Somebody who has signed in and not out again. Of the token only a digest is kept, which opens nothing."""

    __tablename__ = "sign_in"
    token: Mapped[str] = mapped_column(primary_key=True)
    access: Mapped[str]
    name: Mapped[str]
    place: Mapped[str]
    begun: Mapped[datetime]
    until: Mapped[datetime]


class WrongRow(Row):
    """How many wrong passwords came from an address (of all of them: from nowhere), and when the last did."""

    __tablename__ = "wrong_password"
    place: Mapped[str] = mapped_column(primary_key=True)
    wrong: Mapped[int]
    last: Mapped[datetime]


OF_THIS_INSTALLATION = frozenset({PasswordRow.__tablename__, SignInRow.__tablename__, WrongRow.__tablename__})
"""Their names."""
