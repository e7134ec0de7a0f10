"""What could be published today although it is impossible: as much as can be kept, and what is missing by name."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import LeastBad, Problem, Role, Session, SessionKind, Shortage, Text, Timetable, fingerprint
from models.people import Teacher
from scheduler.progress import Stop
from scheduler.reading import session_title, slot_title
from scheduler.repair.helped import Help, help_in
from scheduler.repair.lever import Lever
from scheduler.repair.levers.clubs import FewerActivities, FewerMeetings
from scheduler.repair.levers.hiring import TeacherJoins
from scheduler.repair.ways import Way, cheapest_way

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.variables import Variables

_NOBODY = "（缺人）"
_PRICE_OF_MEETING = 3  # sessions without a person that are worth a meeting which is left out


@dataclass(frozen=True, eq=False)
class Nobody(TeacherJoins):
    """A place on the rota that stays empty, once for each session."""

    kind = "nobody"

    def gate(self, x: Variables, taken: IntVar) -> None:
        for week in x.problem.week.weeks:
            x.model.add(x.load(self.person.id, week) <= taken)


def least_bad(
    problem: Problem,
    levers: tuple[Lever, ...],
    shortages: tuple[Shortage, ...],
    seconds: float,
    stop: Stop,
    like: Sequence[Timetable] = (),
) -> LeastBad | None:
    """The timetable of the school itself in which the fewest sessions lack somebody or something; None if none was
    found in time."""
    deadline = time.monotonic() + seconds
    nobodies = _nobodies(problem)
    expected = max(1, sum(s.demand - s.supply for s in shortages))
    for share, left_out in zip((0.6, 1.0), _left_out(levers), strict=True):  # with as few liberties as will do
        open_, limit = (*nobodies, *left_out), share * (deadline - time.monotonic())
        if limit < seconds / 5:
            return None
        way = cheapest_way(problem, open_, limit, stop, expected=expected, patience=1.0, like=like)
        if isinstance(way, Way):
            return without_help(problem, way)
    return None


def without_help(problem: Problem, way: Way) -> LeastBad:
    """What the school can publish of a way out without the people and rooms that it would bring, and what is missing.

    Changes that bring nobody and nothing, such as a pin that is released, stay and are named.
    """
    sessions, missing = [], list[Text]()
    helped = help_in(problem, way)
    for session in way.timetable.sessions:
        kept, lacks = _without(problem, session, helped)
        sessions.append(kept)
        missing += lacks
    cost = len(missing)
    for lever in helped.undone:
        amount = way.taken[lever]
        if isinstance(lever, FewerMeetings | FewerActivities):
            name = lever.club.name
            missing.append(Text(f"“{name}”每周少活动{amount}次", f'"{name}" meets {amount} times fewer a week'))
            cost += _PRICE_OF_MEETING * amount
        else:
            missing += [change.sentence(problem) for change in way.changes[lever]]
            cost += lever.price * amount
    table = Timetable(
        school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=tuple(sessions)
    )
    return LeastBad(timetable=table, missing=tuple(missing), cost=cost)


def _nobodies(problem: Problem) -> list[Lever]:
    """As many empty places as there are classes, at most six at once."""
    slots = len(problem.slots) // problem.week.cycle
    subjects = tuple(dict.fromkeys(q.subject for q in problem.homework))
    skills = tuple(dict.fromkeys(s for club in problem.clubs for s in getattr(club, "skills", ())))
    return [
        Nobody(
            1,
            Teacher(
                id=f"{_NOBODY}{n}",
                name=_NOBODY,
                subjects=subjects,
                skills=skills,
                weekly_most=min(30, slots),
                target=0,
            ),
            most=min(30, slots),
        )
        for n in range(1, min(6, len(problem.classes)) + 1)
    ]


def _left_out(levers: tuple[Lever, ...]) -> Iterator[list[Lever]]:
    """Rooms that are missing, quotas and pins that are not kept; then also meetings that do not take place."""
    kinds = ("other_room", "quota_by_one", "release_pin", "more_pupils", "fewer_pupils")
    found = [lever for lever in levers if lever.kind in kinds]
    yield found
    meetings: list[Lever] = [
        type(lever)(_PRICE_OF_MEETING, lever.club, most=lever.most)
        for lever in levers
        if isinstance(lever, FewerMeetings | FewerActivities)
    ]
    yield [*found, *meetings, *(lever for lever in levers if lever.kind == "fewer_walks")]


def _without(problem: Problem, session: Session, helped: Help) -> tuple[Session, list[Text]]:
    """The session without the help, and what it lacks."""
    lacks = [d for d in session.duties if (d.person, session.slot) in helped.duties]
    missing: list[Text] = []
    when = slot_title(problem, session.slot)
    what = Text("巡查", "patrol") if session.kind is SessionKind.PATROL else session_title(problem, session)
    roles = {Role.TUTOR: "辅导教师", Role.LEADER: "负责教师", Role.ACCOMPANYING: "陪同教师", Role.PATROL: "巡查领导"}
    for duty in lacks:
        missing.append(Text(f"{when.zh}{what.zh}缺{roles[duty.role]}", f"{when.en}: {what.en} has no {duty.role}"))
    room = session.room
    if (room, session.slot) in helped.rooms:
        room = None
        missing.append(Text(f"{when.zh}{what.zh}没有合适的场地", f"{when.en}: {what.en} has no room"))
    elif lacking := _lacking(problem, session):
        missing.append(
            Text(
                f"{when.zh}{what.zh}没有合适的场地，暂在{room}（不是{'、'.join(lacking)}场地）",
                f"{when.en}: {what.en} has no fitting room; it is in {room} (no {', '.join(lacking)})",
            )
        )
    duties = tuple(d for d in session.duties if d not in lacks)
    return session.model_copy(update={"duties": duties, "room": room}), missing


def _lacking(problem: Problem, session: Session) -> list[str]:
    """Features that the club asks for and the room does not have."""
    room = problem.room_by_id.get(session.room or "")
    if room is None or session.kind not in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL):
        return []
    asked = getattr(problem.club_by_id[session.club or ""], "features", ())
    return [feature for feature in asked if feature not in room.features]
