"""Duties that a pin cannot name, forced for one solve: who accompanies a session, and who is on patrol."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from models import Duty, Problem, Role, Session, Text, Timetable, Violation
from models.noun import PersonId
from scheduler.alter.draft import content
from scheduler.reading import person_title, session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class KeptDuties(Requirement):
    """Each of these people serves so. Not one of the school's rules: it stands in one solve, for one question."""

    key = "kept_duties"
    title = Text("指定的陪同和巡查", "Chosen helpers and patrols")
    sentence = Text("指定的人在指定的课次陪同或巡查。", "The chosen people accompany or patrol where they should.")

    def __init__(self, kept: Sequence[tuple[Session, PersonId, Role]]) -> None:
        self.kept = tuple(kept)

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """The person is on patrol; or in the pool of helpers while the session is held and needs one.

        Whoever is in the pool may take any duty in it, so who accompanies what is settled by `settled`, afterwards.
        """
        for session, person, role in self.kept:
            if role is Role.PATROL:
                model.add(x.patrols(person, session.slot) >= 1)
                continue
            by_name = x.serves_as(session, person, role)
            model.add(x.joins(person, session.slot) + by_name >= 1)
            model.add(x.takes_place(session) >= 1)
            if session.school_class is not None:
                model.add(x.extra(session.school_class, session.slot) >= 1)
            else:
                for unit in x.units:
                    if (unit.club.id, unit.number) == (session.club, session.group):
                        model.add(x.accompanying(unit.id, session.slot) >= 1)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation for each who does not serve so."""
        for session, person, role in self.kept:
            there = [s for s in timetable.at.get(session.slot, ()) if content(s) == content(session)]
            if any(person in s.people(role) for s in there):
                continue
            when, who = slot_title(problem, session.slot), person_title(problem, person)
            what = session_title(problem, session)
            yield Violation(
                rule=self.key,
                text=Text(
                    f"{when.zh}，{what.zh}应由{who.zh}担任，课表却不是。",
                    f"{when.en}: {who.en} should serve at {what.en}, but does not.",
                ),
                slot=session.slot,
                people=(person,),
            )

    def settled(self, timetable: Timetable) -> Timetable:
        """The timetable in which each helper has changed places, within the slot, with one who has the wished duty."""
        for session, person, role in self.kept:
            there = [s for s in timetable.at.get(session.slot, ()) if content(s) == content(session)]
            if role is Role.PATROL or not there or person in there[0].people(role) or not there[0].people(role):
                continue
            here = [s for s in timetable.at[session.slot] if person in s.people(Role.ACCOMPANYING, Role.LEADER)]
            if here:
                other = there[0].people(role)[-1]
                timetable = _changed_places(timetable, (here[0], person), (there[0], other))
        return timetable


def _changed_places(timetable: Timetable, one: tuple[Session, PersonId], other: tuple[Session, PersonId]) -> Timetable:
    (here, person), (there, second) = one, other
    altered = {id(here): _given(here, person, second), id(there): _given(there, second, person)}
    return timetable.with_sessions(altered.get(id(s), s) for s in timetable.sessions)


def _given(session: Session, old: PersonId, new: PersonId) -> Session:
    duties = tuple(Duty(person=new, role=d.role) if d.person == old else d for d in session.duties)
    return session.model_copy(update={"duties": duties})
