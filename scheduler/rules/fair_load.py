"""Teachers serve as often a week as they are meant to: the farther off, the dearer each session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from scheduler.reading import person_title, week_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class FairLoad(Preference):
    """d sessions away from the target cost d(d+1)/2 points, per teacher and week."""

    key = "fair_load"
    title = Text("工作量均衡", "Even workload")
    sentence = Text(
        "每位教师每周的任务次数最好等于目标次数（没有单独规定的，按全校平均；上学期欠的加上，多排的减去）；"
        "差1次计1点，差2次计3点，差3次计6点，依此类推。",
        "Each teacher serves as often a week as the target says (without one of his own, the school's even share; "
        "what is owed from last term is added, what was too much taken off). "
        "One session off counts 1 point, two count 3, three count 6, and so on.",
    )
    weight = 1
    unit = Text("均衡点", "point of unevenness")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Sum of 1 + 2 + … over the sessions above or below the target, as unit steps: the LP stays tight."""
        for teacher in problem.teachers:
            target = problem.target_of(teacher)
            for week in problem.week.weeks:
                most = x.scope.load_most(teacher)
                steps = x.steps(x.load(teacher.id, week), most, "load", teacher.id, week)
                for number, step in enumerate(steps, start=1):
                    yield (number - target) * step if number > target else (target - number + 1) * (1 - step)
                for number in range(most + 1, target + 1):  # what can never be reached counts all the same
                    yield target - number + 1

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per teacher and week off the target."""
        for teacher in problem.teachers:
            duties = Counter(s.slot.week for s in timetable.of_person.get(teacher.id, ()))
            target = problem.target_of(teacher)
            for week in problem.week.weeks:
                off = abs(duties[week] - target)
                if off:
                    who, often = person_title(problem, teacher.id), week_title(problem, week)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{who.zh}{often.zh}{duties[week]}次任务，目标{target}次。",
                            f"{who.en} has {duties[week]} duties {often.en}; the target is {target}.",
                        ),
                        amount=off * (off + 1) // 2,
                        people=(teacher.id,),
                    )
