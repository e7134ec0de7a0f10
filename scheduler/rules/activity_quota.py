"""Class activities with a name happen as often as asked; the rest of a class's club slots is free."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, SessionKind, Text, Timetable, Violation
from scheduler.reading import club_title, listed, slot_title, week_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class ActivityQuota(Requirement):
    """Per class, week and named activity."""

    key = "activity_quota"
    title = Text("班级活动次数", "Class activities as often as asked")
    sentence = Text(
        "有名称的班级活动，每班每周（或只在单、双周）开展规定的次数，有固定时段的只排在固定时段；"
        "没有该活动的班不安排。",
        "A class activity with a name happens as often a week as asked (in odd or even weeks only, if it "
        "says so), in its fixed slots if it has any, and never in a class that does not have it.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Each named activity as often as asked, in its weeks and slots."""
        for c in problem.classes:
            for activity in problem.activities[c.id]:
                for week in problem.week.weeks:
                    wanted = activity.meetings if activity.weeks.includes(week) else 0
                    slots = [s for s in x.free_slots(c) if s.week == week]
                    happens = x.sum(x.activity(c.id, activity.id, s) for s in slots)
                    model.add(happens == wanted - (x.waived(self.key, activity.id) if wanted else 0))
                for slot in x.free_slots(c):
                    if activity.fixed_slots and slot not in activity.fixed_slots:
                        x.forbid(x.activity(c.id, activity.id, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One per class, week and activity, as large as the difference; one per session in a wrong slot."""
        for c in problem.classes:
            held = [
                s
                for s in timetable.of_class.get(c.id, ())
                if s.kind is SessionKind.CLASS_ACTIVITY and s.club is not None
            ]
            times = Counter((s.club, s.slot.week) for s in held)
            asked = {a.id: a for a in problem.activities[c.id]}
            for club_id in dict.fromkeys([*asked, *(s.club for s in held if s.club is not None)]):
                activity = asked.get(club_id)
                name = club_title(problem, club_id)
                for week in problem.week.weeks:
                    wanted = activity.meetings if activity is not None and activity.weeks.includes(week) else 0
                    found, often = times[club_id, week], week_title(problem, week)
                    if found != wanted:
                        yield Violation(
                            rule=self.key,
                            text=Text(
                                f"{c.title}{often.zh}应有“{name}”{wanted}次，实际{found}次。",
                                f'{c.title} should have "{name}" {wanted} x {often.en}, but has {found}.',
                            ),
                            amount=abs(found - wanted),
                            classes=(c.id,),
                            clubs=(club_id,),
                        )
            for session in held:
                activity = asked.get(session.club or "")
                if activity is None or not activity.fixed_slots or session.slot in activity.fixed_slots:
                    continue
                fixed = listed(slot_title(problem, slot) for slot in activity.fixed_slots)
                when, name = slot_title(problem, session.slot), club_title(problem, activity.id)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{c.title}“{name}”只在{fixed.zh}开展，却排在{when.zh}。",
                        f'"{name}" of {c.title} happens only at {fixed.en}, but stands at {when.en}.',
                    ),
                    slot=session.slot,
                    classes=(c.id,),
                    clubs=(activity.id,),
                )
