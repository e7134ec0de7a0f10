"""A school teacher is present beside an instructor, and beside every class where a whole-school club asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Instructor, Problem, Role, Session, Teacher, Text, Timetable, Violation, WholeSchoolClub
from models.noun import PersonId
from scheduler.reading import led_club, listed, person_title, session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class Accompanied(Requirement):
    """Instructors accompanied (if the school says so), classes accompanied (if the club says so)."""

    key = "accompanied"
    title = Text("外聘教师有人陪同", "Instructors are accompanied")
    sentence = Text(
        "学校要求陪同时，只由外聘教师带的社团另有一位本校教师陪同；要求各班跟班的大社团，每班有一位本校教师跟班。",
        "Where the school asks for it, a club led by instructors alone has a school teacher beside them. A "
        "whole-school club that asks for it has one accompanying teacher for each class.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Somebody of the school at each meeting that only outside people lead; one for each class where asked."""
        for unit in x.units:
            people = [problem.person_by_id[p] for p in x.leads(unit.id)]
            inside = [p.id for p in people if isinstance(p, Teacher)]
            outside = [p.id for p in people if isinstance(p, Instructor)]
            for slot in x.slots_of_club(unit.club):
                present = x.accompanying(unit.id, slot)
                classes = 0
                for person in outside if problem.settings.accompany_instructors else ():
                    teachers = x.sum(x.leads_at(unit.id, p, slot) for p in inside)
                    model.add(present + teachers >= x.leads_at(unit.id, person, slot) - x.waived(self.key))
                if isinstance(unit.club, WholeSchoolClub) and unit.club.adult_per_class:
                    classes = sum(len(problem.classes_by_grade[g]) for g in unit.club.grades)
                    model.add(present >= classes * x.meets(unit.club.id, slot))
                if not x.scope.superfluous_duties and problem.settings.pupils_per_adult is None:
                    outsiders = x.sum(x.leads_at(unit.id, p, slot) for p in outside)
                    model.add(present <= outsiders + classes * x.meets(unit.club.id, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per session without enough teachers, and per accompanying person who is no teacher."""
        people = problem.person_by_id
        for session in timetable.sessions:
            accompanying = session.people(Role.ACCOMPANYING)
            when, what = slot_title(problem, session.slot), session_title(problem, session)
            strangers = tuple(p for p in accompanying if not isinstance(people[p], Teacher))
            for stranger in strangers:
                who = person_title(problem, stranger)
                text = Text(
                    f"{when.zh}，{what.zh}由{who.zh}陪同，但陪同须由本校教师担任。",
                    f"{when.en}: {who.en} accompanies {what.en}, but only a teacher of the school may.",
                )
                yield self._violation(session, text, (stranger,))
            club = led_club(problem, session)
            if club is None:
                continue
            # Somebody named twice counts twice here; `person_clash` complains of it.
            teachers = len(accompanying) - len(strangers)
            leaders = session.people(Role.LEADER)
            outside = bool(leaders) and all(isinstance(people[p], Instructor) for p in leaders)
            if problem.settings.accompany_instructors and outside and not teachers:
                names = listed(person_title(problem, p) for p in leaders)
                text = Text(
                    f"{when.zh}，{what.zh}由{names.zh}带，没有本校教师陪同。",
                    f"{when.en}: {what.en} is led by {names.en} with no school teacher beside.",
                )
                yield self._violation(session, text, leaders)
            if isinstance(club, WholeSchoolClub) and club.adult_per_class:
                classes = sum(len(problem.classes_by_grade[grade]) for grade in club.grades)
                if teachers < classes:
                    text = Text(
                        f"{when.zh}，{what.zh}有{classes}个班，应有{classes}位跟班教师，实际{teachers}位。",
                        f"{when.en}: {what.en} has {classes} classes, but {teachers} accompanying teachers.",
                    )
                    yield self._violation(session, text, accompanying, classes - teachers)

    def _violation(self, session: Session, text: Text, people: tuple[PersonId, ...], amount: int = 1) -> Violation:
        return Violation(
            rule=self.key,
            text=text,
            amount=amount,
            slot=session.slot,
            people=people,
            clubs=() if session.club is None else (session.club,),
        )
