"""排课: start a search, watch it, stop it, go on; it runs outside of the page, and the page shows how it stands."""

from html import escape

import streamlit as st

from models import Outcome, Problem, Status, Text
from scheduler.progress import SolveOptions
from scheduler.rules import rule_cards
from ui import jobs, marks
from ui.desk import Desk, choose_timetable, desk, need_problem, still_here
from ui.language import say
from ui.places import exists, go
from ui.solving.asking import MINUTE, begin, choices, go_on, refusal, rescue
from ui.solving.chart import chart, points, spoken
from ui.solving.panels import costs_html, figures_html, headline_html, improvements_html, steps_html
from ui.solving.run import Run, newest_search
from ui.solving.words import headline, size, steps

_TITLE = Text("排课", "Solve")
_POLL = 1.0  # seconds
_RUN = "solve-run"


def page() -> None:
    """The screen."""
    problem = need_problem()
    now = desk()
    run = _run(now)
    if run is None:
        _first(now, problem)
    else:  # in one place of the page, running or not, so that the one takes the place of the other
        st.fragment(_view, run_every=_POLL if run.job.running else None)(now, problem, run.job.running)


def _view(now: Desk, problem: Problem, was_running: bool) -> None:
    """A search; drawn again every second while it runs. The whole page, with its side bar, when it begins or ends."""
    still_here(now)
    run = _run(now)
    if run is None or run.job.running is not was_running:
        st.rerun()
    _show(now, problem, run)


def _run(now: Desk) -> Run | None:
    """The newest search of the school; what cannot have changed is not read again."""
    if now.school is None:
        return None
    known = st.session_state.get(_RUN)
    run = newest_search(now.store, now.store.jobs(now.school.id), known if isinstance(known, Run) else None)
    st.session_state[_RUN] = run
    return run


def _first(now: Desk, problem: Problem) -> None:
    """Nothing was ever solved here: one sentence and one button."""
    marks.heading(_TITLE, size(problem))
    refusal()
    ready = Text("数据没有错误，可以排课。", "The data have no error: a timetable can be made.")
    promise = Text(
        "程序会找代价最低的课表，并证明没有更好的；随时可以停，最好的一张会留着。",
        "The program looks for the cheapest timetable and proves that none is better; stop it at any time, the best "
        "is kept.",
    )
    marks.notice(ready, "ok", promise)
    with st.container(key="begin"):
        choices(now)
        if st.button(say(Text("开始排课", "Start")), type="primary", key="start"):
            begin(now, problem)


def _show(now: Desk, problem: Problem, run: Run) -> None:
    """How the search stands, whatever its state."""
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        marks.heading(_TITLE, size(problem))
        _while_running(now, run) if run.job.running else _when_over(now, problem, run)
    refusal()
    st.html(headline_html(headline(run), run))
    _remarks(now, run)
    st.html(steps_html(steps(run)))
    st.html(figures_html(run))
    left, right = st.columns([13, 10], gap="small")
    with left:
        _chart(run)
        with st.container(border=True, key="improved"):
            st.html(improvements_html(run, rule_cards()))
    with right, st.container(border=True, key="costs"):
        _costs(run)
    _how(now)
    if not run.job.running:
        with st.expander(say(Text("从头再排一次", "Solve anew"))):
            choices(now)
            if st.button(say(Text("从头排课", "Start anew")), key="anew"):
                begin(now, problem)


def _while_running(now: Desk, run: Run) -> None:
    handle = jobs.handle_of(run.job.id)
    if handle is not None and st.button(say(_MORE), key="more"):
        handle.more(MINUTE)
        st.rerun(scope="fragment")
    if st.button(say(Text("停止，保留目前最好", "Stop, keep the best")), key="stop", disabled=run.job.stop_asked):
        jobs.stop(now.store, run.job.id)
        st.rerun(scope="fragment")


def _when_over(now: Desk, problem: Problem, run: Run) -> None:
    outcome = run.outcome
    if run.was_cut_off and run.objective is not None and run.found is not None and run.found.draft is None:
        if st.button(say(Text("保存当时最好的课表", "Save its best timetable")), type="primary", key="rescue"):
            rescue(now, run)
            st.session_state.pop(_RUN)
            st.rerun()
    else:
        _lead_on(outcome)
    unproved = outcome is None or outcome.status not in (Status.OPTIMAL, Status.IMPOSSIBLE)
    if unproved and st.button(say(_MORE), key="more"):
        go_on(now, problem, run)


_MORE = Text("再给 1 分钟", "1 minute more")


def _lead_on(outcome: Outcome | None) -> None:
    """To the timetable; or to why there is none."""
    if outcome is None:
        return
    if outcome.timetable is not None:
        to, label = "timetable", Text("看课表", "See the timetable")
    else:
        to, label = "shortages", Text("看缺口与方案", "See why, and what helps")
    if exists(to) and st.button(say(label), type="primary", key="lead-on"):
        choose_timetable(None)
        go(to)


def _remarks(now: Desk, run: Run) -> None:
    """That the data changed since; and what was counted short."""
    if now.version is not None and run.job.version != now.version.number:
        old, new = run.job.version, now.version.number
        changed = Text(
            f"数据在排课后改过：这里排的是第 {old} 版，现在是第 {new} 版。",
            f"The data changed: this search is about version {old}, now there is version {new}.",
        )
        marks.notice(changed, "warn")
    if run.outcome is not None and run.outcome.shortages:
        items = "".join(f"<li>{escape(say(shortage.text))}</li>" for shortage in run.outcome.shortages)
        st.html(f'<ul class="k-list">{items}</ul>')


def _how(now: Desk) -> None:
    """What it takes to get the same again."""
    mark, options = "" if now.version is None else now.version.fingerprint, SolveOptions()
    how = Text(
        f"种子 {options.seed} · {options.workers} 线程 · 指纹 {mark} · 证到最优时，同样的输入总得到同样的代价",
        f"seed {options.seed} · {options.workers} workers · fingerprint {mark} · "
        "once proved, the same input always gives the same cost",
    )
    marks.faint(how)


def _chart(run: Run) -> None:
    with st.container(border=True, key="chart"):
        hint = Text("实线：目前最好　虚线：已证下界", "solid: best so far, dashed: proved bound")
        marks.section(Text("代价与下界", "Cost and bound"), hint)
        if points(run):
            st.altair_chart(chart(run), theme=None, key="solve-chart", alt=spoken(run))
        else:
            marks.faint(Text("有了第一张课表，这里就画线。", "The lines begin with the first timetable."))


def _costs(run: Run) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="costs-head"):
        marks.section(Text("偏好花了多少", "What preferences cost"))
        if exists("rules") and st.button(say(Text("调整权重", "Change weights")), type="tertiary", key="weights"):
            go("rules")
    verdict = None if run.outcome is None else run.outcome.verdict
    if verdict is None:
        marks.faint(Text("还没有课表。", "No timetable yet."))
    else:
        st.html(costs_html(verdict, rule_cards()))
