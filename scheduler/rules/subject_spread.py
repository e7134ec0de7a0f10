"""The sessions of a subject are spread over the days of the week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from models import Problem, SessionKind, SlotKind, Text, Timetable, Violation
from scheduler.reading import day_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class SubjectSpread(Preference):
    """Sessions of a class and subject on a day, beyond an even share of the days that have homework."""

    key = "subject_spread"
    title = Text("学科分散到各天", "Subjects are spread")
    sentence = Text(
        "一个班同一学科的作业辅导最好分散在各天，一天不超过平均次数（向上取整）。",
        "Homework of a class in a subject is best spread over the days: no more on a day than an even share, "
        "rounded up.",
    )
    weight = 2
    unit = Text("一次", "one session")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Sessions of a subject on one day beyond its even share of a day."""
        for c in problem.classes:
            slots = x.homework_slots(c)
            for week in problem.week.weeks:
                days = {s.day for s in slots if s.week == week}
                for subject, quota in problem.quotas[c.id].items():
                    times = ceil(quota.times / problem.week.cycle) if quota.per_cycle else quota.times
                    share = ceil(times / len(days)) if days else 0
                    for day in sorted(days):
                        today = [s for s in slots if (s.week, s.day) == (week, day)]
                        if len(today) > share:
                            done = x.sum(x.homework(c.id, subject, s) for s in today)
                            yield x.beyond(done, share, len(today), "spread", c.id, subject, week, day)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class, subject and day, counting the sessions above the share."""
        for c in problem.classes:
            days: Counter[int] = Counter()  # week → days on which the class has homework
            for week, _ in {(s.week, s.day) for s in problem.slots_of(c, SlotKind.HOMEWORK)}:
                days[week] += 1
            held = Counter(
                (s.subject, s.slot.week, s.slot.day)
                for s in timetable.of_class.get(c.id, ())
                if s.kind is SessionKind.HOMEWORK
            )
            for (subject, week, day), found in held.items():
                quota = problem.quotas[c.id].get(subject) if subject is not None else None
                if quota is None or not days[week]:
                    continue
                times = -(-quota.times // problem.week.cycle) if quota.per_cycle else quota.times
                share = -(-times // days[week])
                if found > share:
                    when = day_title(problem, day, week)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{c.title}{when.zh}有{found}次{subject}辅导，一天最好不超过{share}次。",
                            f"{c.title} has {found} x {subject} tutoring on {when.en}; at most {share} is better.",
                        ),
                        amount=found - share,
                        classes=(c.id,),
                    )
