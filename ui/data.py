"""数据: every sheet of the school in tables, with what is wrong beside the rows, undo, history, files in and out."""

from html import escape

import streamlit as st

from exchange.columns import Layout
from exchange.document import Document, changes_between, document_from_json, merged, said, workbook_of
from exchange.document.naming import with_name_followed
from models import Severity, Text
from scheduler.rules import rule_cards
from store import SchoolId
from ui import marks
from ui.desk import Desk, desk, need_problem, version_of
from ui.editing.entering import NewName
from ui.editing.form import draw_form
from ui.editing.groups import GROUPS, Group, count, label
from ui.editing.importing import import_workbook
from ui.editing.issue_list import draw_issues
from ui.editing.labels import literally
from ui.editing.looked import Looked, look_at, text_of, version_text
from ui.editing.past import COMPARING, compare, draw_history, moment
from ui.editing.proposing import draw_proposal
from ui.editing.saving import redo, save, settle, undo
from ui.editing.sitting import Sitting, show_group, sitting_of
from ui.editing.table import draw_table
from ui.language import say
from ui.places import exists, go
from ui.whole import whole

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def page() -> None:
    """The screen."""
    now = desk()
    if now.school is None or now.version is None:
        need_problem()
        return
    sitting = sitting_of(now.school.id)
    sitting.version = now.version.number
    looked = look_at(text_of(now.version))
    _head(now, sitting, looked)
    _tabs(sitting, looked)
    group = next(group for group in GROUPS if group.key == sitting.group)
    left, right = st.columns([3.1, 1], gap="small")
    with left:
        _told(sitting)
        if sitting.clash is not None:
            _clash(now, sitting)
        _follow(sitting)
        _state(sitting, looked)
        sheet = _sheet(sitting, looked, group)
        draw_issues(sitting, looked, looked.issues_of(sheet))
        if sheet == "calendar":
            draw_proposal(sitting, looked)
        part = looked.part(sheet)
        if part.sheet.layout is Layout.FORM:
            draw_form(sitting, looked, part)
        else:
            draw_table(sitting, looked, part)
    with right:
        draw_history(now, sitting)
    if (number := st.session_state.pop(COMPARING, None)) is not None:
        compare(now, sitting, int(number))


def _head(now: Desk, sitting: Sitting, looked: Looked) -> None:
    version = now.version
    assert version is not None
    saved = Text(f"第 {version.number} 版 · {moment(version.when)} 已保存",
                 f"Version {version.number} · saved {moment(version.when)}")  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        marks.heading(Text("数据", "Data"), saved)
        for words, key, steps, back in (
            (Text("↶ 撤销", "↶ Undo"), "data-undo", sitting.past, undo),
            (Text("↷ 重做", "↷ Redo"), "data-redo", sitting.future, redo),
        ):
            st.button(say(words), key=key, disabled=not steps, on_click=whole(back), args=(now, sitting))
        assert now.school is not None
        st.download_button(
            say(Text("下载工作簿", "Download")),
            lambda: workbook_of(looked.document, rule_cards(), looked.language),
            file_name=f"{now.school.name} {now.school.term} 第{version.number}版.xlsx",
            mime=_XLSX,
            key="data-download",
            on_click="ignore",
        )
        if st.button(say(Text("导入工作簿…", "Import…")), key="data-open-import"):
            import_workbook(now, sitting, looked)
        if exists("solve"):
            blocked = looked.seen.reading.problem is None
            hint = say(Text("改完错误就能排课", "Possible as soon as the errors are mended")) if blocked else None
            if st.button(say(Text("去排课", "Solve")), type="primary", key="data-solve", disabled=blocked, help=hint):
                go("solve")


def _tabs(sitting: Sitting, looked: Looked) -> None:
    with st.container(horizontal=True, key="data-tabs"):
        for group in GROUPS:
            issues = [issue for sheet in group.sheets for issue in looked.issues_of(sheet)]
            mark = "on" if group.key == sitting.group else "off"
            with st.container(key=f"data-tab-{mark}-{group.key}", width="content"):
                words = label(group, looked.rows, issues, say(group.title))
                key = f"data-group-{group.key}"
                st.button(words, type="tertiary", key=key, on_click=whole(show_group), args=(sitting, group.key))


def _told(sitting: Sitting) -> None:
    if sitting.said is not None:
        text, tone = sitting.said
        sitting.said = None
        marks.notice(text, tone)


def _follow(sitting: Sitting) -> None:
    """A thing got another name: shall what refers to it follow?"""
    new = sitting.renamed
    if new is None or sitting.renamed_in != sitting.version:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="data-follow"):
        marks.notice(
            Text(f"“{new.old}”改名为“{new.new}”，别处还有 {new.cells} 格写着“{new.old}”。",
                 f"“{new.old}” is called “{new.new}” now; {new.cells} other cells still say “{new.old}”.")
        )  # fmt: skip
        label = Text(f"这 {new.cells} 格也改成 {new.new}", f"Change these {new.cells} cells too")
        st.button(
            literally(say(label)), type="primary", key="data-follow-yes", on_click=whole(_rename), args=(sitting, new)
        )


def _rename(sitting: Sitting, new: NewName) -> None:
    now = desk()
    document = with_name_followed(_document(now, sitting, sitting.version), new.kind, new.old, new.new)
    note = Text(f"改名 {new.old} → {new.new}（{new.cells} 格）", f"Renamed {new.old} → {new.new} ({new.cells} cells)")
    save(now, sitting, document, note)


def _state(sitting: Sitting, looked: Looked) -> None:
    """One sentence: whether a timetable can be made of this."""
    errors, warnings = count(looked.issues)
    if errors:
        check = Text(f"，{warnings} 处请确认", f", {warnings} to check") if warnings else Text("", "")
        away = [g for g in GROUPS if g.key != sitting.group and any(
            i.severity is Severity.ERROR for s in g.sheets for i in looked.issues_of(s))]  # fmt: skip
        where = Text("改完这几处，“去排课”就能点。", "Mend them, and “Solve” can be pressed.")
        if away:
            where = Text(f"别的页上也有：{'、'.join(g.title.zh for g in away)}。",
                         f"Some are elsewhere: {', '.join(g.title.en for g in away)}.")  # fmt: skip
        marks.notice(
            Text(
                f"还不能排课：有 {errors} 处错误要改{check.zh}。",
                f"No timetable yet: {errors} {'error' if errors == 1 else 'errors'} to mend{check.en}.",
            ),
            "err",
            where,
        )
    elif warnings:
        marks.notice(
            Text(f"可以排课；有 {warnings} 处请确认。", f"Ready for a timetable; {warnings} things to check."), "warn"
        )


def _sheet(sitting: Sitting, looked: Looked, group: Group) -> str:
    """Which sheet of the tab is open."""
    if len(group.sheets) == 1:
        return group.sheets[0]
    counts = looked.rows

    def words(key: str) -> str:
        title = say(looked.part(key).sheet.title)
        return label(Group(key, looked.part(key).sheet.title, (key,)), counts, looked.issues_of(key), title)

    with st.container(horizontal=True, key="data-sheets"):
        for key in group.sheets:
            on = key == sitting.sheets.get(group.key, group.sheets[0])
            with st.container(key=f"data-sheet-{'on' if on else 'off'}-{key}", width="content"):
                st.button(
                    words(key), key=f"data-open-{key}", on_click=whole(show_group), args=(sitting, group.key, key)
                )
    return sitting.sheets.get(group.key, group.sheets[0])


def _clash(now: Desk, sitting: Sitting) -> None:
    """Somebody else saved meanwhile: both versions, and what to do."""
    clash = sitting.clash
    assert clash is not None
    base, theirs = (_document(now, sitting, number) for number in (clash.base, sitting.version))
    mine = document_from_json(clash.mine)
    head = version_of(now.store, SchoolId(sitting.school), sitting.version)
    marks.notice(
        Text(f"{head.who}在 {moment(head.when)} 存了第 {head.number} 版，您的改动还没有保存。",
             f"{head.who} saved version {head.number} at {moment(head.when)}; your edit is not saved yet."),
        "warn",
    )  # fmt: skip
    with st.container(border=True, key="data-clash"):
        for who, changed in (
            (Text(f"第 {head.number} 版（{head.who}）", f"Version {head.number} ({head.who})"), theirs),
            (Text("您的改动", "Your edit"), mine),
        ):
            st.html(f"<p><b>{escape(say(who))}</b>　{escape(say(said(changes_between(base, changed))))}</p>")
        both = merged(base, mine, theirs)
        with st.container(horizontal=True, key="data-clash-ways"):
            ways = {
                "both": Text("两边的改动都要", "Keep both"),
                "mine": Text(f"用我的，不要第 {head.number} 版的改动", f"Keep mine, without version {head.number}'s"),
                "theirs": Text("放弃我的改动", "Drop mine"),
            }
            if both.clashes:
                ways.pop("both")
            for way, words in ways.items():
                if st.button(say(words), type="primary" if way == "both" else "secondary", key=f"clash-{way}"):
                    settle(now, sitting, way)
                    st.rerun()


def _document(now: Desk, sitting: Sitting, number: int) -> Document:
    return document_from_json(version_text(now.store, sitting.school, number))
