"""person_available: nobody serves when he or she cannot come."""

from datetime import date
from typing import Any

from models import Credential, Parity, Problem, Term
from tests.builders import MON_1, MON_2, WED_2, changed, tiny_school
from tests.timetables import judged, tiny_timetable

KEY = "person_available"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def instructor_with(**fields: Any) -> Problem:
    return tiny_school(instructors=(changed(SCHOOL.instructors[0], **fields),))


def test_unavailable_teacher() -> None:
    # 王1 tutors on Monday and Wednesday; only Monday is barred.
    teachers = (changed(SCHOOL.teachers[0], unavailable=(MON_1,)), *SCHOOL.teachers[1:])
    (found,) = judged(KEY, tiny_school(teachers=teachers), GOOD)
    assert found.text.zh == "王1该时段不能到岗，周一第1节却安排了一(1)语文辅导。"


def test_instructor_outside_the_visits() -> None:
    # 孙教练 leads on Monday, Wednesday and in both periods of Thursday: the two on Thursday are outside.
    assert len(judged(KEY, instructor_with(visits_only=(MON_2, WED_2)), GOOD)) == 2


def test_instructor_in_the_wrong_week() -> None:
    # Coming in even weeks only, the four sessions of the odd week are wrong.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2), instructors=instructor_with(weeks=Parity.EVEN).instructors)
    found = judged(KEY, school, tiny_timetable(school))
    assert [v.slot.week for v in found if v.slot is not None] == [1, 1, 1, 1]


def test_credential_that_ends_before_the_term() -> None:
    # The term ends on 2 July; a contract until 1 July is one day short, one that starts a day late too.
    early = instructor_with(credentials=(Credential(name="合同", valid_until=date(2027, 7, 1)),))
    late = instructor_with(credentials=(Credential(name="资格证", valid_from=date(2027, 2, 23)),))
    (found,) = judged(KEY, early, GOOD)
    assert found.people == ("孙教练",)
    assert "“合同”（有效期…至2027-07-01）没有覆盖整个学期" in found.text.zh
    assert len(judged(KEY, late, GOOD)) == 1


def test_dates_that_nobody_knows_are_not_judged() -> None:
    assert judged(KEY, instructor_with(credentials=(Credential(name="合同"),)), GOOD) == []
    school = tiny_school(
        term=Term(name="2026–2027学年第二学期"),
        instructors=instructor_with(credentials=(Credential(name="合同", valid_until=date(2020, 1, 1)),)).instructors,
    )
    assert judged(KEY, school, GOOD) == []


def test_exactly_the_term_is_enough() -> None:
    exact = Credential(name="合同", valid_from=date(2027, 2, 22), valid_until=date(2027, 7, 2))
    assert judged(KEY, instructor_with(credentials=(exact,)), GOOD) == []
