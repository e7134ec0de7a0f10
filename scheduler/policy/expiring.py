"""Papers and approvals that expire soon, so that they are renewed in time."""

from collections.abc import Iterator
from datetime import date, timedelta

from models import PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, not_applicable, times, unjudged


class Expiring(PolicyCheck):
    """Within so many days of the report's date, or before so many days after the term's end are over."""

    key = "expiring"

    def judge(self, asked: Asked) -> Judged:
        """Broken (as a note) where something is at risk; what has run out within the term is another item's."""
        serving, days = asked.serving_instructors(), asked.number(self.key) or 0
        end, today = asked.problem.term.last_day, asked.today
        if not serving:
            return not_applicable("课表里没有外聘教师。", "No instructor serves.")
        if end is None and today is None:
            return unjudged("“学校”表没有放假日期，算不出哪些快到期。", "The term has no last day in sheet 学校.")

        def soon(until: date) -> bool:
            near = today is not None and until <= today + timedelta(days=days)
            return near or (end is not None and end <= until <= end + timedelta(days=days))

        cases = [
            PolicyCase(text=text, people=people)
            for until, text, people in sorted(_dated(asked), key=_day)
            if soon(until)
        ]
        if cases:
            return broken(
                f"{len(cases)} 份证件或审核快到期（提前 {days} 天提醒），请安排续办。",
                f"{times(len(cases), 'paper')} or approvals will expire ({days} days ahead): see to their renewal.",
                cases,
            )
        return kept(
            f"{days} 天内没有到期的证件，学期结束后 {days} 天内也没有。",
            f"Nothing expires within {days} days, nor within {days} days after the term.",
        )


def _day(entry: tuple[date, Text, tuple[str, ...]]) -> date:
    return entry[0]


def _dated(asked: Asked) -> Iterator[tuple[date, Text, tuple[str, ...]]]:
    """Last day, sentence, people: every paper and approval that has a last day."""
    serving = asked.serving_instructors()
    for instructor in serving:
        for paper in instructor.credentials:
            if (until := paper.valid_until) is not None:
                text = Text(
                    f"{instructor.name}的“{paper.name}”有效期到 {until}。",
                    f"“{paper.name}” of {instructor.name} is valid until {until}.",
                )
                yield until, text, (instructor.id,)
    for one in asked.problem.institutions:
        people = tuple(i.id for i in serving if i.institution == one.name)
        if people and (until := one.approved_until) is not None:
            yield until, Text(f"机构“{one.name}”审核到 {until}。", f"“{one.name}” is approved until {until}."), people
