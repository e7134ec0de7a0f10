"""Makes a move on a draft: which sessions become what. Whether that is allowed is for the judge to say."""

from collections.abc import Iterable

from models import (
    Duty,
    Exchanged,
    ExchangeMove,
    Move,
    PersonMove,
    Role,
    RoomMove,
    Session,
    SessionKind,
    Slot,
    SlotMove,
    Text,
)
from models.noun import PersonId
from scheduler.alter.draft import Draft, MoveError


def moved(draft: Draft, moves: Iterable[Move]) -> Draft:
    """The draft after all moves, in their order. Raises MoveError if a session or person is not there."""
    for move in moves:
        match move:
            case PersonMove():
                draft = _person(draft, move)
            case RoomMove():
                draft = _room(draft, move)
            case SlotMove():
                draft = _slot(draft, move)
            case ExchangeMove():
                draft = _exchange(draft, move)
    return draft


def with_person(session: Session, role: Role, person: PersonId | None, by: PersonId | None) -> Session:
    """The session with somebody else in a role, at the same place; at the end if it is one more."""
    coming = () if by is None else (Duty(person=by, role=role),)
    if person is None:
        return session.model_copy(update={"duties": (*session.duties, *coming)})
    leaving = session.duties.index(Duty(person=person, role=role))
    duties = (*session.duties[:leaving], *coming, *session.duties[leaving + 1 :])
    return session.model_copy(update={"duties": duties})


def _person(draft: Draft, move: PersonMove) -> Draft:
    first = draft.find(move.session, move.role, move.person)
    places = draft.meetings(first, every=move.all_meetings)
    altered = {}
    for at in places:
        session = draft.session(at)
        if move.person is None or move.person in session.people(move.role):
            altered[at] = with_person(session, move.role, move.person, move.by)
    return draft.with_altered(altered)


def _room(draft: Draft, move: RoomMove) -> Draft:
    first = draft.find(move.session)
    if draft.session(first).kind is SessionKind.PATROL:
        raise MoveError(Text("巡查没有场地，不能换场地。", "A patrol has no room that could be changed."))
    places = draft.meetings(first, every=move.all_meetings)
    return draft.with_altered({at: draft.session(at).model_copy(update={"room": move.room}) for at in places})


def _slot(draft: Draft, move: SlotMove) -> Draft:
    return draft.with_altered(_shifted(draft, draft.find(move.session), move.slot))


def _shifted(draft: Draft, first: int, slot: Slot) -> dict[int, Session]:
    """The meeting of this session in another slot; a meeting of two periods stays together."""
    start = draft.session(first).slot
    altered = {}
    for at in draft.meetings(first, every=False):
        session = draft.session(at)
        new = Slot(slot.day, slot.period + session.slot.period - start.period, slot.week)
        altered[at] = session.model_copy(update={"slot": new})
    return altered


def _exchange(draft: Draft, move: ExchangeMove) -> Draft:
    one, other = draft.find(move.session), draft.find(move.other)
    if one == other:
        return draft
    if move.what is Exchanged.SLOTS:
        return draft.with_altered(
            {
                **_shifted(draft, one, draft.session(other).slot),
                **_shifted(draft, other, draft.session(one).slot),
            }
        )
    ones = draft.meetings(one, every=move.all_meetings)
    others = draft.meetings(other, every=move.all_meetings)
    if move.what is Exchanged.ROOMS:
        rooms = draft.session(one).room, draft.session(other).room
        altered = {at: draft.session(at).model_copy(update={"room": rooms[1]}) for at in ones}
        altered |= {at: draft.session(at).model_copy(update={"room": rooms[0]}) for at in others}
        return draft.with_altered(altered)
    here, there = _head(draft.session(one)), _head(draft.session(other))
    altered = {at: _given_to(draft.session(at), here, there) for at in ones}
    altered |= {at: _given_to(draft.session(at), there, here) for at in others}
    return draft.with_altered(altered)


def head_role(session: Session) -> Role:
    """The role of whoever is in charge of a session of this kind."""
    match session.kind:
        case SessionKind.HOMEWORK:
            return Role.TUTOR
        case SessionKind.PATROL:
            return Role.PATROL
        case _:
            return Role.LEADER


def _head(session: Session) -> tuple[PersonId, ...]:
    return session.people(head_role(session))


def _given_to(session: Session, old: tuple[PersonId, ...], new: tuple[PersonId, ...]) -> Session:
    """The session in the charge of others; where it was in the charge of yet others, it stays so."""
    role = head_role(session)
    if session.people(role) != old:
        return session
    rest = tuple(d for d in session.duties if d.role is not role)
    return session.model_copy(update={"duties": (*(Duty(person=p, role=role) for p in new), *rest)})
