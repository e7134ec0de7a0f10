"""All meetings of a club group have the same leaders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Role, Strength, Text, Timetable, Violation
from scheduler.reading import club_title, led_groups, listed, person_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class ClubKeepsLeader(Preference):
    """Distinct leaders over the whole cycle, beyond the number that one meeting needs. Required by default."""

    key = "club_keeps_leader"
    title = Text("社团教师固定", "A club keeps its leaders")
    sentence = Text(
        "同一教学班的各次活动由同样的教师带（单双周也一样）。",
        "All meetings of a club group, in both weeks of a cycle, have the same leaders.",
    )
    strength = Strength.MUST
    weight = 20
    unit = Text("多一位教师", "one leader more")

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """The leaders are chosen once, and lead whenever the club meets."""
        for unit in x.units:
            spare = (len(x.leads(unit.id)) - unit.club.leaders) * x.waived(self.key)
            model.add(x.sum(x.leads(unit.id).values()) <= unit.club.leaders + spare)
            for person, leads in x.leads(unit.id).items() if x.scope.all_rules_hold else ():
                # With `club_meetings` this says as much as leading = leads and meets, but more of it to a linear bound.
                for week, times in x.sessions_a_week(unit.club).items():
                    slots = [s for s in x.slots_of_club(unit.club) if s.week == week]
                    there = x.sum(x.leads_at(unit.id, person, s) for s in slots)
                    model.add(there == times * leads if x.scope.nothing_gives_way else there <= times * leads)

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Leaders beyond the number that a meeting has."""
        for unit in x.units:
            leads = x.leads(unit.id)
            if len(leads) > unit.club.leaders:
                yield x.beyond(x.sum(leads.values()), unit.club.leaders, len(leads), "leaders", unit.id)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per group or whole-school club, counting the leaders above `club.leaders`."""
        for club, number, sessions in led_groups(problem, timetable):
            leaders = tuple(dict.fromkeys(p for s in sessions for p in s.people(Role.LEADER)))
            if len(leaders) > club.leaders:
                name = club_title(problem, club.id, number)
                who = listed(person_title(problem, p) for p in leaders)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"“{name}”前后由{len(leaders)}位教师带（{who.zh}），应固定为{club.leaders}位。",
                        f'"{name}" has {len(leaders)} leaders in turn ({who.en}), not the same {club.leaders}.',
                    ),
                    amount=len(leaders) - club.leaders,
                    people=leaders,
                    clubs=(club.id,),
                )
