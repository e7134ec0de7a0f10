"""The school's price list: saved, shown in both languages, and read from its table."""

from datetime import UTC, datetime

from models import RepairPrices
from store import SavedSetting
from ui.scenarios.prices import prices_of, rows, sentence, title, typed


def _saved(value: dict[str, int | str | None]) -> SavedSetting:
    return SavedSetting(1, datetime(2027, 3, 1, tzinfo=UTC), "沈", dict(value))


def test_what_is_saved_counts_and_the_rest_stays() -> None:
    assert prices_of(None) == RepairPrices()
    assert prices_of(_saved({"teacher": 50, "papers": None})) == RepairPrices(teacher=50, papers=None)
    assert prices_of(_saved({"teacher": "x"})) == RepairPrices()


def test_the_table_reads_back_as_it_was() -> None:
    prices = RepairPrices(teacher=None, instructor=0)
    assert typed(rows(prices, "zh")) == prices
    floats = [
        row | {"price": float("nan") if row["price"] is None else float(row["price"])} for row in rows(prices, "en")
    ]
    assert typed(floats) == prices
    assert typed([{"name": "teacher", "price": 1000}]) is None
    assert typed([{"name": "teacher", "price": 1.5}]) is None


def test_titles_in_both_languages() -> None:
    assert title("teacher", "zh") == "增一名教师"
    assert title("teacher", "en") == "one more teacher"
    assert "增一名教师 28" in sentence(RepairPrices(), "zh")
    assert "teacher" not in sentence(RepairPrices(teacher=None), "en").split(", ")[-1]
