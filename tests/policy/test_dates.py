"""What depends on dates: counted by hand on the small school's spring, Monday 22 February to Friday 2 July 2027.

Two hours from 15:30 to 17:30 on Monday to Friday. Without a calendar only the week is judged.
"""

from datetime import date, time
from typing import Any

from models import (
    Calendar,
    ClockChange,
    Credential,
    DatedTimetable,
    Day,
    Holiday,
    Institution,
    MakeUpDay,
    NoService,
    PolicyFinding,
    PolicySeverity,
    Problem,
    TermLog,
    actual,
)
from scheduler.audit import audit
from scheduler.cover import Standing, other_ways
from scheduler.policy import policy_report
from scheduler.term import dated
from tests.builders import CLASSES, FRI_1, FRI_2, MON_1, changed
from tests.cover.terms import FRI, MON, TUE, WED, WHEN, ill
from tests.policy.asking import BROKEN, KEPT, PAPERS, UNJUDGED, found, school, with_setting
from tests.timetables import tiny_timetable

SWEEPING = Holiday(first=date(2027, 4, 5), last=date(2027, 4, 5), name="清明节")


def with_calendar(base: Problem | None = None, **entries: Any) -> Problem:
    """The school with these entries in sheet 校历, and a holiday, so that there is a calendar."""
    holidays = entries.pop("holidays", (SWEEPING,))
    return changed(base or school(), calendar=Calendar(holidays=holidays, **entries))


def off(first: date, last: date | None = None, **more: Any) -> NoService:
    """No service from this day on."""
    return NoService(first=first, last=last or first, **{"reason": "期中考试", **more})


def after_changes(problem: Problem, held: DatedTimetable, key: str) -> PolicyFinding:
    """What the report says of an item, with what really takes place."""
    table = tiny_timetable(problem)
    findings = policy_report(problem, table, audit(problem, table), actual=held).findings
    return next(f for f in findings if f.key == key)


def test_without_a_calendar_it_is_as_it_was() -> None:
    plain = found("hours_a_day", school())
    assert (plain.state, plain.sentence.zh) == (KEPT, "每天都不少于 120 分钟。")
    checked = found("hours_a_day", with_calendar())
    assert (checked.state, checked.sentence.zh) == (KEPT, "每天都不少于 120 分钟。按校历逐日核对也符合。")
    undated = changed(with_calendar(), term=changed(school().term, first_day=None, last_day=None))
    assert found("hours_a_day", undated, tiny_timetable(undated)).sentence.zh == "每天都不少于 120 分钟。"


def test_a_winter_timetable_that_is_too_short_is_named_with_its_days() -> None:
    """From 22 February to 12 March the first period begins at 15:40: three weeks of five days, 110 minutes each."""
    winter = ClockChange(first=date(2027, 2, 22), last=date(2027, 3, 12), period=1,
                         start=time(15, 40), end=time(16, 25), name="冬季作息")  # fmt: skip
    finding = found("hours_a_day", with_calendar(clock_changes=(winter,)))
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.SHOULD)
    assert finding.sentence.zh == "平时符合；按校历，有 15 天不符合。"
    (case,) = finding.cases
    assert case.text.zh == "2月22日至3月12日（15天）各年级（冬季作息）：110 分钟。"
    assert (len(case.dates), case.dates[0], case.dates[-1]) == (15, date(2027, 2, 22), date(2027, 3, 12))
    assert case.classes == CLASSES
    assert found("end_time", with_calendar(clock_changes=(winter,))).state is KEPT  # the end is 17:30 all the same
    both = (
        changed(winter, start=time(15, 20), end=time(16, 15)),
        changed(winter, period=2, start=time(16, 25), end=time(17, 20)),
    )
    longer = with_setting(with_calendar(clock_changes=both), "hours_a_day", number=130)
    assert [c.dates for c in found("hours_a_day", longer).cases] == [()]  # as long as every week: said once
    early = changed(winter, period=2, start=time(16, 30), end=time(17, 10))
    finding = found("end_time", with_calendar(clock_changes=(early,)))
    assert [c.text.zh for c in finding.cases] == ["2月22日至3月12日（15天）各年级（冬季作息）：17:10 结束。"]
    noon = changed(winter, start=time(13, 0))
    assert "13:00 开始" in found("after_lessons", with_calendar(clock_changes=(noon,))).cases[0].text.zh
    night = changed(early, end=time(19, 0))
    assert "19:00 结束" in found("before_evening", with_calendar(clock_changes=(night,))).cases[0].text.zh


def test_half_a_day_is_a_note_for_the_calendar_says_why() -> None:
    """On Friday, 5 March, 一年级 has no second period: 15:30 to 16:25 are 55 minutes."""
    half = with_calendar(no_service=(off(FRI, periods=(2,), grades=("一年级",), reason="运动会"),))
    finding = found("hours_a_day", half)
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.NOTE)
    assert [(c.text.zh, c.dates, c.classes) for c in finding.cases] == [
        ("3月5日一年级（运动会）：55 分钟。", (FRI,), ("一1", "一2"))
    ]
    assert found("five_days", half).state is KEPT  # there is service that day
    strict = found("hours_a_day", with_setting(half, "hours_a_day", severity=PolicySeverity.MUST))
    assert strict.severity is PolicySeverity.MUST  # what the district asks for comes first


def test_days_without_service_are_counted_by_the_week() -> None:
    """Two days of exams for all, one of them with a trip that only 二年级 has on another day as well."""
    exams = off(TUE, WED)
    trip = off(FRI, grades=("二年级",), reason="研学")
    finding = found("five_days", with_calendar(no_service=(exams, trip)))
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.NOTE)
    assert [(c.text.zh, c.dates) for c in finding.cases] == [
        ("3月2日至3月3日（2天）各年级（期中考试）：整天不开展，当周不足 5 天。", (TUE, WED)),
        ("3月5日二年级（研学）：整天不开展，当周不足 5 天。", (FRI,)),
    ]
    assert finding.sentence.zh == "平时符合；按校历，有 3 天不符合。"
    # A holiday is no day of school; a make-up Saturday makes up for the day of exams of its week.
    saturday = MakeUpDay(day=date(2027, 3, 6), runs_as=Day.FRI, name="补课")
    assert found("five_days", with_calendar(no_service=(off(TUE),), make_up_days=(saturday,))).state is KEPT
    assert found("five_days", with_setting(with_calendar(no_service=(exams,)), "five_days", number=3)).state is KEPT


def test_papers_that_run_out_name_the_sessions_after_it() -> None:
    """孙教练 comes on Monday, Wednesday (足球) and Thursday (篮球, both periods). After Thursday, 24 June, there are
    28 and 30 June and 1 July: four sessions on three dates."""
    short = (*PAPERS[:2], Credential(name="合同", valid_until=date(2027, 6, 24)))
    coach = (changed(school().instructors[0], credentials=short),)
    finding = found("credentials", with_calendar(school(instructors=coach)))
    assert finding.state is BROKEN
    last = finding.cases[-1]
    assert last.dates == (date(2027, 6, 28), date(2027, 6, 30), date(2027, 7, 1))
    assert last.text.zh == ("孙教练的“合同”（到 2027-06-24）无效却有课：6月28日、6月30日至7月1日（2天），共 4 节。")
    sent = Institution(name="阳光体育", approved_from=date(2026, 9, 1), approved_until=date(2027, 6, 30))
    finding = found("institutions", with_calendar(school(institutions=(sent,))))
    assert finding.cases[-1].dates == (date(2027, 7, 1),)
    assert "审核无效却有课：7月1日，共 2 节" in finding.cases[-1].text.zh


def test_a_session_that_was_moved_to_a_holiday_is_found() -> None:
    """The log was kept before the holiday was written down: Monday's 语文 is made up on 5 March, which is off now."""
    before = with_calendar()
    term = dated(before, tiny_timetable(before))
    log = TermLog.of(term).with_changes(ill("王1", MON))
    standing = Standing(before, term, log)
    ways = other_ways(standing, standing.gaps[0], who="沈", when=WHEN)
    moved = next(w.measure for w in ways if w.measure.kind == "moved")
    held = actual(term, log.with_changes(moved))
    assert after_changes(before, held, "school_days").state is KEPT
    after = with_calendar(holidays=(Holiday(first=FRI, last=FRI, name="校庆"),))
    finding = after_changes(after, held, "school_days")
    # Friday as it was: four classes with 数学, three activities and the tutoring, and a patrol in each period.
    assert [(c.text.zh, c.dates) for c in finding.cases] == [("3月5日放假（校庆），却有 10 节课次。", (FRI,))]
    assert finding.severity is PolicySeverity.MUST


def test_adults_on_dates_with_changes() -> None:
    """王1 is ill on Monday: nobody is with 一1 until two classes sit together, 40 pupils with 王2."""
    problem = with_calendar()
    term = dated(problem, tiny_timetable(problem))
    log = TermLog.of(term).with_changes(ill("王1", MON))
    alone = after_changes(problem, actual(term, log), "five_days")
    assert [(c.text.zh, c.dates, c.slot) for c in alone.cases] == [
        ("3月1日第1节一(1)语文辅导没有人看护：还没有安排代课。", (MON,), MON_1)
    ]
    assert alone.severity is PolicySeverity.MUST
    standing = Standing(problem, term, log)
    ways = other_ways(standing, standing.gaps[0], who="沈", when=WHEN)
    joined = next(w.measure for w in ways if w.measure.kind == "joined")
    together = actual(term, log.with_changes(joined))
    assert after_changes(problem, together, "five_days").state is KEPT
    assert after_changes(problem, together, "adult_ratio").state is KEPT  # 40 to an adult are allowed
    strict = with_setting(problem, "adult_ratio", number=39)
    finding = after_changes(strict, together, "adult_ratio")
    # Both meetings of 科学 have 40 pupils and one teacher every week; the dates add what only Monday has.
    assert finding.sentence.zh == "2 次活动每位教师多于 39 名学生。按校历，有 1 天不符合。"
    (monday,) = (c.text.zh for c in finding.cases if c.dates)
    assert monday == "3月1日第1节一(1)语文辅导（变更后）：40 名学生、1 位教师。"


def test_an_instructor_alone_on_one_date_is_found() -> None:
    """冯老师, who is beside 孙教练 at 足球 on Monday, is away and nobody came in her place."""
    problem = with_calendar()
    term = dated(problem, tiny_timetable(problem))
    held = actual(term, TermLog.of(term).with_changes(ill("冯老师", MON)))
    finding = after_changes(problem, held, "accompanied")
    assert [(c.text.zh, c.dates) for c in finding.cases] == [
        ("3月1日第2节社团“足球”（变更后）：没有本校教师在场。", (MON,))
    ]
    assert finding.severity is not PolicySeverity.NOTE


def test_without_clock_times_the_dates_are_not_judged_either() -> None:
    usual = school()
    untimed = changed(usual, week=changed(usual.week, periods=tuple(
        changed(p, start=None, end=None) for p in usual.week.periods)))  # fmt: skip
    finding = found("hours_a_day", with_calendar(untimed, no_service=(off(FRI, periods=(2,)),)))
    assert (finding.state, finding.cases) == (UNJUDGED, ())
    assert FRI_1.day == FRI_2.day == FRI.isoweekday()
