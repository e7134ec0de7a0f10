"""The timetable that is looked at, with what was published before it; boards and pictures of it are kept."""

from dataclasses import dataclass, replace

import streamlit as st

from models import Language, Problem, Text, Timetable, Verdict
from models.timetable_checks import timetable_issues
from models.verdict import Severity
from scheduler.audit import audit
from scheduler.compare import session_changes
from store import SavedTimetable, TimetableState
from ui.desk import Desk, desk, need_timetable, timetable_of, version_of
from ui.language import language
from ui.view.choice import View
from ui.view.picture import Picture, picture
from ui.week.board import Board
from ui.week.session_marks import marks_of


@dataclass(frozen=True)
class Opened:
    """One saved timetable with the data that it was made from. Raises nothing: it is there."""

    now: Desk
    saved: SavedTimetable
    problem: Problem  # from which it was made
    published: SavedTimetable | None  # the one that is in force, if it is another
    language: Language

    @property
    def timetable(self) -> Timetable:
        """Its sessions."""
        return self.saved.timetable

    def of(self, saved: SavedTimetable) -> "Opened":
        """Another timetable of the same school in its place. Raises StoreError."""
        assert self.now.school is not None  # a timetable belongs to a school
        problem = version_of(self.now.store, self.now.school.id, saved.version).problem or self.problem
        now = replace(self.now, timetable=saved, made_from=problem)
        return Opened(now, saved, problem, None, self.language)

    @property
    def key(self) -> str:
        """Changes with everything that a picture of it depends on."""
        newest = None if self.now.version is None else self.now.version.number
        before = None if self.published is None else self.published.id
        who = self.now.visitor.access
        return f"{self.now.store.location} {self.saved.id} {newest} {before} {self.language} {who}"

    @property
    def verdict(self) -> Verdict | None:
        """Its audit by the rules of the data that it was made from; none where its names do not even resolve."""
        return self.saved.verdict or _judged(self.key, self.problem, self.timetable)

    @property
    def verdict_now(self) -> Verdict | None:
        """Its audit by the rules and data of today; none where today's data do not know its names."""
        if self.now.problem is None:
            return None
        return _judged(f"{self.key} now", self.now.problem, self.timetable)

    @property
    def judged_by(self) -> Problem:
        """The data by which a change is judged: today's; those it was made from, where today's do not fit it."""
        now = self.now.problem
        return now if now is not None and self.now.stale and self.verdict_now is not None else self.problem

    @property
    def only_locks(self) -> bool:
        """Whether nothing but locks was changed since it was made."""
        return self.now.problem is not None and _without_pins_alike(self.key, self.problem, self.now.problem)

    @property
    def bound_holds(self) -> bool:
        """Whether what was proved of it holds for the data by which a change is judged: more locks only cost more."""
        if self.judged_by is self.problem:
            return True
        return self.only_locks and set(self.problem.pins) <= set(self.judged_by.pins)

    @property
    def board(self) -> Board:
        """It, ready to be drawn."""
        return _board(self.key, self)

    def picture(self, view: View) -> Picture:
        """A view of it."""
        return _picture(self.key, view, self)

    @property
    def published_name(self) -> Text | None:
        """已发布 6, where another one is published."""
        if self.published is None:
            return None
        return Text(f"已发布 {self.published.number}", f"published {self.published.number}")


def opened() -> Opened:
    """What this session looks at; where there is nothing, says how to come by it and ends the run."""
    saved = need_timetable()
    now = desk()
    assert now.school is not None  # a timetable belongs to a school
    heads = now.store.timetables(now.school.id)
    other = next((h for h in heads if h.state is TimetableState.PUBLISHED and h.id != saved.id), None)
    problem = now.made_from or now.problem
    assert problem is not None  # nothing is solved from data that cannot be read
    return Opened(now, saved, problem, None if other is None else timetable_of(now.store, other), language())


@st.cache_resource(show_spinner=False, max_entries=32)
def _judged(key: str, _problem: Problem, _timetable: Timetable) -> Verdict | None:  # noqa: ARG001  the key is the key
    if any(issue.severity is Severity.ERROR for issue in timetable_issues(_problem, _timetable)):
        return None
    return audit(_problem, _timetable)


@st.cache_resource(show_spinner=False, max_entries=32)
def _without_pins_alike(key: str, _made_from: Problem, _now: Problem) -> bool:  # noqa: ARG001
    return all(getattr(_made_from, name) == getattr(_now, name) for name in Problem.model_fields if name != "pins")


@st.cache_resource(show_spinner=False, max_entries=16)
def _board(key: str, _opened: Opened) -> Board:  # noqa: ARG001
    problem, timetable, before = _opened.problem, _opened.timetable, _opened.published
    if not _opened.now.edits:  # locks with their reasons, wishes and prices are for the office
        return Board(problem, timetable, language=_opened.language)
    changes = () if before is None else session_changes(problem, before.timetable, timetable)
    # Locks are those of today: whoever has just locked a session must see it locked.
    pins = problem.pins if _opened.now.problem is None else _opened.now.problem.pins
    marks = marks_of(pins, timetable, changes, _opened.verdict)
    return Board(problem, timetable, marks, _opened.language)


@st.cache_resource(show_spinner=False, max_entries=128)
def _picture(key: str, view: View, _opened: Opened) -> Picture:  # noqa: ARG001
    name = _opened.published_name
    return picture(_opened.board, view, None if name is None else name.in_language(_opened.language))
