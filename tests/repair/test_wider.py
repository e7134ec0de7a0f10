"""A way out where more is short than counts can say: nobody teaches the new clubs, and the rooms are full besides."""

from pathlib import Path

from exchange.scenarios import read_scenarios
from models import Status, apply_changes, changes_of
from scheduler.audit import audit
from scheduler.repair.explain import explain
from scheduler.rules import rule_cards
from ui.samples import SAMPLES
from ui.saved.beginning import incoming


def test_three_new_clubs_need_people_and_rooms() -> None:
    """Only the people are counted as short; two instructors (8 each) and two rooms (4 each) are the cheapest cure."""
    path = Path(SAMPLES[0].path)
    school = incoming(path.read_bytes(), path.name, rule_cards()).problem
    assert school is not None
    found = read_scenarios(path.parent / "scenarios" / "jisu_three_clubs.yaml", rule_cards()).scenarios
    named = {one.name: one for one in found}
    problem = apply_changes(school, changes_of(named["三个社团都开"], named))
    told = explain(problem, seconds=120, repairs=1, partial=False)
    assert told.status is Status.IMPOSSIBLE
    (repair,) = told.repairs
    assert (repair.cost, repair.cheapest) == (24, True)
    assert {step.change.kind for step in repair.steps} == {"person_joined", "room_changed"}
    assert audit(apply_changes(problem, repair.changes), repair.timetable).clean
