"""换成别人, 换个场地, 换个时段: who and what could be instead, each with its cost and who must be told, or why not."""

from collections.abc import Sequence

import streamlit as st

from exchange.results.names import ROLE, person_name
from models import Candidate, CandidateGroup, Role, Session, SessionKind, Text
from ui.language import language, say
from ui.session.chosen import try_out
from ui.session.questions import people_instead, rooms_instead, slots_instead
from ui.view.opened import Opened
from ui.week.markup import Markup, tag
from ui.whole import whole

SHOWN = 3
"""So many that are possible stand in the list, and as many that are not; all others are in the box below it."""


def duty_chosen(opened: Opened, session: Session) -> tuple[Role, str] | None:
    """Whose place is looked at: of several, the one that is chosen in a box. None where nobody serves."""
    duties = [(d.role, d.person) for d in session.duties]
    if len(duties) < 2:
        return duties[0] if duties else None
    names = {
        f"{role} {person}": f"{ROLE[role].in_language(language())} {person_name(opened.problem, person, language())}"
        for role, person in duties
    }
    label = say(Text("看谁", "Whose place"))
    key = f"panel-duty-{opened.board.key(session)}"
    which = st.selectbox(label, list(names), format_func=names.__getitem__, key=key)
    return next(((role, person) for role, person in duties if f"{role} {person}" == which), duties[0])


def alternatives(opened: Opened, session: Session, duty: tuple[Role, str] | None) -> None:
    """All three lists."""
    if duty is not None:
        groups = people_instead(opened, session, *duty)
        _list("people", Text("换成别人", "Somebody else"), groups, Text("其他人选", "Anybody else"))
    if session.room is not None:
        _list("rooms", Text("换个场地", "Another room"), rooms_instead(opened, session), Text("其他场地", "Any room"))
    if session.kind is not SessionKind.PATROL:
        _list("slots", Text("换个时段", "Another slot"), slots_instead(opened, session), Text("其他时段", "Any slot"))


def _list(key: str, title: Text, groups: Sequence[CandidateGroup], others: Text) -> None:
    possible = [g for g in groups if g.reason is None]
    impossible = [g for g in groups if g.reason is not None]
    hint = Text("直接换，其余不动", "all else as it is") if possible else Text("", "")
    with st.container(key=f"panel-{key}", gap=None):
        st.html(tag("h2", say(title), tag("small", say(hint)), class_="k-panel-h2"))
        for number, group in enumerate(possible[:SHOWN]):
            _row(f"{key}-{number}", group.candidates[0])
        if len(possible) > SHOWN:
            more = len(possible) - SHOWN
            st.html(_plain(say(Text(f"还有 {more} 个可行的，在下面选", f"{more} more are possible: choose below"))))
        # Whoever has a reason of his own is worth a line; those who share one stand last, and are never left out.
        many = [g for g in impossible if len(g.candidates) > 1]
        for group in [*[g for g in impossible if len(g.candidates) == 1][:SHOWN], *many[:2]]:
            st.html(_not(group))
        _any(key, groups, others)


def _row(key: str, candidate: Candidate) -> None:
    """陈老师 +4 需告知 4 人 [试一试]."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"panel-row-{key}", gap="small"):
        told = say(Text(f"需告知 {candidate.told} 人", f"{candidate.told} to tell"))
        note = "" if candidate.note is None else say(candidate.note)
        st.html(
            tag(
                "div",
                tag("b", say(candidate.title)),
                tag("span", _signed(candidate.cost), class_="cost"),
                tag("span", told),
                tag("small", note) if note else None,
                class_="k-instead",
            )
        )
        st.button(
            say(Text("试一试", "Try it")),
            key=f"panel-try-{key}",
            on_click=whole(try_out),
            args=((candidate.move,),),
            help=None,
        )


def _not(group: CandidateGroup) -> Markup:
    names = "、".join(say(c.title) for c in group.candidates)
    return tag(
        "div",
        tag("b", say(group.title), title=names if len(group.candidates) > 1 else None),
        tag("span", "✕ ", say(Text("不可", "no")), class_="no"),
        tag("span", "" if group.reason is None else say(group.reason)),
        class_="k-instead not",
    )


def _plain(text: str) -> Markup:
    return tag("div", text, class_="k-instead more")


def _any(key: str, groups: Sequence[CandidateGroup], label: Text) -> None:
    """A box with everybody: also what is not possible can be tried, to see what it breaks and what would help."""
    everybody = [c for group in groups for c in group.candidates]
    if not everybody:
        return

    def said(number: int) -> str:
        c = everybody[number]
        end = f"{_signed(c.cost)}" if c.possible else say(Text("不可：", "no: ")) + say(c.reason or Text("", ""))
        return f"{say(c.title)}　{end}"

    box = f"panel-any-{key}"

    def change() -> None:
        if (number := st.session_state[box]) is not None:
            try_out((everybody[number].move,))

    st.selectbox(
        say(label),
        range(len(everybody)),
        index=None,
        format_func=said,
        key=box,
        on_change=whole(change),
        placeholder=say(label),
        label_visibility="collapsed",
    )


def _signed(cost: int | None) -> str:
    return "" if cost is None else f"{cost:+d}" if cost else "0"
