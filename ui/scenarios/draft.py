"""A scenario while it is being edited: its changes so far, one more picked by hand, its name; then it is saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import streamlit as st

from exchange.columns import Column
from exchange.columns.change_words import WORDS_OF
from exchange.spelling import join_list
from models import Change, ChangesError, Problem, Scenario, Text, apply_changes
from scheduler.rules import rule_cards
from store import SavedScenario, StoreError
from ui import marks
from ui.language import language, say
from ui.scenarios.asked import sentences
from ui.scenarios.making import NotMadeError, made, objects, one_of, several, titles
from ui.scenarios.opened import Opened, choose

_DRAFT = "scenario-draft"


@dataclass(frozen=True)
class Draft:
    """What is edited; `number` as in the store, 0 for a new one."""

    name: str
    base: str | None
    changes: tuple[Change, ...]
    note: str
    number: int
    turn: int = 0  # grows with each change, so that the boxes for the next one are empty

    @classmethod
    def of(cls, saved: SavedScenario) -> "Draft":
        """To edit a saved one."""
        one = saved.scenario
        return cls(one.name, one.base, one.changes, one.note, saved.number)

    def open(self, shown: Opened) -> None:
        """Edit it from the next run on."""
        st.session_state[_DRAFT] = (shown.school.id, self)


def editing(shown: Opened) -> Draft | None:
    """What is being edited for this school."""
    school, draft = st.session_state.get(_DRAFT, ("", None))
    return draft if school == shown.school.id and isinstance(draft, Draft) else None


def drafting(shown: Opened, draft: Draft) -> None:
    """The card in which a scenario is made."""
    start = shown.of(draft.base) if draft.base else None
    school = shown.problem if start is None or start.problem is None else start.problem
    with st.container(border=True, key="scenario-card"):
        new = draft.number == 0
        title = Text("新方案", "New scenario") if new else Text(f"改方案 {draft.name}", f"Scenario {draft.name}")
        on = None if draft.base is None else Text(f"基于“{draft.base}”", f"on “{draft.base}”")
        marks.section(title, on)
        _changes(shown, draft, school)
        _one_more(shown, draft, _after(school, draft.changes))
        with st.container(horizontal=True, vertical_alignment="bottom", key="scenario-save-row"):
            name = draft.name
            if new:
                name = st.text_input(
                    say(Text("方案名称", "Name")), draft.name, max_chars=60, key="scenario-name", width=280
                )
            ready = bool(draft.changes) and bool(name.strip())
            if st.button(
                say(Text("保存方案", "Save scenario")), type="primary", key="scenario-save", disabled=not ready
            ):
                _save(shown, draft, name.strip())
            if st.button(say(Text("不改了", "Leave it")), key="scenario-leave"):
                st.session_state.pop(_DRAFT)
                st.rerun()


def _after(school: Problem, changes: tuple[Change, ...]) -> Problem:
    try:
        return apply_changes(school, changes, rule_cards())
    except ChangesError:
        return school


def _changes(shown: Opened, draft: Draft, school: Problem) -> None:
    for number, text in enumerate(sentences(school, draft.changes)):
        with st.container(horizontal=True, vertical_alignment="center", key=f"scenario-change-{number}"):
            marks.faint(text)
            if st.button(say(Text("去掉", "Take out")), type="tertiary", key=f"scenario-out-{number}"):
                left = draft.changes[:number] + draft.changes[number + 1 :]
                replace(draft, changes=left, turn=draft.turn + 1).open(shown)
                st.rerun()


def _one_more(shown: Opened, draft: Draft, school: Problem) -> None:
    """Kind, object and content of one more change, in the office's words."""
    spoken = language()
    kinds = titles()
    turn = draft.turn
    first, second = st.columns(2, gap="small")
    kind = first.selectbox(
        say(Text("加一条变更", "One more change")),
        list(kinds),
        format_func=lambda key: say(kinds[key]),
        key=f"scenario-kind-{turn}",
    )
    words = WORDS_OF[kind]
    thing = ""
    with second:
        choices = objects(kind, school, rule_cards(), spoken)
        label = say(Text("对象", "Object"))
        if choices is not None:
            thing = st.selectbox(
                label, list(choices), format_func=choices.__getitem__, key=f"scenario-thing-{turn}-{kind}"
            )
        elif words.object is not None:
            thing = st.text_input(label, placeholder=say(words.object.note), key=f"scenario-thing-{turn}-{kind}")
    contents = _contents(draft, kind, school)
    if st.button(say(Text("加上这一条", "Add this change")), key="scenario-add"):
        try:
            more = made(kind, thing or "", contents, school, rule_cards())
        except NotMadeError as error:
            for text in error.texts:
                marks.notice(text, "err")
            return
        replace(draft, changes=(*draft.changes, *more), turn=turn + 1).open(shown)
        st.rerun()


def _contents(draft: Draft, kind: str, school: Problem) -> dict[str, str]:
    """A box for each item; what is left empty stays as it is."""
    items = WORDS_OF[kind].items
    found: dict[str, str] = {}
    columns = st.columns(3, gap="small") if items else []
    for number, item in enumerate(items):
        key = f"scenario-item-{draft.turn}-{kind}-{item.field}"
        with columns[number % 3]:
            found[item.field] = _content(item, key, school)
    return found


def _content(item: Column, key: str, school: Problem) -> str:
    """What is chosen or typed for one item, as a cell of the workbook would hold it."""
    spoken = language()
    label = item.title.in_language(spoken)
    many, one = several(item, school, spoken), one_of(item, school, spoken)
    if many is not None:
        hint = say(Text("可选几个", "one or more"))
        picked = st.multiselect(
            label, list(many), format_func=_shown_as(many), key=key, placeholder=hint, accept_new_options=True
        )
        return join_list(picked)
    if one is not None:
        unset = say(Text("不填", "not given"))
        return st.selectbox(label, ["", *one], format_func=_shown_as({**one, "": unset}), key=key) or ""
    return st.text_input(label, placeholder=item.cell.expected.in_language(spoken), key=key)


def _shown_as(known: Mapping[str, str]) -> Callable[[str], str]:
    return lambda word: known.get(word, word)


def _save(shown: Opened, draft: Draft, name: str) -> None:
    scenario = Scenario(name=name, base=draft.base, changes=draft.changes, note=draft.note)
    try:
        shown.store.save_scenario(shown.school.id, scenario, who=shown.now.who, after=draft.number)
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    st.session_state.pop(_DRAFT)
    choose(shown, name)
    st.rerun()
