"""instructor_days: days on which an instructor has to come."""

from tests.builders import FRI_2, THU_2, WED_2, changed, tiny_school
from tests.timetables import amount, judged, replaced, the, tiny_timetable

KEY = "instructor_days"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_days_not_duties() -> None:
    # 4 duties on 3 days: Thursday has two.
    (found,) = judged(KEY, SCHOOL, GOOD)
    assert (found.amount, found.text.zh) == (3, "孙教练（外聘）每周来校3天（周一、周三、周四）。")


def test_fewer_and_more_visits() -> None:
    # Wednesday's 足球 on Thursday saves a visit; Thursday's second period on Friday costs one.
    assert amount(KEY, SCHOOL, replaced(GOOD, the(GOOD, WED_2, club="足球"), slot=THU_2)) == 2
    assert amount(KEY, SCHOOL, replaced(GOOD, the(GOOD, THU_2, club="篮球"), slot=FRI_2)) == 4


def test_two_weeks_are_two_times_three_visits() -> None:
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    assert [v.amount for v in judged(KEY, school, tiny_timetable(school))] == [3, 3]
