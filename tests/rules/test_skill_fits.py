"""skill_fits: leaders have the skill, come from the asked side, are among the named."""

from typing import Any

import pytest

from models import LeaderFrom, MayServe, Problem, Role
from tests.builders import FRI_2, MON_2, TUE_2, changed, tiny_school
from tests.timetables import duty, judged, replaced, the, tiny_timetable

KEY = "skill_fits"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def school_with(club: str, **fields: Any) -> Problem:
    return tiny_school(clubs=tuple(changed(c, **fields) if c.id == club else c for c in SCHOOL.clubs))


def test_leader_without_the_skill() -> None:
    # 李3 cannot sing: one leader of one session.
    session = the(GOOD, MON_2, club="合唱", group=1)
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=(duty("李3", Role.LEADER),)))
    assert found.text.zh == "周一第2节，社团“合唱·1”由李3负责，但应由有专长（合唱）的人负责。"


def test_inside_outside_either() -> None:
    # 足球 meets twice, led by 孙教练 from outside.
    assert len(judged(KEY, school_with("足球", leader_from=LeaderFrom.INSIDE), GOOD)) == 2
    assert judged(KEY, school_with("足球", leader_from=LeaderFrom.EITHER), GOOD) == []
    # 合唱's two groups meet twice each, led by teachers: 4.
    assert len(judged(KEY, school_with("合唱", leader_from=LeaderFrom.OUTSIDE), GOOD)) == 4


def test_named_leaders() -> None:
    # Only 李1 may lead: group 2 has 李2 twice.
    assert [v.people for v in judged(KEY, school_with("合唱", named_leaders=("李1",)), GOOD)] == [("李2",)] * 2


def test_any_of_the_skills_is_enough_and_none_means_anybody() -> None:
    assert judged(KEY, school_with("合唱", skills=("书法", "合唱")), GOOD) == []
    assert judged(KEY, school_with("合唱", skills=()), GOOD) == []


def test_whole_school_club_is_judged_like_a_club() -> None:
    # 大合唱 is led by 李4, who cannot do 书法.
    (found,) = judged(KEY, school_with("大合唱", skills=("书法",)), GOOD)
    assert found.people == ("李4",)


def test_accompanying_people_need_no_skill() -> None:
    # 冯老师 accompanies 足球 without 体育: the good timetable already says that this is fine.
    assert judged(KEY, SCHOOL, GOOD) == []


# 安全教育 of 二1 on Tuesday: 王3 is its class teacher, 李3 teaches it, 冯老师 does not, 李4 can sing.
@pytest.mark.parametrize(
    ("fields", "may", "may_not"),
    [
        ({"who": MayServe.ANYBODY}, ("王3", "冯老师"), ("孙教练",)),
        ({"who": MayServe.OWN}, ("王3", "李3"), ("冯老师", "孙教练")),
        ({"who": MayServe.CLASS_TEACHER}, ("王3",), ("李3",)),
        ({"who": MayServe.NAMED, "people": ("冯老师", "孙教练")}, ("冯老师",), ("王3", "孙教练")),
        ({"who": MayServe.SKILL, "skills": ("合唱",)}, ("李4",), ("王3", "孙教练")),
        ({"who": MayServe.SUBJECT}, (), ("王3",)),
    ],
)
def test_who_may_lead_an_activity(fields: dict[str, Any], may: tuple[str, ...], may_not: tuple[str, ...]) -> None:
    school, session = school_with("安全教育", **fields), the(GOOD, TUE_2, school_class="二1")
    for person in (*may, *may_not):
        altered = replaced(GOOD, session, duties=(duty(person, Role.LEADER),))
        complained = [v.people for v in judged(KEY, school, altered) if v.classes == ("二1",)]
        assert complained == ([] if person in may else [(person,)])


def test_free_activity_needs_one_teacher() -> None:
    session = the(GOOD, FRI_2, school_class="一1")
    assert judged(KEY, SCHOOL, replaced(GOOD, session, duties=(duty("冯老师", Role.LEADER),))) == []
    (outsider,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=(duty("孙教练", Role.LEADER),)))
    assert outsider.text.zh == "周五第2节，一(1)班级活动由孙教练（外聘）负责，但应由本校教师负责。"
    (none,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=()))
    assert none.text.zh == "周五第2节，一(1)班级活动应恰好由1位教师负责，实际0位。"
