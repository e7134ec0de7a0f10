"""学校: the schools and terms that are saved here; open one, or begin with a workbook, a blank one or a sample."""

import streamlit as st

from models import Text
from scheduler.rules import rule_cards
from store import StoreError
from ui import marks
from ui.desk import Desk, choose_school, desk
from ui.language import language, say
from ui.places import exists, go
from ui.saved.beginning import begin_blank
from ui.saved.keeping import keeping_panel
from ui.saved.listing import lines
from ui.saved.offering import samples_grid
from ui.saved.table import school_list
from ui.saved.uploading import blank_workbook, upload_panel
from ui.signing.passwords import passwords_panel


def page() -> None:
    """The screen."""
    now = desk()
    count = len(lines(now.store))
    if now.school is None:
        marks.heading(Text("学校", "Schools"), Text("这里还没有学校", "there is no school here yet"))
        marks.notice(
            Text(
                "先用一所示例学校试一试，三下就能看到排好的课表。",
                "Try a sample school: three clicks to its timetable.",
            ),
            "acc",
            Text("或者上传自己学校的工作簿。", "Or upload your own school's workbook."),
        )
        samples_grid(now, first_is_filled=True)
    else:
        marks.heading(Text("学校", "Schools"), Text(f"{count} 份（学校与学期）", f"{count} (school and term)"))
        school_list(now)
    left, right = st.columns([13, 10], gap="small")
    with left, st.container(border=True, key="new-school"):
        marks.section(Text("自己的学校", "Your own school"))
        upload_panel(now)
        _blank(now)
    with right, st.container(border=True, key="keeping"):
        marks.section(Text("数据在哪里", "Where the data are"))
        keeping_panel(now)
        passwords_panel(now)
    if now.school is not None:
        with st.expander(say(Text("示例学校", "Sample schools")), key="samples"):
            samples_grid(now, first_is_filled=False)


def _blank(now: Desk) -> None:
    """The blank workbook: to fill in with Excel, or here."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.download_button(
            say(Text("下载空白工作簿", "Download the blank workbook")),
            data=blank_workbook,
            file_name=say(Text("课后服务排课工作簿.xlsx", "after-school-workbook.xlsx")),
            key="blank-file",
            on_click="ignore",
        )
        if exists("data"):
            with st.popover(say(Text("在这里从空白填起…", "Fill in a blank one here…"))):
                name = st.text_input(say(Text("学校", "School")), key="blank-school", max_chars=80).strip()
                hint = say(Text("如 2026–2027学年第二学期", "such as 2026–2027 second term"))
                term = st.text_input(
                    say(Text("学期", "Term")), key="blank-term", max_chars=80, placeholder=hint
                ).strip()
                label = Text("建这所学校", "Make this school")
                if st.button(say(label), type="primary", key="blank", disabled=not (name and term)):
                    _begin_blank(now, name, term)


def _begin_blank(now: Desk, name: str, term: str) -> None:
    try:
        school = begin_blank(now.store, name, term, rule_cards(), now.who, language())
    except StoreError as error:
        marks.notice(error.text, "err")
        return
    choose_school(school.id)
    go("data")
