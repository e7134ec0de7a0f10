"""All meetings of a club group are in the same room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Strength, Text, Timetable, Violation
from scheduler.reading import club_title, led_groups, listed
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class ClubKeepsRoom(Preference):
    """Distinct rooms over the whole cycle, beyond one. Required by default."""

    key = "club_keeps_room"
    title = Text("社团场地固定", "A club keeps its room")
    sentence = Text(
        "同一教学班的各次活动在同一场地（单双周也一样）。",
        "All meetings of a club group, in both weeks of a cycle, are in the same room.",
    )
    strength = Strength.MUST
    weight = 10
    unit = Text("多一处场地", "one room more")

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """The room is chosen once. Of counted rooms this asks for the kind; `rooming` then keeps the room itself."""
        for unit in x.units:
            uses = x.uses(unit.id)
            model.add(x.sum(uses.values()) <= 1 + (len(uses) - 1) * x.waived(self.key))
            for kind in x.room_kinds if x.scope.all_rules_hold else ():  # as for leaders: a better linear bound
                for week, times in x.sessions_a_week(unit.club).items():
                    slots = [s for s in x.slots_of_club(unit.club) if s.week == week]
                    if kind.key in uses:
                        there = x.sum(x.in_kind(unit.id, kind, s) for s in slots)
                        most = times * uses[kind.key]
                        model.add(there == most if x.scope.nothing_gives_way else there <= most)

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Rooms beyond the first."""
        for unit in x.units:
            uses = x.uses(unit.id)
            if len(uses) > 1:
                yield x.beyond(x.sum(uses.values()), 1, len(uses), "rooms", unit.id)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per group or whole-school club, counting the rooms above one."""
        for club, number, sessions in led_groups(problem, timetable):
            rooms = tuple(dict.fromkeys(s.room for s in sessions if s.room is not None))
            if len(rooms) > 1:
                name, where = club_title(problem, club.id, number), listed(rooms)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"“{name}”前后用了{len(rooms)}处场地（{where.zh}），应固定一处。",
                        f'"{name}" meets in {len(rooms)} rooms in turn ({where.en}), not in the same one.',
                    ),
                    amount=len(rooms) - 1,
                    clubs=(club.id,),
                    rooms=rooms,
                )
