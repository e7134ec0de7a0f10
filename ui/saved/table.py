"""The list of saved schools: open one, copy it, roll it forward to the next term, rename it, put it away."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from exchange.document.promotion import promoted
from models import Text
from scheduler.rules import rule_cards
from store import SavedSchool, SchoolId, Store, StoreError
from ui import marks
from ui.desk import Desk, choose_school, version_of
from ui.language import say
from ui.places import go
from ui.saved.beginning import NextTerm, document_in, ends_a_year, roll_forward, term_after
from ui.saved.erasing import erase_box, history_box
from ui.saved.listing import Line, lines


def school_list(now: Desk) -> None:
    """One row for each school; the removed ones below, folded up."""
    with st.container(border=True, key="school-list", gap=None):
        for line in lines(now.store):
            _row(now, line)
    removed = now.store.schools(removed=True)
    if removed:
        with st.expander(say(Text(f"移出列表的 {len(removed)} 所", f"{len(removed)} put away"))):
            for school in removed:
                with st.container(horizontal=True, vertical_alignment="center"):
                    st.html(f"<div>{escape(school.name)} · {escape(school.term)}</div>")
                    if st.button(say(Text("放回列表", "Bring back")), key=f"back-{school.id}"):
                        _tried(partial(now.store.restore_school, school.id, who=now.who))
                    erase_box(now, school)


def _row(now: Desk, line: Line) -> None:
    school = line.school
    here = now.school is not None and now.school.id == school.id
    with st.container(horizontal=True, vertical_alignment="center", key=f"school-{school.id}"):
        mark = marks.badge(Text("正在看", "open"), "acc") if here else ""
        st.html(
            f'<div class="k-school"><b>{escape(school.name)}</b> {mark}<br>'
            f'<span class="k-sub">{escape(school.term)}</span></div>'
        )
        st.html(
            f'<div class="k-school">{marks.badge(line.state, line.tone)}<br>'
            f'<span class="k-sub">{escape(say(line.data))}</span></div>'
        )
        if st.button(say(Text("打开", "Open")), key=f"open-{school.id}"):
            choose_school(school.id)
            go("timetable" if line.tone in ("ok", "acc") else "solve")
            st.rerun()
        with st.popover(say(Text("更多", "More"))):
            _more(now, line)


def _more(now: Desk, line: Line) -> None:
    school = line.school
    next_term, copy, put_away = (st.container(key=f"{part}-{school.id}") for part in ("next-term", "copy", "put-away"))
    with next_term:
        st.markdown(f"**{say(Text('带到下一学期', 'Roll forward to the next term'))}**")
        term = st.text_input(say(Text("新学期", "New term")), term_after(school.term), key=f"term-{school.id}")
        first, last = (
            st.text_input(say(label), placeholder=say(_DATE), key=f"{name}-{school.id}")
            for name, label in (("first", Text("开学日期", "First day")), ("last", Text("放假日期", "Last day")))
        )
        up = _next_year(now, school)
        keep = st.checkbox(
            say(Text("保留本学期的锁定", "Keep this term's locks")), key=f"pins-{school.id}", disabled=up
        )
        if st.button(say(Text("建新学期", "Begin the term")), key=f"roll-{school.id}", disabled=not term.strip()):
            _roll(now, line, NextTerm(school.name, term.strip(), first.strip(), last.strip(), keep and not up, up))
    with copy:
        st.markdown(f"**{say(Text('另存一份', 'Copy'))}**")
        proposal = say(Text(f"{school.name}（副本）", f"{school.name} (copy)"))
        name = st.text_input(say(Text("新名称", "New name")), proposal, key=f"name-{school.id}")
        if st.button(say(Text("复制", "Copy")), key=f"do-copy-{school.id}", disabled=not name.strip()):
            _roll(now, line, NextTerm(name.strip(), school.term, keep_pins=True))
    with put_away:
        label = Text("移出列表（可以放回）", "Put away (can be brought back)")
        if st.button(say(label), key=f"remove-{school.id}"):
            _tried(partial(now.store.remove_school, school.id, who=now.who))
    history_box(now, school)


def _next_year(now: Desk, school: SavedSchool) -> bool:
    """Whether the classes go up a grade, with what that changes."""
    ways = {
        False: Text("同一学年，班级照旧", "Same school year, classes as they are"),
        True: Text("新学年，各班升一级", "New school year, classes go up a grade"),
    }
    up = st.radio(
        say(Text("班级", "Classes")), list(ways), int(ends_a_year(school.term)),
        format_func={way: say(text) for way, text in ways.items()}.__getitem__, key=f"year-{school.id}",
    )  # fmt: skip
    if up:
        items = "".join(f"<li>{escape(say(text))}</li>" for text in _promotion(now.store, school.id, school.newest))
        st.html(f'<ul class="k-list k-sub">{items}</ul>')
    return bool(up)


@st.cache_resource(show_spinner=False, max_entries=16)
def _promotion(_store: Store, school: SchoolId, number: int) -> tuple[Text, ...]:
    return promoted(document_in(version_of(_store, school, number), rule_cards())).texts


_DATE = Text("如 2027-02-22，可以以后再填", "such as 2027-02-22; may be left for later")


def _roll(now: Desk, line: Line, new: NextTerm) -> None:
    version = version_of(now.store, line.school.id, line.school.newest)

    def work() -> None:
        made = roll_forward(now.store, line.school, version, new, rule_cards(), now.who)
        choose_school(made.id)

    _tried(work)


def _tried(work: Callable[[], object]) -> None:
    """Do it and show the list anew; a refusal is said in place."""
    try:
        work()
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    st.rerun()
