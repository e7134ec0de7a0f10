"""fair_late_days: late days are shared evenly among the teachers."""

from models import Day, Period, Role, Session, SessionKind, Slot, SlotKind, SlotKindSetting, Week
from tests.builders import MON_2, THU_1, WED_2, changed, tiny_school
from tests.timetables import amount, duty, judged, plus, tiny_timetable

KEY = "fair_late_days"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def patrol(slot: Slot) -> Session:
    return Session(slot=slot, kind=SessionKind.PATROL, duties=(duty("王1", Role.PATROL),))


def test_days_above_the_share() -> None:
    # Share: 5 last periods x 4 classes over 12 teachers, rounded up: 2. 王1 stays on Tuesday and Friday; with
    # Monday it is one day too many (1), with Wednesday two (1 + 2 = 3).
    three = plus(GOOD, patrol(MON_2))
    (found,) = judged(KEY, SCHOOL, three)
    assert (found.amount, found.text.zh) == (1, "王1每周有3天留到最后一节，平均不超过2天。")
    assert amount(KEY, SCHOOL, plus(three, patrol(WED_2))) == 3


def test_earlier_periods_and_second_duties_of_a_day_are_no_late_days() -> None:
    # Thursday's first period is not the last; a second duty in Friday's last period is no second day.
    assert amount(KEY, SCHOOL, plus(GOOD, patrol(THU_1), patrol(Slot(5, 2)))) == 0


def test_one_period_a_day_is_never_late() -> None:
    kinds = tuple(SlotKindSetting(day=day, period=1, kind=SlotKind.HOMEWORK) for day in Day if day <= 5)
    school = tiny_school(week=Week(periods=(Period(number=1),), kinds=kinds), pins=())
    assert amount(KEY, school, plus(GOOD, *(patrol(Slot(day, 1)) for day in range(1, 6)))) == 0


def test_each_week_by_itself() -> None:
    # 2 late days in each week are no 4.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    assert amount(KEY, school, tiny_timetable(school)) == 0
