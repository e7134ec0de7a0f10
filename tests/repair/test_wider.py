"""A way out where more is short than counts can say: nobody teaches the new clubs, and the rooms are full besides."""

from models import Status, apply_changes
from sample_inputs.answers import asked, school_of
from sample_inputs.expand import expand
from scheduler.audit import audit
from scheduler.repair.explain import explain


def test_three_new_clubs_need_people_and_rooms() -> None:
    """Only the people are counted as short; two instructors (8 each) and two rooms (4 each) are the cheapest cure."""
    problem = next(school_of(expand("jisu"), one, others) for one, others in asked() if one.name == "三个社团都开")
    told = explain(problem, seconds=120, repairs=1, partial=False)
    assert told.status is Status.IMPOSSIBLE
    (repair,) = told.repairs
    assert (repair.cost, repair.cheapest) == (24, True)
    assert {step.change.kind for step in repair.steps} == {"person_joined", "room_changed"}
    assert audit(apply_changes(problem, repair.changes), repair.timetable).clean
