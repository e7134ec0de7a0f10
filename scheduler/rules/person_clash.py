"""Nobody is in two places at a time: tutoring, leading, accompanying and patrol all count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Session, Slot, Text, Timetable, Violation
from scheduler.reading import listed, person_title, session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class PersonClash(Requirement):
    """At most one duty per person and slot."""

    key = "person_clash"
    title = Text("人员不冲突", "Nobody in two places")
    sentence = Text(
        "一个人同一时段只能有一项任务：辅导、带社团、陪同、巡查都算。",
        "One person has at most one duty in a slot: tutoring, leading, accompanying and patrol all count.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """At most one duty per person and slot."""
        for person in problem.people:
            for slot in problem.slots:
                model.add(x.duties(person.id, slot) <= 1)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per person and slot, as large as the duties above one."""
        for person, sessions in timetable.of_person.items():
            by_slot: defaultdict[Slot, list[Session]] = defaultdict(list)
            for session in sessions:
                by_slot[session.slot].append(session)
            for slot, together in by_slot.items():
                if len(together) > 1:
                    who, when = person_title(problem, person), slot_title(problem, slot)
                    what = listed(session_title(problem, s) for s in together)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{who.zh}在{when.zh}同时有{len(together)}项任务：{what.zh}。",
                            f"{who.en} has {len(together)} duties at {when.en}: {what.en}.",
                        ),
                        amount=len(together) - 1,
                        slot=slot,
                        people=(person,),
                        classes=tuple(s.school_class for s in together if s.school_class is not None),
                        clubs=tuple(s.club for s in together if s.club is not None),
                    )
