"""Quotas, tutors, adults in a slot and in a week, people who must serve at least so often."""

from datetime import date

from models import HomeworkQuota, MayServe, Patrol, Problem, Teacher
from tests.builders import FRI_1, FRI_2, MON_1, MON_2, THU_1, THU_2, TUE_1, TUE_2, WED_1, WED_2, changed, tiny_school
from tests.models.fired import plus, put
from tests.precheck.spoken import figures, only, spoken

QUOTA, ACTIVITY, BAND = ("homework", 0), ("clubs", 5), ("bands", 0)
FENG = 8  # 冯老师 among the teachers; 王1–王4 are 0–3, 李1–李4 are 4–7, the leaders 9–11


def _teachers(school: Problem, places: range, **values: object) -> Problem:
    for place in places:
        school = put(school, "teachers", place, **values)
    return school


def test_homework_fills_its_slots() -> None:
    """2 + 2 sessions a week for the four homework slots; 3 + 2 are one too many, 1 + 2 one too few."""
    many = only(put(tiny_school(), *QUOTA, times=3), "homework_fills_slots")
    assert (many.demand, many.supply, many.classes) == (5, 4, ("一1", "一2", "二1", "二2"))
    assert figures(put(tiny_school(), *QUOTA, times=1), "homework_fills_slots") == [(4, 3)]
    assert figures(tiny_school(), "homework_fills_slots") == []


def test_classes_with_the_same_gap_are_told_together() -> None:
    own = HomeworkQuota(subject="语文", times=5, classes=("二1",))
    found = spoken(plus(put(tiny_school(), *QUOTA, times=3), "homework", own), "homework_fills_slots")
    assert [(s.classes, s.demand) for s in found] == [(("一1", "一2", "二2"), 5), (("二1",), 7)]


def test_quotas_over_the_cycle_are_counted_over_the_cycle() -> None:
    school = changed(tiny_school(), week=changed(tiny_school().week, cycle=2))
    assert figures(put(school, *QUOTA, times=4, per_cycle=True), "homework_fills_slots") == []
    assert figures(put(school, *QUOTA, times=3, per_cycle=True), "homework_fills_slots") == [(8, 7)]


def test_walking_whole_school_clubs_and_activities_share_the_club_slots() -> None:
    """Six club slots: 一年级 walks five times and sings once, which just fits; six times is one too many."""
    assert figures(put(tiny_school(), *BAND, walking_least=5, walking_most=6), "class_club_slots") == []
    found = spoken(put(tiny_school(), *BAND, walking_least=6, walking_most=6), "class_club_slots")
    assert [(s.classes, s.demand, s.supply) for s in found] == [((c,), 7, 6) for c in ("一1", "一2", "二1", "二2")]
    assert "走班6次" in found[0].text.zh
    assert "大合唱" in found[0].text.zh


def test_those_who_stay_behind_have_their_activity_while_volunteers_walk() -> None:
    volunteers = put(tiny_school(), *BAND, participation="volunteers")
    assert figures(put(volunteers, *ACTIVITY, meetings=6), "class_club_slots") == []
    assert figures(put(tiny_school(), *ACTIVITY, meetings=2), "class_club_slots") == []
    assert figures(put(tiny_school(), *ACTIVITY, meetings=3), "class_club_slots") == [(7, 6), (7, 6)]


def test_tutors_hold_the_homework_of_a_week() -> None:
    """语文 twice in four classes is 8 sessions, for 王1–王4 alone: two each will do, one each will not."""
    assert figures(_teachers(tiny_school(), range(4), weekly_most=2), "homework_tutors") == []
    gap = only(_teachers(tiny_school(), range(4), weekly_most=1), "homework_tutors")
    assert (gap.demand, gap.supply, gap.people) == (8, 4, ("王1", "王2", "王3", "王4"))
    assert "语文" in gap.text.zh


def test_a_day_with_one_homework_slot_holds_one_session() -> None:
    """In its four slots nobody can tutor more than four times, whatever the weekly most."""
    only_wang1 = put(tiny_school(), *QUOTA, who=MayServe.NAMED, people=("王1",))
    assert figures(only_wang1, "homework_tutors") == [(8, 4)]


def test_a_tutor_comes_in_enough_of_the_homework_slots() -> None:
    school = put(tiny_school(), *QUOTA, who=MayServe.CLASS_TEACHER)
    assert figures(put(school, "teachers", 0, unavailable=(MON_1, WED_1)), "tutors_come") == []
    gap = only(put(school, "teachers", 0, unavailable=(MON_1, TUE_1, WED_1)), "tutors_come")
    assert (gap.demand, gap.supply, gap.classes, gap.people) == (2, 1, ("一1",), ("王1",))


def test_leaders_of_named_activities() -> None:
    school = put(tiny_school(), *ACTIVITY, who=MayServe.NAMED, people=("冯老师",))
    assert figures(put(school, "teachers", FENG, weekly_most=2), "activity_leaders") == []
    gap = only(put(school, "teachers", FENG, weekly_most=1), "activity_leaders")
    assert (gap.demand, gap.supply, gap.clubs) == (2, 1, ("安全教育",))


def test_leaders_come_for_patrol() -> None:
    school = _teachers(tiny_school(), range(9, 11), unavailable=(MON_1,))
    assert figures(school, "patrol_in_slot") == []
    settings = changed(school.settings, patrol=Patrol(at_least=2))
    gap = only(changed(school, settings=settings), "patrol_in_slot")
    assert (gap.demand, gap.supply, gap.slot, gap.people) == (2, 1, MON_1, ("郑主任",))


def test_as_many_adults_as_classes() -> None:
    """Monday period 1: four classes, whom only 王 and 李 may tutor. With four of the eight away it just comes out."""
    assert figures(_teachers(tiny_school(), range(4, 8), unavailable=(MON_1,)), "adults_in_slot") == []
    gap = only(_teachers(tiny_school(), range(3, 8), unavailable=(MON_1,)), "adults_in_slot")
    assert (gap.demand, gap.supply, gap.slot) == (4, 3, MON_1)
    assert gap.classes == ("一1", "一2", "二1", "二2")
    assert gap.text.zh.startswith("周一第1节同时需要4位教师（一1、一2、二1、二2作业辅导）")


def test_walking_needs_adults_too() -> None:
    """The largest group is 40 to one leader, so 80 pupils take at least two adults; each class alone would take one."""
    singing = tiny_school().clubs[4]  # with 大合唱 at the same time, 一年级 might need none of them
    school = changed(tiny_school(), clubs=tuple(c for c in tiny_school().clubs if c != singing))
    away = _teachers(school, range(9), unavailable=(MON_2,))
    school = put(away, "instructors", 0, unavailable=(MON_2,))
    gap = only(put(school, "teachers", 9, unavailable=(MON_2,)), "adults_in_slot")
    assert (gap.demand, gap.supply, gap.slot) == (3, 2, MON_2)  # and one on patrol
    assert "走班或班级活动至少2位" in gap.text.zh
    assert figures(school, "adults_in_slot") == []


def test_all_sessions_of_a_week_are_held() -> None:
    """Homework 16, activities 6, patrol 10, leaders 7, accompanying 6: 45 for twelve teachers, beside 4 of 孙教练."""
    assert figures(_teachers(tiny_school(), range(12), weekly_most=4), "sessions_in_week") == []
    three = _teachers(tiny_school(), range(12), weekly_most=3)
    assert figures(three, "sessions_in_week") == [(45, 36)]
    assert "巡查10" in only(three, "sessions_in_week").text.zh
    rested = _teachers(three, range(9, 12), weekly_most=10)
    assert figures(_teachers(rested, range(9), weekly_most=3), "sessions_in_week") == []
    assert figures(_teachers(rested, range(9, 12), weekly_most=5), "sessions_in_week") == [(45, 42)]


def test_nobody_must_serve_more_often_than_he_can_come() -> None:
    five = (MON_1, MON_2, TUE_1, TUE_2, WED_1)
    assert figures(put(tiny_school(), "teachers", FENG, weekly_least=5, unavailable=five), "comes_often_enough") == []
    six = put(tiny_school(), "teachers", FENG, weekly_least=5, unavailable=(*five, WED_2))
    assert only(six, "comes_often_enough").people == ("冯老师",)
    days = put(tiny_school(), "teachers", FENG, weekly_least=6, daily_most=1)
    assert figures(days, "comes_often_enough") == [(6, 5)]


def test_instructors_have_as_many_meetings_as_they_must_serve() -> None:
    assert figures(put(tiny_school(), "instructors", 0, weekly_least=4), "instructors_have_clubs") == []
    assert figures(put(tiny_school(), "instructors", 0, weekly_least=5), "instructors_have_clubs") == [(5, 4)]


def test_there_is_work_for_all_who_must_serve() -> None:
    """Homework 16, activities 6, leading 7, accompanying 6 make 35, and patrol without end for the three leaders.
    With three each the nine others have 27, with four 36, of which 35 exist."""
    assert figures(_teachers(tiny_school(), range(12), weekly_least=3), "work_for_everybody") == []
    gap = only(_teachers(tiny_school(), range(12), weekly_least=4), "work_for_everybody")
    assert (gap.demand, gap.supply, len(gap.people)) == (36, 35, 9)
    assert "周校长" not in gap.people


def test_work_is_counted_for_those_who_may_do_it() -> None:
    """冯老师 may not tutor and has no skill: activities and accompanying are left, six each."""
    assert figures(put(tiny_school(), "teachers", FENG, weekly_least=10), "work_for_everybody") == []
    school = put(_teachers(tiny_school(), range(8), subjects=()), *QUOTA, who=MayServe.CLASS_TEACHER)
    assert figures(put(school, "teachers", FENG, weekly_least=13), "work_for_everybody") == [(13, 12)]


def test_patrol_is_shared_as_evenly_as_asked() -> None:
    """Ten slots for three leaders who may differ by one: with three for 周校长 the others have four, 11 in all; with
    two for him they have three, eight in all."""
    assert figures(put(tiny_school(), "teachers", 9, weekly_most=3), "patrol_shared") == []
    gap = only(put(tiny_school(), "teachers", 9, weekly_most=2), "patrol_shared")
    assert (gap.demand, gap.supply) == (10, 8)
    school = put(tiny_school(), "teachers", 9, weekly_most=2)
    uneven = changed(school, settings=changed(school.settings, patrol=Patrol(at_least=1)))
    assert figures(uneven, "patrol_shared") == []


def test_an_instructor_without_papers_counts_as_nobody() -> None:
    late = changed(tiny_school().instructors[0].credentials[0], valid_until=date(2027, 3, 1))
    school = put(tiny_school(), "instructors", 0, credentials=(late,), weekly_least=1)
    assert figures(school, "comes_often_enough") == [(1, 0)]


def test_one_more_teacher_cures_a_slot() -> None:
    school = _teachers(tiny_school(), range(3, 8), unavailable=(MON_1,))
    cured = plus(school, "teachers", Teacher(id="钱老师", name="钱老师", subjects=("语文",)))
    assert figures(cured, "adults_in_slot") == []
    assert figures(changed(cured, teachers=cured.teachers[:-1]), "adults_in_slot") == [(4, 3)]
    assert {FRI_1, FRI_2, THU_1, THU_2} < set(school.slots)
