"""Settings of the office: a key and a JSON value, and no lost update."""

import pytest
from pydantic import JsonValue

from models import RepairPrices
from store import LostUpdateError, SavedSchool, Store


def test_what_was_never_saved_is_none(store: Store, school: SavedSchool) -> None:
    assert store.settings(school.id, "prices") is None


@pytest.mark.parametrize("value", [None, 3, "价", [1, {"a": None}], RepairPrices().model_dump(mode="json")])
def test_a_value_comes_back(store: Store, school: SavedSchool, value: JsonValue) -> None:
    saved = store.save_settings(school.id, "prices", value, who="王主任", after=0)
    assert (saved.value, saved.number, saved.who) == (value, 1, "王主任")
    assert store.settings(school.id, "prices") == saved
    assert store.settings(school.id, "other") is None


def test_a_lost_update_is_refused(store: Store, school: SavedSchool) -> None:
    store.save_settings(school.id, "prices", 1, who="王", after=0)
    theirs = store.save_settings(school.id, "prices", 2, who="李", after=1)
    with pytest.raises(LostUpdateError) as refused:
        store.save_settings(school.id, "prices", 3, who="王", after=1)
    assert refused.value.theirs == theirs
    assert store.settings(school.id, "prices") == theirs


def test_a_number_that_json_does_not_know_is_refused(store: Store, school: SavedSchool) -> None:
    with pytest.raises(ValueError, match="JSON"):
        store.save_settings(school.id, "prices", float("nan"), who="王", after=0)
