"""People give way: more sessions, another slot, papers renewed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import (
    Change,
    Instructor,
    PapersRenewed,
    Person,
    PersonChanged,
    PersonFree,
    Problem,
    RepairPrices,
    Slot,
    Teacher,
    Text,
)
from scheduler.open_scope import OpenScope
from scheduler.repair.draft import Draft
from scheduler.repair.lever import Lever, Touched

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables

MORE_SESSIONS = 3  # a week, beyond the agreed most


@dataclass(frozen=True, eq=False)
class OfPerson(Lever):
    """A lever on one person."""

    person: Person

    @property
    def touches(self) -> Touched:
        return Touched(people=(self.person.id,))

    def _serves_only_if(self, x: Variables, taken: IntVar, slots: Iterable[Slot]) -> None:
        for slot in slots:
            x.model.add(x.duties(self.person.id, slot) <= taken)


@dataclass(frozen=True, eq=False)
class MoreSessions(OfPerson):
    """A weekly most is raised."""

    kind = "more_sessions"

    def widen(self, draft: Draft) -> None:
        draft.people[self.person.id]["weekly_most"] = self.person.weekly_most + self.most

    def gate(self, x: Variables, taken: IntVar) -> None:
        for week in x.problem.week.weeks:
            x.model.add(x.load(self.person.id, week) <= self.person.weekly_most + taken)

    def asks(self, problem: Problem) -> Text:
        name, most = self.person.name, self.person.weekly_most
        return Text(f"{name}每周至多{most}次", f"{name} serves {most} times a week at most")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (PersonChanged(person=self.person.id, weekly_most=self.person.weekly_most + taken),)


class OneMoreVisit(MoreSessions):
    """The same for an instructor, who comes once more."""

    kind = "one_more_visit"


@dataclass(frozen=True, eq=False)
class MoreADay(OfPerson):
    """A daily most is raised."""

    kind = "more_a_day"

    def widen(self, draft: Draft) -> None:
        draft.people[self.person.id]["daily_most"] = self.person.daily_most + self.most

    def gate(self, x: Variables, taken: IntVar) -> None:
        for day in {(s.week, s.day) for s in x.problem.slots}:
            slots = [s for s in x.problem.slots if (s.week, s.day) == day]
            x.model.add(x.sum(x.duties(self.person.id, s) for s in slots) <= self.person.daily_most + taken)

    def asks(self, problem: Problem) -> Text:
        name, most = self.person.name, self.person.daily_most
        return Text(f"{name}每天至多{most}次", f"{name} serves {most} times a day at most")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (PersonChanged(person=self.person.id, daily_most=self.person.daily_most + taken),)


@dataclass(frozen=True, eq=False)
class FewerAsked(OfPerson):
    """A weekly least is lowered."""

    kind = "fewer_asked"

    def widen(self, draft: Draft) -> None:
        draft.people[self.person.id]["weekly_least"] = 0

    def gate(self, x: Variables, taken: IntVar) -> None:
        for week in x.problem.week.weeks:
            if isinstance(self.person, Teacher) or self.person.weeks.includes(week):
                x.model.add(x.load(self.person.id, week) >= self.person.weekly_least - taken)

    def asks(self, problem: Problem) -> Text:
        name, least = self.person.name, self.person.weekly_least
        return Text(f"{name}每周至少{least}次", f"{name} serves {least} times a week at least")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (PersonChanged(person=self.person.id, weekly_least=self.person.weekly_least - taken),)


@dataclass(frozen=True, eq=False)
class FreeAt(OfPerson):
    """Somebody who cannot come in a slot makes it possible."""

    kind = "free_at"
    slot: Slot

    def widen(self, draft: Draft) -> None:
        fields = draft.people[self.person.id]
        away = fields.get("unavailable", self.person.unavailable)
        fields["unavailable"] = tuple(s for s in away if s != self.slot)
        if isinstance(self.person, Instructor) and self.person.visits_only:
            fields["visits_only"] = tuple(
                dict.fromkeys((*fields.get("visits_only", self.person.visits_only), self.slot))
            )

    def gate(self, x: Variables, taken: IntVar) -> None:
        self._serves_only_if(x, taken, [self.slot])

    def asks(self, problem: Problem) -> Text:
        name, cycle = self.person.name, problem.week.cycle
        zh, en = self.slot.title(cycle), self.slot.title(cycle, language="en")
        return Text(f"{name}{zh}不能到岗", f"{name} cannot come at {en}")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (PersonFree(person=self.person.id, slots=(self.slot,)),)


@dataclass(frozen=True, eq=False)
class NewPapers(OfPerson):
    """Papers that run out are renewed."""

    kind = "papers"

    def widen(self, draft: Draft) -> None:
        draft.people[self.person.id]["credentials"] = ()

    def gate(self, x: Variables, taken: IntVar) -> None:
        self._serves_only_if(x, taken, x.problem.slots)

    def asks(self, problem: Problem) -> Text:
        name = self.person.name
        return Text(f"{name}的证明或合同没有覆盖整个学期", f"the papers of {name} do not cover the term")

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (PapersRenewed(person=self.person.id),)


def people_levers(problem: Problem, prices: RepairPrices) -> Iterator[Lever]:
    """All ways in which people can give way."""
    scope, slots = OpenScope(problem), problem.slots
    longest = max(sum((s.week, s.day) == day for s in slots) for day in {(s.week, s.day) for s in slots})
    for person in problem.people:
        outside = isinstance(person, Instructor)
        if person.weekly_most == 0:  # has left
            continue
        raised = prices.one_more_visit if outside else prices.more_sessions
        if raised is not None:
            spare = min(MORE_SESSIONS, 30 - person.weekly_most)
            yield (OneMoreVisit if outside else MoreSessions)(raised, person, most=spare)
        if prices.more_a_day is not None and person.daily_most < longest:
            yield MoreADay(prices.more_a_day, person, most=longest - person.daily_most)
        if prices.fewer_asked is not None and person.weekly_least > 0:
            yield FewerAsked(prices.fewer_asked, person, most=person.weekly_least)
        if (price := prices.free_at) is not None:
            yield from (FreeAt(price, person, slot) for slot in slots if _could_be_freed(person, slot))
        if prices.papers is not None and isinstance(person, Instructor) and _papers_lapse(scope, person):
            yield NewPapers(prices.papers, person)


def _could_be_freed(person: Person, slot: Slot) -> bool:
    if isinstance(person, Teacher):
        return slot in person.unavailable
    invited = not person.visits_only or slot in person.visits_only
    return person.weeks.includes(slot.week) and (slot in person.unavailable or not invited)


def _papers_lapse(scope: OpenScope, person: Instructor) -> bool:
    def comes(p: Instructor) -> bool:
        return any(scope.may_be_present(p, slot) for slot in scope.problem.slots)

    anytime = {"unavailable": (), "visits_only": ()}
    return not comes(person.model_copy(update=anytime)) and comes(
        person.model_copy(update=anytime | {"credentials": ()})
    )
