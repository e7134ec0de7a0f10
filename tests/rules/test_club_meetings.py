"""club_meetings: as often, as long, together, with the leaders and pupils that the club needs."""

from typing import Any

from models import Parity, Problem, Role
from tests.builders import FRI_1, FRI_2, MON_1, MON_2, THU_2, TUE_2, WED_2, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable, without

KEY = "club_meetings"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def club_with(name: str, **fields: Any) -> Problem:
    return tiny_school(clubs=tuple(changed(c, **fields) if c.id == name else c for c in SCHOOL.clubs))


def test_lost_meeting() -> None:
    # 足球 should meet twice and meets once.
    (found,) = judged(KEY, SCHOOL, without(GOOD, the(GOOD, WED_2, club="足球")))
    assert (found.amount, found.text.zh) == (1, "“足球”每周应在2天活动，实际1天。")


def test_club_that_never_meets() -> None:
    bad = without(GOOD, the(GOOD, TUE_2, club="大合唱"))
    (found,) = judged(KEY, SCHOOL, bad)
    assert found.text.zh == "“大合唱”每周应在1天活动，实际0天。"


def test_two_meetings_on_one_day() -> None:
    # Both of 足球's meetings on Monday: one day instead of two, and a meeting of 2 periods instead of 1.
    found = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, WED_2, club="足球"), slot=MON_1))
    assert [v.text.zh for v in found] == [
        "“足球”每周应在2天活动，实际1天。",
        "“足球”一次活动应为连续1节，周一却在第1、2节。",
    ]


def test_groups_meet_together() -> None:
    # Group 2 on Friday instead of Wednesday: still twice, on different days, but not with group 1.
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, WED_2, club="合唱", group=2), slot=FRI_2))
    assert found.text.zh == "“合唱·2”与“合唱·1”应同时活动，时段却不一致。"


def test_double_period_is_torn_apart() -> None:
    # 科学 in Thursday's first period and Friday's first: two days instead of one, each half a meeting.
    torn = replaced(GOOD, the(GOOD, THU_2, club="科学"), slot=FRI_1)
    assert [v.text.zh for v in judged(KEY, SCHOOL, torn)] == [
        "“科学”每周应在1天活动，实际2天。",
        "“科学”一次活动应为连续2节，周四却在第1节。",
        "“科学”一次活动应为连续2节，周五却在第1节。",
    ]


def test_double_period_changes_room_or_leader() -> None:
    other_room = replaced(GOOD, the(GOOD, THU_2, club="科学"), room="音乐教室")
    other_leader = replaced(GOOD, the(GOOD, THU_2, club="科学"), duties=(duty("李1", Role.LEADER),))
    for bad in (other_room, other_leader):
        (found,) = judged(KEY, SCHOOL, bad)
        assert found.text.zh == "“科学”周四连上2节，教师或场地却中途更换。"


def test_too_few_too_many_and_doubled_leaders() -> None:
    session = the(GOOD, MON_2, club="足球")
    none = replaced(GOOD, session, duties=(duty("冯老师", Role.ACCOMPANYING),))
    two = replaced(GOOD, session, duties=(duty("孙教练", Role.LEADER), duty("冯老师", Role.LEADER)))
    assert [v.text.zh for v in judged(KEY, SCHOOL, none)] == ["周一第2节，“足球”应有1位教师带，实际0位。"]
    assert [v.text.zh for v in judged(KEY, SCHOOL, two)] == ["周一第2节，“足球”应有1位教师带，实际2位。"]
    # The same person twice is one leader where two are needed; the other meeting has one as well.
    twice = replaced(GOOD, session, duties=(duty("孙教练", Role.LEADER), duty("孙教练", Role.LEADER)))
    assert [v.slot for v in judged(KEY, club_with("足球", leaders=2), twice)] == [MON_2, WED_2]


def test_head_count() -> None:
    # 足球 has 40 pupils twice: 39 is one too few places, and 41 one pupil too few.
    assert len(judged(KEY, club_with("足球", most=39), GOOD)) == 2
    assert len(judged(KEY, club_with("足球", least=41, most=50), GOOD)) == 2
    assert judged(KEY, club_with("足球", least=40, most=40), GOOD) == []


def test_pupils_of_a_grade_that_the_club_does_not_take() -> None:
    # 足球 for 一年级 only has pupils of 二1 and 二2 in both meetings: one sentence per meeting.
    found = judged(KEY, club_with("足球", grades=("一年级",)), GOOD)
    assert [v.text.zh for v in found] == [
        "周一第2节，“足球”不招二(1)、二(2)的学生。",
        "周三第2节，“足球”不招二(1)、二(2)的学生。",
    ]


def test_a_class_that_sends_nobody_is_no_stranger() -> None:
    session = the(GOOD, MON_2, club="足球")
    ones = replaced(GOOD, session, pupils={"一1": 20, "一2": 20, "二1": 0})
    school = club_with("足球", grades=("一年级",))
    assert [v.slot for v in judged(KEY, school, ones)] == [WED_2]


def test_fixed_slots() -> None:
    # Only Monday is fixed: Wednesday's meeting is outside.
    (found,) = judged(KEY, club_with("足球", fixed_slots=(MON_2, TUE_2)), GOOD)
    assert found.text.zh == "“足球”只在周一第2节、周二第2节活动，却排在周三第2节。"


def test_odd_weeks_only() -> None:
    # In a two-week cycle 足球 for odd weeks still meets on 2 days of the even week: 2 instead of 0.
    football = changed(SCHOOL.clubs[1], weeks=Parity.ODD)
    clubs = (SCHOOL.clubs[0], football, *SCHOOL.clubs[2:])
    school = tiny_school(week=changed(SCHOOL.week, cycle=2), clubs=clubs)
    good = tiny_timetable(school)
    (found,) = judged(KEY, school, good)
    assert (found.amount, found.text.zh) == (2, "“足球”双周应在0天活动，实际2天。")
    even = [s for s in good.sessions if s.club == "足球" and s.slot.week == 2]
    assert amount(KEY, school, without(without(good, even[0]), even[1])) == 0


def test_whole_school_club_has_all_pupils_of_its_grades() -> None:
    session = the(GOOD, TUE_2, club="大合唱")
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, session, pupils={"一1": 20, "一2": 19}))
    assert found.text.zh == "周二第2节，大社团“大合唱”应有所招年级各班全体学生，一(2)人数不符。"
    assert len(judged(KEY, SCHOOL, replaced(GOOD, session, pupils={"一1": 20}))) == 1
    assert len(judged(KEY, SCHOOL, replaced(GOOD, session, pupils={"一1": 20, "一2": 20, "二1": 1}))) == 1


def test_group_that_does_not_exist() -> None:
    # 大合唱 as group 2: group 1 does not meet (1), and there is no group 2 (1).
    found = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, TUE_2, club="大合唱"), group=2))
    assert [v.text.zh for v in found] == ["“大合唱”每周应在1天活动，实际0天。", "周二第2节，“大合唱”没有第2组。"]
