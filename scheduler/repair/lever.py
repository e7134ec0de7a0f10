"""A lever: one way in which a school can give way, by how much, at which price, and the change that does it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from models import Change, Problem, Text
from models.noun import ClassId, ClubId, PersonId, RoomId
from scheduler.repair.draft import Draft

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables


MORE_PUPILS = 20  # in a group, at most


@dataclass(frozen=True)
class Touched:
    """Whom and what a lever concerns."""

    people: tuple[PersonId, ...] = ()
    classes: tuple[ClassId, ...] = ()
    clubs: tuple[ClubId, ...] = ()
    rooms: tuple[RoomId, ...] = ()


@dataclass(frozen=True, eq=False)
class Lever(ABC):
    """Taken 0 times it changes nothing. `kind` is its name in the price list."""

    kind: ClassVar[str]
    price: int  # of one unit
    most: int = field(default=1, kw_only=True)  # units

    def widen(self, draft: Draft) -> None:  # noqa: B027  not every lever does
        """Write into the draft what would be allowed, were all units taken."""

    def waive(self, x: Variables, taken: IntVar) -> None:  # noqa: B027
        """Before the rules are stated: tell the requirement that gives way by how much."""

    def gate(self, x: Variables, taken: IntVar) -> None:  # noqa: B027
        """After the rules are stated: what was widened may be used only as far as it is taken."""

    @abstractmethod
    def asks(self, problem: Problem) -> Text:
        """The requirement that gives way, as the school states it today."""

    @abstractmethod
    def changes(self, taken: int) -> tuple[Change, ...]:
        """What the school changes if so many units (at least 1) are taken."""

    @property
    def touches(self) -> Touched:
        """Whom and what it concerns."""
        return Touched()


def touched_by(levers: Iterable[Lever]) -> Touched:
    """Whom and what they concern together, each once."""
    touched = [lever.touches for lever in levers]
    return Touched(
        people=tuple(dict.fromkeys(p for t in touched for p in t.people)),
        classes=tuple(dict.fromkeys(c for t in touched for c in t.classes)),
        clubs=tuple(dict.fromkeys(c for t in touched for c in t.clubs)),
        rooms=tuple(dict.fromkeys(r for t in touched for r in t.rooms)),
    )
