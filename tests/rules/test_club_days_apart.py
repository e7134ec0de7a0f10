"""club_days_apart: no meetings on neighbouring days."""

from tests.builders import FRI_2, THU_2, TUE_2, WED_2, changed, tiny_school
from tests.timetables import amount, judged, replaced, the, tiny_timetable

KEY = "club_days_apart"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_neighbouring_days() -> None:
    # 足球 on Monday and Tuesday instead of Wednesday: one pair.
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, WED_2, club="足球"), slot=TUE_2))
    assert (found.amount, found.text.zh) == (1, "“足球”在周一、周二连续两天活动。")


def test_groups_count_as_one_club() -> None:
    # Both groups of 合唱 move to Tuesday: still one pair of days.
    bad = GOOD
    for group in (1, 2):
        bad = replaced(bad, the(bad, WED_2, club="合唱", group=group), slot=TUE_2)
    assert amount(KEY, SCHOOL, bad) == 1


def test_three_days_in_a_row_are_two_pairs() -> None:
    # 篮球 also meets in place of 足球 on Wednesday, and with one of Thursday's periods on Friday.
    three = replaced(GOOD, the(GOOD, WED_2, club="足球"), club="篮球")
    three = replaced(three, the(three, THU_2, club="篮球"), slot=FRI_2)
    assert amount(KEY, SCHOOL, three) == 2


def test_friday_and_the_next_monday_are_no_neighbours() -> None:
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    good = tiny_timetable(school)
    moved = replaced(good, the(good, WED_2, club="足球"), slot=FRI_2)
    assert amount(KEY, school, moved) == 0
