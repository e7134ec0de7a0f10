"""Two hours a day: from the start of the first period to the end of the last, on each day of service."""

from collections.abc import Iterator

from models import Day, Grade, Period, PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, some, unjudged
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.reading import listed


class HoursADay(PolicyCheck):
    """Of each grade and day by the clock times of the periods; classes of a grade have the same."""

    key = "hours_a_day"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each day of a grade that is shorter; unjudged without clock times."""
        problem, least = asked.problem, asked.number(self.key) or 1
        periods = {p.number: p for p in problem.week.periods}
        untimed = [p.number for p in problem.week.periods if p.start is None or p.end is None]
        if untimed:
            which = "、".join(map(str, untimed))
            return unjudged(
                f"“作息”表里第 {which} 节没有起止时间，算不出每天的时长。",
                f"Sheet 作息 has no clock times for period {which}: the length of a day is not known.",
            )
        alike: dict[tuple[tuple[int, int], ...], list[Grade]] = {}  # days that are too short, with their minutes
        for grade in problem.grades:
            for c in problem.classes_by_grade[grade.id][:1]:
                days = ((d, _minutes(periods[n[0]], periods[n[-1]])) for d, n in asked.open_days(c).items())
                alike.setdefault(tuple((day, minutes) for day, minutes in days if minutes < least), []).append(grade)
        alike.pop((), None)
        if not alike:
            return kept(f"每天都不少于 {least} 分钟。", f"At least {least} minutes on each day.")
        cases = []
        for short, grades in alike.items():
            everybody = len(grades) == sum(map(bool, problem.classes_by_grade.values()))
            who = Text("各年级", "all grades") if everybody else some(grade.id for grade in grades)
            daily = len(short) == len(asked.open_days(problem.classes_by_grade[grades[0].id][0]))
            when = listed(Day(day).title for day, _ in short)
            lengths = "、".join(dict.fromkeys(str(minutes) for _, minutes in short))
            text = Text(
                f"{who.zh}：{'每天' if daily else when.zh + '每天'} {lengths} 分钟。",
                f"{who.en}: {lengths} minutes on {'each day' if daily else when.en}.",
            )
            classes = tuple(c.id for grade in grades for c in problem.classes_by_grade[grade.id])
            cases.append(PolicyCase(text=text, classes=classes))
        shortest = min(minutes for short in alike for _, minutes in short)
        return broken(
            f"从第一节开始到最后一节结束最短 {shortest} 分钟，比 {least} 分钟少 {least - shortest} 分钟；"
            "放学到第一节之间也有人看护的，可把第一节的开始写早些。",
            f"From the first period's start to the last one's end there are {shortest} minutes at the least, "
            f"{least - shortest} below {least}; if pupils are looked after before period 1, let it start earlier.",
            cases,
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Days that a calendar makes too short: another clock, or a period that is taken away."""
        least = asked.number(self.key) or 1
        yield from dates.grouped(
            (span, Text(f"{span.minutes} 分钟", f"{span.minutes} minutes"))
            for span in dates.spans()
            if span.minutes < least and span.minutes != span.usual_minutes  # what is so every week is said there
        )


def _minutes(first: Period, last: Period) -> int:
    assert first.start is not None  # asked before
    assert last.end is not None
    return last.end.hour * 60 + last.end.minute - first.start.hour * 60 - first.start.minute
