"""The rules as a table: each in a sentence, with what may be chosen and what it costs in the present timetable."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models import RuleCard, Score, Strength, Text
from ui.language import say
from ui.ruling.choices import STRENGTHS, Choice, Choices, cost_words, default_of

_WIDTHS = (10, 5, 3, 4)
_HEADS = (
    Text("规则", "Rule"),
    Text("做法", "How strictly"),
    Text("权重", "Weight"),
    Text("在现在的课表里", "In the present timetable"),
)


def changeable(cards: Sequence[RuleCard], saved: Choices, scores: dict[str, Score], turn: str) -> dict[str, Choice]:
    """Draw the rules that the school may set, and bring what is chosen. `turn` changes when the choices begin anew."""
    for column, head in zip(st.columns(_WIDTHS, gap="small"), _HEADS, strict=True):
        column.html(f'<div class="k-head">{escape(say(head))}</div>')
    chosen = {}
    for card in cards:
        with st.container(key=f"rule-{card.key}"):
            chosen[card.key] = _row(card, saved[card.key], scores.get(card.key), turn)
    return chosen


def _row(card: RuleCard, saved: Choice, score: Score | None, turn: str) -> Choice:
    words, strictness, price, cost = st.columns(_WIDTHS, gap="small", vertical_alignment="center")
    strength = strictness.segmented_control(
        say(Text(f"{card.title.zh}的做法", f"How strictly: {card.title.en}")),
        list(card.choices),
        default=saved.strength,
        required=True,
        format_func=lambda choice: say(STRENGTHS[choice]),
        label_visibility="collapsed",
        key=f"strength-{card.key}-{turn}",
    )
    strength = strength or saved.strength
    weight = saved.weight
    if Strength.PREFER in card.choices:
        weight = price.number_input(
            say(Text(f"{card.title.zh}的权重", f"Weight: {card.title.en}")),
            min_value=0,
            max_value=1000,
            value=saved.weight,
            disabled=strength is not Strength.PREFER,
            label_visibility="collapsed",
            key=f"weight-{card.key}-{turn}",
        )
    choice = Choice(strength, weight)
    words.html(_sentence(card, choice, saved))
    unit = ""
    if card.unit is not None and strength is Strength.PREFER:
        unit = (
            f'<br><span class="k-sub">{escape(say(Text(f"一份是{card.unit.zh}", f"one unit: {card.unit.en}")))}</span>'
        )
    cost.html(f'<div class="k-cost">{escape(say(cost_words(score, choice)))}{unit}</div>')
    return choice


def _sentence(card: RuleCard, choice: Choice, saved: Choice) -> str:
    mark = ""
    if choice.words() != saved.words():
        text = Text(f"改：原为{saved.words().zh}", f"changed, was {saved.words().en}")
        mark = f' <span class="k-changed">{escape(say(text))}</span>'
    elif choice.words() != default_of(card).words():
        text = Text(f"默认{default_of(card).words().zh}", f"default: {default_of(card).words().en}")
        mark = f' <span class="k-badge">{escape(say(text))}</span>'
    return f'<div class="k-rule"><b>{escape(say(card.title))}</b>{mark}<br>{escape(say(card.sentence))}</div>'


def fixed_html(cards: Sequence[RuleCard], scores: dict[str, Score]) -> str:
    """The requirements that always hold, with what the audit found."""
    rows = "".join(
        f"<tr><th scope='row'>{escape(say(card.title))}</th><td>{escape(say(card.sentence))}</td>"
        f"<td>{escape(say(cost_words(scores.get(card.key), default_of(card)))) if card.key in scores else ''}</td></tr>"
        for card in cards
    )
    return f'<table class="k-rules"><tbody>{rows}</tbody></table>'
