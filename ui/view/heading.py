"""The head of 课表: which timetable, how good it is, whether the data have changed since; print, export, publish."""

from collections.abc import Callable

import streamlit as st

from exchange.results.sentences import percent
from models import Status, Text
from store import SavedTimetable, SavedTimetableHead, TimetableState
from ui import marks
from ui.desk import choose_timetable
from ui.language import say
from ui.places import exists, go
from ui.view.opened import Opened
from ui.view.publishing import publish_box
from ui.whole import whole

STATES = {
    TimetableState.DRAFT: Text("草稿", "Draft"),
    TimetableState.PUBLISHED: Text("已发布", "Published"),
    TimetableState.ARCHIVED: Text("已存档", "Archived"),
}


def name_of(head: SavedTimetableHead) -> Text:
    """草稿 7 · 去掉古筝: a saved timetable in lists and sentences."""
    state, own = STATES[head.state], f" · {head.name}" if head.name else ""
    return Text(f"{state.zh} {head.number}{own}", f"{state.en} {head.number}{own}")


def published_name(saved: SavedTimetable) -> Text:
    """已发布 7（10.19 起）: its name, with the day from which it is in force where that is not the term's first."""
    name, first = name_of(saved), saved.steps[-1].first_day if saved.steps else None
    if first is None:
        return name
    return Text(f"{name.zh}（{first.month}.{first.day} 起）", f"{name.en} (from {first:%d %b})")


def heading(opened: Opened, on_print: Callable[[], None]) -> None:
    """Draw it."""
    title, chooser, actions = st.columns([5, 2, 3], vertical_alignment="center")
    with title:
        badges = [quality_badge(opened), audit_badge(opened)] if opened.now.edits else [state_badge(opened)]
        marks.heading(Text("课表", "Timetable"), badges=badges)
    if opened.now.edits:
        with chooser:
            choose_box(opened)
    with actions, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        st.button(say(Text("打印视图", "Print view")), key="timetable-print", on_click=on_print)
        if exists("handouts") and st.button(say(Text("导出", "Export")), key="timetable-export"):
            go("handouts")
        if opened.now.edits and opened.saved.state is not TimetableState.PUBLISHED:
            publish_box(opened)
    if opened.now.stale:
        _stale(opened)


def state_badge(opened: Opened) -> str:
    """已发布 3, for a reader: how good it is and what it costs is the office's business."""
    return marks.badge(published_name(opened.saved), "ok")


def quality_badge(opened: Opened) -> str:
    """Proved best, or how far from it; a timetable that somebody changed by hand says so."""
    saved, outcome = opened.saved, opened.saved.outcome
    cost = saved.cost if saved.cost is not None else opened.verdict.cost if opened.verdict else None
    if outcome is None and saved.parent is None:
        return marks.badge(Text(f"偏好代价 {cost}", f"Cost {cost}"))
    if outcome is None:
        return marks.badge(Text(f"手工改过 · 偏好代价 {cost}", f"Changed by hand · cost {cost}"))
    if outcome.status is Status.OPTIMAL:
        return marks.badge(Text(f"已证最优 · 偏好代价 {cost}", f"Proved best · cost {cost}"), "ok")
    if outcome.gap is None:
        return marks.badge(Text(f"可行 · 偏好代价 {cost}", f"Feasible · cost {cost}"))
    away = percent(outcome.gap)
    return marks.badge(Text(f"与最优至多差 {away} · 偏好代价 {cost}", f"At most {away} from best · cost {cost}"), "acc")


def audit_badge(opened: Opened) -> str:
    """Whether the audit is clean, as a badge."""
    verdict = opened.verdict
    if verdict is None:
        return marks.badge(Text("未能复核", "Could not be audited"), "err")
    if verdict.clean:
        return marks.badge(Text("复核无违反", "Audit clean"), "ok")
    count = len(verdict.broken)
    title = Text("\n".join(v.text.zh for v in verdict.broken), "\n".join(v.text.en for v in verdict.broken))
    return marks.badge(Text(f"违反 {count} 处", f"{count} broken"), "err", title)


def choose_box(opened: Opened) -> None:
    """The box in which another timetable of the school is chosen."""
    assert opened.now.school is not None  # a timetable belongs to a school
    heads = opened.now.store.timetables(opened.now.school.id)
    names = {head.id: say(name_of(head)) for head in heads}
    st.session_state["timetable-which"] = opened.saved.id

    def change() -> None:
        choose_timetable(st.session_state["timetable-which"])

    st.selectbox(
        say(Text("哪一份课表", "Which timetable")),
        list(names),
        format_func=names.__getitem__,
        key="timetable-which",
        label_visibility="collapsed",
        on_change=whole(change),
    )


def _stale(opened: Opened) -> None:
    """Says so, and what today's data and rules say of the timetable: often only something unimportant was changed."""
    verdict = opened.verdict_now
    if opened.only_locks and verdict is not None and verdict.clean:
        text = Text(
            "排课以后只改了锁定，这份课表全部符合。", "Only locks were changed since; this timetable keeps them all."
        )
        marks.notice(text, "acc")
        return
    if verdict is None:
        more = Text(
            "课表里有现在数据中没有的名称，请重新排课。", "It has names that the data no longer have: solve again."
        )
    elif verdict.clean:
        more = Text(
            f"按现在的数据和规则复核：仍然无违反，偏好代价 {verdict.cost}。",
            f"By today's data and rules it still breaks nothing and costs {verdict.cost}.",
        )
    else:
        first, count = verdict.broken[0].text, len(verdict.broken)
        more = Text(
            f"按现在的数据和规则有 {count} 处违反，例如：{first.zh}",
            f"By today's data and rules {count} requirements are broken, such as: {first.en}",
        )
    text = Text("数据在排课后改过，指纹已不同。", "The data changed after this timetable was made.")
    marks.notice(text, "warn" if verdict is not None and verdict.clean else "err", more)
