"""Scenarios side by side, those that have an answer, beside the timetable in use; and the price list."""

import streamlit as st

from models import Outcome, Status, Text
from scheduler.audit import audit
from store import StoreError
from ui import marks
from ui.language import language, say
from ui.scenarios.answers_html import Column, comparison
from ui.scenarios.asked import Asked
from ui.scenarios.opened import Opened
from ui.scenarios.prices import KEY, rows, sentence, typed
from ui.scenarios.starting import tell
from ui.view.heading import name_of
from ui.week.markup import tag


def beside(shown: Opened) -> None:
    """The card; nothing while there is no answer to any scenario."""
    columns = [column for name in shown.names if (column := _column(shown, shown.of(name))) is not None]
    if not columns:
        return
    with st.container(border=True, key="scenario-beside"):
        marks.section(Text("方案对比", "Scenarios side by side"))
        table = comparison([_first(shown), *columns], language())
        st.html(tag("div", table, class_="k-scroll"))


def _first(shown: Opened) -> Column:
    saved, base = shown.now.timetable, shown.in_use
    if saved is None or base is None:
        known = shown.explained(shown.of(None))
        status = None if known is None else known.explanation.status
        return Column(say(Text("学校现状", "as it is")), status)
    cost = saved.cost if saved.cost is not None else audit(base.problem, base.timetable).cost
    status = saved.status or (Status.FEASIBLE if not saved.broken else None)
    return Column(say(name_of(saved)), status, cost, base.timetable, base.problem)


def _column(shown: Opened, about: Asked) -> Column | None:
    """What is known of a scenario: solved for itself, else near the timetable in use, else why it is impossible."""
    if about.name is None or about.problem is None:
        return None
    solved, nearest, known = shown.outcome(about), shown.nearest(about), shown.explained(about)
    told = None if nearest is None else nearest.answer.told
    proved = nearest is not None and told is not None and told == nearest.answer.told_bound
    for outcome in (solved, None if nearest is None else nearest.answer.outcome):
        if outcome is not None and outcome.timetable is not None:
            cost = without_telling(outcome)
            return Column(about.name, outcome.status, cost, outcome.timetable, about.problem, told, proved)
    if known is not None:
        return Column(about.name, known.explanation.status)
    status = solved.status if solved is not None else nearest.answer.status if nearest is not None else None
    return None if status is None else Column(about.name, status)


def without_telling(outcome: Outcome) -> int | None:
    """The cost of the preferences but for that of people to tell, which has a line of its own."""
    if outcome.verdict is None:
        return outcome.objective
    return sum(score.cost for score in outcome.verdict.scores if score.rule != "least_change")


def price_list(shown: Opened) -> None:
    """The school's prices, which it may change."""
    spoken = language()
    prices = shown.prices
    label = Text("单价（可改）", "Prices (yours to change)")
    with st.expander(f"{say(label)}　{sentence(prices, spoken)}"):
        marks.faint(
            Text(
                "补救办法按单价之和排队。不填就是不考虑这种办法，0 就是不要代价。",
                "Ways out are ranked by the sum of their prices. Empty rules a way out, 0 makes it free.",
            )
        )
        saved = shown.store.settings(shown.school.id, KEY)
        number = 0 if saved is None else saved.number
        edited = st.data_editor(
            rows(prices, spoken),
            column_config={
                "name": None,
                "what": st.column_config.TextColumn(
                    say(Text("让步一份是", "One unit is")), disabled=True, width="large"
                ),
                "price": st.column_config.NumberColumn(say(Text("单价", "Price")), min_value=0, max_value=999, step=1),
            },
            hide_index=True,
            key=f"prices-{number}-{spoken}",
        )
        wanted = typed(edited)
        if wanted is None:
            marks.notice(
                Text("单价应为 0–999 的整数，或者不填。", "A price is a whole number from 0 to 999, or empty."), "err"
            )
        elif st.button(say(Text("保存单价", "Save the prices")), key="prices-save", disabled=wanted == prices):
            try:
                shown.store.save_settings(shown.school.id, KEY, wanted.model_dump(), who=shown.now.who, after=number)
            except StoreError as error:
                tell(error.text)
            st.rerun()
