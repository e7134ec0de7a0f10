"""Bands: slots to walk in, clubs that meet then, places for the pupils and pupils for the clubs; and pins."""

from typing import Any

import pytest

from models import Pin, Problem
from tests.builders import FRI_2, MON_1, MON_2, THU_1, THU_2, TUE_1, TUE_2, WED_1, WED_2, changed, tiny_school
from tests.models.fired import put
from tests.precheck.spoken import figures, only, spoken

CHOIR, FOOTBALL, SCIENCE, BASKETBALL = range(4)
WALKS = (MON_2, WED_2, THU_1, THU_2)


def _band(**values: Any) -> Problem:
    return put(tiny_school(), "bands", 0, **values)


def test_a_band_walks_in_club_slots() -> None:
    assert figures(_band(fixed_slots=WALKS), "walking_options") == []
    assert figures(_band(fixed_slots=(MON_1, *WALKS[1:])), "walking_options") == [(4, 3)]
    assert figures(_band(walking_least=6, walking_most=7), "walking_options") == []
    assert figures(_band(walking_least=7, walking_most=7), "walking_options") == [(7, 6)]


def test_fixed_slots_are_as_many_as_walks() -> None:
    assert figures(_band(fixed_slots=WALKS), "fixed_walking_slots") == []
    assert figures(_band(fixed_slots=WALKS[:3]), "fixed_walking_slots") == [(4, 3)]
    assert figures(_band(fixed_slots=(*WALKS, FRI_2)), "fixed_walking_slots") == [(5, 4)]


def test_a_club_meets_no_more_often_than_its_band_walks() -> None:
    assert figures(put(tiny_school(), "clubs", CHOIR, meetings=4), "club_within_walking") == []
    gap = only(put(tiny_school(), "clubs", CHOIR, meetings=5), "club_within_walking")
    assert (gap.demand, gap.supply, gap.clubs) == (5, 4, ("合唱",))


def test_some_club_meets_whenever_a_band_walks() -> None:
    """合唱 and 足球 meet twice each: enough to walk four times, one after the other, not five."""
    school = tiny_school()
    two = changed(school, clubs=(school.clubs[CHOIR], school.clubs[FOOTBALL], *school.clubs[4:]), pins=())
    assert figures(two, "clubs_for_walking") == []
    assert figures(put(two, "bands", 0, walking_least=5, walking_most=5), "clubs_for_walking") == [(5, 4)]


def test_a_place_for_every_pupil_in_every_walking_slot() -> None:
    """80 pupils walk four times: 320 places, which the four clubs have to the last; one less a meeting of 足球 is two
    too few a week."""
    assert figures(tiny_school(), "places_in_week") == []
    gap = only(put(tiny_school(), "clubs", FOOTBALL, most=39), "places_in_week")
    assert (gap.demand, gap.supply) == (320, 318)
    assert gap.text.zh.startswith("一年级、二年级走班每周需要名额320人次")
    volunteers = put(put(tiny_school(), "clubs", FOOTBALL, most=39), "bands", 0, participation="volunteers")
    assert figures(volunteers, "places_in_week") == []


def test_places_are_counted_for_those_whom_clubs_take() -> None:
    """If all clubs but 合唱 take only 二年级, 一年级 has 合唱's 80 places for its 40 pupils' 160."""
    school = tiny_school()
    for place in (FOOTBALL, SCIENCE, BASKETBALL):
        school = put(school, "clubs", place, grades=("二年级",))
    gap = only(school, "places_in_week")
    assert (gap.demand, gap.supply, gap.classes, gap.clubs) == (160, 80, ("一1", "一2"), ("合唱",))


def test_enrolled_pupils_have_their_places() -> None:
    """With ten of each class in 足球 nothing changes; with nine, one pupil of each class is left over in two slots."""
    ten = put(tiny_school(), "clubs", FOOTBALL, enrolment=dict.fromkeys(("一1", "一2", "二1", "二2"), 10))
    assert figures(ten, "places_in_week") == []
    nine = put(tiny_school(), "clubs", FOOTBALL, enrolment=dict.fromkeys(("一1", "一2", "二1", "二2"), 9))
    assert figures(nine, "places_in_week") == [(320 - 72, 240)]


def test_places_in_a_fixed_walking_slot() -> None:
    """On Monday only 合唱 and 足球 can meet: without 足球 there are 40 places for 80 pupils."""
    school = put(_band(fixed_slots=WALKS), "clubs", CHOIR, fixed_slots=(MON_2, WED_2))
    assert figures(put(school, "clubs", FOOTBALL, fixed_slots=(MON_2, WED_2)), "places_in_slot") == []
    found = spoken(put(school, "clubs", FOOTBALL, fixed_slots=(WED_2, THU_1)), "places_in_slot")
    assert [(s.slot, s.demand, s.supply) for s in found] == [(MON_2, 80, 40)]
    assert "走班周一第2节需要名额80人次" in found[0].text.zh


def test_pupils_for_all_groups() -> None:
    """80 pupils walk four times: 320. With every group full at least, 320 are just enough; one pupil less is not."""
    school = put(tiny_school(), "clubs", CHOIR, least=20)
    for place in (FOOTBALL, SCIENCE, BASKETBALL):
        school = put(school, "clubs", place, least=40)
    assert figures(school, "pupils_for_clubs") == []
    assert figures(put(school, "classes", 0, pupils=19), "pupils_for_clubs") == [(320, 316)]


def test_pupils_join_no_more_clubs_than_they_walk() -> None:
    """一1 walks four times with 20 pupils: 80. Twenty in each of the four clubs come to 160."""
    school = tiny_school()
    for place in range(4):
        school = put(school, "clubs", place, enrolment={"一1": 10, "二1": 10})
    assert figures(school, "pupils_for_clubs") == []
    for place in range(4):
        school = put(school, "clubs", place, enrolment={"一1": 11, "二1": 10})
    gap = only(school, "pupils_for_clubs")
    assert (gap.demand, gap.supply, gap.classes) == (88, 80, ("一1",))


def _pinned(*pins: dict[str, Any], **values: Any) -> Problem:
    made = tuple(Pin(**{"by": "教务处", "reason": "约定", **pin}) for pin in pins)
    return changed(tiny_school(), pins=made, **values)


WANG3 = {"slot": MON_1, "school_class": "二1", "subject": "语文", "person": "王3"}
COACH = {"slot": MON_2, "club": "足球", "person": "孙教练", "room": "操场"}


def test_a_pinned_person_comes() -> None:
    assert figures(put(_pinned(WANG3), "teachers", 2, unavailable=(TUE_1,)), "pinned_person_comes") == []
    gap = only(put(_pinned(WANG3), "teachers", 2, unavailable=(MON_1,)), "pinned_person_comes")
    assert (gap.slot, gap.people, gap.classes) == (MON_1, ("王3",), ("二1",))
    assert gap.text.zh == "锁定的“二1”（周一第1节）：“王3”这个时段不能来，请换人或换时段。"


@pytest.mark.parametrize(
    ("pin", "wrong"),
    [
        (WANG3, False),
        ({**WANG3, "person": "王4"}, False),  # he has the subject
        ({**WANG3, "person": "李3"}, True),
        ({"slot": MON_1, "school_class": "二1", "person": "李3"}, False),  # for 数学
        ({"slot": MON_1, "school_class": "二1", "person": "孙教练"}, True),
        ({**COACH, "person": "李1"}, True),
        ({"slot": FRI_2, "school_class": "二1", "club": "安全教育", "person": "冯老师"}, False),
    ],
)
def test_a_pinned_person_may(pin: dict[str, Any], wrong: bool) -> None:
    assert len(spoken(_pinned(pin), "pinned_person_may")) == wrong


def test_a_person_is_pinned_to_one_place_and_within_the_limits() -> None:
    assert figures(_pinned(WANG3, WANG3), "pinned_person_once") == []  # the same session, locked twice
    assert figures(_pinned(WANG3, {**WANG3, "school_class": "二2"}), "pinned_person_once") == [(2, 1)]
    twice = _pinned(WANG3, {**WANG3, "slot": WED_1})
    assert figures(put(twice, "teachers", 2, weekly_most=2), "pinned_person_once") == []
    assert figures(put(twice, "teachers", 2, weekly_most=1), "pinned_person_once") == [(2, 1)]


def test_a_pinned_room_is_open_and_fits() -> None:
    ground = [r.id for r in tiny_school().rooms].index("操场")
    assert figures(put(_pinned(COACH), "rooms", ground, closed=(TUE_2,)), "pinned_room_fits") == []
    assert len(spoken(put(_pinned(COACH), "rooms", ground, closed=(MON_2,)), "pinned_room_fits")) == 1
    assert len(spoken(_pinned({**COACH, "room": "音乐教室"}), "pinned_room_fits")) == 1
    assert len(spoken(_pinned({**WANG3, "room": "教室4"}), "pinned_room_fits")) == 1
    assert figures(_pinned({**WANG3, "room": "教室3"}), "pinned_room_fits") == []


def test_a_room_is_pinned_for_no_more_than_it_holds() -> None:
    """操场 holds two groups at once."""
    two = (COACH, {"slot": MON_2, "club": "大合唱", "room": "操场"})
    assert figures(_pinned(*two), "pinned_room_fits") == []
    three = (*two, {"slot": MON_2, "club": "篮球", "room": "操场"})
    assert figures(_pinned(*three), "pinned_room_fits") == [(3, 2)]


def test_nothing_is_pinned_more_often_than_it_happens() -> None:
    on = [{**COACH, "slot": slot} for slot in (MON_2, WED_2, FRI_2)]
    assert figures(_pinned(*on[:2]), "pinned_as_often") == []
    assert figures(_pinned(*on), "pinned_as_often") == [(3, 2)]
    homework = [{"slot": slot, "school_class": "一1", "subject": "语文"} for slot in (MON_1, TUE_1, WED_1)]
    assert figures(_pinned(*homework[:2]), "pinned_as_often") == []
    assert figures(_pinned(*homework), "pinned_as_often") == [(3, 2)]


def test_a_club_is_pinned_where_it_can_meet() -> None:
    school = _pinned({**COACH, "slot": FRI_2})
    assert figures(put(school, "clubs", FOOTBALL, fixed_slots=(MON_2, WED_2, FRI_2)), "pinned_as_often") == []
    assert figures(put(school, "clubs", FOOTBALL, fixed_slots=(MON_2, WED_2)), "pinned_as_often") == [(1, 0)]
