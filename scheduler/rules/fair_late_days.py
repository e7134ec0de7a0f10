"""Late days are shared evenly among the teachers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from scheduler.reading import person_title, week_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class FairLateDays(Preference):
    """d late days above the even share cost d(d+1)/2 points, per teacher and week."""

    key = "fair_late_days"
    title = Text("晚走天数均衡", "Late days are shared")
    sentence = Text(
        "每位教师每周留到最后一节的天数最好不超过全校平均（向上取整）；多1天计1点，多2天计3点，多3天计6点，依此类推。",
        "No teacher stays until the last period on more days a week than an even share, rounded up. One day more "
        "counts 1 point, two count 3, three count 6, and so on.",
    )
    weight = 1
    unit = Text("均衡点", "point of unevenness")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Sum of 1 + 2 + … over the late days above the even share."""
        share = problem.late_share
        late_slots = [s for s in problem.slots if problem.is_late(s)]
        for teacher in problem.teachers:
            for week in problem.week.weeks:
                late = [x.busy(teacher.id, s) for s in late_slots if s.week == week]
                if len(late) > share:
                    steps = x.steps(x.sum(late), len(late), "late", teacher.id, week)
                    for number, step in enumerate(steps[share:], start=1):
                        yield number * step

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per teacher and week above the share."""
        late_slots = {slot for slot in problem.slots if problem.is_late(slot)}
        share = problem.late_share
        for teacher in problem.teachers:
            late: defaultdict[int, set[int]] = defaultdict(set)
            for session in timetable.of_person.get(teacher.id, ()):
                if session.slot in late_slots:
                    late[session.slot.week].add(session.slot.day)
            for week in problem.week.weeks:
                above = len(late[week]) - share
                if above > 0:
                    who, often = person_title(problem, teacher.id), week_title(problem, week)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{who.zh}{often.zh}有{len(late[week])}天留到最后一节，平均不超过{share}天。",
                            f"{who.en} stays until the last period on {len(late[week])} days {often.en}; "
                            f"the even share is {share}.",
                        ),
                        amount=above * (above + 1) // 2,
                        people=(teacher.id,),
                    )
