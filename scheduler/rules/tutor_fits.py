"""Homework is tutored by exactly one teacher whom the school's choice for the quota allows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import (
    HomeworkQuota,
    MayServe,
    Problem,
    Role,
    SchoolClass,
    SessionKind,
    Teacher,
    Text,
    Timetable,
    Violation,
)
from models.noun import PersonId, Subject
from scheduler.open_scope import OpenScope
from scheduler.reading import own_teachers, person_title, session_title, slot_title, who_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class TutorFits(Requirement):
    """Teachers of the subject, the class's own, the class teacher, named ones, or anybody: per quota."""

    key = "tutor_fits"
    title = Text("辅导教师合适", "Tutors fit")
    sentence = Text(
        "每节作业辅导恰好有一位本校教师，并符合学校对该学科的规定：任教本学科的教师、本班任课教师、班主任、指定教师或任何教师。",
        "Each homework session has exactly one tutor, a teacher whom the school's choice for that quota "
        "allows: one of the subject, one of the class's own, the class teacher, a named one, or any.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Nobody tutors whom the quota does not allow; one tutor a session is how homework is written down."""
        allowed = OpenScope(problem)
        for c in problem.classes:
            for subject, quota in problem.quotas[c.id].items():
                fitting = {t.id for t in allowed.tutors(c, quota)}
                for person, tutors in x.tutors(c.id, subject).items():
                    if person not in fitting:
                        x.forbid(tutors)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per session without exactly one tutor, and per tutor who does not fit."""
        for session in timetable.sessions:
            if session.kind is not SessionKind.HOMEWORK or session.school_class is None or session.subject is None:
                continue
            c = problem.class_by_id[session.school_class]
            quota = problem.quotas[c.id].get(session.subject)
            tutors = session.people(Role.TUTOR)
            when, what = slot_title(problem, session.slot), session_title(problem, session)
            if len(tutors) != 1:
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}应恰好有1位辅导教师，实际{len(tutors)}位。",
                        f"{when.en}: {what.en} should have exactly one tutor, but has {len(tutors)}.",
                    ),
                    slot=session.slot,
                    people=tutors,
                    classes=(c.id,),
                )
            for tutor in tutors:
                if _fits(problem, c, session.subject, quota, tutor):
                    continue
                who = MayServe.ANYBODY if quota is None else quota.who
                named = () if quota is None else quota.people
                wanted = who_title(who, session.subject, [person_title(problem, p) for p in named])
                name = person_title(problem, tutor)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}由{name.zh}承担，但应由{wanted.zh}承担。",
                        f"{when.en}: {what.en} is given by {name.en}, but should be by {wanted.en}.",
                    ),
                    slot=session.slot,
                    people=(tutor,),
                    classes=(c.id,),
                )


def _fits(problem: Problem, c: SchoolClass, subject: Subject, quota: HomeworkQuota | None, tutor: PersonId) -> bool:
    person = problem.person_by_id[tutor]
    if not isinstance(person, Teacher):
        return False
    if quota is None:  # `homework_quota` complains of the session itself
        return True
    of_subject = subject in person.subjects or tutor in c.teachers.get(subject, ())
    match quota.who:
        case MayServe.SUBJECT:
            return of_subject
        case MayServe.OWN:
            return of_subject or tutor in own_teachers(c)
        case MayServe.CLASS_TEACHER:
            return tutor == c.class_teacher
        case MayServe.NAMED:
            return tutor in quota.people
        case MayServe.ANYBODY:
            return True
        case MayServe.SKILL:  # for activities only: a quota has no skills to be met
            return False
