"""Every session has a room, and the room has what the session needs: features, capacity, the class's own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import CrossClassClub, Problem, Room, Session, SessionKind, Text, Timetable, Violation
from scheduler.open_scope import OpenScope
from scheduler.reading import LedClub, led_club, listed, session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class RoomFits(Requirement):
    """Clubs by feature, name and capacity; classes in their home room while it is open."""

    key = "room_fits"
    title = Text("场地合适", "Rooms fit")
    sentence = Text(
        "除巡查外每次活动都有场地；社团场地的功能、容量和指定要求都要符合；"
        "作业辅导和班级活动在本班教室，没有固定教室或教室停用时，换到坐得下的场地。",
        "Everything but patrol has a room. A club's room has its features, its capacity and is one of the "
        "named. Homework and class activities are in the home room; without one, or while it is closed, in "
        "any room that is large enough.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Clubs only in rooms with the features and the size; classes at home unless their room is closed."""
        allowed = OpenScope(problem)
        for unit in x.units:
            fitting = {r.id for r in allowed.rooms(unit.club)}
            for kind in x.room_kinds:
                if kind.rooms[0].id not in fitting:
                    for slot in x.slots_of_club(unit.club):
                        x.forbid(x.in_kind(unit.id, kind, slot))
        for slot in problem.slots:
            for c in problem.classes:
                fitting = {r.id for r in allowed.class_rooms_that_fit(c, slot)}
                for kind in x.room_kinds:
                    if kind.rooms[0].id not in fitting:
                        x.forbid(x.class_in(c.id, kind, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per session, with everything that does not fit."""
        for session in timetable.sessions:
            reasons = list(_misfits(problem, session))
            if reasons:
                when, what, why = (
                    slot_title(problem, session.slot),
                    session_title(problem, session),
                    listed(reasons),
                )
                where = Text("", "") if session.room is None else Text(f"在“{session.room}”", f' in "{session.room}"')
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}{where.zh}不合适：{why.zh}。",
                        f"{when.en}: {what.en}{where.en} does not fit: {why.en}.",
                    ),
                    slot=session.slot,
                    classes=() if session.school_class is None else (session.school_class,),
                    clubs=() if session.club is None else (session.club,),
                    rooms=() if session.room is None else (session.room,),
                )


def _misfits(problem: Problem, session: Session) -> Iterator[Text]:
    if session.kind is SessionKind.PATROL:
        return
    if session.room is None:
        yield Text("没有安排场地", "it has no room")
        return
    room = problem.room_by_id[session.room]
    club = led_club(problem, session)
    if club is not None:
        yield from _club_misfits(problem, club, room)
    elif session.school_class is not None:
        c = problem.class_by_id[session.school_class]
        home = None if c.home_room is None else problem.room_by_id[c.home_room]
        if home is not None and session.slot not in home.closed:
            if room.id != home.id:
                yield Text(f"应在本班教室“{home.id}”", f'it should be in the home room "{home.id}"')
        elif room.capacity < c.pupils:
            yield _too_small(room, c.pupils)


def _club_misfits(problem: Problem, club: LedClub, room: Room) -> Iterator[Text]:
    missing = listed(f for f in club.features if f not in room.features)
    if missing.zh:
        yield Text(f"缺少功能（{missing.zh}）", f"it lacks {missing.en}")
    if club.named_rooms and room.id not in club.named_rooms:
        named = listed(club.named_rooms)
        yield Text(f"不在指定场地（{named.zh}）之内", f"it is none of the named rooms ({named.en})")
    if isinstance(club, CrossClassClub):
        pupils = club.most
    else:
        pupils = sum(problem.pupils_by_grade[grade] for grade in club.grades)
    if room.capacity < pupils:
        yield _too_small(room, pupils)


def _too_small(room: Room, pupils: int) -> Text:
    return Text(f"容量{room.capacity}人，不足{pupils}人", f"it holds {room.capacity}, not {pupils}")
