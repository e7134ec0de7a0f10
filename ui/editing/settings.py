"""How the columns of a table are edited: with which widget, words, limits, width and hint."""

from collections.abc import Sequence

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from exchange.columns import Column, Context
from exchange.columns.reference_cells import GradesCell, RefCell, RefsCell, SlotsCell
from exchange.columns.simple_cells import WholeCell
from exchange.directory import Kind
from exchange.document.edits import LONGEST
from exchange.document.typed import bare
from exchange.spelling import split_list
from models import Day, Language, Slot, Text
from ui.editing.entering import PICK
from ui.editing.frame import ISSUE, ROW
from ui.editing.values import CellKind
from ui.editing.view import ViewColumn
from ui.language import say


def settings(
    columns: Sequence[tuple[ViewColumn, Sequence[str]]], context: Context, language: Language, troubled: bool
) -> dict[str, ColumnConfig]:
    """By column of the frame. `columns` with the texts that stand in them; `language` is the document's."""
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
        made[column.key] = _setting(column, texts, context, language, first=number == 0)
    return made


def _setting(
    column: ViewColumn, texts: Sequence[str], context: Context, language: Language, first: bool
) -> ColumnConfig:
    title, hint = say(column.title), None
    if column.column is not None:
        must = Text("必填。", "Required. ") if column.column.required else Text("", "")
        hint = say(must) + say(column.column.note)
    width = _width(title, texts, column.kind)
    words = _words(column.column, context, language)
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
                title, width=width, help=hint, options=options, pinned=first or None
            )
        case CellKind.CHOICES:
            used = (item for text in texts for item in split_list(bare(text)))
            options = list(dict.fromkeys((*words, *used)))
            return st.column_config.MultiselectColumn(
                title, width=width, help=hint, options=options, accept_new_options=True, pinned=first or None
            )
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


def _words(column: Column | None, context: Context, language: Language) -> list[str]:
    """What may be chosen."""
    if column is None:
        return []
    directory = context.directory
    match column.cell:
        case RefCell(kind=kind) | RefsCell(kind=kind):
            return list(directory.ids(kind))
        case GradesCell(classes_too=both):
            every = Text("全校", "whole school").in_language(language)
            return [every, *directory.ids(Kind.GRADE), *(directory.ids(Kind.CLASS) if both else ())]
        case SlotsCell():
            opened = context.slots.opened
            days = [Day(day).title.in_language(language) for day in dict.fromkeys(day for day, _ in opened)]
            return [*(Slot(day, period, 1).title(1, language) for day, period in opened), *days]
        case cell:
            return cell.choices(language)


def _width(title: str, texts: Sequence[str], kind: CellKind) -> int:
    """Wide enough for the heading and for nine in ten of the texts."""
    lengths = sorted(_length(text) for text in texts if text)
    usual = lengths[len(lengths) * 9 // 10] if lengths else 0
    chips = 16 if kind is CellKind.CHOICES else 0
    return int(max(_length(title) * 7 + 40, min(usual * 7 + 28 + chips, 220)))


def _length(text: str) -> int:
    return sum(2 if ord(c) > 0x2E80 else 1 for c in text)
