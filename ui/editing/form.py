"""The sheet 学校 as a form: one question a line, its answer, and beneath it what is wrong with it."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from exchange.columns import Column
from exchange.columns.simple_cells import DateCell
from exchange.document import Part, document_from_json, parts_of, with_field
from exchange.document.typed import bare
from exchange.findings import cell_name
from models import Issue, Severity, Text
from ui.desk import desk
from ui.editing.choosing import words_of
from ui.editing.entering import entry_of
from ui.editing.frame import short
from ui.editing.looked import Looked, version_text
from ui.editing.saving import save
from ui.editing.sitting import Sitting, sitting_of
from ui.language import language, say
from ui.whole import whole

_SHOWN, _STALE = "data-shown-", "data-stale-"


def draw_form(sitting: Sitting, looked: Looked, part: Part) -> None:
    """Two columns of questions."""
    issues = looked.issues_of(part.sheet.key)
    columns = st.columns(2, gap="medium")
    for number, column in enumerate(part.sheet.columns):
        with columns[number % 2]:
            _question(sitting, looked, part, column, issues)


def _question(sitting: Sitting, looked: Looked, part: Part, column: Column, issues: Sequence[Issue]) -> None:
    page, place = looked.document.sheet(part.name), part.answers.get(column.field)
    text = bare(page.text(place)) if page is not None and place is not None else ""
    label, hint = say(column.title), say(column.note)
    label += say(Text("（必填）", " (required)")) if column.required else ""
    words = words_of(column, looked.seen.context, looked.language, language())
    day = isinstance(column.cell, DateCell) and (not text or _day(text) is not None)
    key = f"data-form-{sitting.school}-{'day-' if day else ''}{column.field}"
    # The field stays one and the same and is told the document's text: made anew with each version, it would send what
    # was typed in the old one as an answer to the new one.
    st.session_state[key] = _day(text) if day else (text or None) if words else text
    _mark_stale(key, text)
    if words:
        options = list(dict.fromkeys((*words, *([text] if text else []))))
        st.selectbox(
            label, options, index=None, key=key, help=hint, accept_new_options=True,
            format_func=lambda word: words.get(word, word),
            placeholder=say(Text("不填", "Empty")), on_change=whole(_on_change), args=(key, column.field),
        )  # fmt: skip
    elif day:
        shape = "YYYY-MM-DD"
        st.date_input(
            label, None, key=key, help=hint, format=shape, on_change=whole(_on_change), args=(key, column.field)
        )
    else:
        st.text_input(label, key=key, help=hint, on_change=whole(_on_change), args=(key, column.field))
    cell = None if place is None else cell_name(place)
    for issue in issues:
        if cell is not None and issue.cell == cell:
            tone, sign = ("err", "✕") if issue.severity is Severity.ERROR else ("warn", "！")
            st.html(f'<p class="k-wrong {tone}">{sign} {escape(short(issue, language()))}</p>')


def _mark_stale(key: str, text: str) -> None:
    """Remember what the field showed before, if it was changed by somebody else: the browser may still send that."""
    shown = st.session_state.get(_SHOWN + key, text)
    if shown != text:
        st.session_state[_STALE + key] = shown
    st.session_state[_SHOWN + key] = text


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _on_change(key: str, field: str) -> None:
    now = desk()
    if now.school is None:
        return
    sitting = sitting_of(now.school.id)
    value = st.session_state.get(key)
    text = entry_of("" if value is None else value.isoformat() if isinstance(value, date) else str(value))
    if st.session_state.pop(_STALE + key, None) == text:
        return  # not typed: the answer of an older version, sent before the browser was told the new one
    st.session_state[_SHOWN + key] = text
    before = document_from_json(version_text(now.store, sitting.school, sitting.version))
    part = next(part for part in parts_of(before) if part.sheet.key == "school")
    save(now, sitting, with_field(before, part, 0, field, text, language()))
