"""调代课: who is away or what is shut on some dates, who closes the gaps, what was changed, and whom to tell."""

from pathlib import Path

import streamlit as st

from models import Text
from store import TimetableState
from ui import marks
from ui.covering.entering import entering
from ui.covering.gaps import gaps
from ui.covering.kept import log_list, one_day, told
from ui.covering.situation import situation
from ui.handing.turns import other_dates
from ui.language import say
from ui.places import leads
from ui.view.heading import STATES, choose_box, name_of
from ui.view.opened import Opened, opened

_SHEET = Path(__file__).parent / "covering" / "covering.css"


def page() -> None:
    """The screen."""
    shown = opened()
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    title, chooser = st.columns([7, 2], vertical_alignment="center")
    with title:
        tone: marks.Tone = "ok" if shown.saved.state is TimetableState.PUBLISHED else "plain"
        about = Text("原课表不动，改动另记，可以撤销", "the timetable stays; changes are kept beside it")
        marks.heading(Text("调代课", "Substitutes"), about, [marks.badge(STATES[shown.saved.state], tone)])
    with chooser:
        choose_box(shown)
    now = situation(shown)
    if now is not None and not now.base.on and other_dates(shown):
        _others(shown)
        return
    if now is None or not now.base.on:
        marks.notice(
            Text(
                "学校还没有写学期的第一天和最后一天，排不到日期上。",
                "The school has not said when its term begins and ends.",
            ),
            "warn",
        )
        leads(Text("去填学期日期", "Enter the dates"), "data", primary=True, key="cover-dates")
        return
    if st.session_state.pop("cover-said", False):
        marks.notice(
            Text("别人刚刚也记了一条，请看过再记。", "Somebody else has just saved a change: look again, then save."),
            "warn",
        )
    _others(shown)
    entering(now)
    with st.container(key="cover-gaps"):  # always there, so that what follows keeps its place on the page
        gaps(now)
    left, right = st.columns([1, 1], gap="medium")
    with left:
        told(now)
        log_list(now)
    with right:
        one_day(now)


def _others(shown: Opened) -> None:
    """On other dates another timetable is in force: whoever is away then is noted there."""
    for saved, first, last in other_dates(shown):
        zh = f"{first:%Y-%m-%d} – {last:%m-%d} 执行的是“{say(name_of(saved))}”：那些天的请假、代课请换到那份课表里记。"
        en = f"{first} – {last}: “{say(name_of(saved))}” is in force. Note what happens then in that timetable."
        marks.notice(Text(zh, en), "plain")
