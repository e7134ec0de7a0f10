"""What the preferences gain if one requirement gives way by one unit, wherever that helps most."""

from __future__ import annotations

import time
from dataclasses import dataclass

from models import Change, Problem, Timetable, Verdict, apply_changes, fingerprint
from scheduler.audit import audit
from scheduler.decode import decode
from scheduler.progress import SolveOptions, Stop
from scheduler.repair.elastic import elastic_for_preferences
from scheduler.repair.lever import Lever
from scheduler.rooming import PooledTooFarError
from scheduler.search import Search, companions, reading
from scheduler.solve import POLL_SECONDS, WrongTimetableError


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
    deadline = time.monotonic() + options.seconds
    apart: frozenset[str] = frozenset()
    while True:
        helpers = companions(options)
        try:
            elastic, built = elastic_for_preferences(problem, levers, apart)
            search = Search(helpers, built, options, deadline)
        except BaseException:
            for helper in filter(None, helpers):
                helper.end()
            raise
        try:
            while not search.over and not stop.is_set() and time.monotonic() < deadline:
                time.sleep(POLL_SECONDS)
                search.step()
        finally:
            search.end()
        if search.solution is None:
            return None
        value = reading(search.solution[1])
        changes = tuple(c for lever, count in elastic.taken.items() if value(count) for c in lever.changes(1))
        try:
            timetable = decode(apply_changes(elastic.widened, _of_rules(changes)), elastic.x, value, even=True)
        except PooledTooFarError as pooled:
            apart |= set(pooled.rooms)
            if time.monotonic() >= deadline:
                return None
            continue
        changed = apply_changes(problem, changes)
        timetable = timetable.model_copy(update={"fingerprint": fingerprint(changed)})
        verdict = audit(changed, timetable)
        if not verdict.clean:
            raise WrongTimetableError("; ".join(v.text.zh for v in verdict.broken[:5]))
        return OneUnit(changes, timetable, verdict, int(min(search.bound, verdict.cost)))


def _of_rules(changes: tuple[Change, ...]) -> list[Change]:
    return [change for change in changes if change.kind == "rule_changed"]
