"""The open timetable on the dates of its term, as the screens hand it out; kept, for it is the same at every look."""

from datetime import date
from functools import partial

import streamlit as st

from exchange.dated import DatedHead
from exchange.handouts import Head
from exchange.pupils import PupilNames
from models import Calendar, DatedTimetable, Problem, Term, TermLog, Text, actual, calendar_mark
from scheduler.term import clock, dated
from store import SchoolId, Store
from ui.language import say
from ui.view.heading import name_of
from ui.view.opened import Opened


def term_head(
    shown: Opened, printed: date | None = None, warning: Text | None = None, names: PupilNames | None = None
) -> DatedHead | None:
    """What its handouts for dates are made from, with the changes of its log.

    None while the school has not said when the term begins and ends.
    """
    problem = with_todays_calendar(shown.problem, shown.now.problem)
    if not shown.now.edits and (known := _dates(shown.saved.school, shown.now.store)) is not None:
        problem = shown.problem.model_copy(update={"term": known[0], "calendar": known[1]})
    if problem.term.first_day is None or problem.term.last_day is None:
        return None
    key = f"{shown.key} {calendar_mark(problem)}"
    planned = _laid(key, problem, shown)
    saved = shown.now.store.term_log(shown.saved.id)
    held = None if saved is None else _held(f"{key} {saved.number} {shown.now.edits}", planned, saved.log)
    head = Head(problem, shown.timetable, shown.language, say(name_of(shown.saved)), printed, warning, names)
    return DatedHead(head, planned, partial(clock, problem), held)


def with_todays_calendar(made_from: Problem, today: Problem | None) -> Problem:
    """A timetable stays what it was made from; its dates are those that the school has written down since."""
    if today is None:
        return made_from
    return made_from.model_copy(update={"term": today.term, "calendar": today.calendar})


@st.cache_resource(show_spinner=False, max_entries=16, ttl=30)
def _dates(school: SchoolId, _store: Store) -> tuple[Term, Calendar] | None:
    return _store.dates(school)


@st.cache_resource(show_spinner=False, max_entries=8)
def _laid(key: str, _problem: Problem, _shown: Opened) -> DatedTimetable:  # noqa: ARG001  the key is the key
    return dated(_problem, _shown.timetable)


@st.cache_resource(show_spinner=False, max_entries=8)
def _held(key: str, _planned: DatedTimetable, _log: TermLog) -> DatedTimetable:  # noqa: ARG001  the key is the key
    return actual(_planned, _log)
