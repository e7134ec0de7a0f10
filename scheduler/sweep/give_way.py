"""What the preferences gain if one requirement gives way by one unit, wherever that helps most."""

import time
from dataclasses import dataclass

from models import Change, Problem, Timetable, Verdict, apply_changes
from scheduler.audit import audit
from scheduler.progress import SolveOptions, Stop
from scheduler.repair.elastic import one_unit_model
from scheduler.repair.lever import Lever
from scheduler.repair.ways import seek
from scheduler.search import Search
from scheduler.solve import POLL_SECONDS


@dataclass(frozen=True)
class OneUnit:
    """The changes that the unit means (none if it is better left), the timetable, and the bound of all such."""

    changes: tuple[Change, ...]
    timetable: Timetable
    verdict: Verdict
    bound: int


def best_with_one_unit(
    problem: Problem, levers: tuple[Lever, ...], options: SolveOptions, stop: Stop
) -> OneUnit | None:
    """The best timetable if at most one of the levers is taken, once; None if the time was too short for any.

    Raises WrongTimetableError if the audit finds a requirement broken in it.
    """

    def wait(search: Search, deadline: float) -> None:
        while not search.over and not stop.is_set() and time.monotonic() < deadline:
            time.sleep(POLL_SECONDS)
            search.step()

    sought = seek(problem, lambda apart: one_unit_model(problem, levers, apart), options, stop, wait)
    way = sought.way
    if way is None:
        return None
    changes = tuple(change for some in way.changes.values() for change in some)
    verdict = audit(apply_changes(problem, changes), way.timetable)
    bound = -((1 - int(min(sought.bound, 2 * verdict.cost + 1))) // 2)  # twice the cost, and perhaps one unit
    return OneUnit(changes, way.timetable, verdict, min(bound, verdict.cost))
