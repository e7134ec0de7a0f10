"""Leaving out decisions that a requirement forbids anyway loses no optimum: both scopes agree on random schools."""

from random import Random

import pytest
from ortools.sat.python import cp_model

from models import Problem, Status
from scheduler.decode import decode
from scheduler.model import build
from scheduler.open_scope import OpenScope
from scheduler.progress import SolveOptions
from scheduler.rule import Preference
from scheduler.rules import RULES
from scheduler.scope import LedClub, Scope
from scheduler.solve import solve
from tests.agreement.mild_school import mild_school
from tests.builders import changed

SEEDS = range(100, 240)
PUBLISHED = range(300, 420)


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


def _after_a_loss(seed: int) -> Problem | None:
    """A school that has lost a teacher or has a room closed, with the timetable that it had; None if it had none."""
    school = mild_school(seed)
    built = build(school, rules=[r for r in RULES if not isinstance(r, Preference)])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(built.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    published = decode(school, built.x, solver.value)
    rng = Random(seed)
    if rng.random() < 0.6:
        lost = rng.choice(school.teachers).id
        teachers = tuple(changed(t, weekly_most=0) if t.id == lost else t for t in school.teachers)
        return changed(school, teachers=teachers, published=published)
    room = rng.choice([s.room for s in published.sessions if s.room])
    closed = (*rng.sample(school.week.slots, 2),)
    rooms = tuple(changed(r, closed=closed) if r.id == room else r for r in school.rooms)
    return changed(school, rooms=rooms, published=published)


def test_near_a_published_timetable_all_scopes_have_the_same_optimum() -> None:
    """Rooms that are alike and people who help are counted, and yet it is known who and what stays."""
    optima = []
    for seed in PUBLISHED:
        problem = _after_a_loss(seed)
        if problem is None:
            continue
        widest = _optimum(problem, _NoBusywork(problem))
        outcome = solve(problem, SolveOptions(seconds=60, workers=1))
        assert outcome.objective == widest, seed
        if outcome.verdict is not None:
            optima.append(next(s.amount for s in outcome.verdict.scores if s.rule == "least_change"))
    assert len(optima) >= 15
    assert len(set(optima)) >= 3, "else it would prove little"


def test_some_of_these_schools_are_possible_and_some_are_not() -> None:
    """Otherwise the comparison above would prove little."""
    optima = [_optimum(mild_school(seed), None) for seed in SEEDS]
    assert 20 <= sum(o is not None for o in optima) < len(optima)
