"""What the panel asks the scheduler about a session, with the answers kept: a click on a button asks nothing twice."""

from collections.abc import Sequence

import streamlit as st

from models import (
    CandidateGroup,
    Effect,
    Move,
    MoveStep,
    Outcome,
    Role,
    Session,
    SessionRef,
    Suggestion,
    Text,
    Timetable,
)
from scheduler.alter.candidates import candidates, grouped, room_candidates, slot_candidates
from scheduler.alter.draft import Draft, Index, MoveError
from scheduler.alter.effect import what_breaks
from scheduler.alter.moving import moved
from scheduler.alter.suggestions import suggestions
from scheduler.alter.why import why_people, why_room
from scheduler.alter.words import move_text
from ui.session.forcing import answers
from ui.view.opened import Opened

Moves = tuple[Move, ...]


def found_of(opened: Opened) -> Outcome | Timetable:
    """What was found: with its bound, where that holds for the data by which it is judged."""
    outcome = opened.saved.outcome
    return outcome if outcome is not None and opened.bound_holds else opened.timetable


def reasons(opened: Opened, session: Session, role: Role | None) -> tuple[Text, Text | None]:
    """Why these people, and why this room (none of a patrol); with what forced choices have shown so far."""
    ref, tried = SessionRef.to(session), answers(opened.key, SessionRef.to(session))
    people = why_people(opened.judged_by, found_of(opened), ref, role, tried)
    room = None if session.room is None else why_room(opened.judged_by, found_of(opened), ref, tried)
    return people, room


def people_instead(opened: Opened, session: Session, role: Role, person: str) -> tuple[CandidateGroup, ...]:
    """Everybody else in the role, as a list shows them."""
    return _groups(f"{opened.key} {SessionRef.to(session)} {role} {person}", opened, session, role, person)


def rooms_instead(opened: Opened, session: Session) -> tuple[CandidateGroup, ...]:
    """Every other room."""
    return _groups(f"{opened.key} {SessionRef.to(session)} room", opened, session, None, None)


def slots_instead(opened: Opened, session: Session) -> tuple[CandidateGroup, ...]:
    """Every other slot."""
    return _slots(f"{opened.key} {SessionRef.to(session)} slot", opened, session)


def effect_of(opened: Opened, moves: Moves) -> Effect | Text:
    """What the moves do; or why they cannot be made at all."""
    return _effect(f"{opened.key} {moves}", opened, moves)


def ways_to(opened: Opened, moves: Moves) -> Sequence[Suggestion]:
    """Ranked ways to make the moves possible, short chains included; none if they cannot be made at all."""
    return _ways(f"{opened.key} {moves}", opened, moves)


def steps_of(opened: Opened, moves: Moves) -> list[MoveStep]:
    """The moves in words. Raises MoveError for one that cannot be made."""
    draft = Draft(Index(opened.judged_by, opened.timetable))
    found: list[MoveStep] = []
    for move in moves:
        found.append(MoveStep(move=move, text=move_text(opened.judged_by, draft, move)))
        draft = moved(draft, [move])
    return found


@st.cache_resource(show_spinner=False, max_entries=256)
def _groups(
    key: str,  # noqa: ARG001
    _opened: Opened,
    _session: Session,
    _role: Role | None,
    _person: str | None,
) -> tuple[CandidateGroup, ...]:
    ref = SessionRef.to(_session)
    if _role is None:
        return grouped(room_candidates(_opened.judged_by, _opened.timetable, ref))
    return grouped(candidates(_opened.judged_by, _opened.timetable, ref, _role, person=_person))


@st.cache_resource(show_spinner=False, max_entries=256)
def _slots(key: str, _opened: Opened, _session: Session) -> tuple[CandidateGroup, ...]:  # noqa: ARG001
    return grouped(slot_candidates(_opened.judged_by, _opened.timetable, SessionRef.to(_session)))


@st.cache_resource(show_spinner=False, max_entries=256)
def _effect(key: str, _opened: Opened, _moves: Moves) -> Effect | Text:  # noqa: ARG001
    try:
        return what_breaks(_opened.judged_by, _opened.timetable, _moves)
    except MoveError as error:
        return error.text


@st.cache_resource(show_spinner=False, max_entries=256)
def _ways(key: str, _opened: Opened, _moves: Moves) -> Sequence[Suggestion]:  # noqa: ARG001
    try:
        return suggestions(_opened.judged_by, _opened.timetable, _moves)
    except MoveError:
        return []
