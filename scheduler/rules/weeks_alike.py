"""Odd and even weeks are alike where nothing asks for a difference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Parity, Problem, Role, SessionKind, Slot, SlotKind, Text, Timetable, Violation
from models.noun import ClassId, ClubId
from scheduler.reading import club_title, led_club, listed, person_title, slot_title
from scheduler.rule import Preference

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Linear, Variables

Content = tuple[str, str | None, tuple[str, ...]]
"""What a class does by itself: homework with subject and tutors, or an activity with its club (none: free)."""


class WeeksAlike(Preference):
    """Differences between the two weeks, by class and (day, period) and by club and (day, period)."""

    key = "weeks_alike"
    title = Text("单双周一致", "Weeks alike")
    sentence = Text(
        "实行单双周的学校，每班同一时段单双周的作业辅导（学科、教师）和班级活动最好相同；"
        "每周都活动的社团单双周最好在同一时段。",
        "With odd and even weeks, a class best has the same homework (subject, tutor) or the same activity in "
        "both at the same time, and a club that meets every week meets at the same time in both.",
    )
    weight = 2
    unit = Text("一处", "difference")

    def amounts(self, model: CpModel, x: Variables, problem: Problem) -> Iterator[Linear]:
        """1 for each place and time at which the odd and the even week differ."""
        if problem.week.cycle == 1:
            return
        for odd in (s for s in problem.slots if s.week == 1):
            even = odd._replace(week=2)
            for c in problem.classes:
                kind = problem.week.kind(odd, c.grade)
                if kind is SlotKind.HOMEWORK:
                    pairs = [
                        (x.tutoring(c.id, subject, person, odd), x.tutoring(c.id, subject, person, even))
                        for subject in problem.quotas[c.id]
                        for person in x.tutors(c.id, subject)
                    ]
                    pairs += [
                        (x.visited(c.id, subject, pool, odd), x.visited(c.id, subject, pool, even))
                        for subject in problem.quotas[c.id]
                        for pool in x.visiting_pools(c.id, subject)
                    ]
                    there = x.does_homework(c.id, odd), x.does_homework(c.id, even)
                elif kind is SlotKind.CLUB:
                    names = [*(a.id for a in problem.activities[c.id]), ""]
                    pairs = [(x.activity(c.id, name, odd), x.activity(c.id, name, even)) for name in names]
                    there = x.stays(c.id, odd), x.stays(c.id, even)
                else:
                    continue
                equal = x.sum(x.common(*pair, "alike", c.id, odd) for pair in pairs)
                yield x.either(*there, "own_session", c.id, odd) - equal
            for club in x.clubs:
                if club.weeks is Parity.EVERY:
                    meets = x.meets(club.id, odd), x.meets(club.id, even)
                    yield x.either(*meets, "meets", club.id, odd) - x.both(*meets, "meets", club.id, odd)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per class and (day, period), and per club and (day, period), that differs."""
        if problem.week.cycle != 2:
            return
        own: dict[tuple[ClassId, int, int], dict[int, list[Content]]] = {}
        met: dict[tuple[ClubId, int, int], set[int]] = {}
        for session in timetable.sessions:
            day, period, week = session.slot
            if session.school_class is not None:
                weeks = own.setdefault((session.school_class, day, period), {1: [], 2: []})
                if session.kind is SessionKind.HOMEWORK:
                    tutors = tuple(sorted(session.people(Role.TUTOR)))
                    weeks[week].append((session.kind, session.subject, tutors))
                else:
                    weeks[week].append((session.kind, session.club, ()))
            club = led_club(problem, session)
            if club is not None and club.weeks is Parity.EVERY:
                met.setdefault((club.id, day, period), set()).add(week)
        for (class_id, day, period), weeks in own.items():
            odd, even = sorted(weeks[1], key=str), sorted(weeks[2], key=str)
            if odd != even:
                slot = Slot(day, period)
                when = Text(slot.title(), slot.title(language="en"))
                who = problem.class_by_id[class_id].title
                one, other = _title(problem, odd), _title(problem, even)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{who}{when.zh}单双周不同：单周{one.zh}，双周{other.zh}。",
                        f"{who} differs at {when.en}: odd weeks {one.en}, even weeks {other.en}.",
                    ),
                    slot=slot,
                    classes=(class_id,),
                )
        for (club_id, day, period), found in met.items():
            if len(found) == 1:
                name, when = club_title(problem, club_id), slot_title(problem, Slot(day, period, *found))
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"“{name}”只在{when.zh}活动，另一周同一时段没有。",
                        f'"{name}" meets at {when.en} but not at the same time of the other week.',
                    ),
                    slot=Slot(day, period, *found),
                    clubs=(club_id,),
                )


def _title(problem: Problem, contents: list[Content]) -> Text:
    """数学辅导（李1）, “绘本故事”, 班级活动, 无 …"""
    parts: list[Text] = []
    for kind, what, tutors in contents:
        if kind == SessionKind.HOMEWORK:
            who = listed(person_title(problem, p) for p in tutors) if tutors else Text("无教师", "no tutor")
            parts.append(Text(f"{what}辅导（{who.zh}）", f"{what} tutoring ({who.en})"))
        elif what is None:
            parts.append(Text("班级活动", "class activity"))
        else:
            name = club_title(problem, what)
            parts.append(Text(f"“{name}”", f'"{name}"'))
    return listed(parts) if parts else Text("无", "nothing of its own")
