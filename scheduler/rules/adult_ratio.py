"""At most so many pupils to an adult, where the district says so."""

from __future__ import annotations

from collections.abc import Iterator

from models import Problem, Text, Timetable, Violation
from scheduler.reading import session_title, slot_title
from scheduler.rule import Requirement


class AdultRatio(Requirement):
    """Head count of a session against the people on duty in it."""

    key = "adult_ratio"
    title = Text("师生比", "Pupils per adult")
    sentence = Text(
        "规定了师生比的，每次活动的学生人数不超过在场教师人数乘以规定人数。",
        "Where the school sets a ratio, a session has at most so many pupils for each adult on duty in it.",
    )

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per session, as large as the adults that are missing."""
        ratio = problem.settings.pupils_per_adult
        if ratio is None:
            return
        for session in timetable.sessions:
            pupils, adults = session.head_count, len(set(session.people()))
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
