"""Five days a week: each class has the service on so many days, and is somewhere in each open slot."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from models import PolicyCase, SessionKind, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, case_of, kept, some, times
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.reading import session_title
from scheduler.term.counts import classes_of


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

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Weeks in which a grade has fewer days than the school has open days for it, up to the figure; and changed
        sessions that nobody minds."""
        least, problem = asked.number(self.key) or 1, asked.problem
        every = [g.id for g in problem.grades if problem.classes_by_grade[g.id]]
        lost: dict[tuple[str, tuple[date, ...]], list[str]] = {}
        for grade in (g for g in problem.grades if g.id in every):
            by_week: defaultdict[int, list[tuple[date, str | None]]] = defaultdict(list)
            for day in dates.school_days:
                left, stop = dates.periods(day, grade)
                if left or stop is not None:  # else the grade has no service on this weekday
                    by_week[day.number].append((day.day, None if left or stop is None else stop.reason))
            by_reason: defaultdict[str, list[date]] = defaultdict(list)
            for days in by_week.values():
                if sum(why is None for _, why in days) < min(least, len(days)):
                    for day_lost, reason in days:
                        if reason is not None:
                            by_reason[reason].append(day_lost)
            for reason, found in by_reason.items():
                lost.setdefault((reason, tuple(found)), []).append(grade.id)
        fault = Text(f"整天不开展，当周不足 {least} 天", f"no service all day, fewer than {least} days that week")
        for (reason, days_lost), grades in lost.items():
            yield DatedCase(dates.case(days_lost, grades, every, reason, fault), declared=True)
        yield from _unminded(dates)


def _unminded(dates: PolicyDates) -> Iterator[DatedCase]:
    """Sessions without any adult, by a change that nobody has covered yet."""
    if dates.actual is None:
        return
    for d in dates.actual.sessions:
        if not d.session.duties and d.session.kind is not SessionKind.PATROL:
            what, when = session_title(dates.problem, d.session), dates.dates_text([d.day])
            text = Text(
                f"{when.zh}第{d.session.slot.period}节{what.zh}没有人看护：还没有安排代课。",
                f"{when.en}, period {d.session.slot.period}: nobody is with {what.en}; no substitute yet.",
            )
            yield DatedCase(
                PolicyCase(text=text, slot=d.session.slot, classes=classes_of(dates.problem, d.session),
                           clubs=() if d.session.club is None else (d.session.club,), dates=(d.day,))
            )  # fmt: skip
