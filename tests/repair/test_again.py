"""Advice after advice: names that a school has got from a repair are not given again; and what may be called proved."""

from models import RepairPrices, Shortage, Text, apply_changes
from scheduler.repair.explain import explain
from scheduler.repair.levers import levers_of
from scheduler.repair.levers.rooms import OtherRoom
from scheduler.repair.recipes import least_price
from tests.builders import changed, tiny_school
from tests.repair.plants import PLANTS


def test_a_second_hire_has_another_name() -> None:
    problem = PLANTS["a skill lost"].problem
    first = explain(problem, seconds=40, repairs=1, partial=False).repairs[0]
    followed = apply_changes(problem, first.changes)
    hired = followed.teachers[-1]
    gone = changed(followed, teachers=(*followed.teachers[:-1], changed(hired, weekly_most=0)))
    second = explain(gone, seconds=40, repairs=1, partial=False).repairs[0]
    new = apply_changes(gone, second.changes).teachers[-1]
    assert new.id not in gone.person_by_id
    assert new.skills == hired.skills


def test_a_second_room_has_another_name() -> None:
    prices = RepairPrices()
    (first, *_) = (lever for lever in levers_of(tiny_school(), prices) if lever.kind == "other_room")
    grown = apply_changes(tiny_school(), first.changes(1))
    names = {lever.room.id for lever in levers_of(grown, prices) if isinstance(lever, OtherRoom)}
    assert names
    assert not names & grown.room_by_id.keys()


def test_what_the_least_price_claims() -> None:
    """Four sessions short are four sessions more; four places short may be one pupil more at four meetings."""
    short = (Shortage(code="sessions_in_week", text=Text("缺", "short"), demand=9, supply=5),)
    levers = levers_of(tiny_school(), RepairPrices())
    sessions = tuple(lever for lever in levers if lever.kind == "more_sessions")
    pupils = tuple(lever for lever in levers if lever.kind == "more_pupils")
    assert least_price(short, sessions) == 4 * sessions[0].price
    assert least_price(short, pupils) == pupils[0].price
    shared = (Shortage(code="patrol_shared", text=Text("缺", "short"), demand=9, supply=5),)
    assert least_price(shared, sessions) == sessions[0].price
