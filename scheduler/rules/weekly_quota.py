"""Nobody serves more often, or less often, than agreed: in a week and on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Day, Instructor, Problem, Text, Timetable, Violation
from models.noun import PersonId
from scheduler.reading import person_title, week_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class WeeklyQuota(Requirement):
    """Between a person's weekly least and most, and at most the daily most."""

    key = "weekly_quota"
    title = Text("周课时上下限", "Weekly quota")
    sentence = Text(
        "每人每周的任务次数不超过周上限、不少于周下限，每天不超过日上限；外聘教师的周下限只算来校的那一周。",
        "Each person has between the agreed least and most duties a week and at most so many a day; "
        "an instructor's least counts only in weeks in which he or she comes.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Sessions a week between least and most, sessions a day at most."""
        for person in problem.people:
            for week in problem.week.weeks:
                comes = not isinstance(person, Instructor) or person.weeks.includes(week)
                load = x.load(person.id, week)
                model.add(load <= person.weekly_most)
                if comes and person.weekly_least > 0:
                    model.add(load >= person.weekly_least)
                for day in problem.week.days:
                    slots = [s for s in problem.slots if (s.week, s.day) == (week, day)]
                    if len(slots) > person.daily_most or not x.scope.all_rules_hold:
                        model.add(x.sum(x.duties(person.id, s) for s in slots) <= person.daily_most)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per person and week, or person and day, as large as the difference."""
        for person in problem.people:
            duties = timetable.of_person.get(person.id, ())
            weekly = Counter(s.slot.week for s in duties)
            daily = Counter((s.slot.week, s.slot.day) for s in duties)
            who = person_title(problem, person.id)
            for week in problem.week.weeks:
                often, found = week_title(problem, week), weekly[week]
                comes = not isinstance(person, Instructor) or person.weeks.includes(week)
                if found > person.weekly_most:
                    text = Text(
                        f"{who.zh}{often.zh}最多{person.weekly_most}次任务，实际{found}次。",
                        f"{who.en} may have at most {person.weekly_most} duties {often.en}, but has {found}.",
                    )
                    yield self._violation(person.id, text, found - person.weekly_most)
                if comes and found < person.weekly_least:
                    text = Text(
                        f"{who.zh}{often.zh}至少{person.weekly_least}次任务，实际{found}次。",
                        f"{who.en} should have at least {person.weekly_least} duties {often.en}, but has {found}.",
                    )
                    yield self._violation(person.id, text, person.weekly_least - found)
            for (week, day), found in daily.items():
                if found > person.daily_most:
                    often = Text("", "") if problem.week.cycle == 1 else week_title(problem, week)
                    text = Text(
                        f"{who.zh}{often.zh}{Day(day).title.zh}最多{person.daily_most}次任务，实际{found}次。",
                        f"{who.en} may have at most {person.daily_most} duties on {Day(day).title.en}"
                        f"{' ' + often.en if often.en else ''}, but has {found}.",
                    )
                    yield self._violation(person.id, text, found - person.daily_most)

    def _violation(self, person: PersonId, text: Text, amount: int) -> Violation:
        return Violation(rule=self.key, text=text, amount=amount, people=(person,))
