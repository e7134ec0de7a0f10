"""A small model of whole numbers that are to be near wanted ones: every step away from them has its price.

For SCIP: such models are nearly flow problems with nearly whole relaxations, and it needs a tenth of CP-SAT's time.
"""

from collections.abc import Iterable
from typing import NewType

from ortools.math_opt.python import mathopt

Count = NewType("Count", int)
"""Stands for a whole number of the model; its place in the list of what was found."""


class Nearest:
    """Counts, bounds on their sums, and prices for their distance from what is wanted."""

    def __init__(self) -> None:
        self._model = mathopt.Model()
        self._counts: list[mathopt.Variable] = []
        self._costs: list[mathopt.LinearBase] = []

    def count(self, least: int, most: int) -> Count:
        """A new whole number."""
        self._counts.append(self._model.add_integer_variable(lb=least, ub=most))
        return Count(len(self._counts) - 1)

    def bound(self, counts: Iterable[Count], least: int, most: int) -> None:
        """Their sum is at least and at most so large."""
        self._model.add_linear_constraint(lb=least, ub=most, expr=self._sum(counts))

    def wish(self, counts: Iterable[Count], wanted: float) -> None:
        """Each step between their sum and what is wanted costs 1."""
        self._price(self._sum(counts) - wanted, 1)

    def equate(self, one: Count, other: Count, price: int) -> None:
        """Each step between the two costs so much."""
        self._price(self._counts[one] - self._counts[other], price)

    def solve(self, nodes: int) -> list[int] | None:
        """The cheapest numbers that a search of at most so many nodes finds; None for none.

        The same model gives the same numbers.
        """
        self._model.minimize(mathopt.fast_sum(self._costs))
        parameters = mathopt.SolveParameters(node_limit=nodes, relative_gap_tolerance=1e-4, random_seed=1, threads=1)
        parameters.gscip.bool_params["misc/catchctrlc"] = False  # Ctrl-C is for Python to hear
        result = mathopt.solve(self._model, mathopt.SolverType.GSCIP, params=parameters)
        if not result.has_primal_feasible_solution():
            return None
        return [round(value) for value in result.variable_values(self._counts)]

    def _sum(self, counts: Iterable[Count]) -> mathopt.LinearBase:
        return mathopt.fast_sum(self._counts[count] for count in counts)

    def _price(self, difference: mathopt.LinearBase, price: int) -> None:
        off = self._model.add_variable(lb=0)
        self._model.add_linear_constraint(off >= difference)
        self._model.add_linear_constraint(off >= -difference)
        self._costs.append(price * off)
