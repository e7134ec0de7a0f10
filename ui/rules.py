"""规则: requirements and preferences in plain sentences, how strictly each is taken, and what it costs."""

import streamlit as st

from models import Score, Text
from scheduler.rules import rule_cards
from store import StoreError
from ui import marks
from ui.desk import Desk, desk, need_problem
from ui.language import say
from ui.places import leads
from ui.ruling.choices import Choices, changed_rules, choices_in, difference_words, may_change, outlook
from ui.ruling.saving import save_choices
from ui.ruling.table import changeable, fixed_html

_TURN, _SAVED = "rules-turn", "rules-saved"


def page() -> None:
    """The screen."""
    problem = need_problem()
    now = desk()
    cards = rule_cards()
    saved = choices_in(problem, cards)
    mine = [card for card in cards if may_change(card)]
    fixed = [card for card in cards if not may_change(card)]
    marks.heading(
        Text("规则", "Rules"),
        Text(f"{len(fixed)} 条总要满足 · {len(mine)} 条可以调", f"{len(fixed)} always hold · {len(mine)} may be set"),
    )
    _just_saved()
    above = st.container(key="rules-bar")
    scores = _scores(now)
    _about_timetable(now)
    with st.container(border=True, key="rules"):
        chosen = changeable(mine, saved, scores, _turn(now))
    with above:
        _pending(now, saved, {**saved, **chosen})
    label = Text(f"总要满足的 {len(fixed)} 条", f"The {len(fixed)} that always hold")
    with st.expander(say(label), expanded=False, key="fixed-rules"):
        st.html(fixed_html(fixed, scores))


def _scores(now: Desk) -> dict[str, Score]:
    verdict = None if now.timetable is None else now.timetable.verdict
    return {} if verdict is None else {score.rule: score for score in verdict.scores}


def _turn(now: Desk) -> str:
    """Names the widgets anew after a save, an undo, and for another school; so that they show what holds."""
    school = "" if now.school is None else now.school.id
    return f"{school}-{0 if now.version is None else now.version.number}-{st.session_state.get(_TURN, 0)}"


def _about_timetable(now: Desk) -> None:
    if now.timetable is None:
        marks.faint(
            Text("有了课表，这里会写出每条偏好花了多少。", "With a timetable you see here what each preference costs.")
        )
    elif now.stale:
        number = now.timetable.number
        marks.faint(
            Text(
                f"右边是课表 {number} 的数，数据在那以后改过。",
                f"The figures are those of timetable {number}; the data changed since.",
            )
        )


def _pending(now: Desk, saved: Choices, chosen: Choices) -> None:
    """What was changed and is not saved: what it means, and two buttons."""
    cards = rule_cards()
    if now.school is None or now.version is None or not changed_rules(saved, chosen):
        return
    verdict = None if now.timetable is None else now.timetable.verdict
    words = difference_words(saved, chosen, cards)
    marks.notice(words, "acc", None if verdict is None else outlook(verdict, chosen))
    with st.container(horizontal=True):
        number = now.version.number + 1
        label = Text(f"存为第 {number} 版", f"Save as version {number}")
        if st.button(say(label), type="primary", key="save-rules"):
            try:
                save_choices(now.store, now.school, now.version, saved, chosen, cards, now.who)
            except StoreError as error:
                marks.notice(error.text, "err")
                return
            st.session_state[_SAVED] = Text(
                f"已存为第 {number} 版：{words.zh}。", f"Saved as version {number}: {words.en}."
            )
            st.rerun()
        if st.button(say(Text("不改了", "Leave them as they were")), key="undo-rules"):
            st.session_state[_TURN] = st.session_state.get(_TURN, 0) + 1
            st.rerun()


def _just_saved() -> None:
    saved = st.session_state.pop(_SAVED, None)
    if isinstance(saved, Text):
        marks.notice(saved, "ok", Text("课表还是按原来的规则排的。", "The timetable was made under the old ones."))
        leads(Text("去排课", "Solve"), "solve")
