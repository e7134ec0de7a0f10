"""patrol: leaders in every slot, nobody else, taking turns evenly."""

from models import Patrol, Problem, Role
from tests.builders import MON_1, THU_1, changed, tiny_school
from tests.timetables import duty, judged, replaced, the, tiny_timetable, without

KEY = "patrol"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def school_with(patrol: Patrol) -> Problem:
    return tiny_school(settings=changed(SCHOOL.settings, patrol=patrol))


def test_slot_without_patrol() -> None:
    # 周校长 loses one of four turns: 3, 3, 3 are even, one slot has nobody.
    (found,) = judged(KEY, SCHOOL, without(GOOD, the(GOOD, MON_1, kind="patrol")))
    assert (found.amount, found.text.zh) == (1, "周一第1节应有至少1位值班领导巡查，实际0位。")


def test_two_leaders_are_asked_for() -> None:
    # Each of the 10 slots lacks one.
    assert [v.amount for v in judged(KEY, school_with(Patrol(at_least=2)), GOOD)] == [1] * 10


def test_patrol_by_somebody_else() -> None:
    # 冯老师 is no leader (1), and so Monday has no leader on patrol (1).
    patrol = the(GOOD, MON_1, kind="patrol")
    found = judged(KEY, SCHOOL, replaced(GOOD, patrol, duties=(duty("冯老师", Role.PATROL),)))
    assert [v.text.zh for v in found] == [
        "周一第1节由冯老师巡查，但冯老师不是值班领导。",
        "周一第1节应有至少1位值班领导巡查，实际0位。",
    ]
    # Also where the school asks for no patrol at all.
    bad = replaced(GOOD, patrol, duties=(duty("孙教练", Role.PATROL),))
    (outsider,) = judged(KEY, school_with(Patrol()), bad)
    assert outsider.text.zh == "周一第1节由孙教练（外聘）巡查，但孙教练（外聘）不是本校教师。"


def test_uneven_turns() -> None:
    # 周校长 4, the others 3 each: with a spread of 0 that is 1 too much.
    (found,) = judged(KEY, school_with(Patrol(at_least=1, spread=0)), GOOD)
    assert found.amount == 1
    # 周校长 takes one of 郑主任's turns: 5, 3, 2, which is 3 apart, 2 more than the spread of 1.
    uneven = replaced(GOOD, the(GOOD, THU_1, kind="patrol"), duties=(duty("周校长", Role.PATROL),))
    (found,) = judged(KEY, SCHOOL, uneven)
    assert (found.amount, found.text.zh) == (2, "每周巡查不均：周校长5次、郑主任2次，最多可相差1次。")
    assert judged(KEY, school_with(Patrol(at_least=1)), uneven) == []


def test_leader_who_never_goes_counts_as_none() -> None:
    # A fourth leader without any turn: 4 − 0 is 3 more than the spread of 1.
    idle = changed(SCHOOL.teachers[-1], id="何主任", name="何主任")
    (found,) = judged(KEY, tiny_school(teachers=(*SCHOOL.teachers, idle)), GOOD)
    assert (found.amount, found.people) == (3, ("周校长", "何主任"))
