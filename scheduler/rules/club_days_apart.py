"""The meetings of a club are not on neighbouring days."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from models.noun import ClubId
from scheduler.reading import club_title, day_title, led_club
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables


class ClubDaysApart(Preference):
    """Pairs of neighbouring days on both of which a club meets, all its groups taken as one."""

    key = "club_days_apart"
    title = Text("社团隔天活动", "Club days apart")
    sentence = Text(
        "一周多次活动的社团最好不排在相邻的两天。",
        "A club with several meetings a week best does not meet on two days in a row.",
    )
    weight = 1
    unit = Text("一次", "once")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """Pairs of neighbouring days on both of which a club meets."""
        for club in x.clubs:
            if club.meetings < 2 and x.scope.all_rules_hold:
                continue
            for week in problem.week.weeks:
                for day in problem.week.days:
                    one, other = x.meets_on(club, week, day), x.meets_on(club, week, day + 1)
                    if one is not None and other is not None:
                        yield x.both(one, other, "neighbours", club.id, week, day)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per club, week and pair of neighbouring days."""
        days: dict[ClubId, set[tuple[int, int]]] = {}
        for session in timetable.sessions:
            club = led_club(problem, session)
            if club is not None:
                days.setdefault(club.id, set()).add((session.slot.week, session.slot.day))
        for club_id, met in days.items():
            for week, day in sorted(met):
                if (week, day + 1) in met:
                    name = club_title(problem, club_id)
                    one, other = day_title(problem, day, week), day_title(problem, day + 1, week)
                    yield Violation(
                        rule=self.key,
                        text=Text(
                            f"“{name}”在{one.zh}、{other.zh}连续两天活动。",
                            f'"{name}" meets on two days in a row: {one.en}, {other.en}.',
                        ),
                        clubs=(club_id,),
                    )
