"""activity_quota: named class activities as often as asked."""

from typing import Any

from models import Parity, Problem
from tests.builders import FRI_2, TUE_2, changed, tiny_school
from tests.timetables import amount, judged, replaced, the, tiny_timetable

KEY = "activity_quota"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def safety_with(**fields: Any) -> Problem:
    clubs = tuple(changed(c, **fields) if c.id == "安全教育" else c for c in SCHOOL.clubs)
    return tiny_school(clubs=clubs)


def test_free_instead_of_named() -> None:
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, TUE_2, school_class="二1"), club=None))
    assert (found.amount, found.text.zh) == (1, "二(1)每周应有“安全教育”1次，实际0次。")


def test_too_often() -> None:
    # 二1 and 二2 have it once; 3 are asked for: 2 missing each.
    assert [v.amount for v in judged(KEY, safety_with(meetings=3), GOOD)] == [2, 2]


def test_class_that_does_not_have_it() -> None:
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, FRI_2, school_class="一1"), club="安全教育"))
    assert found.text.zh == "一(1)每周应有“安全教育”0次，实际1次。"


def test_activity_given_to_one_class_by_name() -> None:
    # Only 二1 has it: 二2 has one too many.
    (found,) = judged(KEY, safety_with(grades=(), classes=("二1",)), GOOD)
    assert found.classes == ("二2",)


def test_fixed_slots() -> None:
    # Fixed to Friday, but it is on Tuesday in two classes.
    found = judged(KEY, safety_with(fixed_slots=(FRI_2,)), GOOD)
    assert [v.text.zh for v in found] == [
        "二(1)“安全教育”只在周五第2节开展，却排在周二第2节。",
        "二(2)“安全教育”只在周五第2节开展，却排在周二第2节。",
    ]


def test_even_weeks_only() -> None:
    # Two classes have it in the odd week as well, where it should not be: 2.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2), clubs=safety_with(weeks=Parity.EVEN).clubs)
    assert amount(KEY, school, tiny_timetable(school)) == 2
