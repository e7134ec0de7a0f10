"""Class activities are led by the class teacher."""

from __future__ import annotations

from collections.abc import Iterator

from models import ClassActivity, MayServe, Problem, Role, SessionKind, Text, Timetable, Violation
from scheduler.reading import listed, person_title, session_title, slot_title
from scheduler.rule import Preference


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
                    f"{when.zh}，{what.zh}由{who.zh or '无人'}负责，不是班主任{wanted.zh}。",
                    f"{when.en}: {what.en} is led by {who.en or 'nobody'}, not by the class teacher {wanted.en}.",
                ),
                slot=session.slot,
                people=leaders,
                classes=(session.school_class,),
                clubs=() if session.club is None else (session.club,),
            )
