"""A class is tutored by its own teacher of the subject, else by one of its grade, else by another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import MayServe, Problem, Role, SchoolClass, SessionKind, Text, Timetable, Violation
from models.noun import GradeId, PersonId, Subject
from scheduler.reading import own_teachers, person_title, session_title, slot_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class OwnTeacher(Preference):
    """0 for the class's own teacher, 1 for a teacher of the grade, 2 for another."""

    key = "own_teacher"
    title = Text("本班教师辅导", "Own teachers tutor")
    sentence = Text(
        "作业辅导最好由本班该学科的任课教师承担，其次本年级教师，再次其他教师（已限定班主任或指定教师的学科不计）。",
        "Homework is best tutored by the class's own teacher of the subject, next by a teacher of the grade, last by "
        "another. Quotas for the class teacher or for named people do not count.",
    )
    weight = 3
    unit = Text("一级", "one step")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """1 for a tutor of the grade, 2 for another, each time."""
        for c in problem.classes:
            everybody = {p for people in c.teachers.values() for p in people} | {c.class_teacher}
            same_grade = {
                person
                for other in problem.classes_by_grade[c.grade]
                for people in (*other.teachers.values(), (other.class_teacher,))
                for person in people
            }
            for subject, quota in problem.quotas[c.id].items():
                if quota.who in (MayServe.CLASS_TEACHER, MayServe.NAMED):
                    continue
                for pool in x.visiting_pools(c.id, subject):
                    yield from (pool.tier * x.visited(c.id, subject, pool, slot) for slot in x.homework_slots(c))
                own = set(c.teachers.get(subject, ())) or everybody
                for person in x.tutors(c.id, subject):
                    if person not in own:
                        tier = 1 if person in same_grade else 2
                        for slot in x.homework_slots(c):
                            yield tier * x.tutoring(c.id, subject, person, slot)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per tutor who is not the class's own, 1 or 2 steps away."""
        of_grade: dict[GradeId, set[PersonId]] = {}
        for c in problem.classes:
            of_grade.setdefault(c.grade, set()).update(own_teachers(c))
        for session in timetable.sessions:
            if session.kind is not SessionKind.HOMEWORK or session.school_class is None or session.subject is None:
                continue
            c = problem.class_by_id[session.school_class]
            quota = problem.quotas[c.id].get(session.subject)
            if quota is None or quota.who in (MayServe.CLASS_TEACHER, MayServe.NAMED):
                continue
            for tutor in session.people(Role.TUTOR):
                if tutor in _own(c, session.subject):
                    continue
                near = tutor in of_grade[c.grade]
                when, what = slot_title(problem, session.slot), session_title(problem, session)
                who = person_title(problem, tutor)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}由{'本年级' if near else '非本年级'}的{who.zh}承担，不是本班教师。",
                        f"{when.en}: {what.en} is given by {who.en}, a teacher "
                        f"{'of the grade' if near else 'from elsewhere'}, not by the class's own.",
                    ),
                    amount=1 if near else 2,
                    slot=session.slot,
                    people=(tutor,),
                    classes=(c.id,),
                )


def _own(c: SchoolClass, subject: Subject) -> frozenset[PersonId]:
    """Who teaches the class this subject by day; if nobody does, everybody who teaches it anything."""
    return frozenset(c.teachers.get(subject, ())) or own_teachers(c)
