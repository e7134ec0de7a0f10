"""People serve when they wish to, and not when they wish not to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation, Wish
from scheduler.reading import person_title, slot_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class SlotWishes(Preference):
    """1 point for a wish that is not met, 3 for a strong one."""

    key = "slot_wishes"
    title = Text("时段意愿", "Slot wishes")
    sentence = Text(
        "尽量满足每个人的时段意愿：一般意愿未满足计1分，强烈意愿未满足计3分。",
        "People's wishes for slots are met where possible: a wish that is not met counts 1 point, a strong one 3.",
    )
    weight = 2
    unit = Text("一分", "point")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """1 or 3 for serving in an unwished slot, and for not serving in a wished one."""
        for person in problem.people:
            for wish in person.wishes:
                if wish.slot not in problem.slots or wish.wish is Wish.NEUTRAL:
                    continue
                price = 3 if abs(wish.wish) == 2 else 1
                busy = x.busy(person.id, wish.slot)
                yield price * busy if wish.wish < 0 else price * (1 - busy)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per wish that is not met."""
        for person in problem.people:
            busy = {s.slot for s in timetable.of_person.get(person.id, ())}
            for wish in person.wishes:
                wished = wish.wish > 0
                if wish.wish is Wish.NEUTRAL or wished == (wish.slot in busy):
                    continue
                who, when = person_title(problem, person.id), slot_title(problem, wish.slot)
                strong = abs(wish.wish) == 2
                text = Text(
                    f"{who.zh}{'强烈' if strong else ''}希望{when.zh}不排任务，却排了。",
                    f"{who.en} {'strongly ' if strong else ''}wishes not to serve at {when.en}, but does.",
                )
                if wished:
                    text = Text(
                        f"{who.zh}{'强烈' if strong else ''}希望{when.zh}有任务，却没有排。",
                        f"{who.en} {'strongly ' if strong else ''}wishes to serve at {when.en}, but does not.",
                    )
                yield Violation(
                    rule=self.key, text=text, amount=3 if strong else 1, slot=wish.slot, people=(person.id,)
                )
