"""A class does not do the same activity twice on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, SessionKind, Text, Timetable, Violation
from scheduler.reading import club_title, day_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class ActivityVariety(Preference):
    """Repetitions of a class activity on a day; free activity counts as one activity."""

    key = "activity_variety"
    title = Text("班级活动不重复", "Activities vary")
    sentence = Text(
        "一个班同一天最好不重复同一项班级活动（自由的班级活动算同一项）。",
        "A class best does not have the same activity twice on a day; free activity counts as one.",
    )
    weight = 1
    unit = Text("一次", "once")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Meetings of the same activity of a class on one day beyond the first."""
        for c in problem.classes:
            for activity in (*(a.id for a in problem.activities[c.id]), ""):
                for week in problem.week.weeks:
                    for day in problem.week.days:
                        today = [s for s in x.free_slots(c) if (s.week, s.day) == (week, day)]
                        if len(today) > 1:
                            times = x.sum(x.activity(c.id, activity, s) for s in today)
                            yield x.beyond(times, 1, len(today), "variety", c.id, activity, week, day)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class, day and activity, counting the repetitions."""
        for c in problem.classes:
            held = Counter(
                (s.slot.week, s.slot.day, s.club)
                for s in timetable.of_class.get(c.id, ())
                if s.kind is SessionKind.CLASS_ACTIVITY
            )
            for (week, day, club), found in held.items():
                if found > 1:
                    when = day_title(problem, day, week)
                    what = Text("自由班级活动", "free activity")
                    if club is not None:
                        name = club_title(problem, club)
                        what = Text(f"“{name}”", f'"{name}"')
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{c.title}{when.zh}有{found}次{what.zh}。",
                            f"{c.title} has {what.en} {found} x on {when.en}.",
                        ),
                        amount=found - 1,
                        classes=(c.id,),
                        clubs=() if club is None else (club,),
                    )
