"""The elastic model: the school with every lever open, each use of one at its price; or one use of one for nothing."""

from collections.abc import Collection
from dataclasses import dataclass, field

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

from models import Problem, Strength
from models.noun import RoomId
from scheduler.model import Built
from scheduler.open_scope import OpenScope
from scheduler.repair.draft import Draft
from scheduler.repair.lever import Lever
from scheduler.rule import Preference
from scheduler.rules import RULES
from scheduler.scope import LedClub
from scheduler.variables import Linear, Variables

_GIVE_WAY = {"fewer_meetings", "leader_changes", "room_changes"}
"""Levers after which a club need not meet as often, or with the same people in the same room, as it should."""


class ElasticScope(OpenScope):
    """As open as the school with all levers; a club may meet less often than in all its slots."""

    nothing_gives_way = False

    def has_no_choice(self, club: LedClub) -> bool:
        return False


def _scope(widened: Problem, levers: tuple[Lever, ...], must: set[str]) -> OpenScope:
    """Where clubs give no way, the model is as tight as that of a solve, and as quick."""
    if any(lever.kind in _GIVE_WAY for lever in levers):
        return ElasticScope(widened)
    return OpenScope(widened, keeps_leader="club_keeps_leader" in must, keeps_room="club_keeps_room" in must)


@dataclass(frozen=True)
class Elastic:
    """The model; the widened school that it is about; how far each lever is taken; and what preferences amount to."""

    model: CpModel
    x: Variables
    widened: Problem
    taken: dict[Lever, IntVar]
    decisions: int
    amounts: dict[str, Linear] = field(default_factory=dict)

    @property
    def built(self) -> Built:
        """As a search takes it."""
        return Built(self.model, self.x, self.amounts, self.decisions)


def elastic_model(
    problem: Problem, levers: tuple[Lever, ...], apart: Collection[RoomId] = (), cap: int | None = None
) -> Elastic:
    """Minimise the sum of the prices; what costs nothing is a timetable of the school itself.

    Rooms in `apart` are told apart from all others, and so are those that a lever touches. Nothing may cost more than
    the `cap`: the tighter it is, the sooner a day pattern is found that leads to something cheap.
    """
    elastic = stated(problem, levers, apart)
    taken = elastic.taken
    if taken:
        cost = LinearExpr.weighted_sum(list(taken.values()), [lever.price for lever in taken])
        if cap is not None:
            elastic.model.add(cost <= cap)
        elastic.model.minimize(cost)
    return elastic


def one_unit_model(problem: Problem, levers: tuple[Lever, ...], apart: Collection[RoomId] = ()) -> Elastic:
    """Minimise twice what the preferences cost, where at most one lever is taken, and once; plus 1 if one is.

    So none is taken for nothing. The cost is counted in the widened school: what the changed school counts is for the
    audit to say.
    """
    elastic = stated(problem, levers, apart)
    model, x, widened = elastic.model, elastic.x, elastic.widened
    taken = list(elastic.taken.values())
    model.add(LinearExpr.sum(taken) <= 1)
    costs: list[Linear] = []
    for rule in RULES:
        if isinstance(rule, Preference) and rule.weight_in(problem) > 0:
            amount = elastic.amounts[rule.key] = x.sum(rule.amounts(model, x, widened))
            costs.append(2 * rule.weight_in(problem) * amount)
    model.minimize(x.sum([*costs, *taken]))
    return elastic


def stated(problem: Problem, levers: tuple[Lever, ...], apart: Collection[RoomId] = ()) -> Elastic:
    """The widened school with all requirements, as far as each lever is taken; without an objective."""
    draft = Draft(problem)
    for lever in levers:
        lever.widen(draft)
    widened = draft.widened()
    model = CpModel()
    single = frozenset([*apart, *draft.rooms, *(room.id for room in draft.new_rooms)])
    must = {rule.key for rule in RULES if rule.strength_in(problem) is Strength.MUST}
    x = Variables(model, widened, _scope(widened, levers, must), single)
    taken = {lever: model.new_int_var(0, lever.most, f"{lever.kind}/{n}") for n, lever in enumerate(levers)}
    for lever, count in taken.items():
        lever.waive(x, count)
    for rule in RULES:
        if rule.key in must:
            rule.require(model, x, widened)
    for lever, count in taken.items():
        lever.gate(x, count)
    return Elastic(model, x, widened, taken, len(model.proto.variables))
