"""How the columns of a table are edited: with which widget, words, limits, width and hint."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from exchange.columns import Context
from exchange.columns.simple_cells import WholeCell
from exchange.document.edits import LONGEST
from exchange.document.typed import bare
from exchange.spelling import split_list
from models import Language, Text
from ui.editing.choosing import words_of
from ui.editing.entering import PICK
from ui.editing.frame import ISSUE, ROW
from ui.editing.values import CellKind
from ui.editing.view import ViewColumn
from ui.language import language, say


def settings(
    columns: Sequence[tuple[ViewColumn, Sequence[str]]], context: Context, written: Language, troubled: bool
) -> dict[str, ColumnConfig]:
    """By column of the frame. `columns` with the texts that stand in them; `written`: in which language."""
    made: dict[str, ColumnConfig] = {
        ROW: st.column_config.NumberColumn(
            say(Text("行", "Row")), width=44, disabled=True, pinned=True, format="%d",
            help=say(Text("工作表里的行号", "The row on the sheet")),
        ),
        PICK: st.column_config.CheckboxColumn(
            say(Text("选", "Pick")), width=52, pinned=True,
            help=say(Text("勾选后可以删除这一行", "Pick to remove the row")),
        ),
        ISSUE: st.column_config.TextColumn(
            say(Text("问题", "Issue")), width=300 if troubled else 60, disabled=True, pinned=False
        ),
    }  # fmt: skip
    for number, (column, texts) in enumerate(columns):
        made[column.key] = _setting(column, texts, context, written, first=number == 0)
    return made


def _setting(
    column: ViewColumn, texts: Sequence[str], context: Context, written: Language, first: bool
) -> ColumnConfig:
    title, hint = say(column.title), None
    if column.column is not None:
        must = Text("必填。", "Required. ") if column.column.required else Text("", "")
        hint = say(must) + say(column.column.note)
    words = words_of(column.column, context, written, language())
    width = _width(title, [words.get(text, text) for text in texts], column.kind)
    match column.kind:
        case CellKind.WHOLE:
            assert column.column is not None
            cell = column.column.cell
            least, most = (cell.least, cell.most) if isinstance(cell, WholeCell) else (None, None)
            return st.column_config.NumberColumn(
                title,
                width=width,
                help=hint,
                min_value=least,
                max_value=most,
                step=1,
                format="%d",
                pinned=first or None,
            )
        case CellKind.CHOICE:
            options = list(dict.fromkeys((*words, *(bare(text) for text in texts if text))))
            return st.column_config.SelectboxColumn(
                title, width=width, help=hint, options=options, pinned=first or None,
                format_func=lambda word: words.get(str(word), str(word)),
            )  # fmt: skip
        case CellKind.CHOICES:
            used = (item for text in texts for item in split_list(bare(text)))
            options = list(dict.fromkeys((*words, *used)))
            return st.column_config.MultiselectColumn(
                title, width=width, help=hint, options=options, accept_new_options=True, pinned=first or None,
                format_func=lambda word: words.get(word, word),
            )  # fmt: skip
        case CellKind.DATE:
            return st.column_config.DateColumn(title, width=width, help=hint, format="YYYY-MM-DD", pinned=first or None)
        case CellKind.TIME:
            return st.column_config.TimeColumn(
                title, width=width, help=hint, format="HH:mm", step=60, pinned=first or None
            )
        case _:
            number = column.column is not None and isinstance(column.column.cell, WholeCell)
            return st.column_config.TextColumn(
                title, width=width, help=hint, max_chars=LONGEST, disabled=column.given or None,
                pinned=first or None, alignment="right" if number else None,
            )  # fmt: skip


def _width(title: str, texts: Sequence[str], kind: CellKind) -> int:
    """Wide enough for the heading and for nine in ten of the texts."""
    lengths = sorted(_length(text) for text in texts if text)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    chips = 16 if kind is CellKind.CHOICES else 0
    return int(max(_length(title) * 7 + 40, min(usual * 7 + 28 + chips, 220)))


def _length(text: str) -> int:
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)
