"""A sheet of paper on which somebody fills in who serves where: needs, the people who could meet them, and swaps."""

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from models import Problem, Role, Slot
from scheduler.open_scope import OpenScope


@dataclass(eq=False)
class Need:
    """Somebody who serves in all these slots, in one role."""

    slots: tuple[Slot, ...]
    people: tuple[str, ...]  # who could, the best first
    role: Role
    person: str | None = None


@dataclass(eq=False)
class Roster:
    """Who is taken when."""

    problem: Problem
    scope: OpenScope
    rng: Random
    at: dict[tuple[str, Slot], Need] = field(default_factory=dict)
    load: Counter[str] = field(default_factory=Counter)
    unmet: int = 0

    def fits(self, person: str, slots: tuple[Slot, ...]) -> bool:
        """Whether the person can come, is free, and has not yet served enough this week."""
        who = self.problem.person_by_id[person]
        if self.load[person] + len(slots) > who.weekly_most:
            return False
        for slot in slots:
            today = sum((person, other) in self.at for other in self.problem.slots if other.day == slot.day)
            if not self.scope.can_come(who, slot) or (person, slot) in self.at or today >= who.daily_most:
                return False
        return True

    def meet(self, need: Need, *, evenly: bool = True) -> bool:
        """Give the need to the least busy of those who could, or to the first of them; else try one swap."""
        able = [p for p in need.people if self.fits(p, need.slots)]
        if able:
            self._give(need, min(able, key=self._turn) if evenly else able[0])
            return True
        for person in need.people:
            others = list(dict.fromkeys(self.at[person, s] for s in need.slots if (person, s) in self.at))
            if len(others) == 1 and self._swapped(need, person, others[0]):
                return True
        return False

    def _turn(self, person: str) -> tuple[bool, int, float]:
        enough = self.load[person] >= self.problem.person_by_id[person].weekly_least
        return enough, self.load[person], self.rng.random()

    def _give(self, need: Need, person: str) -> None:
        need.person = person
        self.load[person] += len(need.slots)
        for slot in need.slots:
            self.at[person, slot] = need

    def _take_back(self, need: Need) -> None:
        assert need.person is not None
        self.load[need.person] -= len(need.slots)
        for slot in need.slots:
            del self.at[need.person, slot]
        need.person = None

    def _swapped(self, need: Need, person: str, other: Need) -> bool:
        """Whether somebody else can take over what the person does, so that the person meets the need."""
        self._take_back(other)
        if self.fits(person, need.slots):
            self._give(need, person)
            able = [p for p in other.people if self.fits(p, other.slots)]
            if able:
                self._give(other, min(able, key=self._turn))
                return True
            self._take_back(need)
        self._give(other, person)
        return False
