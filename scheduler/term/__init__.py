"""The term: the weekly timetable on real dates, and what the dates take away."""

from scheduler.term.audit import audit_dated
from scheduler.term.counts import counts
from scheduler.term.days import clock, term_days
from scheduler.term.expand import NoDatesError, dated
from scheduler.term.papers import paper_risks, sessions_of_instructors
from scheduler.term.weeks import DateKind, TermDate, TermWeek, term_weeks

__all__ = [
    "DateKind",
    "NoDatesError",
    "TermDate",
    "TermWeek",
    "audit_dated",
    "clock",
    "counts",
    "dated",
    "paper_risks",
    "sessions_of_instructors",
    "term_days",
    "term_weeks",
]
