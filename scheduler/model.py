"""From a problem to a CP-SAT model: the decisions, what the rules require of them, and what they cost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ortools.sat.python.cp_model import CpModel, LinearExpr

from models import Problem, Strength
from models.noun import RoomId
from scheduler.open_scope import OpenScope
from scheduler.rule import Preference, Rule
from scheduler.rules import RULES
from scheduler.scope import Scope, Split
from scheduler.variables import Linear, Variables


@dataclass(frozen=True)
class Built:
    """A model, the questions one may ask it, and the amount of every preference in force."""

    model: CpModel
    x: Variables
    amounts: Mapping[str, Linear]
    decisions: int  # the columns up to this one decide the timetable; the others only count amounts


def build(
    problem: Problem,
    *,
    rules: Iterable[Rule] = RULES,
    scope: Scope | None = None,
    split: Split | None = None,
) -> Built:
    """The model whose optimum is the best timetable; `split` says what must not be counted alike.

    The objective is the sum of weight x amount over all preferences, nothing else.
    """
    model = CpModel()
    chosen = list(rules)
    must = {rule.key for rule in chosen if rule.strength_in(problem) is Strength.MUST}
    if scope is None:
        keeps_leader, keeps_room = "club_keeps_leader" in must, "club_keeps_room" in must
        scope = OpenScope(problem, keeps_leader=keeps_leader, keeps_room=keeps_room, split=split)
    apart = split.rooms if split else frozenset()
    x = Variables(model, problem, scope, apart | _rooms_with_a_price(problem, chosen))
    for rule in chosen:
        if rule.key in must:
            rule.require(model, x, problem)
    decisions = len(model.proto.variables)
    amounts: dict[str, Linear] = {}
    costs: list[Linear] = []
    for rule in chosen:
        if isinstance(rule, Preference) and rule.weight_in(problem) > 0:
            amount = amounts[rule.key] = x.sum(rule.amounts(model, x, problem))
            costs.append(rule.weight_in(problem) * amount)
    if costs:
        model.minimize(LinearExpr.sum(costs))
    return Built(model, x, amounts, decisions)


def _rooms_with_a_price(problem: Problem, rules: Iterable[Rule]) -> frozenset[RoomId]:
    """Rooms may be pooled only while no rule puts a price on which of them a club gets."""
    priced = any(r.key == "club_keeps_room" and r.strength_in(problem) is Strength.PREFER for r in rules)
    return frozenset(room.id for room in problem.rooms) if priced else frozenset()
