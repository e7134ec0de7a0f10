"""pinned_sessions: what a person has locked stays."""

from typing import Any

from models import Pin, Problem, Role
from tests.builders import FRI_2, MON_1, MON_2, TUE_2, tiny_school
from tests.timetables import duty, judged, replaced, the, tiny_timetable

KEY = "pinned_sessions"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def pinned(**fields: Any) -> Problem:
    return tiny_school(pins=(Pin(by="教务处", reason="测试", **fields),))


def test_other_tutor_than_pinned() -> None:
    # 二1's 语文 on Monday is pinned to 王3.
    by_other = replaced(GOOD, the(GOOD, MON_1, school_class="二1"), duties=(duty("王1", Role.TUTOR),))
    (found,) = judged(KEY, SCHOOL, by_other)
    assert found.text.zh == "周一第1节锁定了二(1)、语文辅导、王3（教务处：王3周一第1节有空），课表没有保留。"


def test_other_room_slot_or_leader_than_pinned() -> None:
    # 足球 on Monday is pinned to 孙教练 and 操场.
    session = the(GOOD, MON_2, club="足球")
    beside = (duty("冯老师", Role.LEADER), duty("孙教练", Role.ACCOMPANYING))
    for fields in ({"room": "音乐教室"}, {"slot": FRI_2}, {"duties": beside}):
        (found,) = judged(KEY, SCHOOL, replaced(GOOD, session, **fields))
        assert found.clubs == ("足球",)


def test_activity_of_a_class() -> None:
    school = pinned(slot=TUE_2, school_class="二1", club="安全教育")
    assert judged(KEY, school, GOOD) == []
    free = replaced(GOOD, the(GOOD, TUE_2, school_class="二1"), club=None)
    assert len(judged(KEY, school, free)) == 1


def test_only_what_the_pin_names_is_fixed() -> None:
    # The class has some session of its own then, whatever it is.
    assert judged(KEY, pinned(slot=FRI_2, school_class="一1"), GOOD) == []
    # On Monday's second period 一1 walks and has none of its own.
    assert len(judged(KEY, pinned(slot=MON_2, school_class="一1"), GOOD)) == 1


def test_group() -> None:
    # 李2 leads group 2, not group 1.
    assert judged(KEY, pinned(slot=MON_2, club="合唱", group=2, person="李2"), GOOD) == []
    assert len(judged(KEY, pinned(slot=MON_2, club="合唱", group=1, person="李2"), GOOD)) == 1


def test_whole_school_club() -> None:
    assert judged(KEY, pinned(slot=TUE_2, club="大合唱", person="李4", room="操场"), GOOD) == []
    # 王1 only accompanies it.
    assert len(judged(KEY, pinned(slot=TUE_2, club="大合唱", person="王1"), GOOD)) == 1
