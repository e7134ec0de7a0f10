"""缺口与方案: why there is no timetable and what would help; scenarios, tried, compared and swept."""

from pathlib import Path

import streamlit as st

from models import Text
from ui import marks
from ui.desk import also_in_address, desk, need_problem
from ui.language import say
from ui.scenarios.answering import answering, asking, show_banner, solved_banner
from ui.scenarios.beside import beside, price_list
from ui.scenarios.choosing import choosing
from ui.scenarios.near import near
from ui.scenarios.opened import Opened, in_address, opened
from ui.scenarios.starting import at_work
from ui.scenarios.sweeps import sweeps

_SHEET = Path(__file__).parent / "scenarios" / "scenarios.css"


def page() -> None:
    """The screen."""
    problem = need_problem()
    shown = opened(desk(), problem)
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    also_in_address(in_address(shown))
    choosing(shown)
    at_work(shown)
    if shown.asked.problem is None:
        _refused(shown)
        return
    known = shown.explained(shown.asked)
    if known is not None:
        show_banner(known)
    solved_banner(shown)
    asking(shown)
    left, right = st.columns([5, 3], gap="small")
    with left:
        if known is not None:
            answering(shown, known)
        near(shown)
        price_list(shown)
    with right:
        sweeps(shown)
        beside(shown)


def _refused(shown: Opened) -> None:
    """A scenario that does not fit the data (any more)."""
    for text in shown.asked.refused:
        marks.notice(text, "err")
    marks.faint(Text("请改这个方案，或者移除它。", "Edit this scenario, or remove it."))
    st.caption(say(Text("数据没有改动。", "The data are unchanged.")))
