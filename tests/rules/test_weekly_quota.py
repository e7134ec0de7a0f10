"""weekly_quota: between a person's least and most duties a week, at most so many a day."""

from typing import Any

from models import Parity, Problem
from tests.builders import changed, tiny_school
from tests.timetables import judged, tiny_timetable

KEY = "weekly_quota"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def teacher_with(name: str, **fields: Any) -> Problem:
    return tiny_school(teachers=tuple(changed(t, **fields) if t.id == name else t for t in SCHOOL.teachers))


def test_above_the_weekly_most() -> None:
    # 王1: 语文 twice, 大合唱, Friday's activity = 4 duties; 3 are allowed.
    (found,) = judged(KEY, teacher_with("王1", weekly_most=3), GOOD)
    assert (found.amount, found.text.zh) == (1, "王1每周最多3次任务，实际4次。")
    assert judged(KEY, teacher_with("王1", weekly_most=4), GOOD) == []


def test_below_the_weekly_least() -> None:
    # 6 asked, 4 given.
    (found,) = judged(KEY, teacher_with("王1", weekly_least=6), GOOD)
    assert (found.amount, found.text.zh) == (2, "王1每周至少6次任务，实际4次。")


def test_person_without_any_duty_is_judged_too() -> None:
    idle = changed(SCHOOL.teachers[0], id="何老师", name="何老师", weekly_least=1)
    (found,) = judged(KEY, tiny_school(teachers=(*SCHOOL.teachers, idle)), GOOD)
    assert found.people == ("何老师",)


def test_above_the_daily_most() -> None:
    # 李4 has 2 duties on Tuesday (数学, 大合唱) and 2 on Thursday (科学), 1 on Friday.
    found = judged(KEY, teacher_with("李4", daily_most=1), GOOD)
    assert [v.text.zh for v in found] == ["李4周二最多1次任务，实际2次。", "李4周四最多1次任务，实际2次。"]


def test_patrol_counts() -> None:
    # 周校长 does nothing but 4 patrols.
    (found,) = judged(KEY, teacher_with("周校长", weekly_most=3), GOOD)
    assert found.amount == 1


def test_instructors_least_counts_only_in_weeks_in_which_he_comes() -> None:
    # 4 duties in either week, 5 asked, but only odd weeks count: one violation instead of two.
    coach = changed(SCHOOL.instructors[0], weeks=Parity.ODD, weekly_least=5)
    school = tiny_school(week=changed(SCHOOL.week, cycle=2), instructors=(coach,))
    (found,) = judged(KEY, school, tiny_timetable(school))
    assert found.text.zh == "孙教练（外聘）单周至少5次任务，实际4次。"
