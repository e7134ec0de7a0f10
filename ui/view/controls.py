"""The boxes above the grid: which part is looked at, which grades, which week, and whom or what to light up in it."""

from urllib.parse import urlencode

import streamlit as st

from models import Problem, Text
from ui.desk import address
from ui.language import language, say
from ui.view.choice import View, What, choices, places_to_look, settled, sort_title, sorts
from ui.whole import whole

_VIEW, _SOUGHT = "timetable-view", "timetable-sought"


def view_now(problem: Problem) -> View:
    """What this session looks at, as far as it exists in this school."""
    return settled(problem, st.session_state.get(_VIEW, View()))


def look_at(view: View) -> None:
    """Look at this from the next run on."""
    st.session_state[_VIEW] = view


def place_sought() -> str | None:
    """Whom or what to light up: a name of `places_to_look`."""
    return st.session_state.get(_SOUGHT)


def controls(problem: Problem, view: View, *, weeks: bool) -> None:
    """Draw the boxes; `weeks`: odd and even weeks differ."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="timetable-controls"):
        _sort(problem, view)
        if view.what is not What.SCHOOL:
            _which(problem, view)
            _phone(view)
        if view.what in (What.SCHOOL, What.DAY):
            _grades(problem, view)
            if weeks:
                _week(view)
            _seek(problem)


def _sort(problem: Problem, view: View) -> None:
    key = "timetable-what"
    st.session_state[key] = view.what

    def change() -> None:
        what = st.session_state[key] or view.what  # a second click on the chosen one is no choice
        look_at(settled(problem, View(what, view.which, view.grades, view.week)))

    label = say(Text("看什么", "Look at"))
    names = {what: say(sort_title(what)) for what in sorts(problem)}
    st.segmented_control(label, list(names), format_func=names.__getitem__, key=key, on_change=whole(change))


def _which(problem: Problem, view: View) -> None:
    offered = choices(problem, view.what, language())
    key = f"timetable-which-{view.what}"
    st.session_state[key] = view.which

    def change() -> None:
        look_at(View(view.what, st.session_state[key], view.grades, view.week))

    st.selectbox(
        say(sort_title(view.what)),
        list(offered),
        format_func=offered.__getitem__,
        key=key,
        on_change=whole(change),
        width=200,
    )


def _phone(view: View) -> None:
    """The same class or person on a page for a phone, in a tab of its own: a copy of its address can be sent on."""
    sort = {What.CLASS: "class", What.TEACHER: "person", What.INSTRUCTOR: "person"}.get(view.what)
    if sort is not None:
        words = urlencode(address() | {"who": f"{sort}/{view.which}"})
        st.link_button(say(Text("手机页", "Phone page")), f"phone?{words}")


def _grades(problem: Problem, view: View) -> None:
    grades = [g.id for g in problem.grades]
    if len(grades) < 2:
        return
    key = "timetable-grades"
    st.session_state[key] = list(view.grades)

    def change() -> None:
        look_at(settled(problem, View(view.what, view.which, tuple(st.session_state[key]), view.week)))

    st.multiselect(
        say(Text("年级", "Grades")),
        grades,
        key=key,
        on_change=whole(change),
        placeholder=say(Text("全部", "All")),
        width=260,
    )


def _week(view: View) -> None:
    names = {1: say(Text("单周", "Odd weeks")), 2: say(Text("双周", "Even weeks"))}
    key = "timetable-week"
    st.session_state[key] = view.week

    def change() -> None:
        look_at(View(view.what, view.which, view.grades, st.session_state[key] or view.week))

    label = say(Text("哪一周", "Week"))
    st.segmented_control(label, list(names), format_func=names.__getitem__, key=key, on_change=whole(change))


def _seek(problem: Problem) -> None:
    places = places_to_look(problem, language())
    key = "timetable-seek"
    kept = st.session_state.get(_SOUGHT)
    st.session_state[key] = kept if kept in places else None

    def change() -> None:
        st.session_state[_SOUGHT] = st.session_state[key]

    st.selectbox(
        say(Text("标出", "Light up")),
        list(places),
        format_func=places.__getitem__,
        key=key,
        on_change=whole(change),
        placeholder=say(Text("找人、场地、社团", "a person, room or club")),
        width=220,
    )
