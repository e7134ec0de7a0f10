"""accompanied: a school teacher beside instructors, and beside each class of a whole-school club that asks."""

from models import Problem, Role
from tests.builders import MON_2, TUE_2, changed, tiny_school
from tests.timetables import duty, judged, replaced, the, tiny_timetable

KEY = "accompanied"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)
FOOTBALL = the(GOOD, MON_2, club="足球")


def alone_is_fine() -> Problem:
    return tiny_school(settings=changed(SCHOOL.settings, accompany_instructors=False))


def test_instructor_alone() -> None:
    alone = replaced(GOOD, FOOTBALL, duties=(duty("孙教练", Role.LEADER),))
    (found,) = judged(KEY, SCHOOL, alone)
    assert found.text.zh == "周一第2节，社团“足球”由孙教练（外聘）带，没有本校教师陪同。"
    assert judged(KEY, alone_is_fine(), alone) == []


def test_a_teacher_who_leads_with_the_instructor_is_company_enough() -> None:
    both = replaced(GOOD, FOOTBALL, duties=(duty("孙教练", Role.LEADER), duty("冯老师", Role.LEADER)))
    assert judged(KEY, SCHOOL, both) == []


def test_instructor_does_not_accompany() -> None:
    # Another instructor beside 孙教练 is no teacher (1), and so nobody accompanies (1).
    coaches = (*SCHOOL.instructors, changed(SCHOOL.instructors[0], id="钱教练", name="钱教练"))
    duties = (duty("孙教练", Role.LEADER), duty("钱教练", Role.ACCOMPANYING))
    found = judged(KEY, tiny_school(instructors=coaches), replaced(GOOD, FOOTBALL, duties=duties))
    assert [v.people for v in found] == [("钱教练",), ("孙教练",)]


def test_one_adult_per_class() -> None:
    # 大合唱 has 2 classes; with 王1 alone one is missing, whatever the setting for instructors says.
    session = the(GOOD, TUE_2, club="大合唱")
    one = replaced(GOOD, session, duties=session.duties[:2])
    for school in (SCHOOL, alone_is_fine()):
        (found,) = judged(KEY, school, one)
        assert found.amount == 1
        assert found.text.zh == "周二第2节，大社团“大合唱”有2个班，应有2位跟班教师，实际1位。"
    none = replaced(GOOD, session, duties=session.duties[:1])
    assert [v.amount for v in judged(KEY, SCHOOL, none)] == [2]


def test_club_led_by_a_teacher_needs_nobody() -> None:
    session = the(GOOD, TUE_2, club="大合唱")
    clubs = tuple(changed(c, adult_per_class=False) if c.id == "大合唱" else c for c in SCHOOL.clubs)
    assert judged(KEY, tiny_school(clubs=clubs), replaced(GOOD, session, duties=session.duties[:1])) == []
