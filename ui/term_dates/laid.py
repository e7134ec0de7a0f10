"""The open timetable on the dates of its term, recounted, counted, by weeks; kept, for it is the same at each look."""

from dataclasses import dataclass

import streamlit as st

from exchange.calendar_proposal import proposed, provisional_text
from models import DatedTimetable, PaperRisk, Problem, TermCount, Text
from scheduler.term import NoDatesError, TermWeek, audit_dated, counts, paper_risks, term_weeks
from ui.handing.dates import with_todays_calendar
from ui.handing.turns import Laid as OnDates
from ui.handing.turns import laid as on_dates
from ui.view.opened import Opened


@dataclass(frozen=True)
class Laid:
    """All that the screen shows."""

    problem: Problem  # the data that the timetable was made from, with the calendar of today
    dated: DatedTimetable
    counts: tuple[TermCount, ...]
    risks: tuple[PaperRisk, ...]  # by the papers of today
    weeks: tuple[TermWeek, ...]
    provisional: Text | None  # said where a year's make-up days are not published yet


def laid(shown: Opened) -> Laid | None:
    """None while the school has not said when the term begins and ends."""
    problem = with_todays_calendar(shown.problem, shown.now.problem)
    try:
        found = on_dates(shown, problem)
    except NoDatesError:
        return None
    return _laid(f"{shown.key} {found.planned.calendar_mark} {found.key}", shown, problem, found)


@st.cache_resource(show_spinner=False, max_entries=8)
def _laid(key: str, _shown: Opened, _problem: Problem, _found: OnDates) -> Laid:  # noqa: ARG001  the key is the key
    for piece in _found.pieces:
        wrong = audit_dated(piece.problem, piece.timetable, piece.planned)
        assert not wrong, wrong[0].en  # the recount disagrees: a mistake of ours is never shown
    return Laid(
        _problem,
        _found.planned,
        counts(_problem, _found.planned),
        paper_risks(_shown.now.problem or _problem, _found.planned),
        term_weeks(_problem, _found.planned),
        provisional_text(proposed(_problem.term)),
    )
