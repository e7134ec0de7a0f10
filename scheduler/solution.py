"""What a search brings: a value for each decision, and how expressions are read off it."""

from collections.abc import Callable, Sequence

from ortools.sat.python import cp_model

from scheduler.linear import Ints
from scheduler.variables import Linear

Value = Callable[[Linear], int]
Solution = tuple[int, Sequence[int] | Ints]
"""What a solution costs as the model counts it, and the value of each decision."""


def reading(values: Sequence[int] | Ints) -> Value:
    """Evaluates expressions on the values of a solution, which are numbered as CP-SAT numbers its variables."""

    def value(expression: Linear) -> int:
        if isinstance(expression, int):
            return expression
        flat = cp_model.FlatIntExpr(expression)
        found = flat.offset + sum(c * values[v.index] for c, v in zip(flat.coeffs, flat.vars, strict=True))
        return int(found)

    return value
