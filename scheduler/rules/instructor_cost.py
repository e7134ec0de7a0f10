"""Instructors' fees."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from scheduler.reading import person_title, session_title, slot_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class InstructorCost(Preference):
    """The fee of each duty, in hundreds of yuan, rounded up."""

    key = "instructor_cost"
    title = Text("外聘课酬", "Instructors' fees")
    sentence = Text(
        "外聘教师的课酬越少越好，每次按百元计（不足百元算百元）。",
        "The less instructors cost, the better: each duty counts its fee in hundreds of yuan, rounded up.",
    )
    weight = 1
    unit = Text("百元", "100 yuan")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """The fee of each session in hundreds of yuan, rounded up."""
        for person in problem.instructors:
            for slot in problem.slots:
                yield ceil(person.fee / 100) * x.duties(person.id, slot)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per instructor's duty that has a fee."""
        for person in problem.instructors:
            for session in timetable.of_person.get(person.id, ()) if person.fee else ():
                who, when = person_title(problem, person.id), slot_title(problem, session.slot)
                what = session_title(problem, session)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}：{who.zh}课酬{person.fee}元。",
                        f"{when.en}, {what.en}: {who.en} is paid {person.fee} yuan.",
                    ),
                    amount=-(-person.fee // 100),
                    slot=session.slot,
                    people=(person.id,),
                    clubs=() if session.club is None else (session.club,),
                )
