"""same_tutor: one tutor per class and subject."""

from models import Role
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable

KEY = "same_tutor"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_two_tutors_share_a_subject() -> None:
    # 王2 on Monday, 王1 on Wednesday.
    bad = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty("王2", Role.TUTOR),))
    (found,) = judged(KEY, SCHOOL, bad)
    assert (found.amount, found.text.zh) == (1, "一(1)语文辅导由2位教师承担：王2、王1。")


def test_both_weeks_count_together() -> None:
    # 王2 in the odd week's Monday, 王3 in the even week's, 王1 else: 3 − 1 = 2.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    bad = tiny_timetable(school)
    for week, person in ((1, "王2"), (2, "王3")):
        session = the(bad, MON_1._replace(week=week), school_class="一1")
        bad = replaced(bad, session, duties=(duty(person, Role.TUTOR),))
    assert amount(KEY, school, bad) == 2


def test_two_subjects_may_have_two_tutors() -> None:
    # 语文 by 王1 and 数学 by 李1: nothing shared.
    assert amount(KEY, SCHOOL, GOOD) == 0
