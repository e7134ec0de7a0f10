"""Changes of rooms, classes and pupils do to the small school what they say."""

import pytest

from models import (
    ClassAdded,
    CrossClassClub,
    PupilsGrown,
    Room,
    RoomAdded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    SchoolClass,
    Slot,
    SlotKind,
)
from tests.builders import FRI_2, MON_2, WED_2, changed, tiny_school


def test_a_room_is_closed_in_these_slots_and_those_that_it_was_closed_in() -> None:
    problem = tiny_school(rooms=(Room(id="会议室", closed=(FRI_2,)), *tiny_school().rooms))
    after = RoomClosed(room="会议室", slots=(WED_2, FRI_2)).apply(problem)
    assert after.room_by_id["会议室"].closed == (FRI_2, WED_2)
    assert after.room_by_id["操场"].closed == ()


def test_a_room_closed_without_slots_is_closed_all_week_and_stays() -> None:
    problem = tiny_school()
    after = RoomClosed(room="操场").apply(problem)
    assert after.room_by_id["操场"].closed == problem.slots
    assert len(after.rooms) == len(problem.rooms)


def test_a_room_is_opened_in_these_slots_or_in_all() -> None:
    problem = tiny_school(rooms=(Room(id="会议室", closed=(MON_2, FRI_2)), *tiny_school().rooms))
    assert RoomOpened(room="会议室", slots=(FRI_2, WED_2)).apply(problem).room_by_id["会议室"].closed == (MON_2,)
    assert RoomOpened(room="会议室").apply(problem).room_by_id["会议室"].closed == ()


def test_a_room_is_added() -> None:
    after = RoomAdded(room=Room(id="会议室", features=("舞蹈",))).apply(tiny_school())
    assert after.rooms[-1] == Room(id="会议室", features=("舞蹈",))


def test_a_room_gets_and_loses_features_and_other_sizes() -> None:
    change = RoomChanged(room="操场", add_features=("舞蹈", "操场"), capacity=90)
    assert change.apply(tiny_school()).room_by_id["操场"] == Room(
        id="操场", features=("操场", "舞蹈"), capacity=90, groups_at_once=2
    )
    change = RoomChanged(room="操场", remove_features=("操场", "没有的"), groups_at_once=4)
    assert change.apply(tiny_school()).room_by_id["操场"] == Room(
        id="操场", features=(), capacity=200, groups_at_once=4
    )


def test_a_class_is_added_and_its_grades_quotas_hold_for_it() -> None:
    new = SchoolClass(id="一3", grade="一年级", pupils=31, class_teacher="冯老师", home_room="操场")
    after = ClassAdded(school_class=new).apply(tiny_school())
    assert after.classes[-1] == new
    assert {subject: quota.times for subject, quota in after.quotas["一3"].items()} == {"语文": 2, "数学": 2}


@pytest.mark.parametrize(
    ("pupils", "percent", "expected"),
    [
        (20, 10, 22),
        (25, 10, 28),  # 27.5, half up
        (25, -10, 23),  # 22.5, half up too
        (24, 10, 26),  # 26.4
        (45, -1, 45),  # 44.55
        (2, -99, 1),  # 0.02, but a class has a pupil
        (50, 100, 99),  # 100, but a class has 99 at most
        (33, 0, 33),
    ],
)
def test_pupils_are_rounded_half_up(pupils: int, percent: int, expected: int) -> None:
    classes = tuple(changed(c, pupils=pupils) for c in tiny_school().classes)
    after = PupilsGrown(percent=percent).apply(tiny_school(classes=classes))
    assert {c.pupils for c in after.classes} == {expected}


def test_only_the_named_grades_grow_and_enrolment_stays() -> None:
    clubs = tuple(
        changed(c, enrolment={"一1": 10, "二1": 10}) if isinstance(c, CrossClassClub) else c
        for c in tiny_school().clubs
    )
    after = PupilsGrown(percent=50, grades=("二年级",)).apply(tiny_school(clubs=clubs))
    assert [c.pupils for c in after.classes] == [20, 20, 30, 30]
    assert after.clubs == clubs


def test_in_a_two_week_cycle_all_slots_are_those_of_both_weeks() -> None:
    problem = tiny_school(week=changed(tiny_school().week, cycle=2))
    assert len(RoomClosed(room="操场").apply(problem).room_by_id["操场"].closed) == 20
    both = RoomClosed(room="操场", slots=(WED_2, Slot(3, 2, 2)))
    assert both.sentence(problem).zh == "操场周三第2节停用"
    assert RoomClosed(room="操场", slots=(Slot(3, 2, 2),)).sentence(problem).zh == "操场双周三第2节停用"
    assert problem.week.kind(Slot(3, 2, 2), "一年级") is SlotKind.CLUB


def test_many_slots_are_said_in_few_words() -> None:
    slots = tiny_school().slots
    assert RoomClosed(room="操场", slots=slots[:3]).sentence(tiny_school()).zh == "操场周一、周二第1节停用"
    odd = tuple(Slot(day, period) for period in (3, 4) for day in (1, 2, 3, 4))
    said = RoomClosed(room="操场", slots=odd).sentence(tiny_school())
    assert said.zh == "操场周一第3节、周一第4节、周二第3节、周二第4节、周三第3节、周三第4节等8个时段停用"
    assert said.en.endswith("Wed period 4 and more (8 slots)")
