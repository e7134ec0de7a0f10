"""A day without service takes along what cannot be without it, and no more."""

from models import (
    CrossClassClub,
    Day,
    DayOff,
    HomeworkQuota,
    Instructor,
    MayServe,
    Pin,
    Problem,
    Severity,
    SlotKind,
    SlotWish,
    Wish,
)
from models.checks import problem_issues
from tests.builders import FRI_2, MON_1, MON_2, THU_1, THU_2, TUE_2, WED_1, WED_2, changed, tiny_school


def with_club(name: str, **fields: object) -> Problem:
    """The small school with this club changed."""
    return tiny_school(clubs=tuple(changed(c, **fields) if c.id == name else c for c in tiny_school().clubs))


def test_every_slot_of_the_day_is_off() -> None:
    after = DayOff(day=Day.WED).apply(tiny_school())
    assert [int(day) for day in after.week.days] == [1, 2, 4, 5]
    assert {after.week.kind(slot, "一年级") for slot in (WED_1, WED_2)} == {SlotKind.OFF}
    assert len(after.slots) == 8


def test_pins_of_the_day_go() -> None:
    assert DayOff(day=Day.MON).apply(tiny_school()).pins == ()
    assert DayOff(day=Day.WED).apply(tiny_school()).pins == tiny_school().pins


def test_clubs_fixed_on_this_day_only_are_dropped_with_their_pins() -> None:
    pin = Pin(slot=TUE_2, club="大合唱", by="教务处", reason="已约定")
    problem = changed(with_club("大合唱", fixed_slots=(WED_2,)), pins=(pin,))
    after = DayOff(day=Day.WED).apply(problem)
    assert "大合唱" not in after.club_by_id
    assert after.pins == ()


def test_a_club_with_fixed_slots_meets_on_the_days_that_are_left() -> None:
    after = DayOff(day=Day.WED).apply(with_club("合唱", fixed_slots=(MON_2, WED_2)))  # it met twice
    assert after.club_by_id["合唱"].fixed_slots == (MON_2,)
    assert after.club_by_id["合唱"].meetings == 1
    after = DayOff(day=Day.WED).apply(with_club("合唱", fixed_slots=(MON_2, WED_2, FRI_2)))
    assert after.club_by_id["合唱"].fixed_slots == (MON_2, FRI_2)
    assert after.club_by_id["合唱"].meetings == 2


def test_a_club_meets_no_more_often_than_there_are_days() -> None:
    after = DayOff(day=Day.WED).apply(with_club("合唱", meetings=5))
    assert after.club_by_id["合唱"].meetings == 4


def test_a_double_club_without_a_double_period_is_dropped() -> None:
    # Only on Thursday are both periods for clubs.
    after = DayOff(day=Day.THU).apply(tiny_school())
    assert [c.id for c in after.clubs] == ["合唱", "足球", "大合唱", "安全教育"]
    assert [c.id for c in DayOff(day=Day.FRI).apply(tiny_school()).clubs] == [c.id for c in tiny_school().clubs]


def test_an_activity_may_have_two_meetings_a_day() -> None:
    after = DayOff(day=Day.WED).apply(with_club("安全教育", meetings=6, fixed_slots=(WED_2, THU_1, THU_2)))
    assert after.club_by_id["安全教育"].meetings == 2
    assert after.club_by_id["安全教育"].fixed_slots == (THU_1, THU_2)


def test_a_band_walks_as_many_times_fewer_as_it_loses_fixed_slots() -> None:
    (band,) = tiny_school().bands
    fixed = changed(band, fixed_slots=(MON_2, WED_2, THU_1, THU_2))
    (after,) = DayOff(day=Day.THU).apply(tiny_school(bands=(fixed,))).bands
    assert (after.fixed_slots, after.walking_least, after.walking_most) == ((MON_2, WED_2), 2, 2)
    only = changed(band, fixed_slots=(WED_2,), walking_least=1, walking_most=5)
    (after,) = DayOff(day=Day.WED).apply(tiny_school(bands=(only,))).bands
    # An empty list of slots means any slot, so it is the number that says that nobody walks.
    assert (after.fixed_slots, after.walking_least, after.walking_most) == ((), 0, 0)


def test_other_bands_walk_at_least_in_no_more_slots_than_are_left() -> None:
    (band,) = tiny_school().bands
    (after,) = DayOff(day=Day.WED).apply(tiny_school(bands=(changed(band, walking_least=6, walking_most=6),))).bands
    assert (after.walking_least, after.walking_most) == (5, 6)  # Mon 2, Tue 2, Thu 1, Thu 2, Fri 2
    assert DayOff(day=Day.WED).apply(tiny_school()).bands == (band,)


def test_homework_is_cut_from_the_subject_with_most_and_the_later_one_in_a_tie() -> None:
    after = DayOff(day=Day.WED).apply(tiny_school())  # 2 + 2 sessions, 3 slots left
    own = HomeworkQuota(subject="数学", times=1, classes=("一1", "一2", "二1", "二2"), who=MayServe.OWN)
    assert after.homework == (*tiny_school().homework, own)
    assert {sum(q.times for q in after.quotas[c.id].values()) for c in after.classes} == {3}


def test_homework_is_cut_class_by_class() -> None:
    language, maths = tiny_school().homework
    # 二1 has three of 语文 and one of 数学; 二2 has three in all, which still fit.
    homework = (
        changed(language, grades=("一年级",)),
        changed(language, grades=(), classes=("二1",), times=3),
        changed(language, grades=(), classes=("二2",), times=2),
        changed(maths, grades=("一年级",)),
        changed(maths, grades=(), classes=("二1", "二2"), times=1),
    )
    after = DayOff(day=Day.WED).apply(tiny_school(homework=homework))
    times = {c: {s: q.times for s, q in quotas.items()} for c, quotas in after.quotas.items()}
    assert times == {
        "一1": {"语文": 2, "数学": 1},
        "一2": {"语文": 2, "数学": 1},
        "二1": {"语文": 2, "数学": 1},
        "二2": {"语文": 2, "数学": 1},
    }
    assert after.quotas["二1"]["语文"].classes == ("二1",)


def test_a_day_without_homework_costs_no_homework() -> None:
    assert DayOff(day=Day.THU).apply(tiny_school()).homework == tiny_school().homework


def test_in_a_two_week_cycle_an_odd_excess_comes_from_a_quota_by_the_cycle() -> None:
    language, maths = tiny_school().homework
    # 4 slots a week are 8 a cycle: 2·2 of 语文 by the week, 3 of 数学 by the cycle (one slot is empty).
    homework = (language, changed(maths, times=3, per_cycle=True))
    week = changed(tiny_school().week, cycle=2)
    after = DayOff(day=Day.WED).apply(tiny_school(week=week, homework=homework))
    quotas = after.quotas["一1"]
    assert (quotas["语文"].times, quotas["数学"].times) == (2, 2)  # 2·2 + 2 = 6 slots
    homework = (changed(language, times=1), changed(maths, times=6, per_cycle=True))
    after = DayOff(day=Day.WED).apply(tiny_school(week=week, homework=homework))
    quotas = after.quotas["一1"]
    assert (quotas["语文"].times, quotas["数学"].times) == (1, 4)


def test_absences_closures_and_wishes_of_the_day_are_struck_out_but_not_the_only_visits() -> None:
    wishes = tuple(SlotWish(slot=s, wish=Wish.WISHED) for s in (MON_2, WED_2))
    teachers = tuple(changed(t, unavailable=(WED_2, FRI_2), wishes=wishes) for t in tiny_school().teachers)
    rooms = tuple(changed(r, closed=(WED_1, MON_1)) for r in tiny_school().rooms)
    coach = tiny_school().instructors[0]
    instructors = (
        changed(coach, id="甲", name="甲", visits_only=(WED_2,)),
        changed(coach, visits_only=(WED_2, MON_2)),
    )
    problem = tiny_school(teachers=teachers, rooms=rooms, instructors=instructors)
    after = DayOff(day=Day.WED).apply(problem)
    assert {t.unavailable for t in after.teachers} == {(FRI_2,)}
    assert {t.wishes for t in after.teachers} == {wishes[:1]}
    assert {r.closed for r in after.rooms} == {(MON_1,)}
    comes = [p.visits_only for p in after.people if isinstance(p, Instructor)]
    assert comes == [(WED_2,), (MON_2,)]  # an empty list would mean that 甲 comes at any time


def test_no_day_of_the_small_school_leaves_an_error() -> None:
    for day in list(Day)[:5]:
        after = DayOff(day=day).apply(tiny_school())
        assert [i.text.zh for i in problem_issues(after) if i.severity is Severity.ERROR] == []


def test_a_day_that_is_off_already_changes_nothing() -> None:
    assert DayOff(day=Day.SAT).apply(tiny_school()) == tiny_school()


def test_a_club_of_grades_without_classes_stays() -> None:
    club = CrossClassClub(id="书法", name="书法", grades=("三年级",))
    problem = tiny_school(clubs=(*tiny_school().clubs, club))
    assert DayOff(day=Day.WED).apply(problem).clubs[-1] == club
