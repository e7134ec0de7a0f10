"""least_change: people who must be told of a change to the published timetable."""

from models import Role, fingerprint
from tests.builders import MON_2, TUE_1, WED_2, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable

KEY = "least_change"
GOOD = tiny_timetable(tiny_school())
SCHOOL = tiny_school(published=GOOD)
MATHS = the(GOOD, TUE_1, school_class="一1")


def test_the_published_timetable_itself() -> None:
    assert amount(KEY, SCHOOL, GOOD) == 0


def test_nothing_without_a_published_timetable() -> None:
    assert amount(KEY, tiny_school(), replaced(GOOD, MATHS, duties=(duty("李2", Role.TUTOR),))) == 0


def test_two_tutors_and_the_class_teacher() -> None:
    found = judged(KEY, SCHOOL, replaced(GOOD, MATHS, duties=(duty("冯老师", Role.TUTOR),)))
    assert [v.people for v in found] == [("王1",), ("李1",), ("冯老师",)]
    assert found[0].text.zh == "需要通知王1：周二第1节：一(1)数学辅导由李1改为冯老师。"
    assert all(v.classes == ("一1",) for v in found)


def test_one_person_with_many_reasons() -> None:
    # On both days 王1 accompanies 足球 instead of 冯老师: told twice, each counts once; class teachers do not mind.
    new = GOOD
    for slot in (MON_2, WED_2):
        duties = (duty("孙教练", Role.LEADER), duty("王1", Role.ACCOMPANYING))
        new = replaced(new, the(new, slot, club="足球"), duties=duties)
    assert amount(KEY, SCHOOL, new) == 2


def test_whoever_has_left_is_not_told() -> None:
    teachers = tuple(changed(t, weekly_most=0) if t.id == "李1" else t for t in SCHOOL.teachers)
    new = replaced(GOOD, MATHS, duties=(duty("冯老师", Role.TUTOR),))
    assert amount(KEY, changed(SCHOOL, teachers=teachers), new) == 2


def test_the_fingerprint_is_of_the_inputs_alone() -> None:
    assert fingerprint(SCHOOL) == fingerprint(tiny_school())
