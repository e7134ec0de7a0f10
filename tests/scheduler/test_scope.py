"""Leaving out decisions that a requirement forbids anyway loses no optimum: both scopes agree on random schools."""

import pytest
from ortools.sat.python import cp_model

from models import Problem, Status
from scheduler.model import build
from scheduler.open_scope import OpenScope
from scheduler.progress import SolveOptions
from scheduler.scope import LedClub, Scope
from scheduler.solve import solve
from tests.agreement.mild_school import mild_school

SEEDS = range(100, 240)


class _NoBusywork(Scope):
    """The widest scope, except that nobody is kept at school for a duty that nobody asked for."""

    superfluous_duties = False

    def accompanying_most(self, club: LedClub) -> int:
        return OpenScope(self.problem).accompanying_most(club)


def _optimum(problem: Problem, scope: Scope | None) -> int | None:
    built = build(problem, scope=scope)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(built.model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None


@pytest.mark.parametrize("seed", SEEDS)
def test_all_scopes_have_the_same_optimum(seed: int) -> None:
    problem = mild_school(seed)
    widest = _optimum(problem, _NoBusywork(problem))
    outcome = solve(problem, SolveOptions(seconds=60, workers=1))
    assert outcome.status is (Status.IMPOSSIBLE if widest is None else Status.OPTIMAL)
    assert outcome.objective == widest


def test_some_of_these_schools_are_possible_and_some_are_not() -> None:
    """Otherwise the comparison above would prove little."""
    optima = [_optimum(mild_school(seed), None) for seed in SEEDS]
    assert 20 <= sum(o is not None for o in optima) < len(optima)
