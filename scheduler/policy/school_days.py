"""Only on school days: nothing on weekends, and nothing on days or in periods without service."""

from collections.abc import Iterator
from datetime import date

from models import Day, DayKind, PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, times
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.reading import session_title, slot_title


class SchoolDays(PolicyCheck):
    """The weekly timetable against the weekend; dates are a matter of the calendar."""

    key = "school_days"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each session on a Saturday or Sunday, or in a slot without service."""
        problem, cases = asked.problem, []
        opened = set(problem.slots)
        for session in asked.timetable.sessions:
            weekend = session.slot.day >= Day.SAT
            if not weekend and session.slot in opened:
                continue
            when, what = slot_title(problem, session.slot), session_title(problem, session)
            why = Text("周末不开展", "is a weekend") if weekend else Text("没有课后服务", "has no service")
            cases.append(
                PolicyCase(
                    text=Text(
                        f"{when.zh}{why.zh}，却安排了{what.zh}。", f"{when.en} {why.en}, but {what.en} is there."
                    ),
                    slot=session.slot,
                    people=session.people(),
                    classes=() if session.school_class is None else (session.school_class,),
                    clubs=() if session.club is None else (session.club,),
                )
            )
        if cases:
            return broken(
                f"{len(cases)} 节课次排在周末或不开展的时段。",
                f"{times(len(cases), 'session')} on a weekend or in a slot without service.",
                cases,
            )
        return kept(
            "课次都在周一至周五开放的时段；节假日和调休上课日以“校历”为准。",
            "All sessions lie in open slots from Monday to Friday; dates are the calendar's matter.",
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Sessions on a holiday, on a weekend that is no make-up day, or outside the term."""
        days = dates.planned.day_of
        found: dict[tuple[date, str], int] = {}
        for d in dates.held.sessions:
            known = days.get(d.day)
            if known is None:
                found[d.day, ""] = found.get((d.day, ""), 0) + 1
            elif known.kind is DayKind.HOLIDAY:
                found[d.day, known.name or ""] = found.get((d.day, known.name or ""), 0) + 1
            elif known.kind is DayKind.SCHOOL and d.day.isoweekday() >= Day.SAT:
                found[d.day, ""] = found.get((d.day, ""), 0) + 1
        for (day, name), count in found.items():
            when = dates.dates_text([day])
            what = (
                Text(f"放假（{name}）", f"a holiday ({name})") if name else Text("不是上学的日子", "no day of school")
            )
            text = Text(
                f"{when.zh}{what.zh}，却有 {count} 节课次。", f"{when.en} is {what.en}, with {times(count, 'session')}."
            )
            yield DatedCase(PolicyCase(text=text, dates=(day,)))
