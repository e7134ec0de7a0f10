"""发布…: makes a timetable the one that is in force, from a date on; one more question first."""

from datetime import date, timedelta

import streamlit as st

from models import Text
from scheduler.term import NoDatesError, dated
from store import Turn
from ui import marks
from ui.desk import choose_timetable
from ui.handing.turns import on_the_dates_of
from ui.language import say
from ui.view.opened import Opened


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
        first_day = _first_day(opened)
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


def _first_day(opened: Opened) -> date | None:
    """From which day on; not asked where nothing was in force before or the term has not begun: then from its start."""
    term, today = (opened.now.problem or opened.problem).term, date.today()  # noqa: DTZ011  the school's own clock
    if term.first_day is None or term.last_day is None or today < term.first_day or not _turns(opened):
        return None
    usual = min(today + timedelta(days=1), term.last_day)
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
    log = before[-1].log if before else None
    if log is None or store.term_log(opened.saved.id) is not None:
        return
    today = opened.now.problem
    problem = opened.problem if today is None else on_the_dates_of(opened.problem, today)
    try:
        planned = dated(problem, opened.timetable)
    except NoDatesError:
        return
    carried = log.log.carried_to(planned, first_day)
    if carried.changes:
        store.save_term_log(opened.saved.id, carried, who=who, after=0)


def _turns(opened: Opened) -> tuple[Turn, ...]:
    return tuple(turn for turn in opened.now.store.turns(opened.saved.school) if turn.saved.id != opened.saved.id)
