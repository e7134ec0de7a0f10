"""subject_spread: a subject's sessions are spread over the days."""

from models import HomeworkQuota, Problem
from tests.builders import MON_2, WED_1, changed, tiny_school
from tests.timetables import amount, judged, replaced, the, tiny_timetable

KEY = "subject_spread"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)
# 一1's second 语文 moves from Wednesday to Monday, where the first one is.
TWICE = replaced(GOOD, the(GOOD, WED_1, school_class="一1"), slot=MON_2)


def school_with(times: int, per_cycle: bool = False, cycle: int = 1) -> Problem:
    both = ("一年级", "二年级")
    chinese = HomeworkQuota(subject="语文", times=times, grades=both, per_cycle=per_cycle)
    return tiny_school(homework=(chinese, SCHOOL.homework[1]), week=changed(SCHOOL.week, cycle=cycle))


def test_twice_on_a_day() -> None:
    # 2 sessions over 4 homework days: at most 1 a day; Monday has 2.
    (found,) = judged(KEY, SCHOOL, TWICE)
    assert (found.amount, found.text.zh) == (1, "一(1)周一有2次语文辅导，一天最好不超过1次。")


def test_share_is_rounded_up() -> None:
    # 5 sessions over 4 days: 2 a day are an even share; 4 over 4 days: 1 a day.
    assert amount(KEY, school_with(5), TWICE) == 0
    assert amount(KEY, school_with(4), TWICE) == 1


def test_quota_over_two_weeks_is_halved_and_rounded_up() -> None:
    # 9 a cycle are 5 a week, so 2 a day; 8 a cycle are 4 a week, so 1 a day.
    assert amount(KEY, school_with(9, per_cycle=True, cycle=2), TWICE) == 0
    assert amount(KEY, school_with(8, per_cycle=True, cycle=2), TWICE) == 1
