"""Scenarios stand on one another, base first; circles and unknown bases are named."""

import pytest

from models import (
    ChangesError,
    ClubDropped,
    PersonLeft,
    PupilsGrown,
    RoomClosed,
    Scenario,
    Text,
    apply_changes,
    changes_of,
)
from tests.builders import changed, tiny_school

FIRE = Scenario(name="会议室停用", changes=(RoomClosed(room="会议室"),))
ILL = Scenario(name="再少一位教师", base="会议室停用", changes=(PersonLeft(person="王1"), ClubDropped(club="足球")))
MORE = Scenario(name="再多学生", base="再少一位教师", changes=(PupilsGrown(percent=5),))
ALL = {s.name: s for s in (FIRE, ILL, MORE)}


def test_changes_of_the_base_come_first() -> None:
    assert changes_of(FIRE, {}) == FIRE.changes
    assert changes_of(MORE, ALL) == (*FIRE.changes, *ILL.changes, *MORE.changes)


def test_an_unknown_base_is_named_with_what_was_meant() -> None:
    with pytest.raises(ChangesError) as caught:
        changes_of(Scenario(name="甲", base="会议室停用。"), ALL)
    assert caught.value.texts == (
        Text(
            "方案“甲”的基础：没有叫“会议室停用。”的方案，是不是“会议室停用”？",
            "the base of scenario “甲”: there is no scenario called “会议室停用。”; is “会议室停用” meant?",
        ),
    )
    with pytest.raises(ChangesError, match="方案“再少一位教师”的基础：没有叫“会议室停用”的方案，请先登记它"):
        changes_of(MORE, {"再少一位教师": ILL})


def test_a_circle_is_named() -> None:
    first = Scenario(name="甲", base="乙")
    second = Scenario(name="乙", base="丙")
    third = Scenario(name="丙", base="乙")
    with pytest.raises(ChangesError) as caught:
        changes_of(first, {"乙": second, "丙": third})
    assert caught.value.texts == (
        Text(
            "方案互相为基础，绕成了一圈：乙 → 丙 → 乙。请把其中一个的“基于”去掉。",
            "the scenarios stand on one another in a circle: 乙 → 丙 → 乙; let one of them have no base.",
        ),
    )
    with pytest.raises(ChangesError, match="甲 → 甲"):
        changes_of(Scenario(name="甲", base="甲"), {})


def test_a_scenario_is_applied_again_after_the_base_was_edited() -> None:
    base, less = tiny_school(), Scenario(name="少操场", changes=(RoomClosed(room="操场"), PupilsGrown(percent=10)))
    assert {c.pupils for c in apply_changes(base, changes_of(less, {})).classes} == {22}
    edited = changed(base, classes=tuple(changed(c, pupils=30) for c in base.classes))
    again = apply_changes(edited, changes_of(less, {}))
    assert {c.pupils for c in again.classes} == {33}
    assert set(again.slots) <= set(again.room_by_id["操场"].closed)
    assert (base, edited.classes[0].pupils) == (tiny_school(), 30)
    gone = changed(base, rooms=tuple(r for r in base.rooms if r.id != "操场"))
    with pytest.raises(ChangesError, match="没有叫“操场”的场地"):
        apply_changes(gone, changes_of(less, {}))


def test_a_nested_scenario_follows_its_base() -> None:
    other = Scenario(name="会议室停用", changes=(PersonLeft(person="王1"),))  # was edited: another one by the name
    assert changes_of(MORE, ALL | {"会议室停用": other})[0] == other.changes[0]
