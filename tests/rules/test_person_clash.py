"""person_clash: nobody in two places at a time."""

from models import Role, Session, SessionKind
from tests.builders import MON_1, MON_2, TUE_1, changed, tiny_school
from tests.timetables import duty, judged, plus, replaced, the, tiny_timetable

KEY = "person_clash"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_tutoring_and_patrol_at_once() -> None:
    # 李1 tutors 一1 on Tuesday and is now on patrol too: 2 duties, one above one.
    patrol = Session(slot=TUE_1, kind=SessionKind.PATROL, duties=(duty("李1", Role.PATROL),))
    (found,) = judged(KEY, SCHOOL, plus(GOOD, patrol))
    assert (found.amount, found.people, found.slot) == (1, ("李1",), TUE_1)
    assert found.text.zh == "李1在周二第1节同时有2项任务：一(1)数学辅导、巡查。"


def test_three_duties_count_two() -> None:
    # 王1 takes the homework of 一1, 一2 and 二1 at once: 3 − 1 = 2.
    bad = GOOD
    for school_class in ("一2", "二1"):
        bad = replaced(bad, the(bad, MON_1, school_class=school_class), duties=(duty("王1", Role.TUTOR),))
    (found,) = judged(KEY, SCHOOL, bad)
    assert found.amount == 2


def test_leading_and_accompanying_the_same_session() -> None:
    # 孙教练 cannot accompany himself.
    session = the(GOOD, MON_2, club="足球")
    both = (duty("孙教练", Role.LEADER), duty("孙教练", Role.ACCOMPANYING))
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, session, duties=both))
    assert found.people == ("孙教练",)


def test_the_same_time_of_another_week_is_no_clash() -> None:
    two_weeks = tiny_school(week=changed(SCHOOL.week, cycle=2))
    assert judged(KEY, two_weeks, tiny_timetable(two_weeks)) == []
