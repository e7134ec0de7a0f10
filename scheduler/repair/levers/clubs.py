"""Clubs give way: fewer meetings, other slots, more pupils or fewer in a group; activities happen less often."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from models import (
    Change,
    ClassActivity,
    Club,
    ClubChanged,
    ClubDropped,
    CrossClassClub,
    Problem,
    RepairPrices,
    Slot,
    Text,
)
from models.changes.naming import slots_text
from scheduler.open_scope import OpenScope
from scheduler.repair.draft import Draft
from scheduler.repair.lever import MORE_PUPILS, Lever, Touched
from scheduler.scope import LedClub

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables


@dataclass(frozen=True, eq=False)
class _OfClub(Lever):
    club: Club

    @property
    def touches(self) -> Touched:
        return Touched(clubs=(self.club.id,))

    def _could_meet(self, x: Variables) -> Iterator[tuple[str, Slot]]:
        """Each group of the club with each slot in which it could meet."""
        return ((u.id, slot) for u in x.units if u.club.id == self.club.id for slot in x.slots_of_club(u.club))


class _LessOften(_OfClub):
    """It takes place less often, or is dropped; `rule` says how often it should."""

    rule: ClassVar[str]

    def waive(self, x: Variables, taken: IntVar) -> None:
        x.waive(taken, self.rule, self.club.id)

    def asks(self, problem: Problem) -> Text:
        name, meetings = self.club.name, self.club.meetings
        return Text(f"“{name}”每周活动{meetings}次", f'"{name}" meets {meetings} times a week')

    def changes(self, taken: int) -> tuple[Change, ...]:
        if taken == self.club.meetings:
            return (ClubDropped(club=self.club.id),)
        return (ClubChanged(club=self.club.id, meetings=self.club.meetings - taken),)


class FewerMeetings(_LessOften):
    """A club meets less often, or is dropped."""

    kind = "fewer_meetings"
    rule = "club_meetings"


class FewerActivities(_LessOften):
    """A class activity happens less often."""

    kind = "fewer_activities"
    rule = "activity_quota"


@dataclass(frozen=True, eq=False)
class AnySlot(_OfClub):
    """A club with fixed slots may meet in any."""

    kind = "any_slot"

    def widen(self, draft: Draft) -> None:
        draft.clubs[self.club.id]["fixed_slots"] = ()

    def gate(self, x: Variables, taken: IntVar) -> None:
        for slot in x.problem.slots:
            if slot not in self.club.fixed_slots:
                x.model.add(x.meets(self.club.id, slot) <= taken)

    def asks(self, problem: Problem) -> Text:
        slots = slots_text(problem, self.club.fixed_slots)
        return Text(f"“{self.club.name}”只在{slots.zh}活动", f'"{self.club.name}" meets only at {slots.en}')

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (ClubChanged(club=self.club.id, fixed_slots=()),)


@dataclass(frozen=True, eq=False)
class MorePupils(_OfClub):
    """Each group takes more pupils, as far as all its rooms hold them."""

    kind = "more_pupils"
    club: CrossClassClub

    def widen(self, draft: Draft) -> None:
        draft.clubs[self.club.id]["most"] = self.club.most + self.most

    def gate(self, x: Variables, taken: IntVar) -> None:
        for unit, slot in self._could_meet(x):
            x.model.add(x.pupils_in(unit, slot) <= self.club.most + taken)

    def asks(self, problem: Problem) -> Text:
        name, most = self.club.name, self.club.most
        return Text(f"“{name}”每班至多{most}人", f'"{name}" takes {most} pupils a group at most')

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (ClubChanged(club=self.club.id, most=self.club.most + taken),)


@dataclass(frozen=True, eq=False)
class FewerPupils(_OfClub):
    """A group opens with fewer pupils."""

    kind = "fewer_pupils"
    club: CrossClassClub

    def widen(self, draft: Draft) -> None:
        draft.clubs[self.club.id]["least"] = 0

    def gate(self, x: Variables, taken: IntVar) -> None:
        for unit, slot in self._could_meet(x):
            x.model.add(x.pupils_in(unit, slot) >= self.club.least * x.meets(self.club.id, slot) - taken)

    def asks(self, problem: Problem) -> Text:
        name, least = self.club.name, self.club.least
        return Text(f"“{name}”每班至少{least}人", f'"{name}" needs {least} pupils a group')

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (ClubChanged(club=self.club.id, least=self.club.least - taken),)


def clubs_levers(problem: Problem, prices: RepairPrices) -> Iterator[Lever]:
    """All ways in which clubs can give way."""
    scope = OpenScope(problem)
    for club in problem.clubs:
        if isinstance(club, ClassActivity):
            if prices.fewer_activities is not None:
                yield FewerActivities(prices.fewer_activities, club, most=club.meetings)
            continue
        if prices.fewer_meetings is not None:
            yield FewerMeetings(_by_priority(prices.fewer_meetings, club), club, most=club.meetings)
        if prices.any_slot is not None and club.fixed_slots:
            yield AnySlot(prices.any_slot, club)
        if isinstance(club, CrossClassClub):
            rooms = scope.rooms(club)
            spare = min((r.capacity for r in rooms), default=club.most) - club.most
            if prices.more_pupils is not None and spare > 0 and not club.enrolment:
                yield MorePupils(prices.more_pupils, club, most=min(MORE_PUPILS, spare))
            if prices.fewer_pupils is not None and club.least > 0:
                yield FewerPupils(prices.fewer_pupils, club, most=club.least)


def _by_priority(price: int, club: LedClub) -> int:
    """Twice the price for what is dropped last (1), half of it for what is dropped first (5)."""
    if not isinstance(club, CrossClassClub):
        return price * 2
    return round(price * 2 ** ((3 - club.priority) / 2))
