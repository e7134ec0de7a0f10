"""Weeks of sessions as HTML: pure functions from a problem, a timetable and a view to escaped markup."""
