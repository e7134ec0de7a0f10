"""A process of its own that solves a linear model with HiGHS and tells how far it is, one JSON object a line.

HiGHS cannot be interrupted from within (its interface offers no way), but a process can be ended at any moment. Runs
as a plain file and imports nothing of ours: reads the arrays of a `LinearModel` and `seconds` from standard input.
"""

import io
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import numpy as np
from numpy.typing import NDArray
from ortools.math_opt import model_pb2
from ortools.math_opt.python import mathopt

# Its log ends a progress line's tree part with a percentage; the best bound follows.
PROGRESS = re.compile(r"\d%\s+(-?[\d.]+(?:e[+-]?\d+)?|-?inf)\s")


def main() -> None:
    """Solve what standard input holds; the last line has `values`, if there is a solution, and the proved `bound`."""
    with np.load(io.BytesIO(sys.stdin.buffer.read())) as data:
        model = mathopt.Model.from_model_proto(_proto(data))
        seconds = float(data["seconds"])
        count = len(data["cost"])
    parameters = mathopt.SolveParameters(time_limit=timedelta(seconds=seconds), relative_gap_tolerance=0.0)
    result = mathopt.solve(model, mathopt.SolverType.HIGHS, params=parameters, msg_cb=_tell)
    bounds = result.termination.objective_bounds
    final: dict[str, object] = {
        "impossible": result.termination.reason == mathopt.TerminationReason.INFEASIBLE,
        "proved": result.termination.reason == mathopt.TerminationReason.OPTIMAL,
        "bound": bounds.dual_bound if np.isfinite(bounds.dual_bound) else None,
        "values": None,
    }
    if result.has_primal_feasible_solution():
        values = result.variable_values()
        found = [0] * count
        for variable, value in values.items():
            found[variable.id] = round(value)
        final["values"] = found
    print(json.dumps(final), flush=True)


def _tell(lines: Sequence[str]) -> None:
    for line in lines:
        if (match := PROGRESS.search(line)) and np.isfinite(bound := float(match[1])):
            print(json.dumps({"bound": bound}), flush=True)


def _proto(data: Mapping[str, NDArray[Any]]) -> model_pb2.ModelProto:
    proto = model_pb2.ModelProto()
    columns, rows = len(data["cost"]), len(data["low"])
    proto.variables.ids.extend(range(columns))
    proto.variables.lower_bounds.extend(data["lower"])
    proto.variables.upper_bounds.extend(data["upper"])
    proto.variables.integers.extend([True] * columns)
    priced = np.flatnonzero(data["cost"])
    proto.objective.offset = float(data["offset"])
    proto.objective.linear_coefficients.ids.extend(priced)
    proto.objective.linear_coefficients.values.extend(data["cost"][priced])
    proto.linear_constraints.ids.extend(range(rows))
    proto.linear_constraints.lower_bounds.extend(data["low"])
    proto.linear_constraints.upper_bounds.extend(data["high"])
    # The matrix must be sorted by row and column, each pair once.
    pairs, where = np.unique(data["row"] * columns + data["column"], return_inverse=True)
    values = np.zeros(len(pairs))
    np.add.at(values, where, data["value"])
    proto.linear_constraint_matrix.row_ids.extend(pairs // columns)
    proto.linear_constraint_matrix.column_ids.extend(pairs % columns)
    proto.linear_constraint_matrix.coefficients.extend(values)
    return proto


if __name__ == "__main__":
    main()
