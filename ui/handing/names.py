"""名单: a list of who joined which club gives the class sheets and attendance forms their names; it is never saved."""

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from exchange.pupils import PupilNames, blank_list, placed, pupils_in
from models import Issue, Severity, Text
from ui import marks
from ui.handing.files import MIME
from ui.language import say
from ui.saved.issues import issues_html
from ui.view.opened import Opened

_KINDS = ["xlsx", "csv", "txt"]
_READ = "pupils-read"
_KEPT = Text(
    "名单只在这次打开期间放在内存里用，不写进硬盘，不存进数据，也不进备份；关掉或刷新页面就没有了。发群用的图片不印姓名。",
    "The list is used from memory while this page is open and kept nowhere, on no disk, in no backup; reload the page "
    "and it is gone. Pictures never show names.",
)


def names_box(shown: Opened) -> PupilNames | None:
    """Takes a list and says what is wrong with it; the names, if it can be printed."""
    with st.expander(say(Text("去向单和考勤表印学生姓名", "Pupils' names on dispatch lists and attendance forms"))):
        marks.faint(_KEPT)
        left, right = st.columns([4, 1], vertical_alignment="bottom")
        with left:
            sent = st.file_uploader(
                say(Text("报名名单（.xlsx 或 CSV：姓名、班级、社团）", "List (.xlsx or CSV: name, class, club)")),
                type=_KINDS,
                key="pupils-list",
                max_upload_size=20,
            )
        with right:
            st.download_button(
                say(Text("空白名单", "Blank list")),
                lambda: blank_list(shown.language),
                file_name=say(Text("报名名单.xlsx", "pupils.xlsx")),
                mime=MIME["xlsx"],
                key="pupils-blank",
                on_click="ignore",
            )
        if sent is None:
            st.session_state.pop(_READ, None)
            return None
        return _read(shown, sent)


def _read(shown: Opened, sent: UploadedFile) -> PupilNames | None:
    names, every = _found(shown, sent)
    wrong = sum(issue.severity is Severity.ERROR for issue in every)
    count, classes = sum(map(len, names.of_class.values())), len(names.of_class)
    if wrong:
        marks.notice(
            Text(f"名单有 {wrong} 处要改，改好再上传；现在仍按人数印。",
                 f"{wrong} things to mend in the list; until then only head counts are printed."),
            "err",
        )  # fmt: skip
    else:
        marks.notice(
            Text(f"读到 {classes} 个班 {count} 名学生，下面的文件会印姓名。",
                 f"{count} pupils of {classes} classes: the files below show their names."),
            "warn" if every else "ok",
        )  # fmt: skip
    if every:
        st.html(issues_html(every))
    return None if wrong else names


def _found(shown: Opened, sent: UploadedFile) -> tuple[PupilNames, tuple[Issue, ...]]:
    """Read once for each file and timetable, in this session's memory: a cache of Streamlit's is everybody's."""
    key = (sent.file_id, shown.key)
    kept = st.session_state.get(_READ)
    if kept is None or kept[0] != key:
        found = pupils_in(sent.name, sent.getvalue(), shown.problem)
        names, issues = placed(found, shown.problem, shown.timetable)
        kept = st.session_state[_READ] = (key, names, (*found.issues, *issues))
    return kept[1], kept[2]
