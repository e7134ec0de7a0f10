"""Items about outside people: institutions, papers, what expires, accompaniment, ratio, pay."""

from datetime import date

from models import Credential, Institution, Role
from scheduler.audit import audit
from tests.builders import MON_2, TUE_2, changed
from tests.policy.asking import BROKEN, KEPT, NOT_APPLICABLE, OFF, PAPERS, UNJUDGED, found, school, with_setting
from tests.timetables import replaced, the, tiny_timetable

SCHOOL = school()
TABLE = tiny_timetable(SCHOOL)
COACH = SCHOOL.instructors[0]
NOBODY = changed(TABLE, sessions=tuple(s for s in TABLE.sessions if "孙教练" not in s.people()))


def coach(**fields: object) -> tuple[object, ...]:
    return (changed(COACH, **fields),)


def test_without_instructors_these_items_do_not_apply() -> None:
    for key in ("institutions", "credentials", "expiring", "accompanied"):
        assert found(key, SCHOOL, NOBODY).state is NOT_APPLICABLE


def test_institutions_are_compared_with_the_list() -> None:
    missing = found("institutions", SCHOOL)
    assert missing.state is UNJUDGED
    assert "阳光体育" in missing.sentence.zh
    term = Institution(name="阳光体育", approved_from=date(2026, 9, 1), approved_until=date(2027, 8, 31))
    assert found("institutions", school(institutions=(term,))).state is KEPT
    for wrong, words in (
        (Institution(name="别的机构"), "不在“机构”表的名单里"),
        (changed(term, approved_until=date(2027, 6, 30)), "审核有效期到 2027-06-30，早于学期结束（2027-07-02）"),
        (changed(term, approved_from=date(2027, 3, 1)), "从 2027-03-01 起才有效，晚于开学（2027-02-22）"),
    ):
        finding = found("institutions", school(institutions=(wrong,)))
        assert finding.state is BROKEN
        assert words in finding.cases[0].text.zh
        assert finding.cases[0].people == ("孙教练",)
    alone = school(institutions=(term,), instructors=coach(institution=None))
    assert "没有填派出机构" in found("institutions", alone).cases[0].text.zh
    off = with_setting(alone, "institutions", on=False)
    assert found("institutions", off).state is OFF


def test_each_asked_paper_is_there_and_covers_the_term() -> None:
    assert found("credentials", SCHOOL).state is KEPT
    two = found("credentials", school(instructors=coach(credentials=PAPERS[:2])), TABLE)
    assert (two.state, two.cases[0].text.zh) == (BROKEN, "孙教练没有登记：合同。")
    short = (*PAPERS[:2], Credential(name="合同", valid_until=date(2027, 6, 30)))
    ended = found("credentials", school(instructors=coach(credentials=short)), TABLE)
    assert ended.state is BROKEN
    assert "没有覆盖整个学期" in ended.cases[0].text.zh
    asked = with_setting(SCHOOL, "credentials", words=("健康证",))
    assert found("credentials", asked).cases[0].text.zh == "孙教练没有登记：健康证。"


def test_a_time_at_which_somebody_cannot_come_is_no_matter_of_papers() -> None:
    away = school(instructors=coach(unavailable=(MON_2,)))
    assert found("credentials", away, TABLE).state is KEPT


def test_without_the_term_s_dates_papers_are_not_judged() -> None:
    undated = school(term=changed(SCHOOL.term, first_day=None, last_day=None))
    assert found("credentials", undated).state is UNJUDGED
    assert found("expiring", undated).state is UNJUDGED
    soon = found("expiring", undated, today=date(2028, 1, 10))
    assert soon.state is BROKEN  # the report's date is known, and 31 January is within 30 days of it


def test_what_expires_soon_is_listed_by_date() -> None:
    # The term ends on 2 July 2027; 1 August is within 30 days of it, 2 August is not.
    near = (*PAPERS[:2], Credential(name="合同", valid_until=date(2027, 8, 1)))
    finding = found("expiring", school(instructors=coach(credentials=near)))
    assert (finding.state, finding.severity.value) == (BROKEN, "note")
    assert [case.text.zh for case in finding.cases] == ["孙教练的“合同”有效期到 2027-08-01。"]
    later = (*PAPERS[:2], Credential(name="合同", valid_until=date(2027, 8, 2)))
    assert found("expiring", school(instructors=coach(credentials=later))).state is KEPT
    longer = with_setting(school(instructors=coach(credentials=later)), "expiring", number=31)
    assert found("expiring", longer).state is BROKEN
    term = Institution(name="阳光体育", approved_until=date(2027, 7, 15))
    listed = found("expiring", school(institutions=(term,)))
    assert [case.text.zh for case in listed.cases] == ["机构“阳光体育”审核到 2027-07-15。"]


def test_a_teacher_is_present_also_where_the_school_does_not_ask_for_it() -> None:
    assert found("accompanied", SCHOOL).state is KEPT
    football = the(TABLE, MON_2, club="足球")
    alone = replaced(TABLE, football, duties=tuple(d for d in football.duties if d.role is Role.LEADER))
    finding = found("accompanied", SCHOOL, alone)
    assert finding.state is BROKEN
    assert [case.slot for case in finding.cases] == [MON_2]
    relaxed = school(settings=changed(SCHOOL.settings, accompany_instructors=False))
    unasked = found("accompanied", relaxed, alone)
    assert unasked.state is BROKEN
    assert [case.slot for case in unasked.cases] == [MON_2]
    assert "请在“政策”表里关闭" in unasked.sentence.zh
    assert found("accompanied", with_setting(relaxed, "accompanied", on=False), alone).state is OFF


def test_a_class_without_its_teacher_in_a_large_club_is_no_matter_of_instructors() -> None:
    gathering = the(TABLE, TUE_2, club="大合唱")
    alone = replaced(TABLE, gathering, duties=gathering.duties[:1])
    assert [v.rule for v in audit(SCHOOL, alone).broken if v.rule == "accompanied"] == ["accompanied"]
    assert found("accompanied", SCHOOL, alone).state is KEPT


def test_the_ratio_is_the_district_s_else_the_school_s() -> None:
    # The largest session is 篮球 and 足球 with 40 pupils and two adults; 20 pupils of a class have one.
    assert found("adult_ratio", SCHOOL).state is KEPT  # the school's 40
    assert found("adult_ratio", with_setting(SCHOOL, "adult_ratio", number=20)).state is BROKEN
    free = school(settings=changed(SCHOOL.settings, pupils_per_adult=None))
    assert found("adult_ratio", free).state is NOT_APPLICABLE
    strict = found("adult_ratio", with_setting(free, "adult_ratio", number=30))
    assert strict.state is BROKEN
    assert {case.clubs for case in strict.cases} == {("科学",)}  # 40 pupils, 李4 alone


def test_pay_is_counted_and_a_missing_fee_is_named() -> None:
    # 孙教练 leads 足球 twice and 篮球 in both periods of Thursday: 4 sessions at 150 yuan.
    finding = found("pay", SCHOOL)
    teachers = sum(len(TABLE.of_person.get(t.id, ())) for t in SCHOOL.teachers)
    assert finding.state is KEPT
    assert finding.sentence.zh == f"每周：本校教师 {teachers} 课次（含陪同、巡查），外聘 4 课次，课时费 600 元。"
    rated = found("pay", with_setting(SCHOOL, "pay", number=50))
    assert f"每课次 50 元，计 {teachers * 50} 元" in rated.sentence.zh
    free = found("pay", school(instructors=coach(fee=0)))
    assert (free.state, free.cases[0].people) == (BROKEN, ("孙教练",))
