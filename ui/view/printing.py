"""打印视图: the view on pages of at most ten classes, without side bar and boxes; a stale timetable asks first."""

from collections.abc import Callable

import streamlit as st

from exchange.results.overview import pages_of
from exchange.results.sentences import outcome_sentence
from exchange.results.view import days
from models import Text
from ui import marks
from ui.language import say
from ui.view.choice import View, What
from ui.view.controls import view_now
from ui.view.opened import Opened
from ui.view.picture import classes_of, picture
from ui.view.week_css import WEEK_CSS
from ui.week.board import Board
from ui.week.legend import legend
from ui.week.markup import Markup, joined, tag
from ui.week.school_grid import school_grid

_PAPER = """
@page { size: A4 landscape; margin: 9mm; }
.kehou-paper { background: var(--card); color: var(--ink); max-width: 1100px; }
.kehou-paper section { break-after: page; margin-bottom: 24px; }
.kehou-paper section:last-child { break-after: auto; }
.kehou-paper h2 { font-size: 18px; margin: 0; padding: 0; }
.kehou-paper .small { font-size: 12px; color: var(--ink-2); margin: 2px 0 8px; }
.kehou-paper .kehou-grid thead th, .kehou-paper .kehou-grid tbody th { position: static; }
.kehou-paper td.walk > .chips, .kehou-paper .session.large > * { position: static; max-width: none; }
@media print {
  .kehou-paper { color-scheme: light !important; }
  html, body, .stApp { background: #fff !important; }
  section[data-testid="stSidebar"], header, .st-key-print-bar { display: none !important; }
  .stMainBlockContainer { padding: 0 !important; }
  .stApp, .stMain, .stAppViewContainer { position: static !important; overflow: visible !important;
    height: auto !important; }
  .kehou-paper { max-width: none; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
_PRINT = "export default ({ parentElement, data }) => { const b = parentElement.querySelector('button'); \
b.textContent = data; b.onclick = () => window.print(); }"


@st.cache_resource(show_spinner=False)
def _button() -> Callable[..., object]:
    style = (
        "button { font: inherit; font-size: 14px; line-height: 20px; padding: 7px 14px; border: 0; border-radius: 8px;"
        " cursor: pointer; background: var(--accent); color: var(--accent-ink); }"
        " button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }"
    )
    return st.components.v2.component("kehou_print", html='<button type="button"></button>', css=style, js=_PRINT)


def print_view(opened: Opened, leave: Callable[[], None]) -> None:
    """Draw it, with a button that prints and one that goes back."""
    view = view_now(opened.problem)
    with st.container(horizontal=True, vertical_alignment="center", key="print-bar"):
        st.button(say(Text("返回课表", "Back")), key="print-back", on_click=leave)
        sure = True
        if opened.now.stale and not opened.only_locks:
            marks.notice(Text("数据在排课后改过，指纹已不同。", "The data changed after this was made."), "warn")
            sure = st.checkbox(say(Text("仍要打印", "Print all the same")), key="print-sure")
        if sure:
            _button()(key="print-now", data=say(Text("打印", "Print")), width="content")
    st.html(f"<style>{WEEK_CSS}{_PAPER}</style>")
    st.html(paper(_unmarked(opened.board), view, _note(opened)))


def _unmarked(board: Board) -> Board:
    """Locks, changes and prices are for the office, not for the wall."""
    return Board(board.problem, board.timetable, language=board.language)


def paper(board: Board, view: View, note: str) -> Markup:
    """The view page by page; `note` (school, how good it is, fingerprint) stands on each."""
    if view.what not in (What.SCHOOL, What.DAY):
        return _pages([joined(picture(board, view).grid)], board, note)
    shown = {c.id for c in classes_of(board, view)}
    groups = [tuple(c for c in group if c.id in shown) for group in pages_of(board.problem)]
    on = (int(view.which),) if view.what is What.DAY else days(board.problem, board.timetable)
    detail = view.what is What.DAY
    grids = [school_grid(board, group, on, view.week, detail=detail) for group in groups if group]
    return _pages(grids, board, note)


def _pages(grids: list[Markup], board: Board, note: str) -> Markup:
    title = f"{board.problem.school} · {board.problem.term.name}"
    key = legend(board, board.timetable.sessions)
    pages = [
        tag("section", tag("h2", board.say("课后服务周课表", "After-school service")), tag("p", title, "　", note,
            board.say(f"　第 {n} 页，共 {len(grids)} 页", f"  page {n} of {len(grids)}"), class_="small"), grid, key)
        for n, grid in enumerate(grids, start=1)
    ]  # fmt: skip
    return tag("div", pages, class_="kehou-paper kehou-week")


def _note(opened: Opened) -> str:
    mark = say(Text("指纹 ", "fingerprint ")) + opened.saved.fingerprint
    outcome = opened.saved.outcome
    return mark if outcome is None else f"{say(outcome_sentence(outcome))}　{mark}"
