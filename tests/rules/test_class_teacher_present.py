"""class_teacher_present: class activities are led by the class teacher."""

from typing import Any

import pytest

from models import MayServe, Role
from tests.builders import FRI_2, TUE_2, changed, tiny_school
from tests.timetables import amount, duty, judged, replaced, the, tiny_timetable

KEY = "class_teacher_present"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_free_activity_without_the_class_teacher() -> None:
    bad = replaced(GOOD, the(GOOD, FRI_2, school_class="一1"), duties=(duty("李1", Role.LEADER),))
    (found,) = judged(KEY, SCHOOL, bad)
    assert (found.amount, found.text.zh) == (1, "周五第2节，一(1)班级活动由李1负责，班主任是王1。")


# An activity for a skill or for named people is meant to be led by others.
@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ({"who": MayServe.ANYBODY}, 1),
        ({"who": MayServe.OWN}, 1),
        ({"who": MayServe.CLASS_TEACHER}, 0),
        ({"who": MayServe.NAMED, "people": ("李3",)}, 0),
        ({"who": MayServe.SKILL, "skills": ("合唱",)}, 0),
    ],
)
def test_named_activity(fields: dict[str, Any], count: int) -> None:
    clubs = tuple(changed(c, **fields) if c.id == "安全教育" else c for c in SCHOOL.clubs)
    bad = replaced(GOOD, the(GOOD, TUE_2, school_class="二1"), duties=(duty("李3", Role.LEADER),))
    assert amount(KEY, tiny_school(clubs=clubs), bad) == count


def test_class_without_a_class_teacher() -> None:
    classes = (changed(SCHOOL.classes[0], class_teacher=None), *SCHOOL.classes[1:])
    bad = replaced(GOOD, the(GOOD, FRI_2, school_class="一1"), duties=(duty("李1", Role.LEADER),))
    assert amount(KEY, tiny_school(classes=classes), bad) == 0
