"""What this browser session has clicked and is trying out on the screen 课表."""

import streamlit as st

from models import Move, Session
from store import TimetableId
from ui.session.questions import Moves
from ui.view.opened import Opened
from ui.week.keys import SessionKey

_CHOSEN, _WISH, _DONE = "timetable-chosen", "timetable-wish", "timetable-done"


def choose(key: SessionKey | None) -> None:
    """Open the panel of this session, or close it."""
    st.session_state[_CHOSEN] = key
    st.session_state[_WISH] = ()


def chosen(opened: Opened) -> Session | None:
    """The session whose panel is open, if this timetable has it."""
    return opened.board.sessions.get(st.session_state.get(_CHOSEN) or "")


def try_out(*readings: Moves) -> None:
    """Propose a change: `readings` are what was perhaps meant, the likeliest first; none = leave it."""
    st.session_state[_WISH] = tuple(readings)


def tried() -> tuple[Moves, ...]:
    """What is proposed."""
    return tuple(st.session_state.get(_WISH) or ())


def just_done(timetable: TimetableId | None, before: TimetableId | None = None) -> None:
    """Remember that this draft was just made from `before`, so that one click takes it back."""
    st.session_state[_DONE] = None if timetable is None else (timetable, before)


def made_from(timetable: TimetableId) -> TimetableId | None:
    """From which timetable this one was just made; none if it was not made a moment ago."""
    done = st.session_state.get(_DONE)
    return done[1] if done is not None and done[0] == timetable else None


def one(move: Move) -> Moves:
    """A single move as a proposal."""
    return (move,)
