"""Erase for good: a school that was put away, or old versions of its data. Asks twice, and offers a backup first."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from models import Text
from store import Erasure, SavedSchool, StoreError
from ui import marks
from ui.desk import Desk, forget
from ui.language import say
from ui.saved.keeping import backup_bytes

_STAYS = Text(
    "以前的备份文件，和恢复、更新前自动留下的副本不会被删：不要了请自己删掉。",
    "Backups, and copies kept before a restore or an update, are files of their own: delete them yourself.",
)


def erase_box(now: Desk, school: SavedSchool) -> None:
    """永久删除…, for a school that is out of the list: what goes, a backup, its name as the second yes."""
    with st.popover(say(Text("永久删除…", "Erase for good…"))):
        held = now.store.held(school.id)
        marks.notice(_what_goes(school, held), "err")
        marks.faint(_STAYS)
        _backup(now, f"school-{school.id}")
        label = Text(f"要删除，请输入学校名称：{school.name}", f"To erase it, type the school's name: {school.name}")
        typed = st.text_input(say(label), key=f"erase-name-{school.id}")
        button = say(Text(f"永久删除“{school.name}”{school.term}", f"Erase {school.name}, {school.term}, for good"))
        if st.button(button, key=f"erase-{school.id}", disabled=typed.strip() != school.name):
            _done(lambda: now.store.erase_school(school.id))


def history_box(now: Desk, school: SavedSchool) -> None:
    """The old versions of a school in the list; the newest, and those of saved timetables, stay."""
    with st.container(key=f"history-{school.id}"):
        st.markdown(f"**{say(Text('永久删除旧版本', 'Erase old versions for good'))}**")
        text = Text(
            "旧数据里可能有已离开的人。最新一版，和现有课表用到的版本会留下；不能撤销，别的版本再也回不去。",
            "Old data may name people who have left. The newest version and those of saved timetables stay; "
            "the others cannot be brought back.",
        )
        marks.faint(text)
        marks.faint(_STAYS)
        _backup(now, f"history-{school.id}")
        sure = st.checkbox(
            say(Text("我知道不能撤销", "I know that this cannot be undone")), key=f"old-sure-{school.id}"
        )
        label = say(Text("永久删除旧版本", "Erase old versions"))
        if st.button(label, key=f"old-erase-{school.id}", disabled=not sure):
            _done(lambda: now.store.erase_history(school.id))


def _what_goes(school: SavedSchool, held: Erasure) -> Text:
    return Text(
        f"“{school.name}”{school.term} 的 {held.versions} 版数据、{held.timetables} 份课表、{held.scenarios} 个方案"
        "和全部记录会永久删除，不能撤销。",
        f"{held.versions} versions of the data, {held.timetables} timetables, {held.scenarios} scenarios and the whole "
        f"history of {school.name}, {school.term}, are erased and cannot be brought back.",
    )


def _backup(now: Desk, key: str) -> None:
    store = now.store
    st.download_button(
        say(Text("先备份到一个文件", "Back up into a file first")),
        data=lambda: backup_bytes(store),
        file_name=f"kehou-{datetime.now().astimezone():%Y%m%d-%H%M}.db",
        mime="application/octet-stream",
        key=f"backup-{key}",
        on_click="ignore",
    )


def _done(erase: Callable[[], Erasure]) -> None:
    try:
        erase()
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    forget()  # the process must not remember it either
    st.rerun()
