"""What the screen works on: the log as saved, what is entered but not yet saved, and how things stand with both."""

from dataclasses import dataclass

import streamlit as st

from models import Cover, DatedTimetable, Fact, Problem, Revoked, TermChange, TermLog, calendar_mark
from scheduler.cover import Standing, best_cover, best_rooms
from scheduler.term import NoDatesError, dated
from store import LostUpdateError, SavedTermLog
from ui.handing.dates import with_todays_calendar
from ui.handing.turns import own_dates
from ui.view.opened import Opened

_DRAFT = "cover-draft"


@dataclass(frozen=True)
class Situation:
    """One timetable on its dates, with its log and the facts that are entered but not saved."""

    shown: Opened
    problem: Problem  # the data that the timetable was made from, with the calendar of today
    base: DatedTimetable
    saved: SavedTermLog | None
    draft: tuple[Fact, ...]

    @property
    def log(self) -> TermLog:
        """The log as it is saved."""
        return TermLog.of(self.base) if self.saved is None else self.saved.log

    @property
    def number(self) -> int:
        """What is handed back when it is saved."""
        return 0 if self.saved is None else self.saved.number

    @property
    def tried(self) -> TermLog:
        """The log with what is entered."""
        log = self.log
        for fact in self.draft:
            log = log.with_changes(fact.model_copy(update={"id": log.next_id}))
        return log

    @property
    def key(self) -> str:
        """Changes with everything that the answers depend on."""
        store, mark = self.shown.now.store.location, self.base.calendar_mark
        return f"{self.shown.saved.id} {store} {mark} {self.tried.model_dump_json()}"

    @property
    def standing(self) -> Standing:
        """How things stand with what is entered."""
        return _standing(self.key, self)

    @property
    def best(self) -> tuple[Cover, Cover]:
        """The best cover of people, and of rooms."""
        return _best(self.key, self)

    def save(self, log: TermLog) -> bool:
        """Save the log; what was entered is part of it. False: somebody else saved it since."""
        try:
            now = self.shown.now
            now.store.save_term_log(self.shown.saved.id, log, who=now.who, after=self.number)
        except LostUpdateError:
            return False
        clear(self.shown)
        return True


def situation(shown: Opened) -> Situation | None:
    """Of the open timetable; None where the school has not said when its term begins and ends."""
    try:
        problem = with_todays_calendar(shown.problem, shown.now.problem)
        base = _dated(f"{shown.key} {calendar_mark(problem)}", problem, shown)
    except NoDatesError:
        return None
    base = own_dates(shown, base)
    saved = shown.now.store.term_log(shown.saved.id)
    return Situation(shown, problem, base, saved, tuple(st.session_state.get(_name(shown), ())))


def enter(shown: Opened, fact: Fact) -> None:
    """One more fact, not saved yet."""
    st.session_state[_name(shown)] = (*st.session_state.get(_name(shown), ()), fact)


def clear(shown: Opened) -> None:
    """Nothing is entered any more."""
    st.session_state.pop(_name(shown), None)


def revoked(log: TermLog, change: TermChange, by: Revoked) -> TermLog:
    """The log without this change."""
    return log.revoked(change.id, by)


def _name(shown: Opened) -> str:
    return f"{_DRAFT}-{shown.saved.id}"


@st.cache_resource(show_spinner=False, max_entries=8)
def _dated(key: str, _problem: Problem, _shown: Opened) -> DatedTimetable:  # noqa: ARG001  the key is the key
    return dated(_problem, _shown.timetable)


@st.cache_resource(show_spinner=False, max_entries=8)
def _standing(key: str, _situation: Situation) -> Standing:  # noqa: ARG001
    return Standing(_situation.problem, _situation.base, _situation.tried)


@st.cache_resource(show_spinner=False, max_entries=8)
def _best(key: str, _situation: Situation) -> tuple[Cover, Cover]:  # noqa: ARG001
    return best_cover(_situation.standing), best_rooms(_situation.standing)
