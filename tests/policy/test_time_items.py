"""Items about time: five days, hours, end, school days, after lessons, no evening study."""

from datetime import time

from models import Period, PolicySeverity, Problem, Role, Session, SessionKind, Slot, SlotKind
from tests.builders import CLASSES, FRI_1, FRI_2, MON_1, PUPILS, changed, tiny_school
from tests.policy.asking import BROKEN, KEPT, OFF, UNJUDGED, found, school, with_setting
from tests.timetables import duty, plus, the, tiny_timetable, without

SCHOOL = school()
TABLE = tiny_timetable(SCHOOL)
FIRST, SECOND = SCHOOL.week.periods


def with_periods(*periods: Period) -> Problem:
    """The school with other clock times."""
    return school(week=changed(SCHOOL.week, periods=periods))


def test_five_days_are_kept_and_six_are_not() -> None:
    assert found("five_days", SCHOOL).state is KEPT
    six = found("five_days", with_setting(SCHOOL, "five_days", number=6))
    assert six.state is BROKEN
    assert [case.classes for case in six.cases] == [(c,) for c in CLASSES]
    assert "每周开放 5 天，少于 6 天" in six.cases[0].text.zh


def test_a_class_that_is_nowhere_in_an_open_slot_is_named() -> None:
    alone = without(TABLE, the(TABLE, FRI_2, school_class="二2"))
    finding = found("five_days", SCHOOL, alone)
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.MUST)
    assert [(case.classes, case.slot) for case in finding.cases] == [(("二2",), FRI_2)]


def test_hours_a_day_are_counted_from_the_first_start_to_the_last_end() -> None:
    # 15:30 to 17:30 are 120 minutes, exactly what is asked for by default.
    assert found("hours_a_day", SCHOOL).state is KEPT
    late = with_periods(changed(FIRST, start=time(15, 40)), SECOND)
    finding = found("hours_a_day", late)
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.SHOULD)
    assert "最短 110 分钟，比 120 分钟少 10 分钟" in finding.sentence.zh
    assert [case.text.zh for case in finding.cases] == ["各年级：每天 110 分钟。"]
    assert found("hours_a_day", with_setting(late, "hours_a_day", number=110)).state is KEPT
    assert found("hours_a_day", with_setting(late, "hours_a_day", on=False)).state is OFF


def test_a_short_day_is_told_from_the_others() -> None:
    kinds = tuple(k for k in SCHOOL.week.kinds if (k.day, k.period) != (5, 2))
    finding = found("hours_a_day", school(week=changed(SCHOOL.week, kinds=kinds)), TABLE)
    assert [case.text.zh for case in finding.cases] == ["各年级：周五每天 55 分钟。"]


def test_without_clock_times_nothing_is_said_of_them() -> None:
    for key in ("hours_a_day", "end_time", "after_lessons", "before_evening"):
        finding = found(key, tiny_school())
        assert finding.state is UNJUDGED
        assert "作息" in finding.sentence.zh


def test_the_end_is_compared_with_the_district_s_clock_time() -> None:
    assert found("end_time", SCHOOL).state is KEPT
    finding = found("end_time", with_setting(SCHOOL, "end_time", clock=time(17, 45), basis="某县教发〔2026〕1号"))
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.NOTE)
    assert finding.source.zh == "某县教发〔2026〕1号"
    assert "一年级周一 17:30 结束，早于 17:45" in finding.cases[0].text.zh


def test_weekends_and_closed_slots_hold_no_session() -> None:
    assert found("school_days", SCHOOL).state is KEPT
    extra = Session(
        slot=Slot(6, 1), kind=SessionKind.CLASS_ACTIVITY, school_class="一1", duties=(duty("王1", Role.LEADER),),
        room="教室1", pupils={"一1": PUPILS},
    )  # fmt: skip
    finding = found("school_days", SCHOOL, plus(TABLE, extra))
    assert finding.state is BROKEN
    assert [case.text.zh for case in finding.cases] == ["周六第1节周末不开展，却安排了一(1)班级活动。"]


def test_lunch_care_and_a_grade_without_service_then_are_found() -> None:
    assert found("after_lessons", SCHOOL).state is KEPT
    lunch = with_periods(Period(number=1, start=time(12, 30), end=time(13, 30)), SECOND)
    finding = found("after_lessons", lunch)
    assert finding.state is BROKEN
    assert "第 1 节 12:30 开始，早于 14:30" in finding.cases[0].text.zh
    closed = changed(
        next(k for k in SCHOOL.week.kinds if (k.day, k.period) == (5, 1)), kind=SlotKind.OFF, grades=("二年级",)
    )
    finding = found("after_lessons", school(week=changed(SCHOOL.week, kinds=(*SCHOOL.week.kinds, closed))), TABLE)
    assert {case.slot for case in finding.cases} == {FRI_1}
    assert {c for case in finding.cases for c in case.classes} == {"二1", "二2"}
    assert MON_1 not in {case.slot for case in finding.cases}


def test_evening_study_is_found_by_its_end() -> None:
    assert found("before_evening", SCHOOL).state is KEPT
    evening = with_periods(FIRST, Period(number=2, start=time(18, 30), end=time(20, 0)))
    finding = found("before_evening", evening)
    assert finding.state is BROKEN
    assert "第 2 节 20:00 结束，晚于 18:30" in finding.cases[0].text.zh
