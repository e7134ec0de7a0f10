"""What a drop may mean, and that each meaning is a move that the scheduler can make."""

import pytest

from models import Exchanged, ExchangeMove, Slot, SlotMove
from scheduler.alter.effect import what_breaks
from tests.ui.week.boards import plain
from ui.session.proposal import moves_of_drop, slot_from


def meant(key: str, onto: str | None, slot: str = "", school_class: str | None = None) -> list[str]:
    """The meanings, in short; each is tried out on the timetable."""
    board = plain()
    target = None if onto is None else board.sessions[onto]
    where = slot_from(slot) if target is None else target.slot
    assert where is not None
    found = []
    for move in moves_of_drop(board.sessions[key], target, where, school_class):
        what_breaks(board.problem, board.timetable, move)  # raises for a move that cannot be made
        found.append(move.what.value if isinstance(move, ExchangeMove) else "slot")
    return found


@pytest.mark.parametrize(
    ("key", "onto", "expected"),
    [
        ("1.1/homework/一1", "2.1/homework/一1", ["slots", "people"]),  # the same class at another time
        ("1.1/homework/一1", "1.1/homework/一2", ["people"]),  # another class: only the teachers can change
        ("1.1/homework/一1", "5.2/class_activity/一1", ["slots", "people"]),
        ("1.1/homework/一1", "1.2/cross_class/合唱/1", ["people"]),
        ("1.1/patrol/周校长", "3.1/patrol/吴主任", ["people"]),
        ("1.1/patrol/周校长", "1.1/homework/一1", []),
        ("1.1/homework/一1", "1.1/patrol/周校长", []),
        ("1.2/cross_class/合唱/1", "1.2/cross_class/合唱/2", ["people", "rooms"]),
        ("1.2/cross_class/合唱/1", "4.1/cross_class/科学/1", ["slot", "slots", "people", "rooms"]),
        ("1.2/cross_class/合唱/1", "3.2/cross_class/合唱/1", ["slot"]),
        ("1.2/cross_class/合唱/1", "5.2/class_activity/一1", ["slot", "people", "rooms"]),
    ],
)
def test_on_another_session(key: str, onto: str, expected: list[str]) -> None:
    assert meant(key, onto) == expected


def test_on_a_cell_without_a_session() -> None:
    assert meant("1.2/cross_class/合唱/1", None, "2.2") == ["slot"]
    assert meant("1.2/cross_class/合唱/1", None, "1.2") == []
    assert meant("1.1/homework/一1", None, "2.1", "一1") == ["slot"]
    assert meant("1.1/homework/一1", None, "2.1", "一2") == []


def test_teachers_of_clubs_change_for_good_and_a_class_s_for_once() -> None:
    board = plain()
    clubs = moves_of_drop(
        board.sessions["1.2/cross_class/合唱/1"], board.sessions["1.2/cross_class/合唱/2"], Slot(1, 2), None
    )
    (people,) = [m for m in clubs if isinstance(m, ExchangeMove) and m.what is Exchanged.PEOPLE]
    assert people.all_meetings
    (own,) = moves_of_drop(board.sessions["1.1/homework/一1"], board.sessions["1.1/homework/一2"], Slot(1, 1), "一2")
    assert isinstance(own, ExchangeMove)
    assert not own.all_meetings
    (moved,) = moves_of_drop(board.sessions["1.2/cross_class/足球/1"], None, Slot(2, 2), None)
    assert isinstance(moved, SlotMove)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("3.2", Slot(3, 2)),
        ("3.2.2", Slot(3, 2, 2)),
        ("", None),
        ("3", None),
        ("a.b", None),
        ("3.2.2.1", None),
        ("٣.2", None),
    ],
)
def test_slots_of_a_page(text: str, slot: Slot | None) -> None:
    assert slot_from(text) == slot
