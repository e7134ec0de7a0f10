"""Start a work from a button, or say why it cannot be started; and how the one that runs is getting on."""

from collections.abc import Callable

import streamlit as st

from models import Text
from store import Job, JobState, StoreError
from ui import jobs, marks
from ui.desk import Desk, still_here
from ui.language import say
from ui.places import leads
from ui.scenarios.opened import Opened
from ui.scenarios.sweeping import SWEEP
from ui.scenarios.work import EXPLAIN, SCENARIO, WHATIF
from ui.solving.search import KIND as SOLVE

_SAID = "scenario-said"
_KINDS = {
    EXPLAIN: Text("正在找缺口和补救办法", "Looking for shortages and ways out"),
    WHATIF: Text("正在现课表附近重排", "Re-planning near the timetable in use"),
    SCENARIO: Text("正在排这个方案", "Solving the scenario"),
    SWEEP: Text("正在逐个求解", "Solving one question after another"),
    SOLVE: Text("正在排课", "A timetable is being solved"),
}


def started(start: Callable[[], Job]) -> None:
    """Start it and draw the page anew; a refusal is said there."""
    try:
        start()
    except StoreError as error:
        st.session_state[_SAID] = error.text
    st.rerun()


def tell(text: Text) -> None:
    """Say this in the next run."""
    st.session_state[_SAID] = text


def told() -> None:
    """What the last click brought, if it was refused."""
    said = st.session_state.pop(_SAID, None)
    if isinstance(said, Text):
        marks.notice(said, "warn")


def at_work(shown: Opened) -> None:
    """How the running work is getting on, with a button to stop it; or that the last one came to nothing."""
    told()
    if not shown.jobs:
        return
    newest = shown.jobs[0]
    if newest.running:
        st.fragment(_progress, run_every=1.0)(shown.now, newest)
    elif newest.kind in _KINDS and newest.kind != SOLVE and newest.state is JobState.FAILED and newest.sentence:
        marks.notice(newest.sentence, "err")
    elif newest.kind in _KINDS and newest.kind != SOLVE and newest.state is JobState.INTERRUPTED:
        cut = Text("上次计算中途被打断（程序或电脑关了），请再来一次。", "The last work was cut off; start it again.")
        marks.notice(cut, "warn")


def _progress(now: Desk, drawn: Job) -> None:
    still_here(now)
    job = now.store.job(drawn.id)
    if not job.running or (job.kind == EXPLAIN and job.mark != drawn.mark):  # it is over, or has found something
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="scenario-work"):
        stopping = Text("正在停下…", "Stopping…") if job.stop_asked else None
        what = _KINDS.get(job.kind, Text("正在计算", "At work"))
        if job.who != now.who:  # two people cannot start something at once: so it is said whose work it is
            what = Text(f"{what.zh}（{job.who}开始的）", f"{what.en} (started by {job.who})")
        marks.notice(what, "acc", stopping or how_far(job))
        if job.kind == SOLVE:
            leads(Text("去看排课", "See it"), "solve")
        elif st.button(say(Text("停止", "Stop")), key="stop", disabled=job.stop_asked):
            jobs.stop(now.store, job.id)
            st.rerun(scope="fragment")


def how_far(job: Job) -> Text:
    """So many seconds, and what is known by now."""
    seconds = round((job.heartbeat - job.started).total_seconds())
    handle = jobs.handle_of(job.id)
    known = Text("", "")
    mark = job.mark
    if mark is not None and mark.objective is not None:
        best, bound = mark.objective, mark.bound or 0
        known = {
            WHATIF: Text(f"；告知 {best} 人就够，至少 {bound:g} 人", f"; {best} people are enough, at least {bound:g}"),
            SCENARIO: Text(f"；目前最好 {best}，下界 {bound:g}", f"; best so far {best}, bound {bound:g}"),
            SWEEP: Text(f"；{best}/{bound:g} 个有了答案", f"; {best} of {bound:g} answered"),
        }.get(job.kind, known)
    if handle is not None and handle.step is not None:
        known = Text(f"，{handle.step.zh}", f"; {handle.step.en}")
    limit = Text("", "")
    if handle is not None and job.kind not in (SWEEP, EXPLAIN):
        limit = Text(f"，至多 {handle.limit:.0f} 秒", f" of at most {handle.limit:.0f} s")
    return Text(
        f"已用 {seconds} 秒{limit.zh}{known.zh}。可以离开这一页。", f"{seconds} s{limit.en}{known.en}. You may leave."
    )
