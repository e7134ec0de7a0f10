"""A way out without its help: who must not be where, and what has no room, if the school stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from models import Problem, Role, RoomChanged, RoomOpened, Session, Slot, Timetable
from models.noun import PersonId, RoomId
from scheduler.repair.lever import Lever
from scheduler.repair.levers.hiring import Joins
from scheduler.repair.levers.people import FreeAt, MoreADay, MoreSessions, NewPapers
from scheduler.repair.levers.rooms import OpenRoom, OtherRoom
from scheduler.repair.ways import Way

_RATHER = (Role.ACCOMPANYING, Role.PATROL, Role.TUTOR, Role.LEADER)  # where somebody is missed least comes first


@dataclass
class Help:
    """What the timetable of a way uses and the school does not have. `undone`: levers that say it all themselves."""

    duties: set[tuple[PersonId, Slot]] = field(default_factory=set)
    rooms: set[tuple[RoomId, Slot]] = field(default_factory=set)
    undone: list[Lever] = field(default_factory=list)


def help_in(problem: Problem, way: Way) -> Help:
    """Of people, as many sessions as they have too many, those first where they are missed least."""
    found, table = Help(), way.timetable
    for lever in way.taken:
        match lever:
            case MoreSessions():
                for week in problem.week.weeks:
                    mine = [s for s in _of(table, lever.person.id) if s.slot.week == week and _still(found, lever, s)]
                    _send_home(found, lever.person.id, mine, len(mine) - lever.person.weekly_most)
            case MoreADay():
                for day in dict.fromkeys((s.week, s.day) for s in problem.slots):
                    mine = [s for s in _of(table, lever.person.id) if (s.slot.week, s.slot.day) == day]
                    mine = [s for s in mine if _still(found, lever, s)]
                    _send_home(found, lever.person.id, mine, len(mine) - lever.person.daily_most)
            case FreeAt():
                found.duties.add((lever.person.id, lever.slot))
            case Joins() | NewPapers():
                found.duties |= {(lever.person.id, s.slot) for s in _of(table, lever.person.id)}
            case OpenRoom():
                found.rooms.add((lever.room.id, lever.slot))
            case OtherRoom():
                found.rooms |= set(_other_rooms(problem, way, lever))
            case _:
                found.undone.append(lever)
    return found


def _of(table: Timetable, person: PersonId) -> list[Session]:
    return [s for s in table.sessions if any(duty.person == person for duty in s.duties)]


def _still(found: Help, lever: MoreSessions | MoreADay, session: Session) -> bool:
    return (lever.person.id, session.slot) not in found.duties


def _send_home(found: Help, person: PersonId, mine: Iterable[Session], count: int) -> None:
    def missed(session: Session) -> tuple[int, Slot]:
        return max(_RATHER.index(d.role) for d in session.duties if d.person == person), session.slot

    for session in sorted(mine, key=missed)[: max(0, count)]:
        found.duties.add((person, session.slot))


def _other_rooms(problem: Problem, way: Way, lever: OtherRoom) -> Iterator[tuple[RoomId, Slot]]:
    """Where the added room is used; or an existing one by a club that it does not fit, or while it is closed."""
    here = {lever.room.id}
    for change in way.changes[lever]:
        if isinstance(change, RoomChanged | RoomOpened):
            here.add(change.room)
    for session in way.timetable.sessions:
        room = problem.room_by_id.get(session.room or "")
        if session.room in here and (room is None or session.slot in room.closed):
            yield session.room, session.slot
