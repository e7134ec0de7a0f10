"""Each class gets each subject's homework tutoring exactly as often as its quota says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, SchoolClass, SessionKind, Text, Timetable, Violation
from scheduler.reading import week_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class HomeworkQuotaMet(Requirement):
    """Counted every week, or over the two-week cycle where the quota says so."""

    key = "homework_quota"
    title = Text("作业辅导周课时", "Homework quotas")
    sentence = Text(
        "每个班每门学科的作业辅导次数与规定的周课时（或两周课时）完全一致，没有规定的学科不安排。",
        "Each class has each subject's homework exactly as often as its quota says, and no subject without a quota.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """As many sessions as the quota says, each week or over the cycle."""
        for c in problem.classes:
            for subject, quota in problem.quotas[c.id].items():
                more, fewer = (x.waived(self.key, c.id, subject, which) for which in ("more", "fewer"))
                weeks = [problem.week.weeks] if quota.per_cycle else [(week,) for week in problem.week.weeks]
                for together in weeks:
                    slots = (s for s in problem.slots if s.week in together)
                    model.add(x.sum(x.homework(c.id, subject, s) for s in slots) == quota.times + more - fewer)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class, subject and week (cycle), as large as the difference."""
        for c in problem.classes:
            held = Counter(
                (s.subject, s.slot.week)
                for s in timetable.of_class.get(c.id, ())
                if s.kind is SessionKind.HOMEWORK and s.subject is not None
            )
            quotas = problem.quotas[c.id]
            for subject in dict.fromkeys([*quotas, *(subject for subject, _ in held)]):
                quota = quotas.get(subject)
                times = 0 if quota is None else quota.times
                if quota is not None and quota.per_cycle:
                    found = sum(held[subject, week] for week in problem.week.weeks)
                    often = Text("每两周", "every two weeks")
                    yield from self._differs(c, subject, times, found, often)
                    continue
                for week in problem.week.weeks:
                    yield from self._differs(c, subject, times, held[subject, week], week_title(problem, week))

    def _differs(self, c: SchoolClass, subject: str, times: int, found: int, often: Text) -> Iterator[Violation]:
        if found != times:
            yield Violation(
                rule=self.key,
                text=Text(
                    f"{c.title}{often.zh}应有{subject}辅导{times}次，实际{found}次。",
                    f"{c.title} should have {times} x {subject} tutoring {often.en}, but has {found}.",
                ),
                amount=abs(found - times),
                classes=(c.id,),
            )
