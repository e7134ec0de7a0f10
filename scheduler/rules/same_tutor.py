"""A class has one tutor for each subject, all week."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Role, SessionKind, Text, Timetable, Violation
from models.noun import PersonId, Subject
from scheduler.reading import listed, person_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


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

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Tutors of a class in a subject beyond the first."""
        for c in problem.classes:
            for subject, quota in problem.quotas[c.id].items():
                tutors = [*x.tutors(c.id, subject).values(), x.visited_ever(c.id, subject)]
                if not x.homework_slots(c):
                    continue
                if x.scope.all_rules_hold and quota.times > 0:  # then there is a first one
                    yield x.sum(tutors) - 1
                else:
                    yield x.beyond(x.sum(tutors), 1, len(tutors), "same_tutor", c.id, subject)

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
