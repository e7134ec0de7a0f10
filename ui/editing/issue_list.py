"""The issues of a sheet, worst first: where, what, why, and a button for each obvious cure."""

from collections.abc import Sequence
from html import escape

import streamlit as st
from openpyxl.utils.cell import coordinate_to_tuple

from exchange.document import Fix, document_from_json, fixed, fixes_for
from models import Issue, Severity, Text
from scheduler.rules import rule_cards
from ui.desk import desk
from ui.editing.frame import short
from ui.editing.labels import literally
from ui.editing.looked import Looked, version_text
from ui.editing.saving import save
from ui.editing.sitting import Sitting, show_row
from ui.language import language, say
from ui.whole import whole

_SHOWN = 5


def draw_issues(sitting: Sitting, looked: Looked, issues: Sequence[Issue]) -> None:
    """A card with a line for each; nothing where there is no issue."""
    if not issues:
        return
    ordered = sorted(issues, key=lambda issue: issue.severity is not Severity.ERROR)
    shown = ordered if sitting.every_issue else ordered[:_SHOWN]
    with st.container(border=True, key="data-issues"):
        for number, issue in enumerate(shown):
            _line(sitting, looked, issue, number)
        if len(ordered) > _SHOWN:
            more = len(ordered) - _SHOWN
            label = Text("只看前几处", "Show fewer") if sitting.every_issue else Text(f"还有 {more} 处", f"{more} more")
            if st.button(say(label), type="tertiary", key="data-every-issue"):
                sitting.every_issue = not sitting.every_issue
                st.rerun()


def _line(sitting: Sitting, looked: Looked, issue: Issue, number: int) -> None:
    fixes = fixes_for(issue, looked.document, looked.parts, looked.seen, rule_cards())
    with st.container(horizontal=True, vertical_alignment="center", key=f"data-issue-{number}"):
        st.html(line_html(issue, fixes))
        for place, fix in enumerate(fixes):
            likely = fix.likely and place == 0
            st.button(
                literally(say(fix.label)),
                type="primary" if likely else "secondary",
                key=f"fix-{number}-{place}",
                on_click=whole(_apply),
                args=(sitting, sitting.version, fix),
            )
        in_table = issue.cell is not None and issue.sheet != looked.part("school").name
        if in_table:
            row = coordinate_to_tuple(str(issue.cell))[0]
            label = say(Text("看这一行", "See the row"))
            st.button(label, key=f"see-{number}", on_click=whole(show_row), args=(sitting, row))


def line_html(issue: Issue, fixes: Sequence[Fix] = ()) -> str:
    """Sign, place, sentence, and what speaks for the first fix."""
    error = issue.severity is Severity.ERROR
    sign, tone = ("✕", "err") if error else ("！", "warn")
    place = f"'{issue.sheet}'" if issue.sheet else ""
    place += f"!{issue.cell}" if issue.cell else ""
    why = next((say(fix.why) for fix in fixes if fix.why is not None), "")
    why = f" {why}" if why and language() == "en" else why
    word = say(Text("错误", "Error") if error else Text("请确认", "Please check"))
    return (
        f'<div class="k-issue"><span class="i {tone}" title="{escape(word)}">{sign}</span>'
        f"<code>{escape(place)}</code><span>{escape(short(issue, language()))}{escape(why)}</span></div>"
    )


def _apply(sitting: Sitting, version: int, fix: Fix) -> None:
    """Called back. The cure is one of this version: where the document has changed since, it is offered anew."""
    if version != sitting.version:
        return
    now = desk()
    save(now, sitting, fixed(document_from_json(version_text(now.store, sitting.school, version)), fix))
    sitting.only_row = None
