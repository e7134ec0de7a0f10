"""weeks_alike: odd and even weeks are alike."""

from models import Parity, Role, SessionKind
from tests.builders import FRI_2, MON_1, MON_2, TUE_2, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable, without

KEY = "weeks_alike"
SCHOOL = tiny_school(week=changed(tiny_school().week, cycle=2))
GOOD = tiny_timetable(SCHOOL)
HOMEWORK = the(GOOD, MON_1._replace(week=2), school_class="一1")


def test_other_tutor_or_subject() -> None:
    # One class in one (day, period), whatever differs there, and both together.
    tutor = (duty("王2", Role.TUTOR),)
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, HOMEWORK, duties=tutor))
    assert found.text.zh == "一(1)周一第1节单双周不同：单周语文辅导（王1），双周语文辅导（王2）。"
    assert amount(KEY, SCHOOL, replaced(GOOD, HOMEWORK, subject="数学")) == 1
    assert amount(KEY, SCHOOL, replaced(GOOD, HOMEWORK, subject="数学", duties=tutor)) == 1


def test_named_activity_free_activity_and_none() -> None:
    named = the(GOOD, TUE_2._replace(week=2), school_class="二1")
    assert amount(KEY, SCHOOL, replaced(GOOD, named, club=None)) == 1
    assert amount(KEY, SCHOOL, without(GOOD, named)) == 1
    (found,) = judged(KEY, SCHOOL, without(GOOD, the(GOOD, FRI_2, school_class="一1")))
    assert found.text.zh == "一(1)周五第2节单双周不同：单周无，双周班级活动。"


def test_homework_in_one_week_and_activity_in_the_other() -> None:
    # Still one place where the weeks differ.
    other = replaced(GOOD, HOMEWORK, kind=SessionKind.CLASS_ACTIVITY, subject=None, duties=(duty("王1", Role.LEADER),))
    assert amount(KEY, SCHOOL, other) == 1


def test_other_leader_of_an_activity_is_alike() -> None:
    free = the(GOOD, FRI_2._replace(week=2), school_class="一1")
    assert amount(KEY, SCHOOL, replaced(GOOD, free, duties=(duty("李1", Role.LEADER),))) == 0


def test_club_meets_at_another_time() -> None:
    # In even weeks 足球 is on Tuesday instead of Monday: Monday has it in odd weeks only, Tuesday in even only.
    moved = replaced(GOOD, the(GOOD, MON_2._replace(week=2), club="足球"), slot=TUE_2._replace(week=2))
    found = judged(KEY, SCHOOL, moved)
    assert [v.text.zh for v in found] == [
        "“足球”只在单周一第2节活动，另一周同一时段没有。",
        "“足球”只在双周二第2节活动，另一周同一时段没有。",
    ]


def test_one_group_of_two_is_still_the_club() -> None:
    # 合唱 meets in both weeks as long as one of its groups does.
    assert amount(KEY, SCHOOL, without(GOOD, the(GOOD, MON_2, club="合唱", group=2))) == 0


def test_club_of_odd_weeks_only_has_no_other_week() -> None:
    clubs = tuple(changed(c, weeks=Parity.ODD) if c.id == "足球" else c for c in SCHOOL.clubs)
    school = tiny_school(week=SCHOOL.week, clubs=clubs)
    lost = without(GOOD, the(GOOD, MON_2._replace(week=2), club="足球"))
    assert amount(KEY, school, lost) == 0


def test_school_without_odd_and_even_weeks() -> None:
    school = tiny_school()
    assert amount(KEY, school, tiny_timetable(school)) == 0
