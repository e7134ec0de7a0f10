"""walking_slots: as many walking slots a week as the school says."""

from typing import Any

from models import Problem
from tests.builders import FRI_2, MON_2, THU_1, WED_2, changed, tiny_school
from tests.timetables import judged, replaced, the, tiny_timetable

KEY = "walking_slots"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def band_with(**fields: Any) -> Problem:
    return tiny_school(bands=(changed(SCHOOL.bands[0], **fields),))


def test_number() -> None:
    # Monday, Wednesday and both periods of Thursday: 4.
    (many,) = judged(KEY, band_with(walking_least=0, walking_most=3), GOOD)
    (few,) = judged(KEY, band_with(walking_least=6, walking_most=6), GOOD)
    assert (many.amount, many.text.zh) == (1, "“全校”每周应有0–3个走班时段，实际4个。")
    assert few.amount == 2


def test_a_slot_counts_once_however_many_clubs_meet() -> None:
    # 足球 leaves Wednesday for Friday: 合唱 still walks on Wednesday, so there are 5.
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, WED_2, club="足球"), slot=FRI_2))
    assert found.text.zh == "“全校”每周应有4个走班时段，实际5个。"


def test_fixed_slots_replace_the_number() -> None:
    # Thursday's second period is not fixed, Friday is fixed but does not walk: 2; the range 9–9 says nothing.
    school = band_with(fixed_slots=(MON_2, WED_2, THU_1, FRI_2), walking_least=9, walking_most=9)
    assert [v.text.zh for v in judged(KEY, school, GOOD)] == [
        "“全校”在周四第2节走班，但这不是指定的走班时段。",
        "“全校”应在周五第2节走班，却没有走班。",
    ]


def test_each_week_by_itself() -> None:
    # 足球 moves in the odd week only: 5 walking slots there, still 4 in the even week.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    good = tiny_timetable(school)
    assert judged(KEY, school, good) == []
    moved = replaced(good, the(good, MON_2, club="足球"), slot=FRI_2)
    (found,) = judged(KEY, school, moved)
    assert found.text.zh == "“全校”单周应有4个走班时段，实际5个。"
