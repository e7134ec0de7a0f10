"""What a page sends is checked before anything is done with it."""

import pytest

from ui.view.grid import Acted, acted_from


def test_what_the_script_sends_is_understood() -> None:
    assert acted_from({"action": "choose", "key": "1.1/homework/一1", "at": 1}) == Acted("choose", "1.1/homework/一1")
    assert acted_from({"action": "open", "what": "class/一1"}) == Acted("open", what="class/一1")
    sent = {"action": "drop", "key": "a", "onto": None, "slot": "2.1", "school_class": "一1"}
    assert acted_from(sent) == Acted("drop", "a", "", None, "2.1", "一1")


@pytest.mark.parametrize(
    "sent", [None, 3, [], {}, {"action": "delete"}, {"action": "choose", "key": 3}, {"action": "drop", "onto": {}}]
)
def test_anything_else_is_nothing(sent: object) -> None:
    assert acted_from(sent) is None
