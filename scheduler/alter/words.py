"""How moves, roles and places are said."""

from models import ExchangeMove, Move, PersonMove, Problem, Role, RoomMove, Session, SlotMove, Text
from models.alteration import Exchanged
from models.noun import PersonId
from scheduler.alter.draft import Draft
from scheduler.reading import listed, person_title, session_title, slot_title

ROLE = {
    Role.TUTOR: Text("辅导", "tutor"),
    Role.LEADER: Text("带班", "leader"),
    Role.ACCOMPANYING: Text("陪同", "accompanying teacher"),
    Role.PATROL: Text("巡查", "patrol"),
}
_EXCHANGED = {
    Exchanged.SLOTS: Text("时段", "slots"),
    Exchanged.PEOPLE: Text("教师", "teachers"),
    Exchanged.ROOMS: Text("场地", "rooms"),
}


def move_text(problem: Problem, draft: Draft, move: Move) -> Text:
    """What a move does, on the draft before it. Raises MoveError if its session is not there."""
    person = move.person if isinstance(move, PersonMove) else None
    place = draft.find(move.session, move.role if isinstance(move, PersonMove) else None, person)
    session = draft.session(place)
    every = not isinstance(move, SlotMove) and move.all_meetings
    slots = isinstance(move, SlotMove) or (isinstance(move, ExchangeMove) and move.what is Exchanged.SLOTS)
    places = [place] if slots else draft.meetings(place, every=every)
    what = meetings_title(problem, [draft.session(at) for at in places])
    match move:
        case PersonMove():
            return _person_text(problem, what, move)
        case RoomMove():
            old = Text("（无场地）", "no room") if session.room is None else Text(session.room, session.room)
            return Text(f"{what.zh}由{old.zh}改到{move.room}。", f"{what.en}: in {move.room} instead of {old.en}.")
        case SlotMove():
            when = slot_title(problem, move.slot)
            return Text(f"{what.zh}改到{when.zh}。", f"{what.en} moves to {when.en}.")
        case ExchangeMove():
            place = draft.find(move.other)
            places = [place] if slots else draft.meetings(place, every=move.all_meetings)
            others = [draft.session(at) for at in places]
            other, exchanged = meetings_title(problem, others), _EXCHANGED[move.what]
            return Text(
                f"{what.zh}与{other.zh}对调{exchanged.zh}。", f"{what.en} and {other.en} exchange their {exchanged.en}."
            )


def cost_text(cost: int) -> Text:
    """全校偏好代价+4, or 不变 where the preferences cost as much as before."""
    if cost == 0:
        return Text("全校偏好代价不变", "costs the same")
    return Text(f"全校偏好代价{cost:+d}", f"costs {cost:+d}")


def meetings_title(problem: Problem, sessions: list[Session]) -> Text:
    """周二第2节、周四第2节社团“书法”."""
    when = listed(slot_title(problem, s.slot) for s in sorted(sessions, key=lambda s: (s.slot.week, s.slot)))
    what = session_title(problem, sessions[0])
    return Text(f"{when.zh}{what.zh}", f"{what.en} ({when.en})")


def _person_text(problem: Problem, what: Text, move: PersonMove) -> Text:
    role = ROLE[move.role]
    old, new = name(problem, move.person), name(problem, move.by)
    if move.person is None:
        return Text(f"{what.zh}加上{new.zh}（{role.zh}）。", f"{what.en}: {new.en} joins as {role.en}.")
    if move.by is None:
        return Text(f"{what.zh}不再由{old.zh}{role.zh}。", f"{what.en}: {old.en} is {role.en} no more.")
    return Text(
        f"{what.zh}的{role.zh}由{old.zh}改为{new.zh}。", f"{what.en}: {new.en} instead of {old.en} as {role.en}."
    )


def name(problem: Problem, person: PersonId | None) -> Text:
    """王老师, or 无."""
    return Text("无", "nobody") if person is None else person_title(problem, person)


def stripped(text: Text) -> Text:
    """A sentence without its full stop."""
    return Text(text.zh.rstrip("。"), text.en.rstrip("."))
