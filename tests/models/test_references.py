"""Ids that point at nothing are found wherever they stand, with the nearest existing name."""

from typing import Any

import pytest

from models import HomeworkQuota, Pin, Problem, Severity
from models.checks import CHECKS, problem_issues
from tests.builders import FRI_2, MON_1, changed, tiny_school
from tests.models.fired import fired, only, plus, put


def test_the_small_school_has_no_issue() -> None:
    assert problem_issues(tiny_school()) == ()


def test_codes_are_names_of_checks_and_unique() -> None:
    names = [check.__name__ for check in CHECKS]
    assert len(names) == len(set(names))


def test_all_mistakes_are_told_at_once() -> None:
    problem = put(put(tiny_school(), "classes", 0, home_room="教室9"), "clubs", 0, least=99)
    assert {issue.code for issue in problem_issues(problem)} == {"known_room", "club_size"}


REFERENCES: list[tuple[str, str, int, dict[str, Any], tuple[str | int, ...]]] = [
    ("known_grade", "classes", 0, {"grade": "九年级"}, ("classes", 0, "grade")),
    ("known_grade", "bands", 0, {"grades": ("一年级", "二年级", "九年级")}, ("bands", 0, "grades", 2)),
    ("known_grade", "homework", 1, {"grades": ("一年级", "二年级", "九年级")}, ("homework", 1, "grades", 2)),
    ("known_grade", "clubs", 3, {"grades": ("一年级", "九年级")}, ("clubs", 3, "grades", 1)),
    ("known_class", "homework", 0, {"classes": ("九1",)}, ("homework", 0, "classes", 0)),
    ("known_class", "clubs", 5, {"classes": ("九1",)}, ("clubs", 5, "classes", 0)),
    ("known_class", "clubs", 1, {"enrolment": {"九1": 10}}, ("clubs", 1, "enrolment", "九1")),
    ("known_class", "pins", 0, {"school_class": "九1"}, ("pins", 0, "school_class")),
    ("known_person", "classes", 1, {"class_teacher": "赵老师"}, ("classes", 1, "class_teacher")),
    ("known_person", "classes", 1, {"teachers": {"语文": ("王2", "赵老师")}}, ("classes", 1, "teachers", "语文", 1)),
    ("known_person", "homework", 0, {"who": "named", "people": ("赵老师",)}, ("homework", 0, "people", 0)),
    ("known_person", "clubs", 0, {"named_leaders": ("李1", "李2", "赵老师")}, ("clubs", 0, "named_leaders", 2)),
    ("known_person", "clubs", 0, {"preferred_leaders": ("赵老师",)}, ("clubs", 0, "preferred_leaders", 0)),
    ("known_person", "clubs", 5, {"who": "named", "people": ("王1", "赵老师")}, ("clubs", 5, "people", 1)),
    ("known_person", "pins", 1, {"person": "赵老师"}, ("pins", 1, "person")),
    ("known_room", "classes", 2, {"home_room": "礼堂"}, ("classes", 2, "home_room")),
    ("known_room", "clubs", 0, {"named_rooms": ("音乐教室", "礼堂")}, ("clubs", 0, "named_rooms", 1)),
    ("known_room", "pins", 1, {"room": "礼堂"}, ("pins", 1, "room")),
    ("known_subject", "homework", 0, {"subject": "英语"}, ("homework", 0, "subject")),
    ("known_subject", "pins", 0, {"subject": "英语"}, ("pins", 0, "subject")),
    ("known_club", "pins", 1, {"club": "排球"}, ("pins", 1, "club")),
    ("person_is_teacher", "classes", 0, {"class_teacher": "孙教练"}, ("classes", 0, "class_teacher")),
    (
        "person_is_teacher",
        "classes",
        0,
        {"teachers": {"语文": ("孙教练", "王1")}},
        ("classes", 0, "teachers", "语文", 0),
    ),
    ("person_is_teacher", "homework", 0, {"who": "named", "people": ("孙教练", "王1")}, ("homework", 0, "people", 0)),
    ("person_is_teacher", "clubs", 5, {"who": "named", "people": ("孙教练", "王1")}, ("clubs", 5, "people", 0)),
]


@pytest.mark.parametrize(("code", "field", "place", "values", "path"), REFERENCES)
def test_a_dangling_id_is_an_error_at_its_place(
    code: str, field: str, place: int, values: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    issue = only(put(tiny_school(), field, place, **values), code)
    assert issue.path == path
    assert issue.severity is Severity.ERROR


def test_grades_of_the_week_exist() -> None:
    school = tiny_school()
    kinds = (*school.week.kinds[:-1], changed(school.week.kinds[-1], grades=("九年级",)))
    issue = only(changed(school, week=changed(school.week, kinds=kinds)), "known_grade")
    assert issue.path == ("week", "kinds", len(kinds) - 1, "grades", 0)


def _room(problem: Problem, name: str) -> str:
    return only(put(problem, "clubs", 0, named_rooms=(name,)), "known_room").text.zh


def test_the_nearest_name_is_offered() -> None:
    assert "没有叫“音乐室”的场地，是不是“音乐教室”？" in _room(tiny_school(), "音乐室")
    assert "是不是" not in _room(tiny_school(), "泳池")


def test_of_short_names_only_one_that_stands_alone_is_offered() -> None:
    """冯老 shares a character with 冯老师 only; 九1 with 一1 and 二1: a guess between them would be silly."""
    assert "“冯老师”？" in only(put(tiny_school(), "classes", 0, class_teacher="冯老"), "known_person").text.zh
    assert "是不是" not in only(put(tiny_school(), "pins", 0, school_class="九1"), "known_class").text.zh


def test_a_class_teacher_who_is_both_named_and_known_is_fine() -> None:
    assert fired(put(tiny_school(), "classes", 0, class_teacher="冯老师"), "known_person") == []


def test_subjects_that_are_not_tutored_are_fine_unless_misspelt() -> None:
    music = put(tiny_school(), "teachers", 0, subjects=("语文", "音乐"))
    assert problem_issues(music) == ()
    school = plus(tiny_school(), "subjects", changed(tiny_school().subjects[0], id="道德与法治"))
    school = plus(school, "homework", HomeworkQuota(subject="道德与法治", times=0, grades=("一年级",)))
    issue = only(put(school, "teachers", 0, subjects=("语文", "道德法治")), "subject_spelt_alike")
    assert issue.severity is Severity.WARNING
    assert "“道德与法治”？" in issue.text.zh
    assert issue.path == ("teachers", 0, "subjects", 1)
    taught = {**school.classes[0].teachers, "道德和法治": ("王1",)}
    assert only(put(school, "classes", 0, teachers=taught), "subject_spelt_alike").path[:3] == (
        "classes",
        0,
        "teachers",
    )


def test_a_pin_without_optional_names_dangles_nowhere() -> None:
    school = plus(tiny_school(), "pins", Pin(slot=FRI_2, school_class="一1", by="教务处", reason="约定"))
    assert problem_issues(school) == ()
    assert MON_1 in school.slots
