"""The policy report of a saved timetable: the district's figures are those of today's data."""

from datetime import date

from models import DatedTimetable, PolicyReport, Problem, Timetable, Verdict
from scheduler.audit import audit
from scheduler.policy import policy_report
from ui.handing.turns import on_the_dates_of


def policy_report_of(
    problem: Problem,
    timetable: Timetable,
    verdict: Verdict | None,
    today: Problem | None,
    printed: date,
    actual: DatedTimetable | None = None,
    planned: DatedTimetable | None = None,
) -> PolicyReport:
    """Judged by the data from which the timetable was made, but by what sheets 政策, 机构 and 校历 say today.

    The sheets are no input of a timetable, so that a figure can be put right without solving again. `actual`: what
    takes place on the dates of the term, with the changes of the log; `planned`: what was to.
    """
    if today is not None:
        settings = problem.settings.model_copy(update={"policy": today.settings.policy})
        problem = problem.model_copy(update={"settings": settings, "institutions": today.institutions})
    judged = audit(problem, timetable) if verdict is None else verdict
    if today is not None:
        problem = on_the_dates_of(problem, today)
    return policy_report(problem, timetable, judged, printed, actual, planned)
