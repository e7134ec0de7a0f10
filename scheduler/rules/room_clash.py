"""A room holds at most as many groups at a time as it has space for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from models import Problem, Session, Slot, Text, Timetable, Violation
from models.noun import RoomId
from scheduler.reading import listed, session_title, slot_title
from scheduler.rule import Requirement

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

    from scheduler.variables import Variables


class RoomClash(Requirement):
    """At most `groups_at_once` sessions per room and slot."""

    key = "room_clash"
    title = Text("场地不冲突", "No room used twice")
    sentence = Text(
        "同一时段同一场地的组数不超过该场地可同时容纳的组数。",
        "In a slot a room has at most as many groups as it may hold at the same time.",
    )

    def require(self, model: CpModel, x: Variables, problem: Problem) -> None:
        """No more groups in rooms of a kind than these hold at once."""
        for kind in x.room_kinds:
            for slot in problem.slots:
                model.add(x.groups_in(kind, slot) <= kind.places)

    def check(self, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        """One violation per room and slot, as large as the groups above the number."""
        users: defaultdict[tuple[RoomId, Slot], list[Session]] = defaultdict(list)
        for session in timetable.sessions:
            if session.room is not None:
                users[session.room, session.slot].append(session)
        for (room_id, slot), together in users.items():
            most = problem.room_by_id[room_id].groups_at_once
            if len(together) > most:
                when, what = slot_title(problem, slot), listed(session_title(problem, s) for s in together)
                yield Violation(
                    rule=self.key,
                    text=Text(
                        f"{when.zh}，{what.zh}同时用“{room_id}”（同时容纳{most}组）。",
                        f'{when.en}: {what.en} use "{room_id}" at the same time (it holds {most} at once).',
                    ),
                    amount=len(together) - most,
                    slot=slot,
                    classes=tuple(s.school_class for s in together if s.school_class is not None),
                    clubs=tuple(s.club for s in together if s.club is not None),
                    rooms=(room_id,),
                )
