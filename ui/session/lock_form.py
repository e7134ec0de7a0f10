"""锁定: who locked a session and why, and a form that locks it or takes the lock away; a reason is always asked for."""

import streamlit as st

from models import Pin, Session, SessionKind, Text
from store import LostUpdateError, StoreError
from ui import marks
from ui.language import language, say
from ui.session.facts import meetings_of
from ui.session.locks import Part, lock, part_title, parts_of, pins_for, unlock, words
from ui.view.opened import Opened
from ui.week.markup import tag


def lock_form(opened: Opened, session: Session) -> None:
    """Draw it."""
    with st.container(key="panel-lock", gap="small"):
        st.html(tag("h2", say(Text("锁定", "Lock")), class_="k-panel-h2"))
        if session.kind is SessionKind.PATROL:
            marks.faint(Text("巡查按规则轮流，不能锁定。", "Patrols take turns by rule and cannot be locked."))
            return
        if opened.now.problem is None:
            marks.faint(Text("现在的数据还有错误，改好以后才能锁定。", "Mend the data first; then you can lock."))
            return
        meetings = meetings_of(opened.board, session)
        pins = [p for s in meetings for p in opened.board.marks.locked.get(opened.board.key(s), ())]
        if pins:
            _locked(opened, meetings, pins)
        else:
            _free(opened, session, meetings)


def _locked(opened: Opened, meetings: tuple[Session, ...], pins: list[Pin]) -> None:
    for by, reason in dict.fromkeys((p.by, p.reason) for p in pins):
        st.html(tag("p", tag("i", say(Text("锁", "lock")), class_="k-lock"), f" {by}：{reason}", class_="k-panel-p"))
    slots = {p.slot for p in pins}
    if slots != {s.slot for s in meetings}:
        marks.faint(
            Text(f"锁了 {len(meetings)} 次中的 {len(slots)} 次。", f"{len(slots)} of {len(meetings)} meetings.")
        )
    reason = _reason(Text("解除的理由（必填，会记在历史里）", "Why the lock goes (kept in the history)"), "unlock")
    if st.button(say(Text("解除锁定", "Take the lock away")), key="panel-unlock", disabled=not reason.strip()):
        _save(opened, meetings, pins, reason)


def _free(opened: Opened, session: Session, meetings: tuple[Session, ...]) -> None:
    offered = parts_of(session)
    parts: list[Part] = st.pills(
        say(Text("锁什么（时段总是锁的）", "What (the slot always is)")),
        offered,
        selection_mode="multi",
        default=[p for p in offered if p is not Part.SUBJECT],
        format_func={part: say(part_title(part)) for part in offered}.__getitem__,
        key="panel-lock-parts",
    )
    which = meetings
    if len(meetings) > 1:
        both = Text("单双周都锁", "odd and even weeks")
        every = Text(f"{len(meetings)} 次活动都锁", f"all {len(meetings)} meetings")
        label = say(both if session.school_class is not None else every)
        if not st.checkbox(label, value=True, key="panel-lock-all"):
            which = (session,)
    reason = _reason(Text("理由（必填，会印在变更记录里）", "Reason (kept in the history)"), "lock")
    with st.container(horizontal=True, vertical_alignment="center"):
        label = words(parts, language())
        if st.button(label, type="primary", key="panel-lock-do", disabled=not reason.strip()):
            _save(opened, which, pins_for(which, parts, by=opened.now.who, reason=reason.strip()), None)
        st.html(tag("span", say(Text("锁定人：", "by ")), opened.now.who, class_="k-sub"))


def _reason(label: Text, key: str) -> str:
    words = say(Text("例如：书法展由吴老师带队，已告知家长", "such as: parents have been told"))
    return st.text_input(say(label), key=f"panel-{key}-reason", max_chars=60, placeholder=words)


def _save(opened: Opened, meetings: tuple[Session, ...], pins: tuple[Pin, ...] | list[Pin], why: str | None) -> None:
    try:
        if why is None:
            lock(opened.now, meetings, pins)
        else:
            unlock(opened.now, meetings, pins, why)
    except LostUpdateError as error:
        marks.notice(error.text, "err")
        return
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    for key in ("lock", "unlock"):
        st.session_state.pop(f"panel-{key}-reason", None)
    st.rerun()
