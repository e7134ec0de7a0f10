"""Where the other room could be: an existing one that stands empty whenever it is needed, with what it lacks."""

from models import (
    Change,
    ClubChanged,
    Problem,
    Room,
    RoomAdded,
    RoomChanged,
    RoomOpened,
    Session,
    Slot,
    Timetable,
)
from models.noun import RoomId
from scheduler.repair.lever import Lever
from scheduler.repair.levers.rooms import OtherRoom

Changes = dict[Lever, tuple[Change, ...]]


def settle_rooms(problem: Problem, changes: Changes, timetable: Timetable) -> tuple[Changes, Timetable]:
    """Replace each added room by existing ones where every group finds one; else it stays an added room."""
    settled = dict(changes)
    most = {club.id: getattr(club, "most", 0) for club in problem.clubs}
    most |= {c.club: c.most for some in changes.values() for c in some if isinstance(c, ClubChanged) and c.most}
    for lever, some in changes.items():
        if isinstance(lever, OtherRoom) and isinstance(some[0], RoomAdded):
            added = some[0].room
            inside = [s for s in timetable.sessions if s.room == added.id]
            size = max((max(s.head_count, most.get(s.club or "", 0)) for s in inside), default=added.capacity)
            added = added.model_copy(update={"capacity": max(1, size)})
            settled[lever] = (RoomAdded(room=added),)
            moved = _settled(problem, added, timetable)
            if moved is not None:
                settled[lever], timetable = moved
    return settled, timetable


def _settled(problem: Problem, added: Room, timetable: Timetable) -> tuple[tuple[Change, ...], Timetable] | None:
    """Each club group in the added room moves to one existing room for all its meetings there; None where that cannot
    be."""
    inside = [s for s in timetable.sessions if s.room == added.id]
    if any(s.school_class is not None for s in inside):
        return None  # a class without a room of its own
    groups: dict[tuple[str | None, int], list[Session]] = {}
    for session in inside:
        groups.setdefault((session.club, session.group), []).append(session)
    chosen: dict[tuple[str | None, int], Room] = {}
    used = {(s.room, s.slot) for s in timetable.sessions if s.room is not None}
    for key, sessions in groups.items():
        room = _free_room(problem, added, sessions, used)
        if room is None:
            return None
        chosen[key] = room
        used |= {(room.id, s.slot) for s in sessions}
    moved = tuple(
        s.model_copy(update={"room": chosen[s.club, s.group].id}) if s.room == added.id else s
        for s in timetable.sessions
    )
    changes: dict[RoomId, list[Change]] = {}
    for key, room in chosen.items():
        lacking = tuple(f for f in added.features if f not in room.features)
        found = changes.setdefault(room.id, [])
        if lacking and not found:
            found.append(RoomChanged(room=room.id, add_features=lacking))
        closed = tuple(s.slot for s in groups[key] if s.slot in room.closed)
        if closed:
            found.append(RoomOpened(room=room.id, slots=closed))
    listed = tuple(change for some in changes.values() for change in some)
    return (listed, timetable.with_sessions(moved)) if listed else None


def _free_room(problem: Problem, added: Room, sessions: list[Session], used: set[tuple[RoomId, Slot]]) -> Room | None:
    """A room that is large enough and empty in all these slots: rather a function room, open, lacking little.

    A class's home room will do while the class is away; a closed one must not be a home room, because its class would
    have to come back.
    """
    homes = {c.home_room for c in problem.classes}
    fitting = [
        room
        for room in problem.rooms
        if room.capacity >= added.capacity
        and not any((room.id, s.slot) in used for s in sessions)
        and not (room.id in homes and any(s.slot in room.closed for s in sessions))
    ]

    def price(room: Room) -> tuple[int, bool, int]:
        lacking = sum(f not in room.features for f in added.features)
        return sum(s.slot in room.closed for s in sessions), room.id in homes, lacking

    return min(fitting, key=price, default=None)
