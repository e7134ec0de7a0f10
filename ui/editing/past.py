"""The history of a school's data: who changed what when, each edit with a way back; versions compared."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from html import escape

import streamlit as st

from exchange.document import DocumentChange, changes_between, counted, document_from_json
from models import Text
from store import SchoolId, VersionHead
from ui import marks
from ui.desk import Desk
from ui.editing.looked import version_text
from ui.editing.saving import return_to, take_back
from ui.editing.sitting import Sitting
from ui.language import language, say
from ui.whole import whole

COMPARING = "data-comparing"  # the version that somebody asked to compare with, until it is shown
_SHOWN = 6
_LISTED = 300


def draw_history(now: Desk, sitting: Sitting) -> None:
    """The newest versions, and ways to the others."""
    heads = now.store.versions(SchoolId(sitting.school))
    with st.container(border=True, key="data-history"):
        with st.container(horizontal=True, vertical_alignment="center", key="data-history-head"):
            marks.section(Text("修改历史", "History"))
            label = Text(f"全部 {len(heads)} 条", f"All {len(heads)}")
            if st.button(say(label), type="tertiary", key="data-all-history"):
                every_version(now, sitting)
        for head in heads[:_SHOWN]:
            with st.container(horizontal=True, key=f"data-past-{head.number}"):
                st.html(entry_html(head))
                if head.number > 1:
                    key, asked = f"data-back-{head.number}", (now, sitting, head.number)
                    st.button(say(_UNDO), key=key, on_click=whole(take_back), args=asked)
        st.html(f'<p class="k-note">{escape(say(_PROMISE))}</p>')
        if len(heads) > 1:
            with st.container(horizontal=True, key="data-history-foot"):
                _ways(now, sitting, heads[1], "last")


_UNDO = Text("撤销", "Undo")
_PROMISE = Text(
    "导入从不覆盖：每次修改和导入都生成新版本，旧版本、已发布的课表和记录都在。",
    "Nothing is overwritten: each edit and import makes a new version; old versions and published timetables stay.",
)


def _ways(now: Desk, sitting: Sitting, head: VersionHead, where: str) -> None:
    """Compare the document with that of a version; go back to it."""
    number = head.number
    ask = say(Text(f"和第 {number} 版对比", f"Compare with {number}"))
    if st.button(ask, key=f"data-compare-{where}-{number}", on_click=whole(_ask_to_compare), args=(number,)):
        st.rerun()
    back = say(Text(f"回到第 {number} 版", f"Back to {number}"))
    if st.button(back, key=f"data-return-{where}-{number}", on_click=whole(return_to), args=(now, sitting, number)):
        st.rerun()


def _ask_to_compare(number: int) -> None:
    st.session_state[COMPARING] = number


def entry_html(head: VersionHead, when: str | None = None) -> str:
    """Time, note, who and which version."""
    note = say(head.note)
    first, space, rest = note.partition("：" if language() == "zh" and "：" in note[:6] else " ")
    wrong = escape(say(Text("有错误，不能排课", "has errors: no timetable can be made of it")))
    mark = "" if head.readable else f'<span class="err" title="{wrong}">✕</span> '
    number = say(Text(f"第 {head.number} 版", f"version {head.number}"))
    return (
        f'<div class="k-past"><span class="t">{escape(when or moment(head.when))}</span><span><b>{escape(first)}</b>'
        f"{escape(space + rest)}<small>{mark}{escape(head.who)} · {escape(number)}</small></span></div>"
    )


def moment(when: datetime) -> str:
    """14:41 for today, 昨天, else the date."""
    here = when.astimezone()
    days = (datetime.now().astimezone().date() - here.date()) // timedelta(days=1)
    if days == 0:
        return f"{here:%H:%M}"
    return say(Text("昨天", "yesterday")) if days == 1 else f"{here:%m-%d}"


def every_version(now: Desk, sitting: Sitting) -> None:
    """All versions, each with its ways, in a window over the page."""
    st.dialog(say(Text("修改历史", "History")), width="large")(_every_version)(now, sitting)


def _every_version(now: Desk, sitting: Sitting) -> None:
    for head in now.store.versions(SchoolId(sitting.school))[:200]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"data-every-{head.number}"):
            st.html(entry_html(head, f"{head.when.astimezone():%m-%d %H:%M}"))
            if head.number != sitting.version:
                _ways(now, sitting, head, "every")


def compare(now: Desk, sitting: Sitting, number: int) -> None:
    """What is otherwise now than in an earlier version, in a window over the page."""
    st.dialog(say(Text("对比", "Compare")), width="large")(_compare)(now, sitting, number)


def _compare(now: Desk, sitting: Sitting, number: int) -> None:
    old, new = (document_from_json(version_text(now.store, sitting.school, n)) for n in (number, sitting.version))
    changes = changes_between(old, new)
    words = counted(changes)
    marks.notice(
        Text(f"从第 {number} 版到现在（第 {sitting.version} 版）：{words.zh}",
             f"From version {number} to now (version {sitting.version}): {words.en}")
    )  # fmt: skip
    st.html(changes_html(changes))
    back = say(Text(f"回到第 {number} 版", f"Back to version {number}"))
    if changes and st.button(back, key="data-compare-return", on_click=whole(return_to), args=(now, sitting, number)):
        st.rerun()


def changes_html(changes: Sequence[DocumentChange]) -> str:
    """All changes by sheet."""
    sheets: dict[str, list[str]] = {}
    for change in changes[:_LISTED]:
        cell = f" <code>{escape(change.cell)}</code>" if change.cell else ""
        sheets.setdefault(say(change.sheet), []).append(f"<li>{escape(say(change.text))}{cell}</li>")
    more = len(changes) - _LISTED
    tail = "" if more <= 0 else f'<p class="k-sub">{escape(say(Text(f"还有 {more} 处", f"{more} more")))}</p>'
    lists = (f"<h3>{escape(sheet)}</h3><ul>{''.join(lines)}</ul>" for sheet, lines in sheets.items())
    return f'<div class="k-changes">{"".join(lists)}{tail}</div>'
