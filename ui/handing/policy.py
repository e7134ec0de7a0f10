"""The policy report of a saved timetable: the district's figures are those of today's data."""

from datetime import date

from models import PolicyReport, Problem, Timetable, Verdict
from scheduler.audit import audit
from scheduler.policy import policy_report


def policy_report_of(
    problem: Problem, timetable: Timetable, verdict: Verdict | None, today: Problem | None, printed: date
) -> PolicyReport:
    """Judged by the data from which the timetable was made, but by what sheets 政策 and 机构 say today.

    The two sheets are no input of a timetable, so that a figure can be put right without solving again.
    """
    if today is not None:
        settings = problem.settings.model_copy(update={"policy": today.settings.policy})
        problem = problem.model_copy(update={"settings": settings, "institutions": today.institutions})
    judged = audit(problem, timetable) if verdict is None else verdict
    return policy_report(problem, timetable, judged, printed)
