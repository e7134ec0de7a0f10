"""Which scenario is asked about, its changes as chips, and what can be done with it: edit, copy, remove, bring in."""

from contextlib import suppress
from pathlib import Path

import streamlit as st

from exchange.document import DocumentError
from exchange.scenarios import read_scenarios
from models import Scenario, Text
from scheduler.rules import rule_cards
from store import StoreError
from ui import marks
from ui.editing.looked import look_at, text_of
from ui.language import language, say
from ui.samples import SAMPLES
from ui.scenarios.answers_html import chips
from ui.scenarios.asked import free_name, sentences
from ui.scenarios.draft import Draft, drafting, editing
from ui.scenarios.opened import Opened, choose
from ui.scenarios.starting import tell
from ui.week.markup import tag

_AS_IT_IS = Text("学校现状", "The school as it is")


def choosing(shown: Opened) -> None:
    """The head of the page."""
    title, box, buttons = st.columns([3, 4, 5], vertical_alignment="center")
    with title:
        marks.heading(Text("缺口与方案", "Shortages and scenarios"))
    with box:
        _box(shown)
    with buttons, st.container(horizontal=True, horizontal_alignment="right", gap="small", key="scenario-buttons"):
        _buttons(shown)
    if shown.asked.saved is not None:
        said = chips(sentences(shown.problem, shown.asked.changes), language())
        note = shown.asked.saved.scenario.note
        st.html(tag("div", tag("span", say(Text("现状加上", "as it is, and")), class_="k-sub"), said, class_="k-chips"))
        if note:
            marks.faint(Text(note, note))
    draft = editing(shown)
    if draft is not None:
        drafting(shown, draft)


def _box(shown: Opened) -> None:
    names = ["", *shown.names]
    now = shown.asked.name or ""
    chosen = st.selectbox(
        say(Text("问哪个方案", "Which scenario")),
        names,
        names.index(now),
        format_func=lambda name: name or say(_AS_IT_IS),
        key=f"scenario-box-{shown.school.id}-{now}-{len(names)}",
        label_visibility="collapsed",
        filter_mode=None,
    )
    if chosen != now:
        choose(shown, chosen)
        st.rerun()


def _buttons(shown: Opened) -> None:
    saved = shown.asked.saved
    if saved is not None:
        if st.button(say(Text("改这个方案", "Edit")), key="scenario-edit"):
            _edit(shown, Draft.of(saved))
        if st.button(say(Text("另存为…", "Save as…")), key="scenario-copy"):
            name = free_name(saved.scenario.name, shown.names)
            _edit(shown, Draft(name, saved.scenario.base, saved.scenario.changes, saved.scenario.note, 0))
        if st.button(say(Text("移除", "Remove")), key="scenario-remove"):
            _remove(shown, saved.scenario.name)
    if st.button(say(Text("新方案", "New scenario")), key="scenario-new"):
        _edit(shown, Draft(free_name(say(Text("新方案", "new scenario")), shown.names), None, (), "", 0))
    ready = tuple(one for one in offered(shown) if one.name not in shown.names)
    if ready:
        count = len(ready)
        label = Text(f"引入现成方案 {count} 个", f"Bring in {count} scenarios")
        if st.button(say(label), key="scenario-bring"):
            _bring(shown, ready)


def offered(shown: Opened) -> tuple[Scenario, ...]:
    """Scenarios on the sheet 方案 of the data; and those that come with a sample school."""
    found: list[Scenario] = []
    with suppress(DocumentError):  # the data were saved without a document that can be read
        found += look_at(text_of(shown.version)).seen.reading.scenarios
    for sample in SAMPLES:
        files = sorted((sample.path.parent / "scenarios").glob(f"{sample.key}_*.yaml"))
        if files and sample_name(sample.key) == shown.school.name:
            found += [one for path in files for one in scenarios_in(path)]
    return tuple({one.name: one for one in found}.values())


@st.cache_resource(show_spinner=False)
def sample_name(key: str) -> str:
    """What the school of a sample is called in its workbook."""
    from ui.saved.beginning import incoming

    sample = next(sample for sample in SAMPLES if sample.key == key)
    return incoming(sample.path.read_bytes(), sample.path.name, rule_cards()).school


@st.cache_resource(show_spinner=False)
def scenarios_in(path: Path) -> tuple[Scenario, ...]:
    """The scenarios of a file that comes with the program."""
    return read_scenarios(path, rule_cards()).scenarios


def _bring(shown: Opened, ready: tuple[Scenario, ...]) -> None:
    try:
        for one in ready:
            shown.store.save_scenario(shown.school.id, one, who=shown.now.who, after=0)
    except StoreError as error:
        tell(error.text)
    choose(shown, ready[0].name)
    st.rerun()


def _edit(shown: Opened, draft: Draft) -> None:
    draft.open(shown)
    st.rerun()


def _remove(shown: Opened, name: str) -> None:
    try:
        shown.store.remove_scenario(shown.school.id, name)
        choose(shown, None)
    except StoreError as error:
        tell(error.text)
    st.rerun()
