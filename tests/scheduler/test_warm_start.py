"""A search that begins with a timetable: never worse than it, its bound goes on holding, and a wrong one is left."""

from threading import Event

import pytest

from models import Outcome, Problem, RuleSetting, Status, Strength
from scheduler.model import build
from scheduler.progress import SolveOptions, Start
from scheduler.rules import RULES
from scheduler.solve import solve
from scheduler.warm_start import solution_of
from tests.builders import changed, tiny_school

ALONE = SolveOptions(seconds=60, workers=1)
TOGETHER = SolveOptions(seconds=60, workers=2)


@pytest.fixture(scope="module")
def best() -> Outcome:
    return solve(tiny_school(), ALONE)


def test_the_model_counts_the_timetable_as_the_audit_does(best: Outcome) -> None:
    problem = tiny_school()
    assert best.timetable is not None
    built = build(problem)
    found = solution_of(built, problem, best.timetable, 10)
    assert found is not None
    assert found[0] == best.objective
    assert len(found[1]) == len(built.model.proto.variables)


def test_a_search_that_is_stopped_at_once_keeps_what_it_began_with(best: Outcome) -> None:
    assert best.timetable is not None
    stop = Event()
    stop.set()
    kept = solve(tiny_school(), ALONE, stop=stop, start=Start(best.timetable))
    assert kept.status is Status.FEASIBLE  # nothing was proved in no time
    assert kept.timetable == best.timetable
    assert kept.objective == best.objective


def test_the_bound_of_an_earlier_search_of_the_same_problem_proves(best: Outcome) -> None:
    assert best.timetable is not None
    assert best.objective is not None
    stop = Event()
    stop.set()
    kept = solve(tiny_school(), ALONE, stop=stop, start=Start(best.timetable, best.objective))
    assert kept.status is Status.OPTIMAL


@pytest.mark.parametrize("options", [ALONE, TOGETHER], ids=["alone", "together"])
def test_a_dear_timetable_is_improved_to_the_proved_best(options: SolveOptions) -> None:
    """A timetable made while no preference counted is dear as soon as they count again."""
    problem = tiny_school()
    dear = solve(_without_preferences(problem), ALONE).timetable
    alone = solve(problem, ALONE)
    heard: list[Outcome] = []
    assert dear is not None
    found = solve(problem, options, on_better=heard.append, start=Start(dear))
    assert found.status is Status.OPTIMAL
    assert found.objective == alone.objective
    costs = [outcome.objective for outcome in heard]
    assert heard[0].timetable == dear
    assert costs == sorted(costs, key=lambda cost: -(cost or 0))  # each better than the one before, or evener
    assert all(outcome.verdict is not None and outcome.verdict.clean for outcome in heard)
    assert costs[-1] == found.objective


def test_a_timetable_that_breaks_a_requirement_is_left_aside(best: Outcome) -> None:
    assert best.timetable is not None
    broken = changed(best.timetable, sessions=best.timetable.sessions[1:])
    found = solve(tiny_school(), ALONE, start=Start(broken))
    assert found.status is Status.OPTIMAL
    assert found.timetable != broken


def test_a_timetable_with_unknown_names_is_left_aside(best: Outcome) -> None:
    """The school dropped a teacher: the old timetable names somebody whom nobody knows any more."""
    assert best.timetable is not None
    first = best.timetable.sessions[0]
    stranger = changed(first, duties=tuple(changed(duty, person="不认识") for duty in first.duties))
    unknown = changed(best.timetable, sessions=(stranger, *best.timetable.sessions[1:]))
    assert solve(tiny_school(), ALONE, start=Start(unknown)).status is Status.OPTIMAL


def _without_preferences(problem: Problem) -> Problem:
    off = tuple(RuleSetting(rule=r.key, strength=Strength.OFF) for r in RULES if r.strength is Strength.PREFER)
    return changed(problem, settings=changed(problem.settings, rules=(*problem.settings.rules, *off)))
