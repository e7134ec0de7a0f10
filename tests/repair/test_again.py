"""Advice after advice: names are not given again, changes come in an order to make them; what may be called proved."""

import pytest

from models import Change, ChangesError, ClubChanged, ClubDropped, Pin, RepairPrices, Shortage, Text, apply_changes
from scheduler.repair.explain import explain
from scheduler.repair.levers import levers_of
from scheduler.repair.levers.rooms import OtherRoom
from scheduler.repair.recipes import least_price
from scheduler.repair.ways import drops_last
from tests.builders import MON_2, changed, tiny_school
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


def test_a_club_is_dropped_after_all_else_that_is_done_to_it() -> None:
    problem = changed(tiny_school(), pins=(Pin(slot=MON_2, club="足球", by="教务处", reason="已约定"),))
    levers = [
        next(lever for lever in levers_of(problem, RepairPrices()) if lever.kind == kind)
        for kind in ("fewer_meetings", "more_pupils", "release_pin")
    ]
    by_lever: list[tuple[Change, ...]] = [
        (ClubDropped(club="足球"),),
        (ClubChanged(club="足球", most=41),),
        levers[2].changes(1),
    ]
    ordered = drops_last(dict(zip(levers, by_lever, strict=True)))
    assert list(ordered) == [levers[1], levers[2], levers[0]]
    after = apply_changes(problem, [change for some in ordered.values() for change in some])
    assert "足球" not in after.club_by_id
    assert after.pins == ()
    with pytest.raises(ChangesError):
        apply_changes(problem, [change for some in by_lever for change in some])


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
