"""Five days a week: each class has the service on so many days, and is somewhere in each open slot."""

from models import PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, case_of, kept, some, times


class FiveDays(PolicyCheck):
    """Days with an open slot, of each class and week; and what the audit says of classes that are nowhere."""

    key = "five_days"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each class with fewer days, and for each open slot in which a class is nowhere."""
        problem, least = asked.problem, asked.number(self.key) or 1
        cases = []
        for c in problem.classes:
            days = min(len(asked.open_days(c, week)) for week in problem.week.weeks)
            if days < least:
                text = Text(
                    f"{c.title}每周开放 {days} 天，少于 {least} 天。",
                    f"{c.title}: open on {times(days, 'day')} a week, fewer than {least}.",
                )
                cases.append(PolicyCase(text=text, classes=(c.id,)))
        cases += [case_of(v) for v in asked.violations("class_covered")]
        if cases:
            who = some((problem.class_by_id[c].title for case in cases for c in case.classes), "个班")
            return broken(
                f"{len(cases)} 处不够：{who.zh}。",
                f"In {times(len(cases), 'place')}: {who.en}.",
                cases,
            )
        count = len(problem.classes)
        return kept(
            f"{count} 个班每周都不少于 {least} 天，开放的时段每班都有去处。",
            f"{times(count, 'class')} on {least} days a week or more, each somewhere in every open slot.",
        )
