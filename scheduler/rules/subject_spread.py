"""The sessions of a subject are spread over the days of the week."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from models import Problem, SessionKind, SlotKind, Text, Timetable, Violation
from scheduler.reading import day_title
from scheduler.rule import Preference


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
