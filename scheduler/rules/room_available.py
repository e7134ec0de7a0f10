"""No room is used while it is closed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Text, Timetable, Violation
from scheduler.reading import session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class RoomAvailable(Requirement):
    """No session in a room that is closed in its slot."""

    key = "room_available"
    title = Text("场地可用", "Rooms are open")
    sentence = Text("场地停用的时段不安排活动。", "Nothing takes place in a room while it is closed.")

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """Nobody in a closed room; rooms of one kind are closed together."""
        for kind in x.room_kinds:
            for slot in kind.rooms[0].closed:
                x.forbid(x.groups_in(kind, slot))

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per session in a closed room."""
        for session in timetable.sessions:
            if session.room is not None and session.slot in problem.room_by_id[session.room].closed:
                when, what = slot_title(problem, session.slot), session_title(problem, session)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"“{session.room}”{when.zh}停用，却安排了{what.zh}。",
                        f'"{session.room}" is closed at {when.en}, but {what.en} is there.',
                    ),
                    slot=session.slot,
                    classes=() if session.school_class is None else (session.school_class,),
                    clubs=() if session.club is None else (session.club,),
                    rooms=(session.room,),
                )
