"""Somebody new: an instructor or a teacher with a skill, a teacher for homework."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from models import Change, Instructor, LeaderFrom, MayServe, PersonJoined, Problem, RepairPrices, Teacher, Text
from scheduler.repair.draft import Draft, free_names
from scheduler.repair.lever import Lever
from scheduler.repair.levers.people import OfPerson
from scheduler.scope import units_of

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables

HIRED = 2  # people of one kind at once


@dataclass(frozen=True, eq=False)
class Joins(OfPerson):
    """Somebody new."""

    def widen(self, draft: Draft) -> None:
        draft.joining.append(self.person)

    def gate(self, x: Variables, taken: IntVar) -> None:
        self._serves_only_if(x, taken, x.problem.slots)

    def asks(self, problem: Problem) -> Text:
        able = (*self.person.skills, *(self.person.subjects if isinstance(self.person, Teacher) else ()))
        zh, en = "、".join(able) or "任何社团", ", ".join(able) or "any club"
        outside = isinstance(self.person, Instructor)
        return Text(
            f"能教{zh}的{'外聘教师' if outside else '教师'}只有现在这些",
            f"there are no more {'instructors' if outside else 'teachers'} for {en}",
        )

    def changes(self, taken: int) -> tuple[Change, ...]:
        return (PersonJoined(person=self.person),)


class InstructorJoins(Joins):
    """An instructor with a skill."""

    kind = "instructor"


class TeacherJoins(Joins):
    """A teacher, for a club that the school's own must lead, or for homework."""

    kind = "teacher"


def hiring_levers(problem: Problem, prices: RepairPrices) -> Iterator[Lever]:
    """Two people for every skill that clubs ask for, from inside or outside; and teachers for homework."""
    skills: dict[tuple[str, bool], None] = {}
    for unit in units_of(problem):
        if not unit.club.named_leaders:
            skills[unit.club.skills[0] if unit.club.skills else "", unit.club.leader_from is LeaderFrom.INSIDE] = None
    for skill, inside in skills:
        mine = (skill,) if skill else ()
        side, price = ("新教师", prices.teacher) if inside else ("新外聘", prices.instructor)
        for name in _names(problem, side, f"（{skill or '社团'}）"):
            if price is None:
                continue
            if inside:
                yield TeacherJoins(price, _teacher(problem, name, mine, ()))
            else:
                yield InstructorJoins(price, Instructor(id=name, name=name, skills=mine, weekly_most=10))
    subjects = dict.fromkeys(
        q.subject
        for quotas in problem.quotas.values()
        for q in quotas.values()
        if q.who in (MayServe.SUBJECT, MayServe.OWN, MayServe.ANYBODY)
    )
    if prices.teacher is not None and subjects:
        for name in _names(problem, "新教师", f"（{'、'.join(subjects)}）"):
            yield TeacherJoins(prices.teacher, _teacher(problem, name, (), tuple(subjects)))


def _names(problem: Problem, before: str, after: str) -> list[str]:
    return list(islice(free_names(before, after, problem.person_by_id), HIRED))


def _teacher(problem: Problem, name: str, skills: tuple[str, ...], subjects: tuple[str, ...]) -> Teacher:
    """As much work as the school's teachers usually may have."""
    most = sorted(t.weekly_most for t in problem.teachers)[len(problem.teachers) // 2]
    return Teacher(id=name, name=name, skills=skills, subjects=subjects, weekly_most=max(1, most))
