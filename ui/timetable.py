"""课表: the week of the school, a class, a person, a room, a club or a day; a session that is clicked is explained."""

from datetime import UTC

import streamlit as st

from models import Text
from ui.language import say
from ui.view.choice import View, What, sought
from ui.view.controls import controls, look_at, place_sought, view_now
from ui.view.grid import Acted, grid
from ui.view.heading import heading
from ui.view.opened import Opened, opened
from ui.view.picture import weeks_differ
from ui.week.keys import SessionKey

_CHOSEN, _PRINTING = "timetable-chosen", "timetable-printing"


def page() -> None:
    """The screen."""
    _screen()


@st.fragment
def _screen() -> None:
    """All of it, without the side bar: a click is answered without drawing that anew."""
    shown = opened()
    heading(shown, _print)
    view = view_now(shown.problem)
    controls(shown.problem, view, weeks=weeks_differ(shown.board))
    _grid(shown, view)


def _grid(shown: Opened, view: View) -> None:
    picture = shown.picture(view)
    st.html(picture.legend)
    place = place_sought() if view.what in (What.SCHOOL, What.DAY) else None
    found = None if place is None else [shown.board.key(s) for s in sought(shown.timetable, place)]
    grid(
        picture.grid,
        key="timetable-grid",
        on_act=lambda act: _act(view, act),
        chosen=_ring(shown),
        found=found,
        foot=_foot(shown),
    )


def _act(view: View, act: Acted) -> None:
    """What a click, a key or a drop on the grid leads to."""
    if act.action == "open":
        what, _, which = act.what.partition("/")
        if what in set(What):
            look_at(View(What(what), which, view.grades, view.week))
    elif act.action == "choose":
        st.session_state[_CHOSEN] = act.key


def _ring(shown: Opened) -> list[SessionKey]:
    """The chosen session and, of a club, all its meetings."""
    session = shown.board.sessions.get(st.session_state.get(_CHOSEN, ""))
    if session is None:
        return []
    if session.school_class is not None or session.club is None:
        return [shown.board.key(session)]
    return [shown.board.key(s) for s in shown.timetable.of_club.get((session.club, session.group), ())]


def _foot(shown: Opened) -> str:
    when = shown.saved.when.replace(tzinfo=UTC).astimezone()
    return say(Text("指纹 ", "fingerprint ")) + f"{shown.saved.fingerprint} · {when:%Y-%m-%d %H:%M}"


def _print() -> None:
    st.session_state[_PRINTING] = True
