"""The term: the weekly timetable on real dates, and what the dates take away."""

from scheduler.term.days import clock, term_days
from scheduler.term.expand import NoDatesError, dated

__all__ = ["NoDatesError", "clock", "dated", "term_days"]
