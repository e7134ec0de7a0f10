"""The report of the small school, and of the same school after one thing was altered."""

from datetime import date, time
from typing import Any

from models import (
    Credential,
    Period,
    PolicyFinding,
    PolicyReport,
    PolicySetting,
    PolicyState,
    Problem,
    Timetable,
)
from scheduler.audit import audit
from scheduler.policy import policy_report
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable

KEPT, BROKEN, OFF = PolicyState.KEPT, PolicyState.BROKEN, PolicyState.OFF
NOT_APPLICABLE, UNJUDGED = PolicyState.NOT_APPLICABLE, PolicyState.UNJUDGED
TIMES = (
    Period(number=1, start=time(15, 30), end=time(16, 25)),
    Period(number=2, start=time(16, 35), end=time(17, 30)),
)
PAPERS = tuple(
    Credential(name=name, valid_from=date(2027, 2, 1), valid_until=date(2028, 1, 31))
    for name in ("教师资格证", "无犯罪记录证明", "合同")
)


def school(**fields: Any) -> Problem:
    """The small school with two hours from 15:30 to 17:30 and all papers of 孙教练."""
    tiny = tiny_school()
    timed = {
        "week": changed(tiny.week, periods=TIMES),
        "instructors": (changed(tiny.instructors[0], credentials=PAPERS),),
    }
    return changed(tiny, **{**timed, **fields})


def with_setting(problem: Problem, item: str, **fields: Any) -> Problem:
    """The school whose district has chosen this for an item."""
    policy = (*problem.settings.policy, PolicySetting(item=item, **fields))
    return changed(problem, settings=changed(problem.settings, policy=policy))


def report(problem: Problem, timetable: Timetable | None = None, today: date | None = None) -> PolicyReport:
    """Of this timetable, or of the valid one."""
    table = tiny_timetable(problem) if timetable is None else timetable
    return policy_report(problem, table, audit(problem, table), today)


def found(key: str, problem: Problem, timetable: Timetable | None = None, today: date | None = None) -> PolicyFinding:
    """What the report says of one item."""
    (finding,) = (f for f in report(problem, timetable, today).findings if f.key == key)
    return finding
