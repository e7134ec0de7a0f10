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
from scheduler.alter.pupils import share_anew

_NO_ROOM = Text("巡查没有场地，不能换场地。", "A patrol has no room that could be changed.")


def moved(draft: Draft, moves: Iterable[Move]) -> Draft:
    """The draft after all moves, in their order. Raises MoveError if a session or person is not there, and for what no
    session of its kind can have."""
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
    kind = draft.session(first).kind
    if move.by is not None and move.by not in draft.index.problem.person_by_id:
        raise MoveError(Text(f"学校没有“{move.by}”这个人。", f'Nobody at the school is called "{move.by}".'))
    if move.role is not head_role(draft.session(first)) and (
        kind is SessionKind.PATROL or move.role is not Role.ACCOMPANYING
    ):
        raise MoveError(Text("这种课次没有这个职责。", "A session of this kind has no such role."))
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
        raise MoveError(_NO_ROOM)
    if move.room not in draft.index.problem.room_by_id:
        raise MoveError(Text(f"学校没有场地“{move.room}”。", f'The school has no room "{move.room}".'))
    places = draft.meetings(first, every=move.all_meetings)
    return draft.with_altered({at: draft.session(at).model_copy(update={"room": move.room}) for at in places})


def _slot(draft: Draft, move: SlotMove) -> Draft:
    first = draft.find(move.session)
    altered = _shifted(draft, first, move.slot)
    second = draft.in_other_week(first) if move.both_weeks else None
    if second is not None:
        altered |= _shifted(draft, second, _other_week(move.slot))
    return _settled(draft, altered)


def _shifted(draft: Draft, first: int, slot: Slot) -> dict[int, Session]:
    """The meeting of this session in another slot; parallel groups and a meeting of two periods stay together."""
    start = draft.session(first).slot
    altered = {}
    for at in draft.at_once(first):
        session = draft.session(at)
        new = Slot(slot.day, slot.period + session.slot.period - start.period, slot.week)
        altered[at] = session.model_copy(update={"slot": new})
    return altered


def _settled(draft: Draft, altered: dict[int, Session]) -> Draft:
    """With sessions in other slots, and the pupils of these slots in clubs that meet then."""
    after = draft.with_altered(altered)
    if not any(s.kind is SessionKind.CROSS_CLASS for s in altered.values()):
        return after
    slots = [s.slot for at, new in altered.items() for s in (draft.session(at), new)]
    return share_anew(draft.index.problem, after, slots)


def _other_week(slot: Slot) -> Slot:
    return Slot(slot.day, slot.period, 3 - slot.week)


def _exchange(draft: Draft, move: ExchangeMove) -> Draft:
    one, other = draft.find(move.session), draft.find(move.other)
    if one == other:
        return draft
    if move.what is Exchanged.SLOTS:
        pairs = [(one, other)]
        again = draft.in_other_week(one), draft.in_other_week(other)
        if move.all_meetings and again[0] is not None and again[1] is not None:
            pairs.append((again[0], again[1]))
        altered: dict[int, Session] = {}
        for here, there in pairs:
            altered |= _shifted(draft, here, draft.session(there).slot)
            altered |= _shifted(draft, there, draft.session(here).slot)
        return _settled(draft, altered)
    ones = draft.meetings(one, every=move.all_meetings)
    others = draft.meetings(other, every=move.all_meetings)
    if move.what is Exchanged.ROOMS:
        if SessionKind.PATROL in (draft.session(one).kind, draft.session(other).kind):
            raise MoveError(_NO_ROOM)
        rooms = draft.session(one).room, draft.session(other).room
        altered = {at: draft.session(at).model_copy(update={"room": rooms[1]}) for at in ones}
        altered |= {at: draft.session(at).model_copy(update={"room": rooms[0]}) for at in others}
        return draft.with_altered(altered)
    old, new = _head(draft.session(one)), _head(draft.session(other))
    altered = {at: _given_to(draft.session(at), old, new) for at in ones}
    altered |= {at: _given_to(draft.session(at), new, old) for at in others}
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
