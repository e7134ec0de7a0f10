"""Conflicts planted in large schools: found in a small part of the school, named exactly, with nobody innocent."""

from threading import Event

import pytest

from benchmarks.impossible import impossible
from benchmarks.schools import school
from models import CrossClassClub, Instructor, LeaderFrom, Problem, RepairPrices
from scheduler.linear import linear_model
from scheduler.precheck import precheck
from scheduler.repair.elastic import stated
from scheduler.repair.excerpt import NEIGHBOURHOODS, excerpts
from scheduler.repair.levers import levers_of
from scheduler.repair.narrow import Narrow, narrow_conflicts
from tests.builders import changed, tiny_school

LONG = 3600.0  # seconds: the limits are those that the solver counts itself
PLATFORM = "阶梯座位"


def narrow(problem: Problem) -> Narrow:
    return narrow_conflicts(problem, levers_of(problem, RepairPrices()), LONG, Event())


def named(problem: Problem, found: Narrow) -> list[set[str]]:
    return [{lever.asks(problem).zh for lever in core.levers} for core in found.cores]


def on_the_platform(problem: Problem, feature: str) -> set[str]:
    """One place for five meetings that cannot coincide; the large club takes one of the five days."""
    clubs = [c for c in problem.clubs if isinstance(c, CrossClassClub) and feature in c.features]
    assert sum(c.meetings for c in clubs) == 5
    return {
        f"{feature}场地只有1处",
        *(f"“{c.name}”每周活动{c.meetings}次" for c in (*clubs, *problem.whole_school_clubs)),
    }


@pytest.mark.parametrize(("classes", "seed"), [(10, 3), (30, 3), (30, 6), (60, 3)])
def test_what_was_planted_is_named_exactly_and_always_alike(classes: int, seed: int) -> None:
    problem = school(classes, seed, "impossible")
    assert precheck(problem) == ()
    found = narrow(problem)
    assert found.impossible
    assert named(problem, found) == [on_the_platform(problem, PLATFORM)]
    if classes <= 30:
        assert named(problem, narrow(problem)) == named(problem, found)


def test_two_at_once_are_both_named() -> None:
    """They have the large club in common; a second platform, which is the cheapest cure of one, leaves the other."""
    one = school(30, 3, "impossible")
    clubs = tuple(changed(c, features=("露台",)) if PLATFORM in getattr(c, "features", ()) else c for c in one.clubs)
    rooms = tuple(changed(r, id="露台", features=("露台",)) if PLATFORM in r.features else r for r in one.rooms)
    problem = impossible(changed(one, clubs=clubs, rooms=rooms), 3)
    found = named(problem, narrow(problem))
    both = [on_the_platform(problem, PLATFORM), on_the_platform(problem, "露台")]
    assert sorted(map(sorted, found)) == sorted(map(sorted, both))


def test_an_only_leader_for_three_clubs() -> None:
    """He may serve ten times a week, and each of his clubs could meet; but there are four days for five meetings."""
    problem = _one_leader(school(30, 3, "impossible"))
    assert precheck(problem) == ()
    found = narrow(problem)
    clubs = [c for c in problem.clubs if isinstance(c, CrossClassClub) and "皮影" in c.skills]
    assert named(problem, found) == [
        {
            "能教皮影的外聘教师只有现在这些",
            *(f"“{c.name}”每周活动{c.meetings}次" for c in (*clubs, *problem.whole_school_clubs)),
        }
    ]


@pytest.mark.parametrize(
    "problem", [tiny_school(), school(10, 1, "tight"), school(30, 2, "usual")], ids=["tiny", "10", "30"]
)
def test_of_a_school_with_a_timetable_nothing_is_said(problem: Problem) -> None:
    """Each excerpt asks for less than the school does."""
    levers = levers_of(problem, RepairPrices())
    elastic = stated(problem, levers)
    for excerpt in excerpts(elastic, linear_model(elastic.model)):
        assert excerpt.possible(range(len(levers)), float("inf"), Event()) is True
    found = narrow(problem)
    assert (found.impossible, found.cores) == (False, ())


def test_every_kind_of_decision_exists() -> None:
    """A name that is none would only leave out what was meant."""
    problem = school(10, 3, "impossible")
    model = stated(problem, levers_of(problem, RepairPrices())).model
    there = {v.name.split("/")[0] for v in model.proto.variables}
    kinds = {kind for some in NEIGHBOURHOODS for kind in some or ()}
    assert kinds - there <= {"meets_on", "class_room"}  # days with two club slots; classes without a home room


def _one_leader(problem: Problem) -> Problem:
    clubs = tuple(
        changed(c, features=(), skills=("皮影",), leader_from=LeaderFrom.OUTSIDE, leaders=1, named_leaders=())
        if isinstance(c, CrossClassClub) and PLATFORM in c.features
        else c
        for c in problem.clubs
    )
    rooms = tuple(r for r in problem.rooms if PLATFORM not in r.features)
    him = Instructor(id="皮影老师", name="皮影老师", skills=("皮影",), weekly_most=10)
    return changed(problem, clubs=clubs, rooms=rooms, instructors=(*problem.instructors, him))
