"""After the day's lessons: early arrival and lunch care are no part of the service."""

from collections.abc import Iterator

from models import PolicyCase, SessionKind, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, unjudged
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.reading import slot_title


class AfterLessons(PolicyCheck):
    """Clock times of the periods, and sessions in slots that are closed for their class."""

    key = "after_lessons"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each period that starts earlier, and each class's session while it has no service."""
        problem, earliest = asked.problem, asked.clock(self.key)
        cases = []
        for period in problem.week.periods:
            if period.start is not None and earliest is not None and period.start < earliest:
                text = Text(
                    f"第 {period.number} 节 {period.start:%H:%M} 开始，早于 {earliest:%H:%M}，当时还有课或在午休。",
                    f"Period {period.number} starts at {period.start:%H:%M}, before {earliest:%H:%M}.",
                )
                cases.append(PolicyCase(text=text))
        if cases:
            return broken(
                f"{len(cases)} 个节次开始得太早：早到校、午间看护不算课后服务。",
                f"{len(cases)} of the periods start too early: early arrival and lunch care do not count.",
                cases,
            )
        for session in asked.timetable.sessions:
            if session.kind is SessionKind.PATROL or session.slot not in problem.slots:
                continue
            closed = [
                c
                for c, pupils in session.pupils.items()
                if pupils and session.slot.period not in
                asked.open_days(problem.class_by_id[c], session.slot.week).get(session.slot.day, [])
            ]  # fmt: skip
            if closed:
                when = slot_title(problem, session.slot)
                names = "、".join(problem.class_by_id[c].title for c in closed)
                text = Text(
                    f"{when.zh}不是{names}的服务时段，却安排了这些班的学生。",
                    f"{when.en} is no service slot of {names}, but their pupils are there.",
                )
                cases.append(PolicyCase(text=text, slot=session.slot, classes=tuple(closed), people=session.people()))
        if cases:
            return broken(
                f"{len(cases)} 节课次占用了不开展服务的时段。",
                f"{len(cases)} sessions lie in closed slots.",
                cases,
            )
        untimed = [p.number for p in problem.week.periods if p.start is None]
        if untimed or earliest is None:
            return unjudged(
                f"“作息”表里第 {'、'.join(map(str, untimed))} 节没有开始时间，看不出是否在放学之后。",
                "Sheet 作息 has no start for some periods: whether they are after lessons is not known.",
            )
        first = min(p.start for p in problem.week.periods if p.start is not None)
        return kept(
            f"最早 {first:%H:%M} 开始，不早于 {earliest:%H:%M}，不占国家课程的时间。",
            f"It starts at {first:%H:%M}, not before {earliest:%H:%M}, outside the day's lessons.",
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Days that begin too early by another clock."""
        earliest = asked.clock(self.key)
        if earliest is None:
            return
        yield from dates.grouped(
            (span, Text(f"{span.start:%H:%M} 开始", f"starts at {span.start:%H:%M}"))
            for span in dates.spans()
            if span.start < earliest and (span.usual is None or span.start != span.usual[0])
        )
