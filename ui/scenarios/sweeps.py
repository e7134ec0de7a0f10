"""少几间、少几个人会怎样: choose a sweep, see its answers as they come as a heat map, download them."""

import streamlit as st

from exchange.sweeps import sweep_table
from models import Status, Sweep, SweepKind, SweepRow, Text
from ui import marks
from ui.desk import still_here
from ui.language import language, say
from ui.scenarios.heat import SHORT_TITLES, TITLES, heat_table
from ui.scenarios.opened import Opened, opened
from ui.scenarios.starting import started
from ui.scenarios.sweeping import SECONDS, SWEEP, blank, same, sweep_it
from ui.week.markup import tag


def sweeps(shown: Opened) -> None:
    """The card."""
    with st.container(border=True, key="scenario-sweep"):
        marks.section(Text("少一点会怎样", "What if there were less"), _about(shown))
        kind = st.segmented_control(
            say(Text("问哪一样", "Of what")),
            list(SweepKind),
            default=SweepKind.ROOMS,
            format_func=lambda one: say(SHORT_TITLES[one]),
            key="sweep-kind",
            label_visibility="collapsed",
        )
        kind = kind or SweepKind.ROOMS
        running = shown.busy and shown.jobs[0].kind == SWEEP
        found = _known(shown, kind)
        if not running or found is not None:
            _start(shown, kind, found)
        st.fragment(_table, run_every=1.5 if running else None)(shown, kind)


def _about(shown: Opened) -> Text:
    if shown.in_use is None:
        return Text("每次少一样，重新排到最优", "one thing less at a time, solved to the best")
    return Text("每次少一样，在现课表附近重排", "one thing less at a time, re-planned near the timetable in use")


def _known(shown: Opened, kind: SweepKind) -> Sweep | None:
    """The newest answers to this very question, also those of a sweep that was stopped."""
    empty = blank(shown.order(), kind, shown.in_use)
    return shown.newest(SWEEP, Sweep, lambda kept: same(kept, empty))


def _start(shown: Opened, kind: SweepKind, found: Sweep | None) -> None:
    if found is not None and found.complete:
        return
    label = Text("逐个算一遍", "Work them all out")
    if found is not None and found.rows:
        label = Text(f"接着算（已有 {len(found.rows)} 个答案）", f"Go on ({len(found.rows)} answered)")
    if st.button(say(label), key="sweep", disabled=shown.busy):
        started(lambda: sweep_it(shown.store, shown.order(), kind, shown.in_use, shown.prices, found))
    if found is None:
        marks.faint(
            Text(
                f"每个问题至多 {SECONDS:.0f} 秒，答案来一个显示一个；可以停，下次接着算。",
                f"At most {SECONDS:.0f} s each, shown as they come; stop at any time and go on later.",
            )
        )


def _table(shown: Opened, kind: SweepKind) -> None:
    """The answers so far; read anew each time, for the sweep may be running."""
    still_here(shown.now)
    fresh = opened(shown.now, shown.problem) if shown.busy else shown
    found = _known(fresh, kind)
    if found is None or not found.rows:
        return
    st.html(tag("div", heat_table(found.rows, kind, language()), class_="k-scroll"))
    marks.faint(summary(found.rows))
    if shown.in_use is not None:
        priced = Text("偏好代价里含“尽量少改动”的代价。", "The cost holds that of each person to tell.")
        marks.faint(priced)
    if not found.complete:
        marks.faint(Text("还有问题没有答案。", "Some questions are not answered yet."))
    st.download_button(
        say(Text("下载表格 CSV", "Download as CSV")),
        sweep_table(found, language()),
        file_name=f"{say(TITLES[kind])}.csv",
        mime="text/csv",
        key=f"sweep-csv-{len(found.rows)}",
        on_click="ignore",
    )


def summary(rows: tuple[SweepRow, ...]) -> Text:
    """How many of the losses the school can bear, counted from the answers."""
    asked = [row for row in rows if row.case.changes]
    broken = sum(row.status is Status.IMPOSSIBLE for row in asked)
    gave = sum(bool(row.gave_way) and row.status is not Status.IMPOSSIBLE for row in asked)
    late = sum(row.status is Status.OUT_OF_TIME for row in asked)
    fine = len(asked) - broken - gave - late
    rest = Text(f"，{late} 种没算完", f", {late} were not finished") if late else Text("", "")
    return Text(
        f"{len(asked)} 种情形：{fine} 种不丢社团，{gave} 种要停开或少开社团，{broken} 种停了社团也排不出{rest.zh}。",
        f"{len(asked)} cases: {fine} keep all clubs, in {gave} clubs give way, {broken} stay impossible{rest.en}.",
    )
