"""A day without service, and everything that goes with it."""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal

from pydantic import Field

from models.changes.altering import altered
from models.changes.base import ChangeBase
from models.changes.fewer_slots import clubs_left, fewer_walks, quotas_that_fit
from models.people import Instructor, Person
from models.problem import Problem
from models.text import Text
from models.week import Day, Slot, SlotKind


class DayOff(ChangeBase):
    """No service on one day of the week.

    Every slot of the day becomes off, and pins on it go. A club meets as often as the days that are left allow; one
    that cannot meet on any other day (its fixed slots, or its only double periods, were on this day) is dropped.
    A band with fixed slots walks as many times fewer as it loses, any other at most in the slots that are left.
    A class whose homework no longer fits loses sessions of the subject with most of them (the later one in a tie), as
    a quota of its own. Limits and targets of people stay. Absences, closures and wishes on the day are struck out.
    """

    title: ClassVar[Text] = Text("停开一天", "Day off")
    kind: Literal["day_off"] = Field("day_off", description="停开一天")
    day: Day = Field(description="1 = Monday … 7 = Sunday")

    def sentence(self, problem: Problem) -> Text:
        """周五不开展课后服务：当天的锁定解除 …"""
        zh = f"{self.day.title.zh}不开展课后服务：当天的锁定解除，只在当天活动的社团停开，作业辅导按剩余时段减少"
        en = f"no service on {self.day.title.en}: its pins and the clubs of that day only go, homework is cut to fit"
        return Text(zh, en)

    def _wrong(self, problem: Problem) -> Iterator[Text]:
        if all(slot.day == self.day for slot in problem.slots):
            day = self.day.title
            yield Text(
                f"{self.title.zh}：除了{day.zh}，一周里没有别的课后服务时段，不能再停{day.zh}，请换一天。",
                f"{self.title.en}: there is service on no day but {day.en}; choose another day.",
            )

    def _applied(self, problem: Problem) -> Problem:
        kinds = tuple(altered(s, kind=SlotKind.OFF) if s.day == self.day else s for s in problem.week.kinds)
        after = altered(problem, week=altered(problem.week, kinds=kinds))
        clubs = clubs_left(problem, after, self.day)
        known = {club.id for club in clubs}
        dropped = {club.id for club in problem.clubs} - known
        return altered(
            after,
            clubs=clubs,
            bands=tuple(fewer_walks(after, band, self.day) for band in problem.bands),
            homework=quotas_that_fit(problem, after),
            pins=tuple(p for p in problem.pins if p.slot.day != self.day and p.club not in dropped),
            teachers=tuple(self._person(t) for t in problem.teachers),
            instructors=tuple(self._person(i) for i in problem.instructors),
            rooms=tuple(altered(room, closed=self._left(room.closed)) for room in problem.rooms),
        )

    def _left(self, slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
        return tuple(slot for slot in slots if slot.day != self.day)

    def _person(self, person: Person) -> Person:
        fields: dict[str, Any] = {
            "unavailable": self._left(person.unavailable),
            "wishes": tuple(w for w in person.wishes if w.slot.day != self.day),
        }
        # An empty list would mean that the instructor comes at any time: who comes only on this day does not come.
        if isinstance(person, Instructor) and (visits := self._left(person.visits_only)):
            fields["visits_only"] = visits
        return altered(person, **fields)
