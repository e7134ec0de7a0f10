"""换课表通知: from which day the timetable is in force that replaced another one, and what each person is told."""

from datetime import date

import streamlit as st

from models import Problem, Text, Timetable, in_force
from scheduler.cover import DatedNotice, switch_notices
from ui import marks
from ui.handing.turns import published
from ui.language import say
from ui.view.opened import Opened


def switch_section(shown: Opened) -> None:
    """Draw it; nothing for a draft, and for the first timetable of the term."""
    turns, own = published(shown)
    if not own:
        return
    last = own[-1]
    first_day = turns[last].first_day or (shown.now.problem or shown.problem).term.first_day
    if first_day is None:
        return
    number = in_force([turn.first_day for turn in turns[:last]])(first_day)
    before = None if number is None else turns[number]
    if before is None or before.problem is None or before.saved.id == shown.saved.id:
        return
    key = f"{shown.now.store.location} {before.saved.id} {shown.saved.id} {first_day}"
    found = _notices(key, before.problem, before.saved.timetable, shown.problem, shown.timetable, first_day)
    sub = Text(f"从 {first_day} 起执行 · {len(found)} 人要知道", f"in force from {first_day} · {len(found)} to be told")
    marks.section(Text("换课表通知", "Notices of the new timetable"), sub)
    if not found:
        return
    with st.expander(say(Text("一次复制全部", "All at once")), key="switch-all"):
        st.code("\n".join(say(notice.message) for notice in found), language=None, wrap_lines=True)
    with st.expander(say(Text("逐人复制", "One by one")), key="switch-each"):
        for notice in found:
            st.code(say(notice.message), language=None, wrap_lines=True)


@st.cache_resource(show_spinner=False, max_entries=8)
def _notices(
    key: str,  # noqa: ARG001  the key is the key
    _before: Problem,
    _base: Timetable,
    _after: Problem,
    _new: Timetable,
    _first_day: date,
) -> tuple[DatedNotice, ...]:
    return switch_notices(_before, _base, _after, _new, _first_day)
