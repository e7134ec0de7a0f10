"""What this session looks at: the store, the school and term, the newest version of its data, the chosen timetable."""

from dataclasses import dataclass

import streamlit as st

from models import Problem, Text
from store import SavedSchool, SavedTimetable, Store, Version
from ui.language import address_words, say
from ui.places import leads

_SCHOOL, _TIMETABLE, _WHO = "school", "timetable", "who"  # in the session, and the first two in the address
_OFFICE = Text("教导处", "Academic office")


@dataclass(frozen=True)
class Desk:
    """The store, and what is open. None of it changes during a run of the script."""

    store: Store
    who: str  # the name under which changes are recorded
    school: SavedSchool | None
    version: Version | None  # newest of the school's data
    timetable: SavedTimetable | None  # the chosen one, else the newest that is not archived
    made_from: Problem | None  # the data from which the timetable was made, which may be older than `problem`

    @property
    def problem(self) -> Problem | None:
        """The newest data, where they could be read."""
        return None if self.version is None else self.version.problem

    @property
    def stale(self) -> bool:
        """Whether the data changed after the timetable was made."""
        return self.timetable is not None and self.version is not None and self.timetable.version < self.version.number


@st.cache_resource(show_spinner=False)
def open_store() -> Store:
    """The one store of this server process."""
    return Store.open()


@st.cache_resource(show_spinner=False, max_entries=16)
def _version(_store: Store, location: str, school: int, number: int) -> Version:
    return _store.version(school, number)  # a version never changes once it is saved


@st.cache_resource(show_spinner=False, max_entries=16)
def _timetable(_store: Store, location: str, timetable: int, state: str) -> SavedTimetable:
    return _store.timetable(timetable)  # nothing of it changes but its state


def desk() -> Desk:
    """What this session looks at. Cheap: what was read once is kept."""
    store = open_store()
    schools = store.schools()
    wanted = _remembered(_SCHOOL)
    school = next((s for s in schools if s.id == wanted), schools[0] if schools else None)
    if school is None:
        return Desk(store, who(), None, None, None, None)
    versions = store.versions(school.id)
    version = _version(store, store.location, school.id, versions[0].number)
    heads = store.timetables(school.id)
    chosen = next((h for h in heads if h.id == _remembered(_TIMETABLE)), None)
    head = chosen or next((h for h in heads if h.state != "archived"), None)
    if head is None:
        return Desk(store, who(), school, version, None, None)
    timetable = _timetable(store, store.location, head.id, head.state)
    made_from = _version(store, store.location, school.id, head.version).problem
    return Desk(store, who(), school, version, timetable, made_from)


def choose_school(school: int) -> None:
    """Look at this school from now on, and at its newest timetable."""
    st.session_state[_SCHOOL] = school
    st.session_state[_TIMETABLE] = 0


def choose_timetable(timetable: int) -> None:
    """Look at this timetable from now on."""
    st.session_state[_TIMETABLE] = timetable


def who() -> str:
    """The name under which this session's changes are recorded."""
    return str(st.session_state.get(_WHO) or say(_OFFICE))


def call_me(name: str) -> None:
    """Record changes under this name from now on; an empty one means the office."""
    st.session_state[_WHO] = name.strip()


def write_address() -> None:
    """Let the page's address hold what is open, so that a reload and a copied address open the same."""
    words = address_words()
    for key in (_SCHOOL, _TIMETABLE):
        if chosen := _remembered(key):
            words[key] = str(chosen)
    if st.query_params.to_dict() != words:
        st.query_params.from_dict(words)


def need_problem() -> Problem:
    """The newest data; where there is none, says how to come by it and ends the run."""
    open_now = desk()
    if open_now.problem is not None:
        return open_now.problem
    if open_now.school is None:
        st.write(say(Text("还没有学校。先导入学校工作簿，或用示例学校试一试。",
                          "There is no school yet. Upload a workbook, or try a sample school.")))  # fmt: skip
        leads(Text("去学校", "Go to Schools"), "schools", primary=True, key="need-school")
    else:
        st.write(say(Text("数据里还有错误，改完才能往下做。", "The data have errors; mend them first.")))
        leads(Text("去改数据", "Mend the data"), "data", primary=True, key="need-data")
    st.stop()


def need_timetable() -> SavedTimetable:
    """The chosen timetable; where there is none, says how to come by it and ends the run."""
    timetable = desk().timetable
    if timetable is not None:
        return timetable
    need_problem()
    st.write(say(Text("还没有课表。", "There is no timetable yet.")))
    leads(Text("去排课", "Make one"), "solve", primary=True, key="need-timetable")
    st.stop()


def _remembered(key: str) -> int:
    """What this session chose, else what the address says; 0 for nothing."""
    if key not in st.session_state:
        word = st.query_params.get(key, "")
        st.session_state[key] = int(word) if word.isdecimal() and len(word) < 10 else 0
    return int(st.session_state[key])
