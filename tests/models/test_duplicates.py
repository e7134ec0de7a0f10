"""What is entered twice."""

import pytest

from models import Band, HomeworkQuota, Instructor, Severity, Teacher
from tests.builders import changed, tiny_school
from tests.models.fired import fired, only, plus, put


@pytest.mark.parametrize(
    ("code", "field"),
    [
        ("room_once", "rooms"),
        ("class_once", "classes"),
        ("club_once", "clubs"),
        ("grade_once", "grades"),
        ("band_once", "bands"),
        ("subject_once", "subjects"),
        ("person_once", "teachers"),
    ],
)
def test_an_id_used_twice_is_an_error_at_the_second_place(code: str, field: str) -> None:
    school = tiny_school()
    assert fired(school, code) == []
    nouns = getattr(school, field)
    issue = only(plus(school, field, nouns[0]), code)
    assert issue.path == (field, len(nouns), "id")
    assert issue.severity is Severity.ERROR
    assert nouns[0].id in issue.text.zh


def test_a_teacher_and_an_instructor_do_not_share_an_id() -> None:
    school = plus(tiny_school(), "instructors", Instructor(id="王1", name="王先生"))
    assert only(school, "person_once").path == ("instructors", 1, "id")


def test_period_numbers_are_used_once() -> None:
    school = tiny_school()
    week = changed(school.week, periods=(*school.week.periods, school.week.periods[1]))
    assert only(changed(school, week=week), "period_once").path == ("week", "periods", 2, "number")


def test_two_people_of_one_name_are_a_warning_because_ids_decide() -> None:
    issue = only(plus(tiny_school(), "teachers", Teacher(id="T99", name="王1")), "person_name_once")
    assert issue.severity is Severity.WARNING
    assert "T99" in issue.text.zh
    assert fired(plus(tiny_school(), "teachers", Teacher(id="T99", name="王9")), "person_name_once") == []


def test_a_grade_walks_with_one_band() -> None:
    first, other = changed(tiny_school().bands[0], grades=("一年级",)), Band(id="低段", name="低段", grades=("二年级",))
    assert fired(tiny_school(bands=(first, other)), "grade_in_one_band") == []
    both = changed(other, grades=("二年级", "一年级"))
    issue = only(tiny_school(bands=(first, both)), "grade_in_one_band")
    assert issue.path == ("bands", 1, "grades", 1)
    assert "全校" in issue.text.zh


def test_a_home_room_is_shared_only_if_it_holds_several_groups() -> None:
    shared = put(tiny_school(), "classes", 1, home_room="教室1")
    issue = only(shared, "home_room_once")
    assert issue.path == ("classes", 1, "home_room")
    assert "一1、一2" in issue.text.zh
    assert fired(put(shared, "rooms", 0, groups_at_once=2), "home_room_once") == []


def test_a_quota_of_a_class_may_stand_beside_that_of_its_grade_but_not_twice() -> None:
    own = HomeworkQuota(subject="语文", times=3, classes=("一1",))
    assert fired(plus(tiny_school(), "homework", own), "quota_once") == []
    issue = only(plus(tiny_school(), "homework", changed(own, classes=(), grades=("二年级",))), "quota_once")
    assert issue.path == ("homework", 2, "grades", 0)
    assert "2次和3次" in issue.text.zh
