"""An uploaded workbook: its issues with cells; or what it changes, and then a new school or a new version."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from exchange.document import Document, blank_document, document_json, workbook_of
from exchange.document.changes import DocumentChange, changes_between, counted
from models import Text
from scheduler.rules import rule_cards
from store import SavedSchool, StoreError
from ui import marks
from ui.desk import Desk, choose_school, version_of
from ui.language import language, say
from ui.places import exists, go
from ui.saved.beginning import Incoming, add, document_in, incoming, renamed
from ui.saved.issues import issues_html

_MOST_SHOWN = 40  # changes of one sheet


def upload_panel(now: Desk) -> None:
    """Choose a file; what is in it; what to do with it."""
    sent = st.file_uploader(
        say(Text("上传工作簿（.xlsx）", "Upload a workbook (.xlsx)")), type=["xlsx"], key="upload", max_upload_size=50
    )
    if sent is None:
        marks.faint(
            Text(
                "先看有没有错、改了什么，再决定存不存；旧数据不会被覆盖。",
                "You see what is wrong and what changes before anything is saved; nothing is overwritten.",
            )
        )
        return
    read = _read(sent.getvalue(), sent.name)
    if read.document is None:
        marks.notice(Text("这个文件打不开。", "This file cannot be opened."), "err")
        st.html(issues_html(read.issues))
        return
    _what_is_wrong(read)
    _what_to_do(now, read, sent.name)


@st.cache_data(show_spinner=False, max_entries=4)
def _read(content: bytes, name: str) -> Incoming:
    return incoming(content, name, rule_cards())


def _what_is_wrong(read: Incoming) -> None:
    errors, warnings = len(read.errors), len(read.issues) - len(read.errors)
    if errors:
        marks.notice(
            Text(f"有 {errors} 处错误要改。", f"{errors} mistakes to mend."),
            "err",
            Text(
                "可以在 Excel 里改好再上传，也可以先存下来，在“数据”里改。",
                "Mend them in Excel and upload again; or save it now and mend them on the screen Data.",
            ),
        )
    elif warnings:
        marks.notice(Text(f"没有错误，有 {warnings} 处提醒。", f"No mistake, {warnings} remarks."), "warn")
    else:
        marks.notice(Text("没有错误。", "No mistake."), "ok")
    if read.issues:
        with st.container(height=280 if len(read.issues) > 6 else "content", border=True, key="upload-issues"):
            st.html(issues_html(read.issues))


def _what_to_do(now: Desk, read: Incoming, file: str) -> None:
    named = f"{read.school}/{read.term}"  # another workbook's names must not stay in the fields
    school = st.text_input(say(Text("学校", "School")), read.school, key=f"school/{named}", max_chars=80).strip()
    term = st.text_input(say(Text("学期", "Term")), read.term, key=f"term/{named}", max_chars=80).strip()
    if not (school and term):
        marks.faint(Text("请写上学校和学期。", "Name the school and the term."))
        return
    read = renamed(read, school, term, rule_cards())
    same = next((s for s in now.store.schools() if (s.name, s.term) == (school, term)), None)
    if same is not None:
        _new_version(now, read, same, file)
    else:
        ready = read.problem is not None
        label = (
            Text("存为新学校，去排课", "Save as a new school")
            if ready
            else Text("先存下来，再改", "Save it, then mend")
        )
        if st.button(say(label), type="primary", key="upload-new"):
            note = Text(f"上传 {file}", f"Uploaded {file}")
            _saved(partial(add, now.store, read, now.who, note), ready)


def _new_version(now: Desk, read: Incoming, same: SavedSchool, file: str) -> None:
    """The school is there: what the workbook would change against its newest version."""
    version = version_of(now.store, same.id, same.newest)
    document = read.document or Document()
    changes = changes_between(document_in(version, rule_cards()), document)
    if not changes:
        marks.notice(
            Text(
                f"和第 {version.number} 版一样，没有要存的。", f"The same as version {version.number}: nothing to save."
            ),
            "ok",
        )
        return
    st.html(_changes_html(changes))
    number = version.number + 1
    if st.button(
        say(Text(f"存为“{same.name}”的第 {number} 版", f'Save as version {number} of "{same.name}"')),
        type="primary",
        key="upload-version",
    ):
        note = Text(f"上传 {file}：{counted(changes).zh}", f"Uploaded {file}: {counted(changes).en}")

        def work() -> SavedSchool:
            now.store.save_version(
                same.id,
                document=document_json(document),
                problem=read.problem,
                who=now.who,
                note=note,
                after=version.number,
            )
            return same

        _saved(work, read.problem is not None)


def _saved(work: Callable[[], SavedSchool], ready: bool) -> None:
    try:
        choose_school(work().id)
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    go("solve" if ready or not exists("data") else "data")
    st.rerun()


def _changes_html(changes: tuple[DocumentChange, ...]) -> str:
    """Sheet by sheet: how many, and each of them folded up."""
    by_sheet: defaultdict[Text, list[DocumentChange]] = defaultdict(list)
    for change in changes:
        by_sheet[change.sheet].append(change)
    parts = []
    for sheet, found in by_sheet.items():
        items = "".join(f"<li>{escape(say(change.text))}</li>" for change in found[:_MOST_SHOWN])
        if len(found) > _MOST_SHOWN:
            more = len(found) - _MOST_SHOWN
            items += f"<li>{escape(say(Text(f'还有 {more} 处', f'and {more} more')))}</li>"
        head = f"<b>{escape(say(sheet))}</b> {escape(say(counted(found)))}"
        parts.append(f"<details><summary>{head}</summary><ul>{items}</ul></details>")
    return f'<div class="k-unmet">{"".join(parts)}</div>'


def blank_workbook() -> bytes:
    """The blank workbook that a school fills in, with examples, in the language of the session."""
    spoken, cards = language(), rule_cards()
    return workbook_of(blank_document(cards, spoken, examples=True), cards, spoken, blank=True)
