"""A way out without its help: what is left can be published by the school as it is, and what is missing is named."""

from threading import Event

import pytest

from models import RepairPrices
from scheduler.audit import audit
from scheduler.repair.least_bad import without_help
from scheduler.repair.levers import levers_of
from scheduler.repair.ways import Way, cheapest_way
from tests.repair.plants import PLANTS

ONLY_IF_CHANGED = {
    "weekly_quota",
    "person_available",
    "room_available",
    "room_clash",
    "person_clash",
    "club_keeps_room",
}


@pytest.mark.parametrize(
    ("plant", "kind"),
    [
        ("a day with too few", "free_at"),
        ("a day with too few", "teacher"),
        ("an only leader away", "free_at"),
        ("an only leader away", "teacher"),
        ("a quota of an instructor", "one_more_visit"),
        ("one room, one slot", "open_room"),
        ("a room gone", "other_room"),
    ],
)
def test_without_help(plant: str, kind: str) -> None:
    problem = PLANTS[plant].problem
    levers = tuple(lever for lever in levers_of(problem, RepairPrices()) if lever.kind == kind)
    way = cheapest_way(problem, levers, 40, Event(), expected=1)
    assert isinstance(way, Way)
    bad = without_help(problem, way)
    assert len(bad.missing) == bad.cost > 0
    broken = audit(problem, bad.timetable).broken
    assert broken  # it is not a timetable of the school
    assert ONLY_IF_CHANGED.isdisjoint({violation.rule for violation in broken})
    assert len(bad.timetable.sessions) == len(way.timetable.sessions)
    helped = [d for s in bad.timetable.sessions for d in s.duties if d.person not in problem.person_by_id]
    assert helped == []
