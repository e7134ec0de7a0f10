"""The open timetable on the dates of its term, as the screens hand it out; kept, for it is the same at every look."""

from datetime import date

import streamlit as st

from exchange.dated import DatedHead
from exchange.handouts import Head
from exchange.pupils import PupilNames
from models import Calendar, Problem, Term, Text
from store import SchoolId, Store
from ui.handing.turns import laid, on_the_dates_of
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
    found = laid(shown, problem)
    head = Head(found.everyone, shown.timetable, shown.language, say(name_of(shown.saved)), printed, warning, names)
    before = [(piece.first_day, piece.timetable.fingerprint) for piece in found.pieces]
    return DatedHead(head, found.planned, found.clock, found.held, tuple(before))


def with_todays_calendar(made_from: Problem, today: Problem | None) -> Problem:
    """A timetable stays what it was made from; its dates are those that the school has written down since."""
    if today is None:
        return made_from
    return on_the_dates_of(made_from, today)


@st.cache_resource(show_spinner=False, max_entries=16, ttl=30)
def _dates(school: SchoolId, _store: Store) -> tuple[Term, Calendar] | None:
    return _store.dates(school)
