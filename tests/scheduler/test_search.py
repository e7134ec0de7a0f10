"""The search: what its parts prove together is what one exact solver proves alone, whichever of them fails."""

import time
from collections.abc import Callable

import pytest
from ortools.sat.python import cp_model

from models import Problem, Status
from scheduler.companion import Companion, Job
from scheduler.linear import LinearModel, linear_model
from scheduler.model import Built, build
from scheduler.patterns import Pattern, Patterns
from scheduler.progress import SolveOptions
from scheduler.search import Search
from scheduler.solve import solve
from tests.agreement.mild_school import mild_school
from tests.builders import tiny_school

TOGETHER = SolveOptions(seconds=60, workers=4)


def _exact(problem: Problem) -> int | None:
    """The optimum of the counted model by CP-SAT alone; None if it has no solution."""
    solver = cp_model.CpSolver()
    status = solver.solve(build(problem).model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


def _searched(built: Built, spoil: Callable[[Search], None] | None = None) -> Search:
    """A search until it is over."""
    search = Search((Companion(), Companion()), built, TOGETHER, time.monotonic() + 60)
    if spoil:
        spoil(search)
    try:
        while not search.over:
            time.sleep(0.01)
            search.step()
    finally:
        search.end()
    return search


def _all_patterns(built: Built, linear: LinearModel) -> list[Pattern]:
    patterns, found = Patterns(built, linear, seed=0), []
    while not patterns.exhausted:
        patterns.look(60)
        while patterns.looking:
            time.sleep(0.005)
        assert patterns.failure is None
        if patterns.found is not None:
            found.append(patterns.found)
    return found


@pytest.mark.parametrize("seed", range(300, 316))
def test_together_they_prove_what_cp_sat_proves_alone(seed: int) -> None:
    problem = mild_school(seed)
    outcome, optimum = solve(problem, TOGETHER), _exact(problem)
    assert outcome.status is (Status.IMPOSSIBLE if optimum is None else Status.OPTIMAL)
    assert outcome.objective == optimum  # these schools have no visitors who would have to be split


def test_each_pattern_is_found_once_and_the_optimum_has_one_of_them() -> None:
    """The best timetables of all patterns: the best of these is the best of the school."""
    built = build(problem := tiny_school())
    linear = linear_model(built.model)
    found = _all_patterns(built, linear)
    assert len({tuple(sorted(p.items())) for p in found}) == len(found) > 1
    best = []
    for pattern in found:
        model = built.model.clone()
        for column, value in pattern.items():
            model.add(model.get_int_var_from_proto_index(column) == value)
        solver = cp_model.CpSolver()
        if solver.solve(model) == cp_model.OPTIMAL:
            best.append(round(solver.objective_value))
    assert min(best) == _exact(problem)


def test_patterns_alone_prove_the_best() -> None:
    """The whole model is never searched, so the bound comes from the patterns, each of which was closed."""

    def never(search: Search) -> None:
        search.jobs.append(search.whole_job)  # as if it had begun

    problem = tiny_school()
    search = _searched(build(problem), never)
    assert search.patterns.exhausted
    assert search.cpsat is None
    assert search.solution is not None
    assert search.bound == search.solution[0] == _exact(problem)


def test_without_the_processes_cp_sat_goes_on() -> None:
    def killed(search: Search) -> None:
        for companion in (search.whole, search.side):
            assert companion is not None
            companion.end()

    problem = tiny_school()
    search = _searched(build(problem), killed)
    assert search.cpsat is not None
    assert search.solution is not None
    assert search.bound == search.solution[0] == _exact(problem)


def test_a_job_told_of_a_timetable_looks_for_cheaper_ones_only() -> None:
    """14 is the optimum of the tiny school. Who knows of one for 14 proves that there is none below, and finds none."""
    built = build(tiny_school())
    linear, companion, job = linear_model(built.model), Companion(), Job({0: 0}, 60)
    first = Job({}, 60)
    try:
        companion.load(linear)
        companion.begin(first, threads=1)
        while first.ended is None:
            time.sleep(0.01)
        assert first.solution is not None
        assert (first.solution[0], first.bound, first.exhausted) == (14, 14, True)
        companion.share(*first.solution)
        companion.begin(job, threads=1)
        while job.ended is None:
            time.sleep(0.01)
        assert job.bound >= 14
        assert job.solution is None or job.solution[0] >= 14
        assert companion.idle
    finally:
        companion.end()


def test_a_process_that_cannot_go_on_says_so() -> None:
    companion = Companion()
    companion.load(linear_model(build(tiny_school()).model))
    companion.begin(Job({10**9: 0}, 60), threads=1)  # no such column
    assert companion.job is not None
    while companion.job.ended is None:
        time.sleep(0.01)
    assert companion.failure is not None
    assert "IndexError" in companion.failure
    assert not companion.idle
    companion.end()


def test_the_pattern_of_a_timetable_is_tried_first_and_not_looked_for_again() -> None:
    problem = tiny_school()
    outcome = solve(problem, SolveOptions(seconds=60, workers=1))
    assert outcome.timetable is not None
    built = build(problem)
    search = Search((Companion(), Companion()), built, TOGETHER, time.monotonic() + 60, like=[outcome.timetable] * 2)
    try:
        (first,) = search.trials
        assert first.pattern.keys() == set(search.patterns.columns)
        large = {(c.id, s.slot) for c in problem.whole_school_clubs for s in outcome.timetable.of_club[c.id, 1]}
        assert sum(first.pattern.values()) >= len(large) > 0
        while not search.over:
            time.sleep(0.01)
            search.step()
        assert all(trial.pattern != first.pattern for trial in search.trials[1:])
    finally:
        search.end()
    assert search.solution is not None
    assert search.solution[0] == outcome.objective
    best = build(problem)
    best.model.proto.clear_objective()
    for column, value in best.x.day_pattern_of(outcome.timetable).items():
        best.model.add(best.model.get_int_var_from_proto_index(column) == value)
    assert cp_model.CpSolver().solve(best.model) == cp_model.OPTIMAL  # the timetable itself has it
