"""The model read as linear rows: each kind of constraint as it should be, and nothing that is not linear."""

import numpy as np
import pytest
from ortools.sat.python import cp_model

from scheduler.linear import linear_model


def test_clauses_become_rows() -> None:
    """a → b is b − a ≥ 0; not both is a + b ≤ 1; one of a and not b is a − b ≥ 0, the 1 taken to the other side."""
    model = cp_model.CpModel()
    a, b = model.new_bool_var("a"), model.new_bool_var("b")
    model.add_implication(a, b)
    model.add_at_most_one(a, b)
    model.add_bool_or(a, b.negated())
    model.add(2 * a + 3 * b <= 4)
    model.minimize(5 * a - b + 7)
    linear = linear_model(model)
    matrix = np.zeros((4, 2))
    np.add.at(matrix, (linear.row, linear.column), linear.value)
    assert matrix.tolist() == [[-1, 1], [1, 1], [1, -1], [2, 3]]
    assert linear.low.tolist() == [0, -np.inf, 0, -np.inf]
    assert linear.high.tolist() == [np.inf, 1, np.inf, 4]
    assert (linear.cost.tolist(), linear.offset) == ([5, -1], 7)


def test_a_column_that_stands_twice_in_a_row_is_added_up_for_the_other_process() -> None:
    model = cp_model.CpModel()
    a, b = model.new_int_var(0, 9, "a"), model.new_int_var(0, 9, "b")
    model.add(b + a + b >= 3)
    arrays = linear_model(model).arrays
    start, column, value = arrays["start"], arrays["column"], arrays["value"]
    assert isinstance(start, np.ndarray)
    assert isinstance(column, np.ndarray)
    assert isinstance(value, np.ndarray)
    assert (start.tolist(), column.tolist(), value.tolist()) == ([0, 2], [0, 1], [1, 2])


def test_what_is_not_linear_is_refused() -> None:
    model = cp_model.CpModel()
    a, b = model.new_int_var(0, 9, "a"), model.new_int_var(0, 9, "b")
    model.add_multiplication_equality(b, a, a)
    with pytest.raises(ValueError, match="not linear"):
        linear_model(model)


def test_a_domain_with_a_hole_is_refused() -> None:
    model = cp_model.CpModel()
    model.new_int_var_from_domain(cp_model.Domain.from_values([0, 2]), "a")
    with pytest.raises(ValueError, match="hole"):
        linear_model(model)
