"""A proposed change: what it breaks, costs and whom it touches; better ways; and saved as a draft only when agreed."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st

from models import Effect, Problem, Suggestion, Text
from scheduler.alter.draft import MoveError
from scheduler.rules import rule_cards
from ui import marks
from ui.language import say
from ui.session.chosen import tried, try_out
from ui.session.exact import exact
from ui.session.questions import Moves, effect_of, steps_of, ways_to
from ui.session.saving import save_draft
from ui.view.opened import Opened
from ui.week.markup import Markup, tag
from ui.whole import whole

MUCH = 6
"""So many sentences are shown; the others are counted."""


def trying(opened: Opened) -> None:
    """Draw what is proposed."""
    moves = _reading(opened, tried())
    effect = effect_of(opened, moves)
    if isinstance(effect, Text):
        marks.notice(effect, "err")
        _leave()
        return
    st.html(tag("ol", [tag("li", say(step.text)) for step in steps_of(opened, moves)], class_="k-steps"))
    st.html(effect_html(opened.judged_by, effect))
    _agree(opened, moves, effect)
    _ways(opened, moves, effect)
    exact(opened, moves)


def _reading(opened: Opened, readings: Sequence[Moves]) -> Moves:
    """Of several things that a drop may mean, the one that is chosen."""
    with st.container(key="panel-proposal"):
        st.html(tag("h2", say(Text("提议的改动", "Proposed change")), class_="k-panel-h2"))
        if len(readings) == 1:
            return readings[0]
        labels = [_said(opened, moves) for moves in readings]
        label = say(Text("是要哪一种", "Which of these"))
        chosen = st.radio(label, range(len(readings)), format_func=labels.__getitem__, key="panel-reading")
        return readings[chosen or 0]


def _said(opened: Opened, moves: Moves) -> str:
    try:
        return " ".join(say(step.text) for step in steps_of(opened, moves))
    except MoveError as error:
        return say(error.text)


def effect_html(problem: Problem, effect: Effect) -> Markup:
    """What is broken in the rules' own sentences, what it costs by rule, and who must be told what."""
    parts: list[Markup] = []
    if effect.broken:
        many = say(Text(f"✕ 会违反 {len(effect.broken)} 处", f"✕ Breaks {len(effect.broken)}"))
        parts.append(tag("p", tag("b", many), class_="k-panel-p bad"))
        parts.append(_sentences([v.text for v in effect.broken]))
    elif effect.is_clean:
        parts.append(tag("p", say(Text("✓ 不违反硬性规则", "✓ Breaks no requirement")), class_="k-panel-p good"))
    else:
        still = Text("没有新的违反；课表原有的违反还在", "Breaks nothing new; what was broken before still is")
        parts.append(tag("p", say(still), class_="k-panel-p"))
    if effect.mended:
        parts.append(tag("p", say(Text("消除的违反", "Mends")), class_="k-panel-p good"))
        parts.append(_sentences([v.text for v in effect.mended]))
    cost = Text(f"全校偏好代价 {effect.cost:+d}", f"The preferences cost {effect.cost:+d}")
    if effect.cost == 0:
        cost = Text("全校偏好代价不变", "The preferences cost the same")
    titles = {card.key: card.title for card in rule_cards()}
    scores = [
        tag("li", say(titles[s.rule]), f" {s.cost_after - s.cost_before:+d}")
        for s in effect.scores
        if s.cost_after != s.cost_before
    ]
    parts.append(tag("p", tag("b", say(cost)), class_="k-panel-p"))
    parts.append(tag("ul", scores, class_="k-list"))
    told = [
        tag("li", tag("b", problem.person_by_id[n.person].name), "　", " ".join(say(t) for t in n.texts))
        for n in effect.notices
        if n.person in problem.person_by_id
    ]
    summary = say(Text(f"需告知 {len(effect.notices)} 人", f"{len(effect.notices)} people to tell"))
    parts.append(tag("details", tag("summary", summary), tag("ul", told, class_="k-list")))
    return tag("div", parts, class_="k-effect")


def _sentences(texts: Sequence[Text]) -> Markup:
    shown = [tag("li", say(text)) for text in texts[:MUCH]]
    if len(texts) > MUCH:
        more = len(texts) - MUCH
        shown.append(tag("li", say(Text(f"还有 {more} 处", f"and {more} more"))))
    return tag("ul", shown, class_="k-list")


def _agree(opened: Opened, moves: Moves, effect: Effect) -> None:
    """One button; a change that breaks something must be confirmed apart."""
    sure = True
    if not effect.is_clean:
        label = Text("我知道它违反硬性规则，仍要存成草稿", "It breaks requirements; keep it as a draft all the same")
        sure = st.checkbox(say(label), key="panel-sure")
    label = Text("就这样改，存为新草稿", "Do it: a new draft")
    kind: Literal["primary", "secondary"] = "primary" if effect.is_clean else "secondary"
    with st.container(horizontal=True, key="panel-agree"):
        agreed = st.button(say(label), type=kind, disabled=not sure, key="panel-apply")
        _leave()
    if agreed:
        save_draft(opened, effect.timetable, [step.text for step in steps_of(opened, moves)])


def _leave() -> None:
    st.button(say(Text("不改了", "Leave it")), key="panel-leave", on_click=whole(try_out))


def _ways(opened: Opened, moves: Moves, effect: Effect) -> None:
    """Ranked ways that need little more than what was proposed."""
    ways = [way for way in ways_to(opened, moves) if tuple(step.move for step in way.steps) != moves]
    if not ways and effect.is_clean:
        return
    st.html(tag("h2", say(Text("怎样才行得通", "Ways to make it work")), class_="k-panel-h2"))
    if not ways:
        none = Text(
            "没找到三步以内的办法（不等于没有）；可以让程序重排其余部分。",
            "No way of at most three more moves was found, which does not prove that there is none.",
        )
        marks.faint(none)
    for number, way in enumerate(ways):
        _way(number, way, len(moves))


def _way(number: int, way: Suggestion, wished: int) -> None:
    """The steps beyond the wish, the cost, whom it touches, and a button that shows all of it."""
    extra = [tag("li", say(step.text)) for step in way.steps[wished:]] or [tag("li", say(way.steps[0].text))]
    told = Text(f"需告知 {way.told} 人", f"{way.told} to tell")
    cost = f"{way.effect.cost:+d}" if way.effect.cost else "0"
    with st.container(key=f"panel-way-{number}", gap=None):
        st.html(
            tag("div", tag("ul", extra, class_="k-list"), tag("span", cost, class_="cost"), tag("span", say(told)),
                class_="k-way")
        )  # fmt: skip
        moves = tuple(step.move for step in way.steps)
        st.button(
            say(Text("看这个办法", "See this way")), key=f"panel-see-{number}", on_click=whole(try_out), args=(moves,)
        )
