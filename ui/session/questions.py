"""What the panel asks the scheduler about a session, with the answers kept: a click on a button asks nothing twice."""

from collections.abc import Mapping, Sequence

import streamlit as st

from models import (
    CandidateGroup,
    Effect,
    Forced,
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
    ref = SessionRef.to(session)
    tried = answers(opened.key, ref)
    return _reasons(f"{opened.key} {opened.bound_holds} {ref} {role} {sorted(tried)}", opened, session, role, tried)


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
def _reasons(
    key: str,  # noqa: ARG001
    _opened: Opened,
    _session: Session,
    _role: Role | None,
    _tried: Mapping[str, Forced],
) -> tuple[Text, Text | None]:
    ref, first = SessionRef.to(_session), None if _role is None else next(iter(_session.people(_role)), None)
    known = None  # who else could serve is asked below as well
    if _role is not None and first is not None:
        known = [c for group in people_instead(_opened, _session, _role, first) for c in group.candidates]
    people = why_people(_opened.judged_by, found_of(_opened), ref, _role, _tried, known)
    room = None if _session.room is None else why_room(_opened.judged_by, found_of(_opened), ref, _tried)
    return people, room


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
