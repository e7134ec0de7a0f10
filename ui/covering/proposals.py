"""Beside each gap: who could swap, and what else could be done, asked for by a click and audited on the whole term."""

from datetime import UTC, datetime

import streamlit as st

from models import Gap, OtherWay, SwapProposal, TermLog, Text
from scheduler.cover import other_ways, swaps
from ui import marks
from ui.covering.situation import Situation
from ui.covering.words import way_text
from ui.language import say
from ui.week.markup import tag


def other_ways_box(now: Situation, gap: Gap, key: str) -> None:
    """Two boxes that open: swaps of two people where somebody is away, and the other ways out."""
    if gap.person is not None:
        with st.popover(say(Text("调课…", "Swap…")), key=f"cover-swap-{key}"):
            if st.toggle(say(Text("找可以对调的人", "Look for swaps")), key=f"cover-look-{key}"):
                _swaps(now, gap, key)
    with st.popover(say(Text("别的办法…", "Other ways…")), key=f"cover-ways-{key}"):
        marks.faint(Text("改期补课、合班或停课", "another date, two classes together, or not at all"))
        if st.toggle(say(Text("看有哪些办法", "Look for ways")), key=f"cover-look-ways-{key}"):
            _ways(now, gap, key)


def saved(done: bool) -> None:
    """Draw anew; if somebody else saved it meanwhile, that is said."""
    if not done:
        st.session_state["cover-said"] = True
    st.rerun()


def _swaps(now: Situation, gap: Gap, key: str) -> None:
    found = swaps(now.standing, gap, who=now.shown.now.who, when=datetime.now(UTC))
    if not found:
        marks.faint(Text("前后两周没有谁能与之对调。", "Nobody can swap within two weeks."))
    for number, proposal in enumerate(found):
        st.html(tag("p", say(proposal.text), class_="k-gap"))
        if st.button(say(Text("就这样对调", "Swap so")), key=f"cover-do-{key}-{number}"):
            _take(now, proposal)


def _ways(now: Situation, gap: Gap, key: str) -> None:
    found = _found(f"{now.key} {key} {datetime.now(UTC):%Y-%m-%d}", now, gap)
    if not found:
        marks.faint(Text("巡查不能改期、合班或停课。", "A patrol cannot be moved, joined or left out."))
    for number, way in enumerate(found):
        st.html(tag("p", say(way.text), tag("small", say(way_text(now.problem, way))), class_="k-gap"))
        if st.button(say(Text("就这样办", "Do so")), key=f"cover-way-{key}-{number}"):
            _take(now, way)


@st.cache_resource(show_spinner=False, max_entries=16)
def _found(key: str, _now: Situation, _gap: Gap) -> tuple[OtherWay, ...]:  # noqa: ARG001  the key is the key
    """Each is an audit of the whole term: drawn again, it is not looked for again."""
    return other_ways(_now.standing, _gap, who=_now.shown.now.who, when=datetime.now(UTC))


def _take(now: Situation, chosen: SwapProposal | OtherWay) -> None:
    measure, log = (chosen.swap if isinstance(chosen, SwapProposal) else chosen.measure), now.tried
    noted = {"id": log.next_id, "who": now.shown.now.who, "when": datetime.now(UTC)}
    made: TermLog = log.with_changes(measure.model_copy(update=noted))
    saved(now.save(made))
