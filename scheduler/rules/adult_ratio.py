"""At most so many pupils to an adult, where the district says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import CrossClassClub, Problem, Text, Timetable, Violation
from scheduler.reading import session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class AdultRatio(Requirement):
    """Head count of a session against the people on duty in it."""

    key = "adult_ratio"
    title = Text("师生比", "Pupils per adult")
    sentence = Text(
        "规定了师生比的，每次活动的学生人数不超过在场教师人数乘以规定人数。",
        "Where the school sets a ratio, a session has at most so many pupils for each adult on duty in it.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Not more pupils to an adult than the district allows."""
        ratio = problem.settings.pupils_per_adult
        if ratio is None:
            return
        for c in problem.classes:
            for slot in (*x.homework_slots(c), *x.free_slots(c)):
                sits = x.in_own_session(c.id, slot)
                model.add(ratio * (sits + x.extra(c.id, slot)) >= c.pupils * sits)
        for unit in x.units:
            for slot in x.slots_of_club(unit.club):
                adults = x.leaders_at(unit.id, slot) + x.accompanying(unit.id, slot)
                if isinstance(unit.club, CrossClassClub):
                    model.add(x.pupils_in(unit.id, slot) <= ratio * adults)
                else:
                    pupils = sum(problem.pupils_by_grade[g] for g in unit.club.grades)
                    model.add(pupils * x.meets(unit.club.id, slot) <= ratio * adults)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per session, as large as the adults that are missing."""
        ratio = problem.settings.pupils_per_adult
        if ratio is None:
            return
        for session in timetable.sessions:
            # A class counts whole: how many of its volunteers walk differs from day to day.
            whole = None if session.school_class is None else problem.class_by_id[session.school_class]
            pupils, adults = whole.pupils if whole else session.head_count, len(session.duties)
            if pupils > ratio * adults:
                when, what = slot_title(problem, session.slot), session_title(problem, session)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}有{pupils}名学生、{adults}位教师，每位教师至多{ratio}名学生。",
                        f"{when.en}: {what.en} has {pupils} pupils and {adults} adult(s); at most {ratio} pupils "
                        f"to an adult.",
                    ),
                    amount=-(-pupils // ratio) - adults,
                    slot=session.slot,
                    people=session.people(),
                    classes=tuple(session.pupils),
                    clubs=() if session.club is None else (session.club,),
                )
