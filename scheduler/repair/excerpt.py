"""Excerpts: small parts of the elastic model, asked again and again which requirements can hold together in them.

A conflict needs only what it touches. An excerpt keeps the decisions of some kinds; in each row, every other decision
gives as much as it ever can. So an excerpt asks for less than the model: what is impossible in it is impossible in the
school, whatever is decided elsewhere. It is built once, has thousands of rows rather than ten thousands, and one worker
with a limit of its own counting answers, so that the same question always has the same answer.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python import cp_model

from scheduler.cpsat import CpSatRun
from scheduler.linear import Floats, LinearModel, add_rows
from scheduler.progress import SolveOptions, Stop
from scheduler.repair.elastic import Elastic
from scheduler.solve import POLL_SECONDS

_PATTERN = frozenset({"meets", "meets_on", "starts", "walks", "stays"})
_ROOMS, _PLACES, _LEADERS = {"room", "class_room", "uses"}, {"places"}, {"leads", "leads_at"}
NEIGHBOURHOODS: tuple[frozenset[str] | None, ...] = (
    _PATTERN | _ROOMS,
    _PATTERN | _PLACES,
    _PATTERN | _LEADERS,
    None,
)
"""Kinds of decisions (the first word of their names), from the quickest to ask; None: everything but homework."""

Flags = NDArray[np.bool_]

WORK, HINT = 4.0, 1.0  # in the solver's deterministic seconds, for one question: most take 0.1, at 60 classes 0.5


class Excerpt:
    """Levers by number, as the elastic model has them in `taken`; those that touch nothing here are not in `levers`."""

    def __init__(self, linear: LinearModel, column_of: Sequence[int], keep: Flags, *, is_largest: bool) -> None:
        self.is_largest = is_largest
        self.model = cp_model.CpModel()
        decision = _projected(self.model, linear, keep)
        self.levers = frozenset(n for n, column in enumerate(column_of) if column in decision)
        self._count = {n: decision[column_of[n]] for n in self.levers}

    def possible(self, held: Collection[int], deadline: float, stop: Stop) -> bool | None:
        """Whether the requirements behind the held levers can be met while all others give way; None if not known."""
        model = self.model.clone()
        for number in self.levers.intersection(held):
            model.add(model.get_int_var_from_proto_index(self._count[number].index) == 0)
        return _answer(_run(model, deadline, stop))

    def core(self, groups: Mapping[str, Collection[int]], deadline: float, stop: Stop) -> list[str]:
        """Some of the groups of levers, in their order, that are perhaps impossible to hold together: a hint, to be
        asked again by `possible`, which takes three times as long.

        Two ways of asking hint at different ones, each at fewer if asked again; and then without one after the other.
        """
        core = list(groups)
        for linear in (0, 1):  # without and with linear programs
            asked = list(groups)
            while (hint := self._hint(groups, asked, linear, deadline, stop)) and len(hint) < len(asked):
                asked = hint
            core = min(core, asked, key=len)
        for name in list(core):
            without = [other for other in core if other != name]
            if len(without) < len(core) and (hint := self._hint(groups, without, 0, deadline, stop)):
                core = hint
        return core

    def _hint(
        self, groups: Mapping[str, Collection[int]], names: list[str], linear: int, deadline: float, stop: Stop
    ) -> list[str]:
        """Empty if there is none."""
        model = self.model.clone()
        literals: dict[str, cp_model.IntVar] = {}
        for name in names:
            for number in sorted(self.levers.intersection(groups[name])):
                held = literals.setdefault(name, model.new_bool_var(""))
                model.add(model.get_int_var_from_proto_index(self._count[number].index) == 0).only_enforce_if(held)
        model.add_assumptions(list(literals.values()))
        run = _run(model, deadline, stop, HINT, linear)
        if _answer(run) is not False:
            return []
        needed = set(run.solver.sufficient_assumptions_for_infeasibility())
        return [name for name, literal in literals.items() if literal.index in needed]


def excerpts(elastic: Elastic, linear: LinearModel) -> Iterator[Excerpt]:
    """From the quickest to ask to everything but homework."""
    column_of = [count.index for count in elastic.taken.values()]
    for kinds in NEIGHBOURHOODS:
        keep = _kept(elastic, kinds)
        keep[column_of] = True
        yield Excerpt(linear, column_of, keep, is_largest=kinds is None)


def _kept(elastic: Elastic, kinds: frozenset[str] | None) -> Flags:
    if kinds is not None:
        return np.array([v.name.split("/")[0] in kinds for v in elastic.model.proto.variables], dtype=bool)
    keep = np.ones(len(elastic.model.proto.variables), dtype=bool)
    keep[elastic.x.homework_columns] = False
    return keep


def _projected(model: cp_model.CpModel, linear: LinearModel, keep: Flags) -> dict[int, cp_model.IntVar]:
    """State the rows over the kept columns; what is left of a row after all others gave what they can. Rows that then
    always hold are left out."""
    rows, kept = len(linear.low), keep[linear.column]
    ends = linear.value * linear.lower[linear.column], linear.value * linear.upper[linear.column]
    least, most = np.minimum(*ends), np.maximum(*ends)

    def total(amount: Floats, where: Flags) -> Floats:
        return np.bincount(linear.row[where], amount[where], rows).astype(np.float64)

    low, high = linear.low - total(most, ~kept), linear.high - total(least, ~kept)
    binding = (total(least, kept) < low) | (total(most, kept) > high)
    chosen = np.flatnonzero(kept & binding[linear.row])
    columns = sorted(set(linear.column[chosen].tolist()))
    decision = {c: model.new_int_var(int(linear.lower[c]), int(linear.upper[c]), "") for c in columns}
    add_rows(model, decision, linear, chosen, np.flatnonzero(binding), low, high)
    return decision


def _run(model: cp_model.CpModel, deadline: float, stop: Stop, work: float = WORK, linear: int = 1) -> CpSatRun:
    parameters = {
        "max_deterministic_time": work,
        "linearization_level": linear,
        "symmetry_level": 0,
        "cp_model_probing_level": 0,
    }
    limit = max(0.05, deadline - time.monotonic())
    run = CpSatRun(model, SolveOptions(workers=1), limit, step_back=False, parameters=parameters)
    while run.running:
        if stop.is_set():
            run.stop()
        time.sleep(POLL_SECONDS / 5)
    if run.failure:
        raise run.failure
    return run


def _answer(run: CpSatRun) -> bool | None:
    return {"OPTIMAL": True, "FEASIBLE": True, "INFEASIBLE": False}.get(run.ended or "")
