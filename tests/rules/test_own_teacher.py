"""own_teacher: a class is tutored by its own teacher, else one of the grade, else another."""

import pytest

from models import HomeworkQuota, MayServe, Problem, Role
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable

KEY = "own_teacher"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def tutored_by(person: str) -> int:
    """What it costs that this person gives 一1 its 语文 on Monday."""
    bad = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty(person, Role.TUTOR),))
    return amount(KEY, SCHOOL, bad)


# 王1 teaches 一1 语文. 李1 teaches it 数学, 王2 teaches the other class of the grade: both are of the grade.
# 王3 teaches 二年级, 冯老师 no class, 孙教练 is from outside: others.
@pytest.mark.parametrize(
    ("person", "steps"), [("王1", 0), ("李1", 1), ("王2", 1), ("王3", 2), ("冯老师", 2), ("孙教练", 2)]
)
def test_steps(person: str, steps: int) -> None:
    assert tutored_by(person) == steps


def test_sentence() -> None:
    bad = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty("王3", Role.TUTOR),))
    (found,) = judged(KEY, SCHOOL, bad)
    assert found.text.zh == "周一第1节，一(1)语文辅导由非本年级的王3承担，不是本班教师。"


def test_class_teacher_of_the_grade_who_teaches_nothing() -> None:
    # 冯老师 becomes class teacher of 一2 and so belongs to the grade: one step from 一1.
    classes = (SCHOOL.classes[0], changed(SCHOOL.classes[1], class_teacher="冯老师"), *SCHOOL.classes[2:])
    bad = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    assert amount(KEY, tiny_school(classes=classes), bad) == 1


def test_subject_that_nobody_teaches_the_class() -> None:
    # Nobody teaches 一1 语文 by day: then 李1 (数学) and the class teacher 王1 are own teachers of it.
    classes = (changed(SCHOOL.classes[0], teachers={"数学": ("李1",)}), *SCHOOL.classes[1:])
    by_maths = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty("李1", Role.TUTOR),))
    assert amount(KEY, tiny_school(classes=classes), by_maths) == 0


@pytest.mark.parametrize("who", [MayServe.CLASS_TEACHER, MayServe.NAMED])
def test_choice_of_the_school_is_no_lack(who: MayServe) -> None:
    chinese = HomeworkQuota(subject="语文", times=2, grades=("一年级", "二年级"), who=who, people=("冯老师",))
    school: Problem = tiny_school(homework=(chinese, SCHOOL.homework[1]))
    bad = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    assert amount(KEY, school, bad) == 0
