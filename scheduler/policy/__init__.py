"""The ordered list of the policy's checks, and the report that they make together."""

from datetime import date

from models import DatedTimetable, PolicyReport, Problem, Timetable, Verdict
from scheduler.policy.accompanied import AccompaniedPolicy
from scheduler.policy.adult_ratio import AdultRatioPolicy
from scheduler.policy.after_lessons import AfterLessons
from scheduler.policy.before_evening import BeforeEvening
from scheduler.policy.credentials import Credentials
from scheduler.policy.dispatch import Dispatch
from scheduler.policy.end_time import EndTime
from scheduler.policy.expiring import Expiring
from scheduler.policy.fees import Fees
from scheduler.policy.five_days import FiveDays
from scheduler.policy.homework_time import HomeworkTime
from scheduler.policy.hours_a_day import HoursADay
from scheduler.policy.institutions import Institutions
from scheduler.policy.lower_grades import LowerGrades
from scheduler.policy.no_new_lessons import NoNewLessons
from scheduler.policy.pay import Pay
from scheduler.policy.privacy import Privacy
from scheduler.policy.school_days import SchoolDays
from scheduler.policy.voluntary import Voluntary
from scheduler.policy_check import Asked, PolicyCheck
from scheduler.policy_dates import PolicyDates

POLICY: tuple[PolicyCheck, ...] = (
    FiveDays(), HoursADay(), EndTime(), SchoolDays(), AfterLessons(), BeforeEvening(), Voluntary(), NoNewLessons(),
    Fees(), Institutions(), Credentials(), LowerGrades(), HomeworkTime(), Expiring(), AccompaniedPolicy(),
    AdultRatioPolicy(), Pay(), Dispatch(), Privacy(),
)  # fmt: skip
"""In the order of `models.POLICY_ITEMS`."""


def policy_report(
    problem: Problem,
    timetable: Timetable,
    verdict: Verdict,
    today: date | None = None,
    actual: DatedTimetable | None = None,
    planned: DatedTimetable | None = None,
) -> PolicyReport:
    """Each item as kept, broken, not applicable, off or unjudged.

    `verdict` is the audit of this timetable, so that nothing is judged twice; `today` is the date of the report, from
    which it is told what expires soon (without it, only the term's end counts). Where the school has a calendar, or
    `actual` says what takes place on the dates of the term, each date is judged too; `planned` is what was to
    take place, if that is not this timetable in the whole term.
    """
    asked = Asked(problem, timetable, verdict, today, PolicyDates.of(problem, timetable, actual, planned))
    return PolicyReport(findings=tuple(check.finding(asked) for check in POLICY))
