"""Somebody must be allowed to take every quota and every activity."""

from typing import Any

import pytest

from models import MayServe, Severity
from tests.builders import tiny_school
from tests.models.fired import fired, only, put

QUOTA, ACTIVITY = ("homework", 0), ("clubs", 5)


def test_skills_are_for_activities_and_subjects_for_homework() -> None:
    assert only(put(tiny_school(), *QUOTA, who=MayServe.SKILL), "who_fits_kind").path == (*QUOTA, "who")
    assert only(put(tiny_school(), *ACTIVITY, who=MayServe.SUBJECT), "who_fits_kind").path == (*ACTIVITY, "who")
    assert fired(put(tiny_school(), *ACTIVITY, who=MayServe.SKILL, skills=("合唱",)), "who_fits_kind") == []


@pytest.mark.parametrize("where", [QUOTA, ACTIVITY])
def test_named_people_are_named(where: tuple[str, int]) -> None:
    assert only(put(tiny_school(), *where, who=MayServe.NAMED), "who_is_given").path == (*where, "people")
    assert fired(put(tiny_school(), *where, who=MayServe.NAMED, people=("王1",)), "who_is_given") == []
    in_vain = only(put(tiny_school(), *where, who=MayServe.OWN, people=("王1",)), "who_is_given")
    assert in_vain.severity is Severity.WARNING


def test_an_activity_by_skill_says_which() -> None:
    assert only(put(tiny_school(), *ACTIVITY, who=MayServe.SKILL), "who_is_given").path == (*ACTIVITY, "skills")


@pytest.mark.parametrize(
    ("values", "without"),
    [
        ({"who": MayServe.SUBJECT}, False),
        ({"who": MayServe.NAMED, "people": ("冯老师",)}, False),
        ({"who": MayServe.NAMED, "people": ("孙教练",)}, True),  # an instructor does not tutor
        ({"who": MayServe.CLASS_TEACHER}, False),
    ],
)
def test_every_quota_has_a_tutor(values: dict[str, Any], without: bool) -> None:
    found = fired(put(tiny_school(), *QUOTA, **values), "somebody_may_tutor")
    assert [issue.path for issue in found] == ([QUOTA] if without else [])


def test_a_class_without_class_teacher_is_named() -> None:
    school = put(put(tiny_school(), *QUOTA, who=MayServe.CLASS_TEACHER), "classes", 2, class_teacher=None)
    issue = only(school, "somebody_may_tutor")
    assert "二1没有" in issue.text.zh
    assert fired(put(school, *QUOTA, times=0), "somebody_may_tutor") == []


def test_a_subject_that_nobody_has() -> None:
    """Without teachers of 语文 among the subjects, those who teach it to the class remain; without these, nobody."""
    school = tiny_school()
    for place in range(4):
        school = put(school, "teachers", place, subjects=())
    assert fired(school, "somebody_may_tutor") == []
    issue = only(put(school, "classes", 0, teachers={"数学": ("李1",)}), "somebody_may_tutor")
    assert "一1没有" in issue.text.zh
    own = put(put(school, "classes", 0, teachers={"数学": ("李1",)}), *QUOTA, who=MayServe.OWN)
    assert fired(own, "somebody_may_tutor") == []


@pytest.mark.parametrize(
    ("values", "without"),
    [
        ({"who": MayServe.OWN}, False),
        ({"who": MayServe.SKILL, "skills": ("科学",)}, False),
        ({"who": MayServe.SKILL, "skills": ("体育",)}, True),  # 孙教练 has it, and does not lead class activities
        ({"who": MayServe.NAMED, "people": ("孙教练",)}, True),
    ],
)
def test_every_activity_has_a_leader(values: dict[str, Any], without: bool) -> None:
    found = fired(put(tiny_school(), *ACTIVITY, **values), "somebody_may_lead_activity")
    assert [issue.path for issue in found] == ([(*ACTIVITY, "who")] if without else [])


def test_an_activity_without_class_is_a_warning() -> None:
    issue = only(put(tiny_school(), *ACTIVITY, grades=()), "somebody_may_lead_activity")
    assert issue.severity is Severity.WARNING
    no_teacher = put(put(tiny_school(), *ACTIVITY, who=MayServe.CLASS_TEACHER), "classes", 3, class_teacher=None)
    assert "二2没有" in only(no_teacher, "somebody_may_lead_activity").text.zh
