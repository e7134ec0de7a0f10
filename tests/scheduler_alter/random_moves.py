"""Random moves on any timetable: most of them break something, which is what they are for."""

from random import Random

from models import (
    Exchanged,
    ExchangeMove,
    Move,
    PersonMove,
    Problem,
    Role,
    RoomMove,
    SessionKind,
    SessionRef,
    SlotMove,
    Timetable,
)
from scheduler.alter.moving import head_role


def random_move(rng: Random, problem: Problem, timetable: Timetable) -> Move:
    """Somebody else, another room or slot, or an exchange, of a random session."""
    sessions = [s for s in timetable.sessions if s.duties]
    session = rng.choice(sessions)
    ref = SessionRef.to(session)
    every = rng.random() < 0.5
    kind = rng.choice(("person", "person", "more", "room", "slot", "exchange"))
    if kind == "more":
        role = (
            Role.PATROL if session.kind is SessionKind.PATROL else rng.choice((Role.ACCOMPANYING, head_role(session)))
        )
        return PersonMove(session=ref, role=role, by=rng.choice(problem.people).id, all_meetings=every)
    if kind == "room" and session.kind is not SessionKind.PATROL:
        return RoomMove(session=ref, room=rng.choice(problem.rooms).id, all_meetings=every)
    if kind == "slot":
        return SlotMove(session=ref, slot=rng.choice(problem.slots))
    if kind == "exchange":
        alike = [s for s in sessions if s.kind is session.kind]
        others = rng.choice((alike, alike, sessions))
        what = Exchanged.SLOTS if session.kind is SessionKind.PATROL else rng.choice(list(Exchanged))
        return ExchangeMove(session=ref, other=SessionRef.to(rng.choice(others)), what=what, all_meetings=every)
    duty = rng.choice(session.duties)
    by = rng.choice([*(p.id for p in problem.people), None])
    return PersonMove(session=ref, role=duty.role, person=duty.person, by=by, all_meetings=every)
