"""The table of explanations: a row says what was found."""

from benchmarks import explaining


def test_a_row_of_a_small_school() -> None:
    classes, seed, limit, why, ways, *_ = [cell.strip() for cell in explaining.line(10, 3).strip("|").split("|")]
    assert (classes, seed, limit, why) == ("10", "3", "10", "conflict of 5")
    assert ways
