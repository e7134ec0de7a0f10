"""Clubs and bands: sizes, enrolment, skills, features, double periods, named leaders."""

from typing import Any

import pytest

from models import LeaderFrom, MayServe, Severity
from tests.builders import FRI_2, MON_2, THU_1, THU_2, WED_2, tiny_school
from tests.models.fired import fired, only, put

CHOIR, FOOTBALL, SCIENCE, ACTIVITY = 0, 1, 2, 5


def test_least_is_not_above_most() -> None:
    assert fired(put(tiny_school(), "clubs", CHOIR, least=20, most=20), "club_size") == []
    assert only(put(tiny_school(), "clubs", CHOIR, least=21, most=20), "club_size").path == ("clubs", 0, "least")


def test_walking_least_is_not_above_most() -> None:
    issue = only(put(tiny_school(), "bands", 0, walking_least=5, walking_most=4), "walking_range")
    assert issue.path == ("bands", 0, "walking_least")
    assert fired(tiny_school(), "walking_range") == []


def test_cross_class_clubs_take_grades_that_walk() -> None:
    school = put(tiny_school(), "bands", 0, grades=("一年级",))
    assert len(fired(school, "club_grade_in_band")) == 4
    for place in range(4):
        school = put(school, "clubs", place, grades=("一年级",))
    assert fired(school, "club_grade_in_band") == []


@pytest.mark.parametrize(
    ("enrolment", "grades", "words"),
    [
        ({"一1": 20, "二1": 20}, ("一年级", "二年级"), None),
        ({"一1": 21, "二1": 5}, ("一年级", "二年级"), "超过全班20人"),
        ({"一1": 20, "二1": 5}, ("一年级",), "不招二年级"),
        ({"一1": 20, "二1": 0}, ("一年级",), None),
        ({"一1": 20, "二1": -1}, ("一年级", "二年级"), "不能是负数"),
    ],
)
def test_enrolment_fits_the_classes(enrolment: dict[str, int], grades: tuple[str, ...], words: str | None) -> None:
    found = fired(put(tiny_school(), "clubs", FOOTBALL, enrolment=enrolment, grades=grades), "enrolment_fits_classes")
    if words is None:
        assert found == []
    else:
        assert [words in issue.text.zh for issue in found] == [True]
        assert found[0].path[:3] == ("clubs", FOOTBALL, "enrolment")


@pytest.mark.parametrize(("joined", "wrong"), [(9, True), (10, False), (20, False), (40, False), (41, True)])
def test_enrolment_fits_the_places(joined: int, wrong: bool) -> None:
    """足球 takes 10 to 40 in its one group, 合唱 20 to 40 in its two."""
    enrolment = {"一1": min(joined, 20), "一2": max(0, joined - 20)}
    found = fired(put(tiny_school(), "clubs", FOOTBALL, enrolment=enrolment), "enrolment_fits_places")
    assert [issue.path for issue in found] == ([("clubs", FOOTBALL, "enrolment")] if wrong else [])
    assert bool(fired(put(tiny_school(), "clubs", CHOIR, enrolment=enrolment), "enrolment_fits_places")) == (
        not 20 <= joined <= 40
    )


def test_a_skill_that_nobody_has_is_an_error_unless_another_will_do() -> None:
    issue = only(put(tiny_school(), "clubs", CHOIR, skills=("合昌",)), "skill_held")
    assert (issue.path, issue.severity) == (("clubs", 0, "skills", 0), Severity.ERROR)
    either = only(put(tiny_school(), "clubs", CHOIR, skills=("合唱", "国画")), "skill_held")
    assert (either.path, either.severity) == (("clubs", 0, "skills", 1), Severity.WARNING)


def test_a_skill_of_an_instructor_does_not_help_a_class_activity() -> None:
    by_skill: dict[str, Any] = {"who": MayServe.SKILL, "skills": ("体育",)}
    assert only(put(tiny_school(), "clubs", ACTIVITY, **by_skill), "skill_held").severity is Severity.ERROR
    assert fired(put(tiny_school(), "clubs", CHOIR, skills=("体育",)), "skill_held") == []


def test_a_feature_that_no_room_has() -> None:
    issue = only(put(tiny_school(), "clubs", SCIENCE, features=("实验室",)), "feature_exists")
    assert issue.path == ("clubs", SCIENCE, "features", 0)
    assert "是不是“实验”？" in issue.text.zh
    assert fired(put(tiny_school(), "clubs", SCIENCE, features=("音乐",)), "feature_exists") == []


@pytest.mark.parametrize(
    ("fixed", "wrong"), [((), False), ((THU_1, THU_2), False), ((THU_2, FRI_2), True), ((MON_2, WED_2), True)]
)
def test_two_periods_need_two_in_a_row(fixed: tuple[Any, ...], wrong: bool) -> None:
    """Only Thursday has both periods for clubs."""
    found = fired(put(tiny_school(), "clubs", SCIENCE, fixed_slots=fixed), "double_periods_exist")
    assert [issue.path for issue in found] == ([("clubs", SCIENCE, "periods")] if wrong else [])
    assert fired(put(tiny_school(), "clubs", SCIENCE, fixed_slots=fixed, periods=1), "double_periods_exist") == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"named_leaders": ("李1", "李2")}, None),
        ({"named_leaders": ("李1", "李2", "李3")}, "没有登记所需专长"),
        ({"preferred_leaders": ("李1", "孙教练")}, "外聘教师"),
        ({"leader_from": LeaderFrom.OUTSIDE, "preferred_leaders": ("李1",)}, "本校教师"),
        ({"leader_from": LeaderFrom.EITHER, "skills": (), "named_leaders": ("孙教练", "李3")}, None),
    ],
)
def test_named_people_may_lead(values: dict[str, Any], words: str | None) -> None:
    found = fired(put(tiny_school(), "clubs", CHOIR, **values), "named_leader_may_lead")
    assert [issue.severity for issue in found] == ([] if words is None else [Severity.WARNING])
    assert all(words is not None and words in issue.text.zh for issue in found)
