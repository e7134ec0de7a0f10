"""The same model read as a mixed-integer program: every constraint we write is linear over integers.

CP-SAT keeps clauses (implications, at most one) apart from linear constraints; here all become rows of one matrix, so
that a linear-programming based solver can bound, and often prove, what CP-SAT searches (docs/solver.md).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray
from ortools.sat.cp_model_pb2 import CpModelProto
from ortools.sat.python.cp_model import INT_MAX, INT_MIN, CpModel, Domain, IntVar, LinearExpr

UNLIMITED = 10**15  # CP-SAT writes a missing side of a constraint as a number beyond this

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Indices = NDArray[np.intp]


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

    @cached_property
    def arrays(self) -> dict[str, object]:
        """For another process: the matrix row by row, each column of a row once."""
        width = len(self.cost)
        pairs, where = np.unique(self.row * width + self.column, return_inverse=True)
        values = np.zeros(len(pairs))
        np.add.at(values, where, self.value)
        start = np.searchsorted(pairs, np.arange(len(self.low) + 1) * width)
        return {
            "lower": self.lower,
            "upper": self.upper,
            "cost": self.cost,
            "offset": self.offset,
            "start": start.astype(np.int32),
            "column": (pairs % width).astype(np.int32),
            "value": values,
            "low": self.low,
            "high": self.high,
        }


def add_rows(
    model: CpModel,
    decision: Mapping[int, IntVar] | Sequence[IntVar],
    linear: LinearModel,
    entries: Indices,
    rows: Indices,
    low: Floats,
    high: Floats,
) -> None:
    """State these rows in a CP-SAT model, with those of their entries (numbers in `linear.row`) that are named.

    `decision` by column; `low` and `high` by row, infinite for a side without limit.
    """
    entries = entries[np.argsort(linear.row[entries], kind="stable")]
    column, value = linear.column[entries].tolist(), linear.value[entries].astype(int).tolist()
    start = np.searchsorted(linear.row[entries], [*rows, len(linear.low)]).tolist()
    for number, row in enumerate(rows.tolist()):
        at = slice(start[number], start[number + 1])
        terms = LinearExpr.weighted_sum([decision[c] for c in column[at]], value[at])
        domain = Domain(
            int(low[row]) if np.isfinite(low[row]) else INT_MIN, int(high[row]) if np.isfinite(high[row]) else INT_MAX
        )
        model.add_linear_expression_in_domain(terms, domain)


class _Rows:
    def __init__(self) -> None:
        self.lengths: list[int] = []
        self.column: list[int] = []
        self.value: list[int] = []
        self.low: list[float] = []
        self.high: list[float] = []

    def add(self, columns: Sequence[int], values: Sequence[int], low: float, high: float) -> None:
        self.lengths.append(len(columns))
        self.column += columns
        self.value += values
        self.low.append(low)
        self.high.append(high)

    def add_count(self, literals: Sequence[int], low: float, high: float) -> None:
        """How many of the literals are true; a negative one -1-v says not v."""
        negated = sum(literal < 0 for literal in literals)
        columns = [literal if literal >= 0 else -1 - literal for literal in literals]
        values = [1 if literal >= 0 else -1 for literal in literals]
        self.add(columns, values, low - negated, high - negated)


def linear_model(model: CpModel) -> LinearModel:
    """Read the rows off a CP-SAT model. Raises ValueError for a constraint that is not linear."""
    proto = _proto(model)
    domains = [list(v.domain) for v in proto.variables]
    if any(len(domain) != 2 for domain in domains):
        raise ValueError("a variable's domain has a hole")
    rows = _Rows()
    for constraint in proto.constraints:
        enforced_by = constraint.enforcement_literal
        kind = constraint.WhichOneof("constraint")
        if kind == "linear" and not enforced_by:
            linear = constraint.linear
            low, high = linear.domain
            rows.add(
                linear.vars,
                linear.coeffs,
                low if low > -UNLIMITED else -np.inf,
                high if high < UNLIMITED else np.inf,
            )
        elif kind == "at_most_one":
            rows.add_count(constraint.at_most_one.literals, -np.inf, 1)
        elif kind == "exactly_one":
            rows.add_count(constraint.exactly_one.literals, 1, 1)
        elif kind == "bool_or":
            rows.add_count([*constraint.bool_or.literals, *(-1 - e for e in enforced_by)], 1, np.inf)
        elif kind == "bool_and":
            for literal in constraint.bool_and.literals:
                rows.add_count([literal, *(-1 - e for e in enforced_by)], 1, np.inf)
        else:
            raise ValueError(f"not linear: {constraint}")
    bounds = np.array(domains, dtype=np.float64).reshape(-1, 2)
    cost = np.zeros(len(domains))
    np.add.at(cost, list(proto.objective.vars), list(proto.objective.coeffs))
    return LinearModel(
        lower=bounds[:, 0].copy(),
        upper=bounds[:, 1].copy(),
        cost=cost,
        offset=float(proto.objective.offset),
        row=np.repeat(np.arange(len(rows.lengths)), rows.lengths),
        column=np.array(rows.column, dtype=np.int64),
        value=np.array(rows.value, dtype=np.float64),
        low=np.array(rows.low, dtype=np.float64),
        high=np.array(rows.high, dtype=np.float64),
    )


def _proto(model: CpModel) -> CpModelProto:
    """By way of a file: reading the solver's own object costs five times as much as everything else here."""
    with TemporaryDirectory(prefix="kehou-") as folder:
        file = Path(folder) / "model.pb"
        if not model.export_to_file(str(file)):
            raise OSError(f"{file} cannot be written")
        proto = CpModelProto()
        proto.ParseFromString(file.read_bytes())
        return proto
