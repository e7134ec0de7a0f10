"""The table of one sheet: search and order above it, the rows, and below it what can be done with rows."""

from collections.abc import Mapping
from html import escape

import pandas as pd
import streamlit as st

from exchange.columns import Layout
from exchange.document import Part, document_from_json
from models import Language, Text
from ui.desk import Desk, desk
from ui.editing.entering import PICK, Entries, entered, pasted, picked, renamed, without_picked
from ui.editing.frame import ISSUE, ROW, frame_of, texts_of
from ui.editing.looked import Looked, look_at, version_text
from ui.editing.saving import save
from ui.editing.settings import settings
from ui.editing.sitting import SEARCH, Sitting, sitting_of
from ui.editing.view import View, view_of
from ui.language import language, say
from ui.look import colour
from ui.whole import whole

_ROW_HEIGHT, _HEAD, _MOST = 33, 35, 620


def draw_table(sitting: Sitting, looked: Looked, part: Part) -> None:
    """Everything of one sheet."""
    _tools(sitting)
    issues = looked.issues_of(part.sheet.key)
    made_of = (sitting.version, sitting.search, sitting.issues_first, sitting.only_row)
    view = view_of(
        looked.document, part, issues,
        search=sitting.search, issues_first=sitting.issues_first, only_row=sitting.only_row,
    )  # fmt: skip
    shown = sitting.table(part.sheet.key, view, made_of)
    view = shown.view
    frame = frame_of(looked.document, part, view, issues, language())
    columns = [(column, texts_of(looked.document, part, view, column)) for column in view.columns]
    key = f"data-{sitting.school}-{part.sheet.key}-{shown.number}"
    keys = [column.key for column in view.columns]
    st.data_editor(
        _coloured(frame),
        key=key,
        num_rows="fixed",
        hide_index=True,
        column_order=[ROW, PICK, keys[0], ISSUE, *keys[1:]],
        column_config=settings(columns, looked.seen.context, looked.language, any(frame[ISSUE])),
        on_change=whole(_on_change),
        args=(key, part.sheet.key),
        height=min(_MOST, _HEAD + _ROW_HEIGHT * max(3, len(frame)) + 4),
        row_height=_ROW_HEIGHT,
        placeholder=" ",
        alt=say(part.sheet.title),
    )
    _below(part, view, key)


def _tools(sitting: Sitting) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="data-tools"):
        search = st.text_input(
            say(Text("查找", "Find")), key=SEARCH, width=210,
            placeholder=say(Text("按姓名、学科、专长等查找", "Find by name, subject, skill …")),
            label_visibility="collapsed",
        )  # fmt: skip
        words = {True: Text("有问题的在前", "Issues first"), False: Text("按表格顺序", "Sheet order")}
        first = st.segmented_control(
            say(Text("次序", "Order")), [True, False], default=sitting.issues_first, required=True,
            format_func=lambda way: say(words[way]), label_visibility="collapsed", key="data-order",
        )  # fmt: skip
        if sitting.only_row is not None:
            row = sitting.only_row
            label = Text(f"只看第 {row} 行　✕ 看全部", f"Only row {row}　✕ show all")
            if st.button(say(label), type="tertiary", key="data-all-rows"):
                sitting.only_row = None
                st.rerun()
        st.html(f'<span class="k-sub">{say(_HINT)}</span>')
    if search != sitting.search or bool(first) != sitting.issues_first:
        sitting.search, sitting.issues_first, sitting.only_row = search, bool(first), None


_HINT = Text("双击单元格修改，可从 Excel 成片粘贴", "Double-click a cell to edit; paste blocks from Excel")


def _on_change(key: str, sheet: str) -> None:
    """Called back before a run when something was entered in the browser."""
    state, now = st.session_state.get(key), desk()
    if now.school is not None and isinstance(state, Mapping):
        enter(now, sitting_of(now.school.id), sheet, state.get("edited_rows", {}), language())


def enter(now: Desk, sitting: Sitting, sheet: str, entries: Entries, spoken: Language) -> None:
    """The document with these entries becomes the next version."""
    shown = sitting.shown.get(sheet)
    if shown is None:
        return
    before = document_from_json(version_text(now.store, sitting.school, sitting.version))
    after = entered(before, shown.view, entries, spoken)
    if after.document == before:
        return
    if save(now, sitting, after.document):
        sitting.renamed, sitting.renamed_in = renamed(before, after.document, shown.view, entries), sitting.version
        # What the browser shows already holds the entry, so the table stays and with it the place and the focus.
        shown.view = after.view
        shown.made_of = (sitting.version, *shown.made_of[1:]) if after.as_shown else ()
    else:
        shown.made_of = ()


def _coloured(frame: pd.DataFrame) -> "pd.io.formats.style.Styler":
    """Issues in the colour of their kind; only columns that cannot be edited take a colour."""
    err, warn, faint = colour("err"), colour("warn"), colour("ink-3")

    def of(text: object) -> str:
        return f"color: {err if str(text).startswith('✕') else warn}"

    styler = frame.style.map(of, subset=[ISSUE])
    return styler.map(lambda _: f"color: {faint}", subset=[ROW])


def _below(part: Part, view: View, key: str) -> None:
    """Remove the picked rows; paste rows from a spreadsheet."""
    if part.sheet.layout is Layout.FIXED:
        return
    asked = (key, part.sheet.key)
    rows = _picked(key, view)
    with st.container(horizontal=True, vertical_alignment="center", key="data-below"):
        if rows:
            label = Text(f"删除选中的 {len(rows)} 行", f"Remove the {len(rows)} picked rows")
            st.button(say(label), key="data-remove", on_click=whole(_on_remove), args=asked)
        with st.popover(say(Text("粘贴多行…", "Paste rows…"))):
            order = "、".join(say(column.title) for column in view.columns if not column.given)
            st.html(f'<p class="k-sub">{escape(say(_PASTE) + order)}</p>')
            st.text_area(
                say(Text("要加的行", "Rows to add")), key=f"{key}-paste", label_visibility="collapsed", height=140
            )
            label = Text("加到表的末尾", "Add at the end")
            st.button(say(label), type="primary", key="data-paste", on_click=whole(_on_paste), args=asked)
        st.html(f'<span class="k-sub">{escape(say(_ADD))}</span>')


def _picked(key: str, view: View) -> tuple[int, ...]:
    state = st.session_state.get(key)
    return picked(state.get("edited_rows", {}), view) if isinstance(state, Mapping) else ()


def _on_remove(key: str, sheet: str) -> None:
    """Called back: what was typed just before has been saved by then, so the document is read anew."""
    now = desk()
    if now.school is not None and (shown := sitting_of(now.school.id).shown.get(sheet)) is not None:
        sitting = sitting_of(now.school.id)
        before = document_from_json(version_text(now.store, sitting.school, sitting.version))
        save(now, sitting, without_picked(before, shown.view, _picked(key, shown.view)))


def _on_paste(key: str, sheet: str) -> None:
    """Called back, as `_on_remove`."""
    now, text = desk(), str(st.session_state.get(f"{key}-paste") or "")
    if now.school is not None and text.strip() and (shown := sitting_of(now.school.id).shown.get(sheet)) is not None:
        sitting = sitting_of(now.school.id)
        looked = look_at(version_text(now.store, sitting.school, sitting.version))
        save(now, sitting, pasted(looked.document, shown.view, text, looked.language))


_PASTE = Text("从 Excel 复制几行，粘在这里；列的次序：", "Copy rows in Excel and paste them here; order of columns: ")
_ADD = Text("在末尾的空行里填写，就是加一行。", "Fill in an empty line at the end to add a row.")
