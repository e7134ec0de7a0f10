"""club_keeps_leader: all meetings of a group have the same leaders."""

from models import Role, Strength
from scheduler.rules.club_keeps_leader import ClubKeepsLeader
from tests.builders import MON_2, WED_2, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable

KEY = "club_keeps_leader"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_leader_changes_in_the_week() -> None:
    # 合唱·1 is led by 李1 on Monday and by 李4 on Wednesday: 2 leaders where one is needed.
    bad = replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), duties=(duty("李4", Role.LEADER),))
    (found,) = judged(KEY, SCHOOL, bad)
    assert (found.amount, found.text.zh) == (1, "“合唱·1”前后由2位教师带（李1、李4），应固定为1位。")


def test_groups_are_judged_apart() -> None:
    # 李1 and 李2 lead one group each: no group changes. If they swap on Wednesday, both groups do.
    assert judged(KEY, SCHOOL, GOOD) == []
    swapped = replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), duties=(duty("李2", Role.LEADER),))
    swapped = replaced(swapped, the(GOOD, WED_2, club="合唱", group=2), duties=(duty("李1", Role.LEADER),))
    assert amount(KEY, SCHOOL, swapped) == 2


def test_a_club_with_two_leaders_has_two() -> None:
    # 冯老师 leads 足球 beside 孙教练 on Monday; on Wednesday 李3 does: 3 leaders, 2 are needed.
    clubs = tuple(changed(c, leaders=2) if c.id == "足球" else c for c in SCHOOL.clubs)
    both = (duty("孙教练", Role.LEADER), duty("冯老师", Role.LEADER))
    other = (duty("孙教练", Role.LEADER), duty("李3", Role.LEADER))
    same = replaced(GOOD, the(GOOD, MON_2, club="足球"), duties=both)
    assert amount(KEY, tiny_school(clubs=clubs), same) == 0
    assert amount(KEY, tiny_school(clubs=clubs), replaced(same, the(same, WED_2, club="足球"), duties=other)) == 1


def test_odd_and_even_weeks_count_together() -> None:
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    good = tiny_timetable(school)
    even = the(good, MON_2._replace(week=2), club="合唱", group=1)
    assert amount(KEY, school, replaced(good, even, duties=(duty("李4", Role.LEADER),))) == 1


def test_required_unless_the_school_says_otherwise() -> None:
    assert ClubKeepsLeader.strength is Strength.MUST
