"""What a move forces, as pins and kept duties: what it decides stays, and everything else is free."""

from collections.abc import Iterable, Iterator

from models import Exchanged, ExchangeMove, Move, PersonMove, Pin, Role, RoomMove, Session, SlotMove, Text
from models.noun import PersonId
from scheduler.alter.draft import Draft, MoveError
from scheduler.alter.moving import head_role, moved

_BY, _REASON = "课后", "试一试"
_NOBODY = Text(
    "只去掉一个人，没有指定由谁来，不能重排；请选一个人。",
    "Nobody is named who comes instead, so there is nothing to force: choose a person.",
)

Kept = tuple[Session, PersonId, Role]


def forced(draft: Draft, moves: Iterable[Move]) -> tuple[tuple[Pin, ...], tuple[Kept, ...]]:
    """Pins, and duties that no pin can name, that hold what the moves decide on this draft.

    Sessions stay in their slots; of a club whose meeting is moved, all meetings do. Raises MoveError as the moves do,
    and for a move that only takes somebody away.
    """
    pins: list[Pin] = []
    kept: list[Kept] = []
    for move in moves:
        after = moved(draft, [move])
        if isinstance(move, PersonMove) and move.by is None:
            raise MoveError(_NOBODY)
        for at in after.altered:
            session, old = after.session(at), draft.session(at)
            if (session.slot, session.duties, session.room) == (old.slot, old.duties, old.room):
                continue  # as it was, but perhaps for its pupils
            if isinstance(move, PersonMove) and move.by is not None and move.role is not head_role(session):
                kept.append((session, move.by, move.role))
            elif session.school_class is None and session.club is None:
                kept += [(session, p, Role.PATROL) for p in session.people(Role.PATROL)]
            else:
                pins += _pins(after, at, move)
        draft = after
    return tuple(dict.fromkeys(pins)), tuple(kept)


def clubs_as_they_meet(draft: Draft) -> tuple[Pin, ...]:
    """Pins that hold every club in its slots, and nothing else of it."""
    sessions = map(draft.session, range(len(draft.index.timetable.sessions)))
    return tuple(pin(s) for s in sessions if s.school_class is None and s.club is not None)


def _pins(after: Draft, at: int, move: Move) -> Iterator[Pin]:
    session = after.session(at)
    match move:
        case RoomMove() | ExchangeMove(what=Exchanged.ROOMS):
            yield pin(session, room=True)
        case PersonMove() | ExchangeMove(what=Exchanged.PEOPLE):
            for person in session.people(head_role(session)):
                yield pin(session, person)
        case SlotMove() | ExchangeMove():
            club = session.school_class is None
            for other in after.meetings(at, every=True) if club else [at]:
                yield pin(after.session(other))


def pin(session: Session, person: PersonId | None = None, *, room: bool = False) -> Pin:
    """That the session is then, and perhaps who leads or tutors it, or where it is."""
    return Pin(
        slot=session.slot,
        school_class=session.school_class,
        club=session.club,
        group=session.group,
        subject=session.subject,
        person=person,
        room=session.room if room else None,
        by=_BY,
        reason=_REASON,
    )
