"""What this session looks at: the store, the school and term, the newest version of its data, the chosen timetable."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from html import escape
from typing import NoReturn

import streamlit as st

from models import Problem, Text
from store import (
    PublishedOnly,
    SavedSchool,
    SavedTimetable,
    SavedTimetableHead,
    SchoolId,
    Store,
    TimetableId,
    TimetableState,
    Version,
    WhileSignedIn,
)
from ui import marks
from ui.language import address_words, say
from ui.places import leads
from ui.signing.visiting import AT_THIS_MACHINE, Came, Visitor
from ui.signing.visitor import token_now, visitor_of

_SCHOOL, _TIMETABLE, _WHO = "school", "timetable", "who"  # in the session; the first two also in the address
_MORE = "address-more"  # of one run
_OFFICE = Text("教导处", "Academic office")
_HERE: ContextVar[Visitor | None] = ContextVar("here", default=None)


@dataclass(frozen=True)
class Desk:
    """The store, and what is open. None of it changes during a run of the script."""

    store: Store
    who: str  # the name under which changes are recorded
    school: SavedSchool | None
    version: Version | None  # newest of the school's data
    timetable: SavedTimetable | None  # the chosen one, else the newest that is not archived
    made_from: Problem | None  # the data from which the timetable was made, which may be older than `problem`
    visitor: Visitor = AT_THIS_MACHINE

    @property
    def edits(self) -> bool:
        """Whether anything may be changed here; else `store` shows what is published, and refuses everything else."""
        return self.visitor.edits

    @property
    def problem(self) -> Problem | None:
        """The newest data, where they could be read."""
        return None if self.version is None else self.version.problem

    @property
    def stale(self) -> bool:
        """Whether the data are others than those from which the timetable was made."""
        return (
            self.timetable is not None
            and self.version is not None
            and self.timetable.fingerprint != self.version.fingerprint
        )


@st.cache_resource(show_spinner=False)
def open_store() -> Store:
    """The one store of this server process. Raises StoreError."""
    return Store.open()


@st.cache_resource(show_spinner=False, max_entries=16)
def version_of(_store: Store, school: SchoolId, number: int) -> Version:
    """A version of a school's data, read once: a version never changes."""
    return _store.version(school, number)


@st.cache_resource(show_spinner=False, max_entries=16)
def _timetable(_store: Store, timetable: TimetableId, steps: str) -> SavedTimetable:  # noqa: ARG001  part of the key
    return _store.timetable(timetable)


def timetable_of(store: Store, head: SavedTimetableHead) -> SavedTimetable:
    """A timetable with its sessions, read once: nothing of it changes but its state."""
    return _timetable(store, head.id, f"{head.state} {head.since.when}")


def forget() -> None:
    """Read everything anew: after a backup was restored."""
    open_store.clear()
    version_of.clear()
    _timetable.clear()


def desk() -> Desk:
    """What this session looks at. Cheap: what was read once is kept. Raises StoreError.

    Where nobody is signed in any more (the password was changed), the run begins anew, at the door.
    """
    visitor = _HERE.get() or visitor_of(open_store())
    if visitor is None:
        st.rerun()
    store = _store_of(visitor)
    schools = store.schools()
    wanted = _remembered(_SCHOOL)
    school = next((s for s in schools if s.id == wanted), schools[0] if schools else None)
    if school is None:
        return Desk(store, _who(store, None, visitor), None, None, None, None, visitor)
    version = version_of(store, school.id, school.newest)
    heads = store.timetables(school.id)
    chosen = next((h for h in heads if h.id == _remembered(_TIMETABLE)), None)
    head = chosen or next((h for h in heads if h.state is not TimetableState.ARCHIVED), None)
    who = _who(store, school, visitor)
    if head is None:
        return Desk(store, who, school, version, None, None, visitor)
    made_from = version_of(store, school.id, head.version).problem
    return Desk(store, who, school, version, timetable_of(store, head), made_from, visitor)


@contextmanager
def at_the_desk(visitor: Visitor) -> Iterator[None]:
    """Meanwhile this one is here, and the store is not asked again and again who it is.

    It is for one run of the script: what runs apart from it (a callback, a part that is drawn anew alone) asks.
    """
    before = _HERE.set(visitor)
    try:
        yield
    finally:
        _HERE.reset(before)


def still_here(now: Desk) -> None:
    """For a part of a page that is drawn again alone: if who was here has gone, the run begins anew, at the door."""
    if (_HERE.get() or visitor_of(open_store())) != now.visitor:
        st.rerun()


def _store_of(visitor: Visitor) -> Store:
    """What this visitor may do with it, also with a tab that has been open for long."""
    if not visitor.edits:
        return PublishedOnly.of(open_store())
    return WhileSignedIn.of(open_store(), token_now()) if visitor.came is Came.PASSWORD else open_store()


def choose_school(school: SchoolId) -> None:
    """Look at this school from now on, and at its newest timetable."""
    st.session_state[_SCHOOL] = school
    st.session_state[_TIMETABLE] = ""


def choose_timetable(timetable: TimetableId | None) -> None:
    """Look at this timetable from now on; at the newest, if none is named."""
    st.session_state[_TIMETABLE] = timetable or ""


def call_me(name: str, now: Desk) -> None:
    """Record changes under this name from now on, also at the next visit; an empty one means the office."""
    st.session_state[_WHO] = name.strip()
    if now.school is not None:
        saved = now.store.settings(now.school.id, _WHO)
        number = 0 if saved is None else saved.number
        now.store.save_settings(now.school.id, _WHO, name.strip(), who=name.strip() or say(_OFFICE), after=number)


def address() -> dict[str, str]:
    """What the page's address must hold, so that a reload, a copied address and a new tab open the same."""
    return address_words() | {key: chosen for key in (_SCHOOL, _TIMETABLE) if (chosen := _remembered(key))}


def also_in_address(words: Mapping[str, str]) -> None:
    """What this screen wants in the page's address besides, such as the class that is shown."""
    st.session_state[_MORE] = dict(words)


def write_address() -> None:
    """Let the page's address hold it, with what the screen of this run added."""
    words = address() | st.session_state.pop(_MORE, {})
    if st.query_params.to_dict() != words:
        st.query_params.from_dict(words)


def need_problem() -> Problem:
    """The newest data; where there is none, says how to come by it and ends the run."""
    now = desk()
    if now.problem is not None:
        return now.problem
    if not now.edits:
        _nothing_published()
    if now.school is None:
        _empty(
            Text(
                "还没有学校。先上传学校的工作簿，或用示例学校试一试。",
                "There is no school yet. Upload a workbook, or try a sample school.",
            ),
            Text("去学校", "Go to Schools"),
            "schools",
        )
    return _empty(
        Text("数据里还有错误，改完才能往下做。", "The data have errors; mend them first."),
        Text("去改数据", "Mend the data"),
        "data",
    )


def need_timetable() -> SavedTimetable:
    """The chosen timetable; where there is none, says how to come by it and ends the run."""
    timetable = desk().timetable
    if timetable is not None:
        return timetable
    need_problem()
    if not desk().edits:
        _nothing_published()
    return _empty(Text("还没有课表。", "There is no timetable yet."), Text("去排课", "Make one"), "solve")


def _nothing_published() -> NoReturn:
    marks.notice(
        Text(
            "还没有已发布的课表。教导处发布以后，这里就能看到。",
            "No timetable is published yet. As soon as the office publishes one, it is here.",
        )
    )
    st.stop()


def _empty(sentence: Text, label: Text, to: str) -> NoReturn:
    with st.container(key="empty"):
        st.html(f'<p class="k-empty">{escape(say(sentence))}</p>')
        leads(label, to, primary=True, key=f"empty-{to}")
    st.stop()


def _who(store: Store, school: SavedSchool | None, visitor: Visitor) -> str:
    if visitor.signed_in:
        return visitor.name or say(_OFFICE)
    if _WHO not in st.session_state and school is not None:
        saved = store.settings(school.id, _WHO)
        st.session_state[_WHO] = saved.value if saved is not None else ""
    return str(st.session_state.get(_WHO) or say(_OFFICE))


def _remembered(key: str) -> str:
    """What this session chose, else what the address says; empty for nothing."""
    if key not in st.session_state:
        st.session_state[key] = st.query_params.get(key, "")
    return str(st.session_state[key])
