"""发放: everything that can be handed out from the chosen timetable, publishing and archiving it, and its history."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import streamlit as st

from exchange.handouts import unprintable
from exchange.results.sentences import outcome_sentence
from models import Text
from store import TimetableState
from ui import marks
from ui.desk import version_of
from ui.editing.looked import text_of
from ui.handing.archiving import archive_box
from ui.handing.dates import term_head
from ui.handing.files import Handout, Source, by_group, outcome_of
from ui.handing.names import names_box
from ui.handing.policy_list import policy_section
from ui.handing.switch_section import switch_section
from ui.handing.term_section import term_section
from ui.language import say
from ui.view.heading import STATES, audit_badge, choose_box, published_name, state_badge
from ui.view.opened import Opened, opened
from ui.view.publishing import publish_box
from ui.week.markup import tag

_SHEET = Path(__file__).parent / "handing" / "handing.css"


def page() -> None:
    """The screen."""
    shown = opened()
    st.html(f"<style>{_SHEET.read_text(encoding='utf-8')}</style>")
    source = source_of(shown)
    _head(shown)
    sure = _sure(shown, source)
    if shown.now.edits:
        source = replace(source, names=names_box(shown))
    for lacking in unprintable(source.problem, source.names):
        marks.notice(lacking, "warn")
    dates = term_head(shown, source.printed, source.warning, source.names)
    if dates is not None:
        source = replace(source, actual=dates.actual, planned=dates.dated)
    head = dates if dates is not None and dates.held.sessions else None
    groups = by_group(source, everything=shown.now.edits, dates=head is not None)
    for number, (title, handouts) in enumerate(groups):
        marks.section(title)
        _offer(handouts, sure, first=number == 0)
    term_section(shown, head, lambda handouts: _offer(handouts, sure))
    if not shown.now.edits:
        return
    switch_section(shown)
    policy_section(source.policy)
    _history(shown)


def source_of(shown: Opened) -> Source:
    """What the handouts of the open timetable are made from."""
    now, saved = shown.now, shown.saved
    assert now.school is not None  # a timetable belongs to a school
    return Source(
        problem=shown.problem,
        timetable=shown.timetable,
        outcome=outcome_of(shown.timetable, saved.outcome, shown.verdict),
        document=text_of(version_of(now.store, now.school.id, saved.version)),
        now="" if now.version is None else now.version.fingerprint or "",
        name=say(published_name(saved)),
        language=shown.language,
        printed=datetime.now().astimezone().date(),
        today=now.problem,
    )


def _head(shown: Opened) -> None:
    title, chooser, actions = st.columns([5, 2, 3], vertical_alignment="center")
    saved = shown.saved
    tone: marks.Tone = "ok" if saved.state is TimetableState.PUBLISHED else "plain"
    with title:
        mark = Text(f"指纹 {saved.fingerprint}", f"fingerprint {saved.fingerprint}")
        badges = (
            [marks.badge(STATES[saved.state], tone), audit_badge(shown)] if shown.now.edits else [state_badge(shown)]
        )
        marks.heading(Text("发放", "Handouts"), mark, badges)
    if not shown.now.edits:
        return
    with chooser:
        choose_box(shown)
    with actions, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
        archive_box(shown)
        if saved.state is not TimetableState.PUBLISHED:
            publish_box(shown)


def _sure(shown: Opened, source: Source) -> bool:
    """Whether files may be taken: at once if the timetable is sound, else only after a box was ticked."""
    outcome = shown.saved.outcome
    doubt = source.warning
    if doubt is None:
        how = Text("复核无违反，可以发放。", "The audit is clean: ready to hand out.")
        marks.notice(how, "ok", None if outcome is None else outcome_sentence(outcome))
        return True
    marks.notice(Text(doubt.zh.lstrip("！"), doubt.en.lstrip("! ")), "err")
    label = Text(
        "我知道，仍要发放；打印的每一页都会印上这句话",
        "I know; hand it out all the same, with this sentence on every printed page",
    )
    # The key changes with the data of today: whoever confirmed one doubt has not confirmed the next.
    return st.checkbox(say(label), key=f"handouts-sure-{shown.saved.id}-{source.now}")


def _offer(handouts: tuple[Handout, ...], sure: bool, *, first: bool = False) -> None:
    for number, handout in enumerate(handouts):
        with st.container(horizontal=True, vertical_alignment="center", key=f"handout-{handout.key}"):
            about = tag("span", say(handout.about), class_="k-sub")
            st.html(tag("div", tag("b", say(handout.title)), tag("br"), about, class_="k-handout"))
            st.download_button(
                say(Text("下载", "Download")) + f" {handout.name.rpartition('.')[2].upper()}",
                handout.make,
                file_name=handout.name,
                mime=handout.mime,
                key=f"handouts-{handout.key}",
                on_click="ignore",
                disabled=not sure,
                type="primary" if first and number == 0 else "secondary",
                help=None if sure else say(Text("先勾上面的确认", "Tick the box above first")),
            )


def _history(shown: Opened) -> None:
    """Who saved, published and archived it when, with the notes."""
    marks.section(Text("这份课表的记录", "History of this timetable"))
    rows = []
    for step in reversed(shown.saved.steps):
        when = f"{step.when.astimezone():%Y-%m-%d %H:%M}"
        note = step.note.in_language(shown.language)
        rows.append(
            tag("tr", tag("td", when), tag("td", say(STATES[step.state])), tag("td", step.who), tag("td", note))
        )
    heads = (Text("时间", "When"), Text("状态", "State"), Text("谁", "Who"), Text("说明", "Note"))
    head = tag("thead", tag("tr", [tag("th", say(text), scope="col") for text in heads]))
    st.html(tag("table", head, tag("tbody", rows), class_="k-handouts"))
