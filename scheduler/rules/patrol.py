"""Leaders are on patrol in every slot, and take turns evenly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Role, Slot, Teacher, Text, Timetable, Violation
from models.noun import PersonId
from scheduler.reading import listed, person_title, slot_title, week_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class PatrolServed(Requirement):
    """At least so many leaders on patrol in each slot, none but leaders, at most `spread` apart in a week."""

    key = "patrol"
    title = Text("值班巡查", "Patrol")
    sentence = Text(
        "每个时段至少有规定人数的值班领导巡查，只由值班领导巡查；规定了均衡要求的，各人每周巡查次数相差不超过规定。",
        "In every slot at least so many leaders are on patrol, and nobody but leaders. Where the school says so, "
        "their numbers of patrols a week differ by at most so many.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Leaders on patrol in every slot, nobody else, and evenly."""
        wanted = problem.settings.patrol
        leaders = [t.id for t in problem.teachers if t.leader]
        others = [t.id for t in problem.teachers if not t.leader]
        for slot in problem.slots:
            on_patrol = x.sum(x.patrols(p, slot) for p in leaders)
            model.add(on_patrol >= wanted.at_least - x.waived(self.key))
            if not x.scope.superfluous_duties:
                model.add(on_patrol <= wanted.at_least)
            model.add(x.sum(x.patrols(p, slot) for p in others) == 0)
        if wanted.spread is None or wanted.at_least == 0 or not leaders:
            return
        for week in problem.week.weeks:
            lowest = model.new_int_var(0, len(problem.slots), f"patrols_least/{week}")
            for person in leaders:
                walked = x.sum(x.patrols(person, s) for s in problem.slots if s.week == week)
                model.add(walked >= lowest)
                model.add(walked <= lowest + wanted.spread)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One per slot with too few, per duty of somebody else, and per week in which turns are uneven."""
        wanted = problem.settings.patrol
        leaders = {t.id for t in problem.teachers if t.leader}
        by_slot: Counter[Slot] = Counter()
        turns: Counter[tuple[PersonId, int]] = Counter()
        for session in timetable.sessions:
            for person in session.people(Role.PATROL):
                if person in leaders:
                    by_slot[session.slot] += 1
                    turns[person, session.slot.week] += 1
                    continue
                when, who = slot_title(problem, session.slot), person_title(problem, person)
                of_school = isinstance(problem.person_by_id[person], Teacher)
                why = Text("不是值班领导", "who is no leader on the patrol rota")
                if not of_school:
                    why = Text("不是本校教师", "who is no teacher of the school")
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}由{who.zh}巡查，但{who.zh}{why.zh}。",
                        f"{when.en}: the patrol is done by {who.en}, {why.en}.",
                    ),
                    slot=session.slot,
                    people=(person,),
                )
        for slot in problem.slots:
            if by_slot[slot] < wanted.at_least:
                when = slot_title(problem, slot)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}应有至少{wanted.at_least}位值班领导巡查，实际{by_slot[slot]}位。",
                        f"{when.en} should have at least {wanted.at_least} leader(s) on patrol, "
                        f"but has {by_slot[slot]}.",
                    ),
                    amount=wanted.at_least - by_slot[slot],
                    slot=slot,
                )
        if wanted.spread is None or not wanted.at_least or not leaders:
            return
        for week in problem.week.weeks:
            ordered = sorted(leaders, key=lambda person: (turns[person, week], person))
            fewest, most = ordered[0], ordered[-1]
            difference = turns[most, week] - turns[fewest, week]
            if difference > wanted.spread:
                counts = listed(
                    Text(f"{name.zh}{turns[p, week]}次", f"{name.en} {turns[p, week]}")
                    for p in (most, fewest)
                    for name in (person_title(problem, p),)
                )
                often = week_title(problem, week)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{often.zh}巡查不均：{counts.zh}，最多可相差{wanted.spread}次。",
                        f"Patrols are uneven {often.en}: {counts.en}; they may differ by {wanted.spread}.",
                    ),
                    amount=difference - wanted.spread,
                    people=(most, fewest),
                )
