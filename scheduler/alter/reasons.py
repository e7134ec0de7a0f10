"""Why a move cannot be made just so, in a few words."""

from models import ExchangeMove, Move, PersonMove, Problem, RoomMove, Slot, SlotMove, Text, Violation
from scheduler.alter.draft import Draft
from scheduler.alter.person_reasons import person_reason
from scheduler.alter.place_reasons import room_reason, slot_reason
from scheduler.alter.words import stripped


def reason_against(problem: Problem, draft: Draft, move: Move, violation: Violation) -> Text:
    """Why a choice cannot be, where the rule found this violation on the draft after its move."""
    if isinstance(move, PersonMove) and move.by is not None:
        session = draft.session(draft.find(move.session, move.role, move.by))
        return person_reason(problem, draft, session, violation, move.by)
    if isinstance(move, RoomMove):
        return room_reason(problem, draft, draft.session(draft.find(move.session)), violation, move.room)
    if isinstance(move, SlotMove | ExchangeMove):
        session, slot = draft.index.timetable.sessions[Draft(draft.index).find(move.session)], _slot_of(move)
        return slot_reason(problem, draft, session, violation, slot)
    return stripped(violation.text)


def _slot_of(move: SlotMove | ExchangeMove) -> Slot:
    return move.slot if isinstance(move, SlotMove) else move.other.slot
