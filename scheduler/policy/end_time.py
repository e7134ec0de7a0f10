"""The end of the service meets the local end of work."""

from collections.abc import Iterator

from models import Day, PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, some, unjudged
from scheduler.policy_dates import DatedCase, PolicyDates


class EndTime(PolicyCheck):
    """Of each grade and day, the end of its last open period."""

    key = "end_time"

    def judge(self, asked: Asked) -> Judged:
        """Broken where it ends earlier than the district's clock time; unjudged without clock times."""
        problem, earliest = asked.problem, asked.clock(self.key)
        ends = {p.number: p.end for p in problem.week.periods}
        cases = []
        for grade in problem.grades:
            classes = problem.classes_by_grade[grade.id]
            if not classes:
                continue
            for day, numbers in asked.open_days(classes[0]).items():
                end = ends[numbers[-1]]
                if end is None or earliest is None:
                    return unjudged(
                        f"“作息”表里第 {numbers[-1]} 节没有结束时间。",
                        f"Sheet 作息 has no end for period {numbers[-1]}.",
                    )
                if end < earliest:
                    text = Text(
                        f"{grade.id}{Day(day).title.zh} {end:%H:%M} 结束，早于 {earliest:%H:%M}。",
                        f"{grade.id}: {Day(day).title.en} ends at {end:%H:%M}, before {earliest:%H:%M}.",
                    )
                    cases.append(PolicyCase(text=text, classes=tuple(c.id for c in classes)))
        if earliest is None or not cases:
            shown = "" if earliest is None else f"{earliest:%H:%M}"
            return kept(f"每天都不早于 {shown} 结束。", f"No day ends before {shown}.")
        who = some(problem.class_by_id[case.classes[0]].grade for case in cases)
        return broken(
            f"{who.zh}有的日子早于 {earliest:%H:%M} 结束，家长下班未必接得上。",
            f"Some days of {who.en} end before {earliest:%H:%M}: parents may still be at work.",
            cases,
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Days that end too early by another clock, or because a period is taken away."""
        earliest = asked.clock(self.key)
        if earliest is None:
            return
        yield from dates.grouped(
            (span, Text(f"{span.end:%H:%M} 结束", f"ends at {span.end:%H:%M}"))
            for span in dates.spans()
            if span.end < earliest and (span.usual is None or span.end != span.usual[1])
        )
