"""The side bar: which school and term, the screens in three sections, and what is open in four lines."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from models import Language, Text, fingerprint
from store import Access, SavedSchool, TimetableState
from ui.desk import Desk, address, call_me, choose_school, open_store
from ui.jobs import running
from ui.language import language, say, speak
from ui.places import Place
from ui.signing.cookie import keep
from ui.signing.door import sign_out_button
from ui.signing.visiting import Came
from ui.signing.visitor import token_now
from ui.solving.search import KIND

_STATE = {
    TimetableState.DRAFT: Text("草稿", "Draft"),
    TimetableState.PUBLISHED: Text("已发布", "Published"),
    TimetableState.ARCHIVED: Text("已存档", "Archived"),
}
_ACCESS = {Access.OFFICE: Text("教导处", "Academic office"), Access.READER: Text("查看", "Reader")}
_LOGO = '<div class="k-logo"><i>课</i><span>课后 <small>Kehou</small></span></div>'


def side_bar(desk: Desk, places: Sequence[Place], pages: Mapping[str, StreamlitPage], here: StreamlitPage) -> None:
    """Draw it; `here` is the open page."""
    with st.sidebar:
        st.html(_LOGO)
        _choices(desk)
        for number, name in enumerate(dict.fromkeys(place.section for place in places)):
            with st.container(key=f"nav-{number}"):
                st.html(f'<div class="k-section">{escape(say(name))}</div>')
                for place in places:
                    if place.section == name:
                        mark = "here" if pages[place.key] == here else "there"
                        with st.container(key=f"{mark}-{place.key}"):
                            st.page_link(pages[place.key], label=say(place.title), query_params=address())
        with st.container(key="foot"):
            st.html(f'<div class="k-foot">{"<br>".join(_lines(desk))}</div>')
            _switches(desk)


def _choices(desk: Desk) -> None:
    """School and term; the newest term of a school is offered when another school is chosen."""
    if desk.school is None:
        return
    schools = desk.store.schools()
    names = list(dict.fromkeys(school.name for school in schools))
    name = st.selectbox(
        say(Text("学校", "School")),
        names,
        names.index(desk.school.name),
        key=f"side-school-{desk.school.id}",
        filter_mode=None,
    )
    if name != desk.school.name:
        _open(next(s for s in schools if s.name == name))
    terms = [school for school in schools if school.name == desk.school.name]
    ids = [school.id for school in terms]
    term = st.selectbox(
        say(Text("学期", "Term")),
        terms,
        ids.index(desk.school.id),
        format_func=lambda school: school.term,
        key=f"side-term-{desk.school.id}",
        filter_mode=None,
    )
    if term is not None and term.id != desk.school.id:
        _open(term)


def _open(school: SavedSchool) -> None:
    choose_school(school.id)
    st.rerun()


def _lines(desk: Desk) -> list[str]:
    lines = []
    job = None if desk.school is None else running(desk.store, desk.school.id)
    if job is not None:
        at_work = Text("排课进行中", "Solving") if job.kind == KIND else Text("正在计算", "At work")
        lines.append(f"<b>{escape(say(at_work))}</b>")
    if desk.timetable is not None:
        number = desk.timetable.number
        lines.append(f"<b>{escape(say(_STATE[desk.timetable.state]))} {number}</b>")
    if desk.problem is not None:
        mark = fingerprint(desk.problem)
        lines.append(escape(say(Text(f"指纹 {mark}", f"Fingerprint {mark}"))))
    if not desk.visitor.signed_in:
        lines.append(escape(say(Text("数据只在本机", "The data stay on this machine"))))
    elif not desk.edits:
        lines.append(escape(say(Text("查看身份，只读", "Reader: nothing can be changed"))))
    return lines


def _switches(desk: Desk) -> None:
    """Under which name changes are recorded, and the other language."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="switches"):
        if desk.visitor.signed_in:
            _signed_in(desk)
        else:
            _called(desk)
        other: Language = "en" if language() == "zh" else "zh"
        if st.button({"zh": "中文", "en": "English"}[other], type="tertiary", key="speak"):
            speak(other)
            st.rerun()


def _called(desk: Desk) -> None:
    with st.popover(desk.who):
        label = say(Text("记录修改时用的称呼", "Name under which changes are recorded"))
        hint = say(Text("如 教导处 沈老师", "such as Ms Shen, office"))
        name = st.text_input(label, desk.who, max_chars=30, placeholder=hint, key=f"who-{desk.who}")
        if name and name != desk.who:
            call_me(name, desk)
            st.rerun()


def _signed_in(desk: Desk) -> None:
    """Who it is, and the way out."""
    visitor = desk.visitor
    st.html(f'<span class="k-who">{escape(visitor.name or say(_ACCESS[visitor.access]))}</span>')
    sign_out_button(open_store(), visitor)
    if visitor.came is Came.PASSWORD:
        keep(token_now(), visitor.access)
