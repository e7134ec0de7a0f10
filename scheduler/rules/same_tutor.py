"""A class has one tutor for each subject, all week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from models import Problem, Role, SessionKind, Text, Timetable, Violation
from models.noun import PersonId, Subject
from scheduler.reading import listed, person_title
from scheduler.rule import Preference


class SameTutor(Preference):
    """Distinct tutors per class and subject over the whole cycle, beyond one."""

    key = "same_tutor"
    title = Text("辅导教师固定", "One tutor per subject")
    sentence = Text(
        "一个班一门学科的作业辅导最好都由同一位教师承担。",
        "All homework of a class in a subject is best tutored by the same person.",
    )
    weight = 3
    unit = Text("多一位教师", "one tutor more")

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class and subject, counting the tutors above one."""
        for c in problem.classes:
            tutors: defaultdict[Subject, dict[PersonId, None]] = defaultdict(dict)
            for session in timetable.of_class.get(c.id, ()):
                if session.kind is SessionKind.HOMEWORK and session.subject is not None:
                    tutors[session.subject].update(dict.fromkeys(session.people(Role.TUTOR)))
            for subject, people in tutors.items():
                if len(people) > 1:
                    who = listed(person_title(problem, p) for p in people)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"{c.title}{subject}辅导由{len(people)}位教师承担：{who.zh}。",
                            f"{subject} tutoring of {c.title} is shared by {len(people)} tutors: {who.en}.",
                        ),
                        amount=len(people) - 1,
                        people=tuple(people),
                        classes=(c.id,),
                    )
