"""The price list: complete, in the documentation, and obeyed."""

from pathlib import Path

import cli
from models import RepairPrices
from scheduler.progress import Stop
from scheduler.repair.explain import explain
from scheduler.repair.levers import levers_of
from scheduler.repair.ways import Way, cheapest_way
from tests.builders import changed, tiny_school
from tests.repair.plants import PLANTS
from tests.repair.repairs_page import COMMAND, repairs_page

ROOT = Path(cli.__file__).parent


def test_the_page_in_docs_is_the_price_list() -> None:
    assert (ROOT / "docs" / "repairs.md").read_text(encoding="utf-8") == repairs_page(), f"run {COMMAND}"


def test_every_lever_has_its_price_and_no_price_is_idle() -> None:
    busy = tuple(changed(t, daily_most=1) for t in tiny_school().teachers)
    schools = [*(plant.problem for plant in PLANTS.values()), changed(tiny_school(), teachers=busy)]
    kinds = {lever.kind for school in (*schools, tiny_school()) for lever in levers_of(school, RepairPrices())}
    assert kinds == set(RepairPrices.model_fields)
    for name in RepairPrices.model_fields:
        without = levers_of(tiny_school(), RepairPrices.model_validate({name: None}))
        assert name not in {lever.kind for lever in without}


def test_a_school_with_a_timetable_needs_no_lever() -> None:
    school = changed(tiny_school(), pins=())
    way = cheapest_way(school, levers_of(school, RepairPrices()), 30, Stop(), expected=1)
    assert isinstance(way, Way)
    assert (way.cost, way.taken, way.cheapest) == (0, {}, True)


def test_other_prices_other_repairs() -> None:
    problem = PLANTS["an instructor's day lost"].problem
    told = explain(problem, RepairPrices(instructor=1), seconds=30, repairs=1, partial=False)
    assert [step.change.kind for step in told.repairs[0].steps] == ["person_joined"]
    told = explain(problem, RepairPrices(instructor=50), seconds=30, repairs=1, partial=False)
    assert [step.change.kind for step in told.repairs[0].steps] == ["person_free"]
