"""Every planted shortage is named exactly, nothing innocent is blamed, and a repair is shown that works."""

import pytest

from models import Repair, Shortage, Slot, Status, apply_changes
from scheduler.audit import audit
from scheduler.precheck import precheck
from scheduler.repair.explain import explain
from tests.builders import changed, tiny_school
from tests.repair.plants import PLANTS, Plant

SECONDS = 40.0  # an upper limit on a slow machine: one takes a second or two


def mentioned(shortages: tuple[Shortage, ...]) -> set[str]:
    return {name for s in shortages for name in (*s.people, *s.classes, *s.clubs, *s.rooms)}


def assert_works(plant: Plant, repair: Repair) -> None:
    """The audit, told of the changes alone, finds the repair's timetable clean."""
    mended = apply_changes(plant.problem, repair.changes)
    assert precheck(mended) == ()
    assert audit(mended, repair.timetable).clean
    if all("joined" not in step.change.kind and "added" not in step.change.kind for step in repair.steps):
        assert not audit(plant.problem, repair.timetable).clean  # the changes are needed
    assert repair.cost == sum(step.cost for step in repair.steps) > 0
    assert all(step.text.zh and step.text.en for step in repair.steps)


def test_the_school_itself_has_a_timetable() -> None:
    told = explain(changed(tiny_school(), pins=()), seconds=SECONDS)
    assert told.status is Status.FEASIBLE
    assert (told.shortages, told.conflicts, told.repairs) == ((), (), ())
    assert 0 < len(told.tightest) <= 10
    assert all(margin.spare >= 0 for margin in told.tightest)


def test_at_least_thirty_are_planted() -> None:
    assert len(PLANTS) >= 30


@pytest.mark.parametrize("plant", PLANTS.values(), ids=PLANTS)
def test_plant(plant: Plant) -> None:
    told = explain(plant.problem, seconds=SECONDS, repairs=1, partial=False)
    assert told.status is Status.IMPOSSIBLE
    assert {s.code for s in told.shortages} == plant.codes, [s.text.zh for s in told.shortages]
    assert plant.culprits <= mentioned(told.shortages)
    assert len(told.repairs) == 1
    assert_works(plant, told.repairs[0])


def test_odd_weeks_only() -> None:
    """In a two-week school the laboratory is closed on Thursdays of odd weeks: 科学 cannot meet there; in even weeks
    nothing is wrong."""
    school = changed(tiny_school(), pins=())
    week = changed(school.week, cycle=2)
    rooms = tuple(changed(r, closed=(Slot(4, 1, 1), Slot(4, 2, 1))) if r.id == "科学教室" else r for r in school.rooms)
    plant = Plant(changed(school, week=week, rooms=rooms), frozenset({"club_rooms"}), frozenset({"科学"}))
    told = explain(plant.problem, seconds=SECONDS, repairs=1, partial=False)
    assert [(s.code, s.clubs) for s in told.shortages] == [("club_rooms", ("科学",))]
    assert "单周" in told.shortages[0].text.zh
    assert_works(plant, told.repairs[0])


def test_several_repairs_are_of_different_kinds() -> None:
    told = explain(PLANTS["an only leader away"].problem, seconds=SECONDS, repairs=2, partial=False)
    kinds = [{step.change.kind for step in repair.steps} for repair in told.repairs]
    assert kinds == [{"person_free"}, {"person_joined"}]
    assert [repair.cost for repair in told.repairs] == sorted(repair.cost for repair in told.repairs)
    assert all(repair.cheapest for repair in told.repairs)
