"""重排其余部分: the school solved again with the choice while the page stays usable; honest about its proof."""

import streamlit as st

from models import Forced, Text
from ui import marks
from ui.language import say
from ui.session.forcing import SECONDS, Question, ask, asked
from ui.session.questions import Moves, found_of, steps_of
from ui.session.saving import save_draft
from ui.view.opened import Opened
from ui.week.markup import tag


def exact(opened: Opened, moves: Moves) -> None:
    """A button; while it is being worked on, how far it is; then the answer, and the timetable that was found."""
    st.html(tag("h2", say(Text("重排其余部分", "Solve the rest again")), class_="k-panel-h2"))
    question = asked(opened.key, moves)
    if question is None:
        hint = Text(
            f"保留这个改动，其余重新求解，看最少要多少代价（至多 {SECONDS:.0f} 秒）。",
            f"Keep this change, solve all else again, and see the least it costs (at most {SECONDS:.0f} s).",
        )
        marks.faint(hint)
        if st.button(say(Text("算出最少代价", "Work out the least cost")), key="panel-exact"):
            ask(opened.key, opened.judged_by, found_of(opened), moves)
            st.rerun(scope="fragment")
        return
    if question.is_open:
        _wait(question)
    elif question.failed is not None:
        marks.notice(question.failed, "warn")
    elif question.answer is not None:
        _answer(opened, question.answer, moves)


@st.fragment(run_every=0.7)
def _wait(question: Question) -> None:
    """How far it is. Its own fragment, so that only these lines are drawn anew."""
    if not question.is_open:
        st.rerun()
    progress = question.progress
    seconds = 0 if progress is None else round(progress.seconds)
    best = None if progress is None else progress.objective
    so_far = Text("", "") if best is None else Text(f"，目前最好 {best}", f", best so far {best}")
    text = Text(f"正在重排：已用 {seconds} 秒{so_far.zh}", f"Solving again: {seconds} s{so_far.en}")
    st.html(tag("p", say(text), class_="k-panel-p", role="status"))
    if st.button(say(Text("停止，保留目前最好", "Stop and keep the best")), key="panel-exact-stop"):
        question.stop.set()


def _answer(opened: Opened, answer: Forced, moves: Moves) -> None:
    marks.notice(answer.text, "ok" if answer.timetable is not None else "err")
    if answer.timetable is None:
        return
    if st.button(say(Text("用重排后的课表，存为新草稿", "Take it as a new draft")), key="panel-exact-take"):
        save_draft(opened, answer.timetable, [*(s.text for s in steps_of(opened, moves)), answer.text])
