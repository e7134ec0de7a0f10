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
        served = [
            (x.sum(x.tutors(c.id, subject).values()), len(x.tutors(c.id, subject)), c.id, subject)
            for c in problem.classes
            for subject, quota in problem.quotas[c.id].items()
            if x.homework_slots(c) and (quota.times > 0 or not x.scope.all_rules_hold)
        ]
        if x.scope.all_rules_hold:  # then each of these has a first tutor, known by name or visiting
            yield x.sum(tutors for tutors, *_ in served) + x.visitors() - len(served)
        else:
            yield from (x.beyond(tutors, 1, most, "same_tutor", *of) for tutors, most, *of in served)

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
