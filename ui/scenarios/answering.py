"""The answer to why: what is short, ways out that can be tried, the least bad timetable, the tightest counts."""

from collections.abc import Sequence
from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from exchange.results.sentences import outcome_sentence
from models import LeastBad, Outcome, Repair, Status, Text
from scheduler.rules import rule_cards
from store import StoreError
from ui import marks
from ui.desk import choose_timetable
from ui.language import language, say
from ui.places import exists, go
from ui.scenarios.adopting import adopt
from ui.scenarios.answers_html import people_to_tell, repair_price, repair_steps, touched
from ui.scenarios.asked import to_try
from ui.scenarios.kept import Explained, Told
from ui.scenarios.opened import Opened, choose
from ui.scenarios.starting import started, tell
from ui.scenarios.why_html import banner, missing, shortages, tightest
from ui.scenarios.work import explain_it, solve_it
from ui.view.choice import View, What
from ui.view.grid import grid
from ui.view.picture import picture
from ui.week.board import Board

SECONDS = 60.0
_Button = Literal["primary", "secondary"]
_WIDTHS = (1.1, 5, 3.2, 1.0, 1.4)
_TOLD = 3  # of these columns: people to tell, left out where no timetable is in use


def asking(shown: Opened) -> None:
    """What can be asked of the chosen scenario: why, and a timetable."""
    known = shown.explained(shown.asked)
    solved = shown.outcome(shown.asked)
    fresh = known is None and solved is None
    with st.container(horizontal=True, vertical_alignment="center", key="scenario-ask"):
        solving = shown.asked.name is not None and not _impossible(known, solved)
        label = Text("找缺口和补救办法", "Find shortages and ways out")
        if known is not None:
            label = Text("再找一次", "Look again")
        kind: _Button = "primary" if fresh and not solving else "secondary"
        if st.button(say(label), type=kind, key="explain", disabled=shown.busy):
            started(lambda: explain_it(shown.store, shown.order(), shown.prices, SECONDS, shown.in_use))
        if solving:
            again = Text("再排一次这个方案", "Solve it again") if solved else Text("排这个方案", "Solve this scenario")
            kind = "primary" if fresh else "secondary"
            if st.button(say(again), type=kind, key="solve-scenario", disabled=shown.busy):
                started(lambda: solve_it(shown.store, shown.order(), SECONDS))
        if fresh:
            marks.faint(
                Text(
                    f"至多 {SECONDS:.0f} 秒；在后台算，不改动任何数据。",
                    f"At most {SECONDS:.0f} s in the background; no data are changed.",
                )
            )


def _impossible(known: Explained | None, solved: Outcome | None) -> bool:
    found = {known.explanation.status if known else None, solved.status if solved else None}
    return Status.IMPOSSIBLE in found


def solved_banner(shown: Opened) -> None:
    """What solving the scenario brought, and its way into the data."""
    outcome = shown.outcome(shown.asked)
    if outcome is None or (outcome.timetable is None and shown.explained(shown.asked) is not None):
        return
    tones: dict[Status, marks.Tone] = {Status.OPTIMAL: "ok", Status.FEASIBLE: "acc", Status.IMPOSSIBLE: "err"}
    marks.notice(outcome_sentence(outcome), tones.get(outcome.status, "warn"))
    if outcome.timetable is not None:
        take(shown, outcome, "take-solved")


def take(shown: Opened, outcome: Outcome, key: str) -> None:
    """A button by which the changes become the next version of the data, and the timetable its draft."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key}-row"):
        number = shown.version.number + 1
        if st.button(say(Text("并入数据，存为草稿", "Take into the data, save as draft")), key=key):
            _adopt(shown, outcome)
        marks.faint(
            Text(
                f"先把这些变更存成第 {number} 版数据，再存这份课表；旧版本都还在。",
                f"The changes become version {number} of the data, then the timetable is saved; old versions stay.",
            )
        )


def _adopt(shown: Opened, outcome: Outcome) -> None:
    assert shown.asked.problem is not None
    name = Text(shown.asked.name or "", shown.asked.name or "")
    try:
        saved = adopt(
            shown.store, shown.school.id, shown.version, shown.asked.problem, outcome, name,
            who=shown.now.who, cards=rule_cards(),
        )  # fmt: skip
    except StoreError as error:
        tell(error.text)
    else:
        choose_timetable(saved.id)
        choose(shown, None)
        if exists("timetable"):
            go("timetable")
    st.rerun()


def answering(shown: Opened, kept: Explained) -> None:
    """Everything that the explanation says."""
    told = kept.explanation
    if told.shortages or told.conflicts:
        with st.container(border=True, key="scenario-short"):
            marks.section(Text("缺什么", "What is short"))
            st.html(shortages(told.shortages, told.conflicts, language()))
    if told.status is Status.IMPOSSIBLE:
        _ways(shown, kept)
        if told.least_bad is not None:
            _least_bad(shown, told.least_bad)
    if told.tightest:
        with st.container(border=True, key="scenario-tight"):
            marks.section(Text("最紧的几处", "The tightest counts"), Text("最先排不出的地方", "what would break first"))
            st.html(tightest(told.tightest, language()))


def show_banner(known: Explained) -> None:
    """Above all else."""
    st.html(banner(known.explanation, language(), complete=known.complete))


def _ways(shown: Opened, kept: Explained) -> None:
    repairs = kept.explanation.repairs
    with st.container(border=True, key="scenario-ways"):
        hint = Text("一行就是一整套，任选其一；按让步代价从小到大", "each line is enough by itself; cheapest first")
        marks.section(Text("补救办法", "Ways out"), hint)
        if kept.prices != shown.prices:
            marks.notice(
                Text("单价改过了，这里还是旧价。", "The prices were changed since; these are the old ones."), "warn"
            )
        if not repairs and not kept.complete:
            marks.faint(Text("正在找…", "Looking …"))
            return
        if not repairs:
            none = Text("在给定的时间里没有找到补救办法。", "No way out was found in the time given.")
            marks.faint(none)
            return
        base = shown.in_use
        # Of another timetable than the one that is open, the numbers would mislead.
        told = (*kept.told, *[None] * len(repairs)) if base is not None and kept.base == base.id else None
        _heads(told is not None)
        for number, repair in enumerate(repairs):
            _way(shown, number, repair, told)


def _columns(with_told: bool) -> list[DeltaGenerator]:
    widths = _WIDTHS if with_told else (*_WIDTHS[:_TOLD], *_WIDTHS[_TOLD + 1 :])
    return st.columns(widths, gap="small", vertical_alignment="center")


def _heads(with_told: bool) -> None:
    heads = [Text("让步代价", "Price"), Text("做什么（代价怎么算）", "What to do"), Text("牵动谁", "Whom it touches")]
    if with_told:
        heads.append(Text("需告知", "To tell"))
    for column, head in zip(_columns(with_told), heads, strict=False):
        with column:
            marks.faint(head)


def _way(shown: Opened, number: int, repair: Repair, told: Sequence[Told | None] | None) -> None:
    school = shown.asked.problem or shown.problem
    with st.container(key=f"way-{number}"):
        price, steps, whom, *more, button = _columns(told is not None)
        price.html(repair_price(repair, language()))
        steps.html(repair_steps(repair, language()))
        whom.html(touched(repair, school, language()))
        if told is not None:
            more[0].html(people_to_tell(told[number], language()))
        kind: _Button = "primary" if number == 0 else "secondary"
        with button:
            if st.button(say(Text("试一试", "Try it")), type=kind, key=f"try-{number}"):
                _try(shown, repair)


def _try(shown: Opened, repair: Repair) -> None:
    """A scenario with what the repair does, chosen from now on; nothing else is changed."""
    scenario = to_try(shown.asked, repair, shown.names)
    try:
        shown.store.save_scenario(shown.school.id, scenario, who=shown.now.who, after=0)
    except StoreError as error:
        tell(error.text)
    else:
        choose(shown, scenario.name)
    st.rerun()


def _least_bad(shown: Opened, bad: LeastBad) -> None:
    count = len(bad.missing)
    label = Text(
        f"今天就要公布的话：最不坏的课表，缺 {count} 处", f"If it must be today: a timetable that lacks {count}"
    )
    with st.expander(say(label)):
        st.html(missing(bad, language()))
        school = shown.asked.problem or shown.problem
        drawn = picture(Board(school, bad.timetable, language=language()), View(What.SCHOOL))
        grid(str(drawn.grid), above=str(drawn.legend), key="least-bad", on_act=lambda _: None, editable=False)
