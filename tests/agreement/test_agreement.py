"""Both readings of every rule agree: `require` is infeasible exactly when `check` complains, and `amounts`, whether
minimised or maximised, are what `check` counts. Each rule stands alone in a model of the widest scope into which one
concrete timetable has been fixed; the timetables come from random schools under random subsets of the rules. Some
schools have a published timetable: another random one, which the timetable is near, or the very same."""

from random import Random

import pytest
from ortools.sat.python import cp_model

from models import Problem, Timetable
from scheduler.decode import decode
from scheduler.fixing import fix, fixed
from scheduler.model import build
from scheduler.rooming import PooledTooFarError
from scheduler.rule import Preference, Rule
from scheduler.rules import RULES
from scheduler.scope import Scope
from scheduler.variables import Variables
from tests.agreement.random_school import random_school
from tests.builders import changed

SEEDS = range(130)


def _random_timetable(problem: Problem, seed: int) -> Timetable | None:
    """A timetable that keeps some rules and breaks others; of the rules first chosen, as many as go together."""
    for share in (1.0, 0.85, 0.6, 0.4):
        if timetable := _keeping_some(problem, seed, share):
            return timetable
    return None


def _keeping_some(problem: Problem, seed: int, share: float) -> Timetable | None:
    """Near the published timetable, if there is one: as much as the seed says, up to being the same."""
    rng = Random(seed)
    kept = [rule for rule in RULES if not isinstance(rule, Preference) and rng.random() < share]
    built = build(problem, rules=kept, scope=Scope(problem))
    names = range(len(built.model.proto.variables))
    some = [built.model.get_int_var_from_proto_index(i) for i in names if rng.random() < 0.3]
    nearness = rng.choice((0.3, 0.9, 1.0))
    near = [
        value if isinstance(decision, int) else (decision if value == 0 else -decision)
        for decision, value in (fixed(problem, built.x, problem.published) if problem.published else ())
        if rng.random() < nearness
    ]
    built.model.minimize(sum(rng.choice((-1, 1)) * v for v in some) + 5 * sum(near))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = seed
    solver.parameters.max_deterministic_time = 1.0
    if solver.solve(built.model) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    try:
        return decode(problem, built.x, solver.value)
    except PooledTooFarError:
        return None


@pytest.fixture(scope="module")
def placements() -> list[tuple[Problem, Timetable]]:
    found = []
    for seed in SEEDS:
        problem = random_school(seed)
        if seed % 2:
            problem = changed(problem, published=_random_timetable(problem, seed + 1000))
        timetable = _random_timetable(problem, seed)
        if timetable is not None:
            found.append((problem, timetable))
    return found


def _fixed_model(problem: Problem, timetable: Timetable) -> tuple[cp_model.CpModel, Variables]:
    model = cp_model.CpModel()
    x = Variables(model, problem, Scope(problem))
    fix(problem, x, timetable)
    return model, x


def _solve(model: cp_model.CpModel) -> tuple[bool, int]:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    status = solver.solve(model)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    feasible = status == cp_model.OPTIMAL
    return feasible, round(solver.objective_value) if feasible and model.has_objective() else 0


def test_there_are_enough_placements(placements: list[tuple[Problem, Timetable]]) -> None:
    """Too few would prove nothing."""
    assert len(placements) >= 40


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.key)
def test_require_forbids_what_check_finds(rule: Rule, placements: list[tuple[Problem, Timetable]]) -> None:
    seen = set()
    for problem, timetable in placements:
        violations = list(rule.check(problem, timetable))
        model, x = _fixed_model(problem, timetable)
        rule.require(model, x, problem)
        feasible, _ = _solve(model)
        assert feasible == (not violations), [v.text.zh for v in violations[:3]]
        seen.add(feasible)
    assert False in seen, f"{rule.key} was never broken"
    assert True in seen or rule.key == "fair_load", f"{rule.key} was never kept"  # nobody is ever all on target here


@pytest.mark.parametrize("rule", [r for r in RULES if isinstance(r, Preference)], ids=lambda rule: rule.key)
def test_amounts_are_what_check_counts(rule: Preference, placements: list[tuple[Problem, Timetable]]) -> None:
    for problem, timetable in placements:
        counted = sum(v.amount for v in rule.check(problem, timetable))
        for sign in (1, -1):
            model, x = _fixed_model(problem, timetable)
            model.minimize(sign * x.sum(rule.amounts(model, x, problem)))
            feasible, value = _solve(model)
            assert feasible
            assert sign * value == counted, [v.text.zh for v in rule.check(problem, timetable)][:3]
