"""Class activities are led by the class teacher."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import ClassActivity, MayServe, Problem, Role, SessionKind, Text, Timetable, Violation
from scheduler.reading import listed, person_title, session_title, slot_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class ClassTeacherPresent(Preference):
    """Free activities, and named ones that anybody or any own teacher may lead."""

    key = "class_teacher_present"
    title = Text("班主任在班", "The class teacher is present")
    sentence = Text(
        "班级活动最好由班主任负责（限定专长、指定教师的活动不计）。",
        "Class activities are best led by the class teacher; those for a skill or for named people do not count.",
    )
    weight = 2
    unit = Text("一次", "one session")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Activities led by somebody else than the class teacher."""
        for c in problem.classes:
            if c.class_teacher is None:
                continue
            restricted = [a.id for a in problem.activities[c.id] if a.who is MayServe.OWN]
            for slot in x.free_slots(c):
                yield x.from_pool(c.id, slot)
                for person in x.known_leaders(c.id, slot):
                    if person != c.class_teacher:
                        yield x.open_led(c.id, person, slot)
                for activity in restricted:
                    for teacher in x.activity_leaders(c.id, activity):
                        if teacher.id != c.class_teacher:
                            yield x.activity_led(c.id, activity, teacher.id, slot)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per activity that the class teacher does not lead."""
        for session in timetable.sessions:
            if session.kind is not SessionKind.CLASS_ACTIVITY or session.school_class is None:
                continue
            head = problem.class_by_id[session.school_class].class_teacher
            activity = None if session.club is None else problem.club_by_id[session.club]
            anybody = not isinstance(activity, ClassActivity) or activity.who in (MayServe.ANYBODY, MayServe.OWN)
            leaders = session.people(Role.LEADER)
            if head is None or not anybody or head in leaders:
                continue
            when, what = slot_title(problem, session.slot), session_title(problem, session)
            wanted, who = person_title(problem, head), listed(person_title(problem, p) for p in leaders)
            yield Violation(
                rule=self.key,
                text=Text(
                    f"{when.zh}，{what.zh}{f'由{who.zh}负责' if leaders else '无人负责'}，班主任是{wanted.zh}。",
                    f"{when.en}: {what.en} is led by {who.en or 'nobody'}, not by the class teacher {wanted.en}.",
                ),
                slot=session.slot,
                people=leaders,
                classes=(session.school_class,),
                clubs=() if session.club is None else (session.club,),
            )
