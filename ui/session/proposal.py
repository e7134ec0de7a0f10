"""What a session dropped on another place may mean: the moves that are proposed, the likeliest first."""

from models import Exchanged, ExchangeMove, Move, Role, Session, SessionKind, SessionRef, Slot, SlotMove

_SHARED = (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
_IN_CHARGE = (Role.TUTOR, Role.LEADER, Role.PATROL)


def moves_of_drop(dropped: Session, onto: Session | None, slot: Slot, school_class: str | None) -> tuple[Move, ...]:
    """The moves that dropping a session in a slot may mean: on `onto`, or on the free cell of a class.

    A class's own session changes places with the class's session there; on another class's, the teachers change. A
    club's meeting goes to the slot; on another club the two change slots, teachers or rooms. Nothing for a drop that
    can mean nothing, such as a patrol on a club.
    """
    this = SessionRef.to(dropped)
    patrols = [s.kind is SessionKind.PATROL for s in (dropped, onto) if s is not None]
    if any(patrols):
        return (_exchange(this, onto, Exchanged.PEOPLE),) if onto is not None and all(patrols) else ()
    if dropped.kind in _SHARED:
        return _of_club(dropped, onto, slot)
    if onto is None:
        own = school_class in (None, dropped.school_class)
        return (SlotMove(session=this, slot=slot),) if own and slot != dropped.slot else ()
    if onto.school_class == dropped.school_class:
        swaps = (_exchange(this, onto, Exchanged.SLOTS), _exchange(this, onto, Exchanged.PEOPLE))
        return swaps if onto.slot != dropped.slot else swaps[1:]
    return (_exchange(this, onto, Exchanged.PEOPLE),) if _in_charge(dropped) and _in_charge(onto) else ()


def slot_from(text: str) -> Slot | None:
    """3.2 or 3.2.2 as a cell of the grid says it; none for anything else."""
    parts = text.split(".")
    if len(parts) not in (2, 3) or not all(part.isascii() and part.isdigit() and len(part) < 3 for part in parts):
        return None
    return Slot(*map(int, parts))


def _of_club(dropped: Session, onto: Session | None, slot: Slot) -> tuple[Move, ...]:
    this = SessionRef.to(dropped)
    found: list[Move] = []
    if slot != dropped.slot:
        found.append(SlotMove(session=this, slot=slot))
    if onto is not None and (onto.club, onto.group) != (dropped.club, dropped.group):
        if onto.kind is dropped.kind and onto.slot != dropped.slot:
            found.append(_exchange(this, onto, Exchanged.SLOTS))
        every = onto.kind is dropped.kind
        if _in_charge(dropped) and _in_charge(onto):
            found.append(_exchange(this, onto, Exchanged.PEOPLE, every=every))
        if dropped.room is not None and onto.room not in (None, dropped.room):
            found.append(_exchange(this, onto, Exchanged.ROOMS, every=every))
    return tuple(found)


def _exchange(this: SessionRef, onto: Session, what: Exchanged, *, every: bool = False) -> ExchangeMove:
    return ExchangeMove(session=this, other=SessionRef.to(onto), what=what, all_meetings=every)


def _in_charge(session: Session) -> bool:
    return bool(session.people(*_IN_CHARGE))
