"""课表: the week of the school, a class, a person, a room, a club or a day; a session that is clicked is explained."""

from pathlib import Path

import streamlit as st

from models import Session, Text
from ui import marks
from ui.desk import choose_timetable
from ui.language import say
from ui.session.chosen import choose, chosen, just_done, made_from, one, try_out
from ui.session.facts import meetings_of
from ui.session.panel import panel
from ui.session.proposal import moves_of_drop, slot_from
from ui.view.choice import View, What, settled, sought
from ui.view.controls import controls, look_at, place_sought, view_now
from ui.view.grid import Acted, grid
from ui.view.heading import heading
from ui.view.opened import Opened, opened
from ui.view.picture import weeks_differ
from ui.view.printing import print_view
from ui.whole import whole

_PRINTING = "timetable-printing"
_SHEET = Path(__file__).parent / "session" / "panel.css"


def page() -> None:
    """The screen."""
    _screen()


@st.fragment
def _screen() -> None:
    """All of it, without the side bar: a click is answered without drawing that anew."""
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    shown = opened()
    if st.session_state.get(_PRINTING):
        print_view(shown, _print)
        return
    view, session = view_now(shown.problem), chosen(shown)
    # The grid stays in the same place of the same blocks whatever else is shown: elsewhere the browser would make it
    # anew, and lose where one has scrolled to and what has the focus.
    with st.container(key="timetable-top"):
        heading(shown, _print)
        _done(shown)
        controls(shown.problem, view, weeks=weeks_differ(shown.board))
    left, right = st.columns([3.3, 1.25] if session is not None else [9999, 1], gap="small")
    with left:
        _grid(shown, view, session)
    if session is not None:
        with right:
            panel(shown, session)


def _grid(shown: Opened, view: View, session: Session | None) -> None:
    picture = shown.picture(view)
    place = place_sought() if view.what in (What.SCHOOL, What.DAY) else None
    found = None if place is None else [shown.board.key(s) for s in sought(shown.timetable, place)]
    grid(
        picture.grid,
        above=picture.legend,
        key="timetable-grid",
        on_act=lambda act: _act(shown, view, act),
        chosen=[] if session is None else [shown.board.key(s) for s in meetings_of(shown.board, session)],
        found=found,
        editable=shown.now.edits,
        foot=_foot(shown),
    )


def _act(shown: Opened, view: View, act: Acted) -> None:
    """What a click, a key or a drop on the grid leads to."""
    sessions = shown.board.sessions
    if act.action == "open":
        what, _, which = act.what.partition("/")
        if what in set(What):
            look_at(settled(shown.problem, View(What(what), which, view.grades, view.week)))
    elif act.key in sessions:
        choose(act.key)
        if act.action == "drop" and shown.now.edits:
            onto = None if act.onto is None else sessions.get(act.onto)
            slot = slot_from(act.slot) if onto is None else onto.slot
            moves = () if slot is None else moves_of_drop(sessions[act.key], onto, slot, act.school_class)
            try_out(*map(one, moves))


def _done(shown: Opened) -> None:
    """After a change by hand: that it is a draft of its own, and the way back."""
    before = made_from(shown.saved.id)
    if before is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="timetable-done"):
        number = shown.saved.number
        marks.notice(
            Text(f"已存为草稿 {number}，原来的课表没有动。", f"Saved as draft {number}; the one before is as it was."),
            "ok",
        )

        def back() -> None:
            choose_timetable(before)
            just_done(None)

        st.button(say(Text("撤销", "Undo")), key="timetable-undo", on_click=whole(back))


def _foot(shown: Opened) -> str:
    when = shown.saved.when.astimezone()
    return say(Text("指纹 ", "fingerprint ")) + f"{shown.saved.fingerprint} · {when:%Y-%m-%d %H:%M}"


def _print() -> None:
    st.session_state[_PRINTING] = not st.session_state.get(_PRINTING)
