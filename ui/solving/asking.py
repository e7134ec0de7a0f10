"""What is asked before a search, and the start of one from the page."""

import streamlit as st

from models import Problem, Text
from store import JobState, SavedTimetable, StoreError, TimetableState
from ui import marks
from ui.desk import Desk, choose_timetable, timetable_of
from ui.language import say
from ui.solving.run import Run, start_from
from ui.solving.search import Plan, begin_search

MINUTE = 60.0
_LIMITS: dict[str, tuple[float, Text]] = {
    "1": (MINUTE, Text("1 分钟", "1 minute")),
    "5": (5 * MINUTE, Text("5 分钟", "5 minutes")),
    "15": (15 * MINUTE, Text("15 分钟", "15 minutes")),
    "60": (60 * MINUTE, Text("1 小时", "1 hour")),
}
_USUAL = "5"
_LIMIT, _NEAR, _REFUSED = "solve-limit", "solve-near", "solve-refused"


def choices(now: Desk) -> None:
    """How long, and whether near to the published timetable."""
    st.segmented_control(
        say(Text("最多用多久（证明最好就提前结束）", "At most how long (it ends as soon as the best is proved)")),
        list(_LIMITS),
        default=_USUAL,
        format_func=lambda key: say(_LIMITS[key][1]),
        key=_LIMIT,
    )
    published = _published(now)
    if published is not None:
        label = Text(
            f"尽量少改动已发布的课表 {published.number}（按“尽量少改动”计代价）",
            f"Stay near to published timetable {published.number} (each person to be told has a price)",
        )
        st.checkbox(say(label), value=True, key=_NEAR)


def begin(now: Desk, problem: Problem) -> None:
    """Start to search as chosen."""
    seconds = _LIMITS.get(str(st.session_state.get(_LIMIT)), _LIMITS[_USUAL])[0]
    near = _published(now) if st.session_state.get(_NEAR, True) else None
    _begin(now, problem, seconds, near, None)


def go_on(now: Desk, problem: Problem, run: Run) -> None:
    """Search for another minute from the best of this search, near to what it was near to."""
    near = _published(now)
    if near is not None and run.found is not None and run.found.near != near.id:
        near = None
    _begin(now, problem, MINUTE, near, run)


def _begin(now: Desk, problem: Problem, seconds: float, near: SavedTimetable | None, after: Run | None) -> None:
    if now.school is None or now.version is None:
        return
    start = None if after is None else start_from(after, now.version.number, near)
    plan = Plan(now.school.id, now.version.number, problem, now.who, near, start)
    choose_timetable(None)
    try:
        begin_search(now.store, plan, seconds)
    except StoreError as error:
        st.session_state[_REFUSED] = error.text
    st.rerun()


def refusal() -> None:
    """Why the last start was refused, if it was: another job runs for this school."""
    refused = st.session_state.pop(_REFUSED, None)
    if isinstance(refused, Text):
        marks.notice(refused, "warn")


def rescue(now: Desk, run: Run) -> None:
    """Save what a search had found when it was cut off."""
    if run.outcome is None or run.found is None:
        return
    note = Text("排课被打断时最好的一张", "Best of a search that was cut off")
    saved = now.store.save_timetable(run.job.school, run.outcome, version=run.job.version, who=now.who, note=note)
    now.store.keep_best(run.job.id, run.found.model_copy(update={"draft": saved.id}))
    ended = Text("中途被打断，最好的课表已存为草稿。", "Cut off; its best timetable was saved as a draft.")
    now.store.end_job(run.job.id, JobState.INTERRUPTED, ended)  # what was kept just now was no sign of life
    choose_timetable(saved.id)


def _published(now: Desk) -> SavedTimetable | None:
    heads = () if now.school is None else now.store.timetables(now.school.id)
    head = next((h for h in heads if h.state is TimetableState.PUBLISHED), None)
    return None if head is None else timetable_of(now.store, head)
