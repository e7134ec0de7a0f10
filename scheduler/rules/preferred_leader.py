"""A club is led by the people whom it prefers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Role, Text, Timetable, Violation
from scheduler.reading import club_title, led_groups, listed, person_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class PreferredLeader(Preference):
    """Distinct leaders of a group who are not among the preferred."""

    key = "preferred_leader"
    title = Text("优先教师", "Preferred leaders")
    sentence = Text(
        "写明优先教师的社团，最好由优先教师带。",
        "A club that names preferred leaders is best led by them.",
    )
    weight = 2
    unit = Text("一位", "person")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Leaders whom the club did not prefer, each once."""
        for unit in x.units:
            for person, leads in x.leads(unit.id).items() if unit.club.preferred_leaders else ():
                if person not in unit.club.preferred_leaders:
                    yield leads

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per group or whole-school club, counting the leaders who are not preferred."""
        for club, number, sessions in led_groups(problem, timetable):
            if not club.preferred_leaders:
                continue
            leaders = dict.fromkeys(p for s in sessions for p in s.people(Role.LEADER))
            others = tuple(p for p in leaders if p not in club.preferred_leaders)
            if others:
                name = club_title(problem, club.id, number)
                who = listed(person_title(problem, p) for p in others)
                wanted = listed(person_title(problem, p) for p in club.preferred_leaders)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"“{name}”由{who.zh}带，优先教师是{wanted.zh}。",
                        f'"{name}" is led by {who.en}; preferred: {wanted.en}.',
                    ),
                    amount=len(others),
                    people=others,
                    clubs=(club.id,),
                )
