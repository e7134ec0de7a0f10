"""存档…: puts a timetable aside, with a note; one more question first."""

import streamlit as st

from models import Text
from store import TimetableState
from ui.desk import choose_timetable
from ui.language import say
from ui.view.heading import name_of
from ui.view.opened import Opened


def archive_box(opened: Opened) -> None:
    """The button and its question; nothing for a timetable that is archived already."""
    saved, name = opened.saved, name_of(opened.saved)
    if saved.state is TimetableState.ARCHIVED:
        return
    with st.popover(say(Text("存档…", "Archive…"))):
        sentence = Text(
            "存档后不再列在前面，不会删除，以后仍可发布。", "It is put aside, not deleted, and can be published later."
        )
        if saved.state is TimetableState.PUBLISHED:
            sentence = Text(
                "这是现在执行的课表：存档后学校就没有已发布的课表了，手机页也看不到课表。不会删除。",
                "It is the one in force: without it nothing is published, and the phone page is empty. Not deleted.",
            )
        st.write(say(sentence))
        note = st.text_input(
            say(Text("说明（记在变更记录里）", "Note (kept in the history)")),
            key=f"archive-note-{saved.id}",
            placeholder=say(Text("例如：期中调整前", "such as: before the mid-term change")),
        )
        label = Text(f"存档{name.zh}", f"Archive {name.en}")
        if st.button(say(label), key="handouts-archive"):
            opened.now.store.archive(saved.id, who=opened.now.who, note=Text(note, note))
            choose_timetable(saved.id)
            st.rerun()
