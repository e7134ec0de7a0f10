"""The panel beside the grid: one session, why it is as it is, what else could be, its lock, and a change by hand."""

import streamlit as st

from exchange.results.names import person_name
from models import Session, SessionKind, Text
from scheduler.alter.draft import MoveError
from ui import marks
from ui.language import language, say
from ui.session.alternatives import alternatives, duty_chosen
from ui.session.chosen import choose, tried
from ui.session.facts import Fact, facts_of
from ui.session.lock_form import lock_form
from ui.session.questions import reasons
from ui.session.trying import trying
from ui.view.opened import Opened
from ui.week.markup import Markup, joined, tag
from ui.whole import whole

_BADGE = {
    SessionKind.HOMEWORK: "plain",
    SessionKind.CROSS_CLASS: "acc",
    SessionKind.WHOLE_SCHOOL: "acc",
    SessionKind.CLASS_ACTIVITY: "warn",
    SessionKind.PATROL: "plain",
}


def panel(opened: Opened, session: Session) -> None:
    """Draw it."""
    with st.container(border=True, key="panel", gap="small"):
        _head(opened, session)
        if not opened.now.edits:
            return
        if tried():
            trying(opened)
            return
        _broken(opened, session)
        duty = duty_chosen(opened, session)
        try:
            people, room = reasons(opened, session, None if duty is None else duty[0])
            _why(opened, people, room, duty[1] if duty else None)
            alternatives(opened, session, duty)
        except MoveError as error:  # somebody else has just put another timetable in its place
            marks.notice(error.text, "warn")
        lock_form(opened, session)


def _head(opened: Opened, session: Session) -> None:
    facts = facts_of(opened.board, session)
    with st.container(horizontal=True, vertical_alignment="center", key="panel-head"):
        st.html(
            tag("div", tag("h2", facts.title), tag("span", facts.kind, class_="k-badge acc"), class_="k-panel-title")
        )
        st.button(
            say(Text("✕ 关闭", "✕ Close")), key="panel-close", type="tertiary", on_click=whole(choose), args=(None,)
        )
    lines = [_line(fact) for fact in facts.lines]
    st.html(tag("div", tag("p", facts.when, class_="k-sub"), tag("dl", lines, class_="k-kv")))


def _line(fact: Fact) -> Markup:
    more = fact.more
    if more and fact.value:
        more = say(Text(f"（{more}）", f" ({more})"))
    return joined(tag("dt", fact.label), tag("dd", tag("b", fact.value) if fact.value else None, more))


def _broken(opened: Opened, session: Session) -> None:
    for text in opened.board.marks.broken.get(opened.board.key(session), ()):
        marks.notice(text, "err")
    changed = opened.board.marks.changed.get(opened.board.key(session))
    if changed is not None:
        before = opened.published_name or Text("", "")
        more = Text(f"与{before.zh} 比：{changed.zh}", f"Against {before.en}: {changed.en}")
        st.html(tag("p", tag("i", say(Text("改", "new")), class_="k-changed"), " ", say(more), class_="k-panel-p"))


def _why(opened: Opened, people: Text, room: Text | None, person: str | None) -> None:
    name = "" if person is None else person_name(opened.problem, person, language())
    title = Text(f"为什么是{name}" if name else "为什么", f"Why {name}" if name else "Why")
    parts: list[Markup] = [tag("h2", say(title), class_="k-panel-h2"), tag("p", say(people), class_="k-panel-p")]
    if room is not None:
        parts.append(tag("p", say(room), class_="k-panel-p"))
    st.html(tag("div", parts))
