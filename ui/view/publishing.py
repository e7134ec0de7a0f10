"""发布…: makes a timetable the one that is in force, from a date on; one more question first."""

from datetime import date

import streamlit as st

from models import DayKind, Problem, Text
from scheduler.term import NoDatesError, dated, term_days
from store import Turn
from ui import marks
from ui.covering.words import change_text
from ui.desk import choose_timetable
from ui.handing.turns import on_the_dates_of
from ui.language import say
from ui.view.opened import Opened

_MOST = 6  # lines about what is not carried over


def publish_box(opened: Opened) -> None:
    """The button and its questions; what is broken or stale must be confirmed apart."""
    number, verdict, key = opened.saved.number, opened.verdict, opened.saved.id
    with st.popover(say(Text("发布…", "Publish…")), type="primary"):
        st.write(
            say(
                Text(
                    f"发布草稿 {number}：发放和只读用户看到的就是它；原来已发布的会存档，不会删除。",
                    f"Publish draft {number}: it is what is handed out from now on; the one before is archived.",
                )
            )
        )
        before = _turns(opened)
        first_day = _first_day(opened, before)
        _left_behind(before, first_day)
        note = st.text_input(
            say(Text("说明（印在变更记录里）", "Note (kept in the history)")),
            key=f"publish-note-{key}",
            placeholder=say(Text("例如：期中调整", "such as: mid-term change")),
        )
        doubts = []
        if verdict is None or not verdict.clean:
            doubts.append(say(Text("它违反硬性规则，仍要发布", "It breaks requirements; publish all the same")))
        if opened.now.stale:
            doubts.append(say(Text("数据在排课后改过，仍要发布", "The data changed since; publish all the same")))
        sure = [st.checkbox(doubt, key=f"publish-{n}-{key}") for n, doubt in enumerate(doubts)]
        label = say(Text(f"发布草稿 {number}", f"Publish draft {number}"))
        if st.button(label, type="primary", disabled=not all(sure), key="timetable-publish"):
            publish(opened, Text(note, note), first_day)
            choose_timetable(opened.saved.id)
            st.rerun()


def _first_day(opened: Opened, before: tuple[Turn, ...]) -> date | None:
    """From which day on; not asked where nothing was in force before or the term has not begun: then from its start."""
    term, today = (opened.now.problem or opened.problem).term, date.today()  # noqa: DTZ011  the school's own clock
    if term.first_day is None or term.last_day is None or today < term.first_day or not before:
        return None
    usual = _next_school_day(opened.now.problem or opened.problem, today) or term.last_day
    chosen = st.date_input(
        say(Text("从哪天起执行", "In force from")),
        usual,
        min_value=term.first_day,
        max_value=term.last_day,
        format="YYYY-MM-DD",
        key=f"publish-from-{opened.saved.id}",
    )
    marks.faint(
        Text(
            "这天以前的课时、考勤和日历仍按原来的课表；选学期第一天，就是整个学期都按这份。",
            "Before that day hours, attendance and calendars stay those of the timetable before; the term's first day "
            "replaces it wholly.",
        )
    )
    return chosen if chosen is not None and chosen > term.first_day else None


def publish(opened: Opened, note: Text, first_day: date | None) -> None:
    """Publish it. Who is known to be away, and which rooms are shut, from that day on is carried into its log."""
    store, who, before = opened.now.store, opened.now.who, _turns(opened)
    store.publish(opened.saved.id, who=who, note=note, first_day=first_day)
    log, own = (before[-1].log if before else None), store.term_log(opened.saved.id)
    if log is None:
        return
    today = opened.now.problem
    problem = opened.problem if today is None else on_the_dates_of(opened.problem, today)
    try:
        planned = dated(problem, opened.timetable)
    except NoDatesError:
        return
    carried = log.log.carried_to(planned, first_day, None if own is None else own.log)
    if carried.changes and (own is None or carried != own.log):
        store.save_term_log(opened.saved.id, carried, who=who, after=0 if own is None else own.number)


def _next_school_day(problem: Problem, today: date) -> date | None:
    """The next date of the term with service."""
    return next((d.day for d in term_days(problem) if d.day > today and d.kind is not DayKind.HOLIDAY), None)


def _left_behind(turns: tuple[Turn, ...], first_day: date | None) -> None:
    """Says which substitutes and swaps of the timetable before have to be arranged anew."""
    if not turns or turns[-1].log is None or (problem := turns[-1].problem) is None:
        return
    found = turns[-1].log.log.left_behind(first_day)
    if not found:
        return
    marks.notice(
        Text(
            f"已记的 {len(found)} 项代课、调课、换场地是按原来的课表排的，不会带过去；发布后请到“调代课”重新安排。",
            f"{len(found)} substitutes, swaps and moves were made for the timetable before and are not carried over: "
            "arrange them anew on 调代课.",
        ),
        "warn",
    )
    for change in found[:_MOST]:
        marks.faint(change_text(problem, change))
    if len(found) > _MOST:
        marks.faint(Text(f"……另 {len(found) - _MOST} 项", f"… and {len(found) - _MOST} more"))


def _turns(opened: Opened) -> tuple[Turn, ...]:
    return tuple(turn for turn in opened.now.store.turns(opened.saved.school) if turn.saved.id != opened.saved.id)
