"""Pins that say nothing, the impossible, or the contrary of one another."""

from pathlib import Path
from typing import Any

import pytest

from models import Pin
from models.checks import CHECKS
from tests.builders import FRI_2, MON_1, MON_2, TUE_2, changed, tiny_school
from tests.models.fired import fired, only, plus


def _pin(**values: Any) -> Pin:
    return Pin(**{"slot": FRI_2, "by": "教务处", "reason": "约定", **values})


CASES: list[tuple[str, dict[str, Any], str | None]] = [
    ("pin_is_complete", {"school_class": "一1"}, None),
    ("pin_is_complete", {"person": "王1"}, "没有写班级，也没有写社团"),
    ("pin_is_complete", {"club": "合唱", "subject": "语文"}, "却没有写班级"),
    ("pin_is_complete", {"school_class": "二1", "club": "安全教育", "subject": "语文"}, "请只留一个"),
    ("pinned_club_fits", {"school_class": "二1", "club": "安全教育"}, None),
    ("pinned_club_fits", {"school_class": "一1", "club": "安全教育"}, "没有班级活动"),
    ("pinned_club_fits", {"club": "安全教育"}, "请写明是哪个班"),
    ("pinned_club_fits", {"school_class": "一1", "club": "合唱"}, "不是班级活动"),
    ("pinned_club_fits", {"club": "合唱", "group": 2}, None),
    ("pinned_club_fits", {"club": "合唱", "group": 3}, "没有第3个教学班"),
    ("pinned_club_fits", {"club": "大合唱", "group": 2}, "没有第2个教学班"),
    ("pinned_slot_fits", {"slot": MON_1, "school_class": "一1", "subject": "语文"}, None),
    ("pinned_slot_fits", {"slot": MON_2, "school_class": "一1", "subject": "语文"}, "不是作业辅导时段"),
    ("pinned_slot_fits", {"slot": MON_2, "club": "合唱"}, None),
    ("pinned_slot_fits", {"slot": MON_1, "club": "合唱"}, "不是社团时段"),
    ("pinned_slot_fits", {"slot": MON_1, "school_class": "一1", "person": "王1"}, None),
    ("pinned_subject_has_quota", {"slot": MON_1, "school_class": "一1", "subject": "数学"}, None),
]


@pytest.mark.parametrize(("code", "values", "words"), CASES)
def test_one_pin(code: str, values: dict[str, Any], words: str | None) -> None:
    school = plus(tiny_school(), "pins", _pin(**values))
    if words is None:
        assert fired(school, code) == []
    else:
        issue = only(school, code)
        assert issue.path[:2] == ("pins", 2)
        assert words in issue.text.zh


def test_a_pinned_subject_without_quota() -> None:
    school = plus(tiny_school(), "pins", _pin(slot=MON_1, school_class="一1", subject="数学"))
    without = changed(school, homework=(school.homework[0], changed(school.homework[1], grades=("二年级",))))
    assert only(without, "pinned_subject_has_quota").path == ("pins", 2, "subject")


def test_a_class_is_not_pinned_where_it_has_no_service() -> None:
    week = tiny_school().week
    shut = changed(week.kinds[0], kind="off", grades=("一年级",))
    school = changed(tiny_school(), week=changed(week, kinds=(*week.kinds, shut)))
    issue = only(plus(school, "pins", _pin(slot=MON_1, school_class="一1", person="王1")), "pinned_slot_fits")
    assert "不开放" in issue.text.zh


@pytest.mark.parametrize(
    ("first", "second", "contrary"),
    [
        ({"school_class": "二1", "club": "安全教育"}, {"school_class": "二1", "person": "王3"}, False),
        ({"school_class": "二1", "person": "王1"}, {"school_class": "二1", "person": "王3"}, True),
        ({"school_class": "二1", "room": "教室3"}, {"school_class": "二1", "room": "教室4"}, True),
        ({"school_class": "二1", "room": "教室3"}, {"school_class": "二2", "room": "教室4"}, False),
        ({"club": "合唱", "person": "李1"}, {"club": "合唱", "person": "李2"}, True),
        ({"club": "合唱", "person": "李1"}, {"club": "合唱", "group": 2, "person": "李2"}, False),
        ({"club": "合唱", "slot": TUE_2, "person": "李1"}, {"club": "合唱", "person": "李2"}, False),
    ],
)
def test_pins_agree(first: dict[str, Any], second: dict[str, Any], contrary: bool) -> None:
    """合唱 has one leader a group: two people in one group contradict each other, in two groups they do not."""
    found = fired(plus(tiny_school(), "pins", _pin(**first), _pin(**second)), "pins_agree")
    assert [issue.path for issue in found] == ([("pins", 3)] if contrary else [])


def test_homework_and_an_activity_in_one_slot_contradict_each_other() -> None:
    pins = _pin(school_class="二1", club="安全教育"), _pin(school_class="二1", subject="语文")
    assert only(plus(tiny_school(), "pins", *pins), "pins_agree").path == ("pins", 3)


def test_every_check_is_broken_by_some_test_of_this_folder() -> None:
    here = Path(__file__).parent
    text = "".join(path.read_text(encoding="utf-8") for path in here.glob("test_*.py"))
    assert [check.__name__ for check in CHECKS if f'"{check.__name__}"' not in text] == []
