"""Items about pupils and content: voluntary, new lessons, fees, homework, dispatch, privacy; and the report itself."""

import pytest

from models import POLICY_ITEMS, PolicySeverity, SubjectInfo
from tests.builders import FRI_2, MON_1, MON_2, WED_1, changed
from tests.policy.asking import BROKEN, KEPT, NOT_APPLICABLE, OFF, UNJUDGED, found, report, school, with_setting
from tests.timetables import replaced, the, tiny_timetable, without

SCHOOL = school()
TABLE = tiny_timetable(SCHOOL)


def test_no_slot_counts_more_pupils_than_take_part() -> None:
    assert found("voluntary", SCHOOL).state is KEPT
    football = the(TABLE, MON_2, club="足球")
    crowded = replaced(TABLE, football, pupils={**football.pupils, "一1": 13})  # 10 of 20 sing elsewhere
    finding = found("voluntary", SCHOOL, crowded)
    assert finding.state is BROKEN
    assert [case.text.zh for case in finding.cases] == ["一(1)周一第2节安排了 23 人，参加服务的只有 20 人。"]
    assert found("dispatch", SCHOOL, crowded).state is KEPT  # nobody is missing


def test_a_pupil_who_is_nowhere_is_found() -> None:
    assert found("dispatch", SCHOOL).state is KEPT
    football = the(TABLE, MON_2, club="足球")
    lost = replaced(TABLE, football, pupils={**football.pupils, "二1": 9})
    finding = found("dispatch", SCHOOL, lost)
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.MUST)
    assert [case.text.zh for case in finding.cases] == ["二(1)周一第2节有 1 名学生没有去处（全班 20 人）。"]
    assert not report(SCHOOL, lost).sound
    nowhere = without(TABLE, the(TABLE, FRI_2, school_class="一2"))
    assert "有 20 名学生没有去处" in found("dispatch", SCHOOL, nowhere).cases[0].text.zh


def test_names_that_speak_of_new_lessons_are_named() -> None:
    assert found("no_new_lessons", SCHOOL).state is KEPT
    clubs = tuple(changed(c, intro="期末集体补课") if c.id == "科学" else c for c in SCHOOL.clubs)
    finding = found("no_new_lessons", school(clubs=clubs), TABLE)
    assert finding.state is BROKEN
    assert [case.clubs for case in finding.cases] == [("科学",)]
    assert "“补课”" in finding.cases[0].text.zh
    other = with_setting(school(clubs=clubs), "no_new_lessons", words=("奥数",))
    assert found("no_new_lessons", other, TABLE).state is KEPT  # the district's words replace ours
    unused = tuple(changed(s, id="数学培优") if s.id == "无" else s for s in (*SCHOOL.subjects, SubjectInfo(id="无")))
    assert found("no_new_lessons", school(subjects=unused), TABLE).state is KEPT  # not in the timetable
    assert found("no_new_lessons", with_setting(school(clubs=clubs), "no_new_lessons", on=False), TABLE).state is OFF


def test_charges_to_parents_are_not_in_the_data() -> None:
    assert found("fees", SCHOOL).state is UNJUDGED
    assert found("fees", with_setting(SCHOOL, "fees", on=False)).state is OFF


def test_lower_grades_have_a_day_without_written_work_in_period_1() -> None:
    # On Thursday period 1 is clubs; on the other four days it is 语文 or 数学.
    assert found("lower_grades", SCHOOL).state is KEPT
    two = with_setting(SCHOOL, "lower_grades", number=2)
    finding = found("lower_grades", two)
    assert (finding.state, finding.severity) == (BROKEN, PolicySeverity.SHOULD)
    assert finding.cases[0].text.zh == "一(1)每周只有 1 天的第一节不是书面学科，少于 2 天。"
    reading = school(subjects=(SubjectInfo(id="语文"), SubjectInfo(id="数学", written=False)))
    assert found("lower_grades", with_setting(reading, "lower_grades", number=3)).state is KEPT  # Tue, Thu, Fri
    older = school(grades=tuple(changed(g, number=g.number + 6) for g in SCHOOL.grades))
    assert found("lower_grades", older).state is NOT_APPLICABLE


def test_upper_grades_have_enough_homework_tutoring() -> None:
    assert found("homework_time", SCHOOL).state is NOT_APPLICABLE  # grades 1 and 2 only
    older = school(grades=tuple(changed(g, number=g.number + 3) for g in SCHOOL.grades))
    assert found("homework_time", older).state is KEPT  # four a week
    fewer = without(TABLE, the(TABLE, WED_1, school_class="二2"))
    finding = found("homework_time", older, fewer)
    assert finding.state is BROKEN
    assert [case.text.zh for case in finding.cases] == ["二(2)每周 3 节作业辅导，少于 4 节。"]
    assert found("homework_time", with_setting(older, "homework_time", number=3), fewer).state is KEPT


@pytest.mark.parametrize(
    ("text", "what"), [("身份证11010120180307123X", "身份证号"), ("家长电话 13800000000", "手机号")]
)
def test_numbers_of_persons_are_found_and_not_repeated(text: str, what: str) -> None:
    assert found("privacy", SCHOOL).state is KEPT
    pins = (changed(SCHOOL.pins[0], reason=text), *SCHOOL.pins[1:])
    finding = found("privacy", school(pins=pins), TABLE)
    assert finding.state is BROKEN
    assert [case.text.zh for case in finding.cases] == [f"“锁定”表有 1 处像是{what}，请删去。"]
    assert "138" not in finding.model_dump_json()


def test_the_report_has_every_item_and_is_sound_where_nothing_that_must_be_kept_is_broken() -> None:
    made = report(SCHOOL)
    assert [f.key for f in made.findings] == [item.key for item in POLICY_ITEMS]
    assert made.sound
    for finding in made.findings:
        assert finding.sentence.zh.endswith("。")
        assert finding.sentence.en.endswith(".")
        assert (finding.state is BROKEN) == bool(finding.cases)
    nowhere = without(TABLE, the(TABLE, MON_1, school_class="一1"))
    assert not report(SCHOOL, nowhere).sound
    lenient = SCHOOL
    for key in ("five_days", "dispatch"):
        lenient = with_setting(lenient, key, severity=PolicySeverity.SHOULD)
    assert report(lenient, nowhere).sound  # the district takes both less seriously


@pytest.mark.parametrize("key", [item.key for item in POLICY_ITEMS])
def test_every_item_can_be_switched_off(key: str) -> None:
    finding = found(key, with_setting(SCHOOL, key, on=False))
    assert (finding.state, finding.cases) == (OFF, ())
    assert found(key, SCHOOL).state is not OFF
