"""Instructors come on few days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from scheduler.reading import day_title, listed, person_title, week_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class InstructorDays(Preference):
    """Days a week on which an instructor has a duty."""

    key = "instructor_days"
    title = Text("外聘来校天数", "Instructors' visits")
    sentence = Text(
        "外聘教师来校的天数越少越好，任务尽量集中。",
        "The fewer days instructors have to come, the better.",
    )
    weight = 2
    unit = Text("来校一天", "visit")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Days on which an instructor comes."""
        for person in problem.instructors:
            for week in problem.week.weeks:
                for day in problem.week.days:
                    yield x.busy_on(person.id, week, day)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per instructor and week, counting the days."""
        for person in problem.instructors:
            visits = sorted({(s.slot.week, s.slot.day) for s in timetable.of_person.get(person.id, ())})
            for week in problem.week.weeks:
                days = [day for of, day in visits if of == week]
                if days:
                    who, often = person_title(problem, person.id), week_title(problem, week)
                    which = listed(day_title(problem, day, week) for day in days)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{who.zh}{often.zh}来校{len(days)}天（{which.zh}）。",
                            f"{who.en} comes on {len(days)} day(s) {often.en} ({which.en}).",
                        ),
                        amount=len(days),
                        people=(person.id,),
                    )
