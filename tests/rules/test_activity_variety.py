"""activity_variety: not the same activity twice on a day."""

from models import Session, SessionKind
from tests.builders import FRI_1, TUE_1, changed, tiny_school
from tests.timetables import amount, judged, plus, tiny_timetable

KEY = "activity_variety"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_same_activity_twice() -> None:
    # 二1 has 安全教育 on Tuesday's second period, and now in the first as well.
    again = Session(slot=TUE_1, kind=SessionKind.CLASS_ACTIVITY, school_class="二1", club="安全教育")
    (found,) = judged(KEY, SCHOOL, plus(GOOD, again))
    assert (found.amount, found.text.zh) == (1, "二(1)周二有2次“安全教育”。")


def test_free_activity_is_one_activity() -> None:
    # Three free ones on Friday: 3 − 1 = 2.
    free = Session(slot=FRI_1, kind=SessionKind.CLASS_ACTIVITY, school_class="二1")
    (found,) = judged(KEY, SCHOOL, plus(GOOD, free, free))
    assert (found.amount, found.text.zh) == (2, "二(1)周五有3次自由班级活动。")


def test_different_activities_on_a_day_and_the_same_on_two_days() -> None:
    # Free on Tuesday beside 安全教育 there, and free on Friday: no repetition.
    free = Session(slot=TUE_1, kind=SessionKind.CLASS_ACTIVITY, school_class="二1")
    assert amount(KEY, SCHOOL, plus(GOOD, free)) == 0


def test_the_same_day_of_another_week() -> None:
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    assert amount(KEY, school, tiny_timetable(school)) == 0
