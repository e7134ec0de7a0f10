"""The open timetable on the dates of its term, recounted, counted, by weeks; kept, for it is the same at each look."""

from dataclasses import dataclass

import streamlit as st

from exchange.calendar_proposal import proposed, provisional_text
from models import DatedTimetable, PaperRisk, Problem, TermCount, Text
from scheduler.term import TermWeek, audit_dated, counts, paper_risks, term_weeks
from ui.handing.dates import term_head, with_todays_calendar
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
    head = term_head(shown)
    if head is None:
        return None
    return _laid(f"{shown.key} {head.dated.calendar_mark}", shown, head.dated)


@st.cache_resource(show_spinner=False, max_entries=8)
def _laid(key: str, _shown: Opened, _dated: DatedTimetable) -> Laid:  # noqa: ARG001  the key is the key
    problem = with_todays_calendar(_shown.problem, _shown.now.problem)
    wrong = audit_dated(problem, _shown.timetable, _dated)
    assert not wrong, wrong[0].en  # the recount disagrees: a mistake of ours is never shown
    return Laid(
        problem,
        _dated,
        counts(problem, _dated),
        paper_risks(_shown.now.problem or problem, _dated),
        term_weeks(problem, _dated),
        provisional_text(proposed(problem.term)),
    )
