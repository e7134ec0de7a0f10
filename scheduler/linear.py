"""The same model read as a mixed-integer program: every constraint we write is linear over integers.

CP-SAT keeps clauses (implications, at most one) apart from linear constraints; here all become rows of one matrix, so
that a linear-programming based solver can bound, and often prove, what CP-SAT searches (docs/solver.md).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from ortools.sat.python.cp_model import CpModel

UNLIMITED = 10**15  # CP-SAT writes a missing side of a constraint as a number beyond this

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class LinearModel:
    """min cost·v + offset, low <= rows·v <= high, lower <= v <= upper, v integer; the rows as (row, column, value)."""

    lower: Floats
    upper: Floats
    cost: Floats
    offset: float
    row: Ints
    column: Ints
    value: Floats
    low: Floats
    high: Floats


class _Rows:
    def __init__(self) -> None:
        self.row: list[int] = []
        self.column: list[int] = []
        self.value: list[float] = []
        self.low: list[float] = []
        self.high: list[float] = []

    def add(self, columns: list[int], values: list[int], low: float, high: float) -> None:
        self.row += [len(self.low)] * len(columns)
        self.column += columns
        self.value += values
        self.low.append(low)
        self.high.append(high)

    def add_count(self, literals: list[int], low: float, high: float) -> None:
        """How many of the literals are true; a negative one -1-v says not v."""
        negated = sum(literal < 0 for literal in literals)
        columns = [literal if literal >= 0 else -1 - literal for literal in literals]
        values = [1 if literal >= 0 else -1 for literal in literals]
        self.add(columns, values, low - negated, high - negated)


def linear_model(model: CpModel) -> LinearModel:
    """Read the rows off a CP-SAT model. Raises ValueError for a constraint that is not linear."""
    proto = model.proto
    domains = [list(v.domain) for v in proto.variables]
    if any(len(domain) != 2 for domain in domains):
        raise ValueError("a variable's domain has a hole")
    rows = _Rows()
    for constraint in proto.constraints:
        enforced_by = list(constraint.enforcement_literal)
        if constraint.has_linear() and not enforced_by:
            low, high = constraint.linear.domain
            rows.add(
                list(constraint.linear.vars),
                list(constraint.linear.coeffs),
                low if low > -UNLIMITED else -np.inf,
                high if high < UNLIMITED else np.inf,
            )
        elif constraint.has_at_most_one():
            rows.add_count(list(constraint.at_most_one.literals), -np.inf, 1)
        elif constraint.has_exactly_one():
            rows.add_count(list(constraint.exactly_one.literals), 1, 1)
        elif constraint.has_bool_or():
            rows.add_count([*constraint.bool_or.literals, *(-1 - e for e in enforced_by)], 1, np.inf)
        elif constraint.has_bool_and():
            for literal in constraint.bool_and.literals:
                rows.add_count([literal, *(-1 - e for e in enforced_by)], 1, np.inf)
        else:
            raise ValueError(f"not linear: {constraint}")
    cost = np.zeros(len(domains))
    np.add.at(cost, list(proto.objective.vars), list(proto.objective.coeffs))
    return LinearModel(
        lower=np.array([d[0] for d in domains], dtype=np.float64),
        upper=np.array([d[1] for d in domains], dtype=np.float64),
        cost=cost,
        offset=float(proto.objective.offset),
        row=np.array(rows.row, dtype=np.int64),
        column=np.array(rows.column, dtype=np.int64),
        value=np.array(rows.value, dtype=np.float64),
        low=np.array(rows.low, dtype=np.float64),
        high=np.array(rows.high, dtype=np.float64),
    )
