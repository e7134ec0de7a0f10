"""Fair shares: proportions are kept within the sums, and what was given up comes back where there is room again."""

import pytest

from scheduler.shares import Bounds, fair_shares


def test_proportions_are_kept() -> None:
    assert fair_shares({"a": 30.0, "b": 20.0}, {("a", "b"): Bounds(40, 40)}) == pytest.approx({"a": 24, "b": 16})


def test_sums_in_bounds_change_nothing() -> None:
    weights = {"a": 30.0, "b": 20.0}
    assert fair_shares(weights, {("a", "b"): Bounds(40, 60), ("a",): Bounds(0, 30)}) == weights


def test_what_is_held_at_its_most_is_full() -> None:
    """Of 40, a and b would have 13⅓ each; held at 12, they keep their 12, and c has the rest."""
    sums = {("a",): Bounds(0, 12), ("b",): Bounds(0, 12), ("a", "b", "c"): Bounds(40, 40)}
    assert fair_shares(dict.fromkeys("abc", 20.0), sums) == pytest.approx({"a": 12, "b": 12, "c": 16}, abs=0.01)


def test_contradicting_sums_end_in_something_finite() -> None:
    found = fair_shares({"a": 1.0, "b": 1.0}, {("a",): Bounds(5, 5), ("b",): Bounds(2, 2), ("a", "b"): Bounds(9, 9)})
    assert all(0 <= share <= 9 for share in found.values())
