"""The precheck never speaks of a school that has a timetable: the solver, which does not listen to it, is the judge."""

import pytest
from ortools.sat.python import cp_model

from models import Problem
from sample_inputs.expand import KEYS, expand
from scheduler.model import build
from scheduler.precheck import CHECKS, precheck
from tests.builders import tiny_school
from tests.precheck.strained import strained

SEEDS = range(150)


def _impossible(problem: Problem) -> bool:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.stop_after_first_solution = True
    status = solver.solve(build(problem).model)
    assert status in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE)
    return bool(status == cp_model.INFEASIBLE)


def test_it_is_silent_about_a_school_with_a_timetable() -> None:
    assert precheck(tiny_school()) == ()


@pytest.mark.parametrize("key", KEYS)
def test_it_is_silent_about_the_samples(key: str) -> None:
    assert [shortage.text.zh for shortage in precheck(expand(key))] == []


def test_what_it_speaks_of_is_impossible() -> None:
    """Schools strained in one to three places; it speaks of about half, and the solver proves each impossible."""
    spoke = 0
    for seed in SEEDS:
        problem = strained(tiny_school(), seed, places=1 + seed % 3)
        if shortages := precheck(problem):
            spoke += 1
            assert _impossible(problem), (seed, [s.text.zh for s in shortages])
    assert spoke >= len(SEEDS) // 4


def test_codes_are_names_of_checks() -> None:
    """A shortage is told under the name of the function that found it."""
    names = {check.__name__ for check in CHECKS}
    found = {s.code for seed in SEEDS[:60] for s in precheck(strained(tiny_school(), seed, places=3))}
    assert len(names) == len(CHECKS)
    assert found <= names
    assert len(found) >= len(names) // 2
