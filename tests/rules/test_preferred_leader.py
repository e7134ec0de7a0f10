"""preferred_leader: clubs are led by the people whom they prefer."""

from models import Role
from tests.builders import MON_2, WED_2, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable

KEY = "preferred_leader"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_other_leader() -> None:
    # 合唱 prefers 李1 and 李2. 李4 leads group 1 in both meetings: one person, however many meetings.
    other = (duty("李4", Role.LEADER),)
    bad = replaced(GOOD, the(GOOD, MON_2, club="合唱", group=1), duties=other)
    (found,) = judged(KEY, SCHOOL, bad)
    assert (found.amount, found.text.zh) == (1, "“合唱·1”由李4带，优先教师是李1、李2。")
    assert amount(KEY, SCHOOL, replaced(bad, the(bad, WED_2, club="合唱", group=1), duties=other)) == 1


def test_each_group_counts() -> None:
    # 李4 in both groups: one in each. With 冯老师 on Wednesday, group 1 has two who are not preferred.
    bad = GOOD
    for group in (1, 2):
        bad = replaced(bad, the(bad, MON_2, club="合唱", group=group), duties=(duty("李4", Role.LEADER),))
    assert amount(KEY, SCHOOL, bad) == 2
    bad = replaced(bad, the(bad, WED_2, club="合唱", group=1), duties=(duty("冯老师", Role.LEADER),))
    assert amount(KEY, SCHOOL, bad) == 3


def test_club_without_preference() -> None:
    clubs = tuple(changed(c, preferred_leaders=()) if c.id == "合唱" else c for c in SCHOOL.clubs)
    bad = replaced(GOOD, the(GOOD, MON_2, club="合唱", group=1), duties=(duty("李4", Role.LEADER),))
    assert amount(KEY, tiny_school(clubs=clubs), bad) == 0
