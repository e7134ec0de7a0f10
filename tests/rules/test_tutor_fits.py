"""tutor_fits: exactly one tutor whom the school's choice for the quota allows."""

import pytest

from models import HomeworkQuota, MayServe, Problem, Role
from tests.builders import MON_1, TUE_1, changed, tiny_school
from tests.timetables import duty, judged, replaced, the, tiny_timetable

KEY = "tutor_fits"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def school_with(who: MayServe, people: tuple[str, ...] = ()) -> Problem:
    """The quota of 语文 is for these."""
    chinese = HomeworkQuota(subject="语文", times=2, grades=("一年级", "二年级"), who=who, people=people)
    return tiny_school(homework=(chinese, SCHOOL.homework[1]))


# 王1 is class teacher of 一1 and teaches it 语文; 王3 teaches 语文 elsewhere; 李1 teaches 一1 数学; 李3 and 冯老师
# have nothing to do with 一1 or 语文.
@pytest.mark.parametrize(
    ("who", "people", "may", "may_not"),
    [
        (MayServe.SUBJECT, (), ("王1", "王3"), ("李1", "冯老师", "孙教练")),
        (MayServe.OWN, (), ("王1", "王3", "李1"), ("李3", "冯老师", "孙教练")),
        (MayServe.CLASS_TEACHER, (), ("王1",), ("王3", "李1", "孙教练")),
        (MayServe.NAMED, ("冯老师", "孙教练"), ("冯老师",), ("李3", "孙教练")),
        (MayServe.ANYBODY, (), ("王1", "李3", "冯老师"), ("孙教练",)),
        (MayServe.SKILL, (), (), ("王1", "李3")),
    ],
)
def test_who_may_tutor(who: MayServe, people: tuple[str, ...], may: tuple[str, ...], may_not: tuple[str, ...]) -> None:
    school, session = school_with(who, people), the(GOOD, MON_1, school_class="一1")
    for person in (*may, *may_not):
        changed_tutor = replaced(GOOD, session, duties=(duty(person, Role.TUTOR),))
        complained = [v.people for v in judged(KEY, school, changed_tutor) if v.classes == ("一1",) and v.slot == MON_1]
        assert complained == ([] if person in may else [(person,)])


def test_teacher_of_the_class_may_tutor_though_the_subject_is_not_written_down() -> None:
    # 李2 has 数学 as a subject only; once 一1's timetable by day names 李2 for 语文, 李2 teaches the subject.
    classes = (changed(SCHOOL.classes[0], teachers={"语文": ("李2",)}), *SCHOOL.classes[1:])
    by_other = replaced(GOOD, the(GOOD, MON_1, school_class="一1"), duties=(duty("李2", Role.TUTOR),))
    assert judged(KEY, tiny_school(classes=classes), by_other) == []


def test_no_tutor_and_two_tutors() -> None:
    # One sentence each: the number is wrong; 王1 and 王2 both may tutor 语文.
    session = the(GOOD, MON_1, school_class="一1")
    (none,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=()))
    two = (duty("王1", Role.TUTOR), duty("王2", Role.TUTOR))
    (many,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=two))
    assert none.text.zh == "周一第1节，一(1)语文辅导应恰好有1位辅导教师，实际0位。"
    assert many.text.zh == "周一第1节，一(1)语文辅导应恰好有1位辅导教师，实际2位。"


def test_a_class_quota_wins_over_the_grades() -> None:
    # 二2's own quota asks for 李4, its 语文 sessions on Monday and Wednesday are given by 王4: two violations.
    own = HomeworkQuota(subject="语文", times=2, classes=("二2",), who=MayServe.NAMED, people=("李4",))
    found = judged(KEY, tiny_school(homework=(own, *SCHOOL.homework)), GOOD)
    assert [v.people for v in found] == [("王4",), ("王4",)]
    assert found[0].text.zh == "周一第1节，二(2)语文辅导由王4承担，但应由指定教师（李4）承担。"


def test_anybody_of_the_class_may_take_maths() -> None:
    # The quota of 数学 is `own`: 王1, class teacher of 一1, may take it there, but not 王2.
    session = the(GOOD, TUE_1, school_class="一1")
    assert judged(KEY, SCHOOL, replaced(GOOD, session, duties=(duty("王1", Role.TUTOR),))) == []
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=(duty("王2", Role.TUTOR),)))
    assert found.text.zh == "周二第1节，一(1)数学辅导由王2承担，但应由任教数学的教师或本班任课教师承担。"
