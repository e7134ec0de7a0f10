"""homework_quota: each subject exactly as often as its quota says."""

from models import HomeworkQuota
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import amount, judged, replaced, the, tiny_timetable, without

KEY = "homework_quota"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_lost_session() -> None:
    # 语文 is due twice and happens once more: 2 − 1 = 1.
    (found,) = judged(KEY, SCHOOL, without(GOOD, the(GOOD, MON_1, school_class="一1")))
    assert (found.amount, found.classes) == (1, ("一1",))
    assert found.text.zh == "一(1)每周应有语文辅导2次，实际1次。"


def test_wrong_subject_counts_for_both() -> None:
    # 语文 1 instead of 2, and 数学 3 instead of 2.
    wrong = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), subject="数学")
    assert [v.amount for v in judged(KEY, SCHOOL, wrong)] == [1, 1]


def test_subject_without_quota() -> None:
    # Without a quota for 数学, each of 4 classes has 2 sessions too many.
    school = tiny_school(homework=(HomeworkQuota(subject="语文", times=2, grades=("一年级", "二年级")),))
    assert [v.amount for v in judged(KEY, school, GOOD)] == [2, 2, 2, 2]


def test_quota_over_two_weeks() -> None:
    # Two weeks hold 4 sessions of 数学 per class; 3 are asked for: 1 too many in each of 4 classes.
    per_cycle = HomeworkQuota(subject="数学", times=3, grades=("一年级", "二年级"), per_cycle=True)
    school = tiny_school(week=changed(SCHOOL.week, cycle=2), homework=(SCHOOL.homework[0], per_cycle))
    assert amount(KEY, school, tiny_timetable(school)) == 4


def test_each_week_by_itself() -> None:
    # One session moved from the odd week to the even: 1 instead of 2, then 3 instead of 2.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    good = tiny_timetable(school)
    moved = replaced(good, the(good, MON_1, school_class="一1"), slot=MON_1._replace(week=2))
    assert [v.text.zh for v in judged(KEY, school, moved)] == [
        "一(1)单周应有语文辅导2次，实际1次。",
        "一(1)双周应有语文辅导2次，实际3次。",
    ]
