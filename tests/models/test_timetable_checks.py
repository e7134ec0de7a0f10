"""Timetables that no rule could judge: each kind of mistake, its address, and all of them at once."""

from typing import Any

import pytest

from models import Role, SessionKind, Severity, Slot, Timetable
from models.timetable_checks import TIMETABLE_CHECKS, timetable_issues
from tests.builders import FRI_2, MON_1, MON_2, TUE_2, changed, tiny_school
from tests.timetables import duty, replaced, the, tiny_timetable

SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)
HOMEWORK = the(GOOD, MON_1, school_class="一1")
FOOTBALL = the(GOOD, MON_2, club="足球")
GATHERING = the(GOOD, TUE_2, club="大合唱")
ACTIVITY = the(GOOD, FRI_2, school_class="一1")
PATROL = the(GOOD, MON_1, kind="patrol")


def test_good_timetable_has_no_issue() -> None:
    assert timetable_issues(SCHOOL, GOOD) == ()


CASES = [
    (HOMEWORK, {"slot": Slot(8, 1)}, "session_slot_exists", ("slot",)),
    (HOMEWORK, {"slot": Slot(1, 3)}, "session_slot_exists", ("slot",)),
    (HOMEWORK, {"slot": Slot(1, 1, 2)}, "session_slot_exists", ("slot",)),
    (HOMEWORK, {"school_class": "一9", "pupils": {}}, "session_names_known", ("school_class",)),
    (HOMEWORK, {"subject": "语问"}, "session_names_known", ("subject",)),
    (HOMEWORK, {"room": "教室11"}, "session_names_known", ("room",)),
    (HOMEWORK, {"duties": (duty("王9", Role.TUTOR),)}, "session_names_known", ("duties", 0, "person")),
    (FOOTBALL, {"club": "足求"}, "session_names_known", ("club",)),
    (FOOTBALL, {"pupils": {"三1": 5}}, "session_names_known", ("pupils", "三1")),
    (HOMEWORK, {"subject": None}, "session_fits_kind", ("subject",)),
    (HOMEWORK, {"school_class": None}, "session_fits_kind", ("school_class",)),
    (HOMEWORK, {"club": "足球"}, "session_fits_kind", ("club",)),
    (FOOTBALL, {"club": None}, "session_fits_kind", ("club",)),
    (FOOTBALL, {"club": "大合唱"}, "session_fits_kind", ("club",)),
    (FOOTBALL, {"subject": "语文"}, "session_fits_kind", ("subject",)),
    (GATHERING, {"club": "安全教育"}, "session_fits_kind", ("club",)),
    (ACTIVITY, {"club": "合唱"}, "session_fits_kind", ("club",)),
    (ACTIVITY, {"school_class": None}, "session_fits_kind", ("school_class",)),
    (PATROL, {"room": "操场"}, "session_fits_kind", ("room",)),
    (PATROL, {"pupils": {"一1": 3}}, "session_fits_kind", ("pupils",)),
    (HOMEWORK, {"duties": (duty("王1", Role.LEADER),)}, "session_roles_fit", ("duties", 0, "role")),
    (FOOTBALL, {"duties": (duty("王1", Role.PATROL),)}, "session_roles_fit", ("duties", 0, "role")),
    (PATROL, {"duties": (duty("王1", Role.TUTOR),)}, "session_roles_fit", ("duties", 0, "role")),
    (FOOTBALL, {"group": 2}, "session_group_exists", ("group",)),
    (GATHERING, {"group": 2}, "session_group_exists", ("group",)),
    (ACTIVITY, {"group": 2}, "session_group_exists", ("group",)),
    (FOOTBALL, {"pupils": {**FOOTBALL.pupils, "一1": -1}}, "head_counts_possible", ("pupils", "一1")),
    (HOMEWORK, {"pupils": {"一1": 20, "一2": 1}}, "head_counts_possible", ("pupils", "一2")),
]


@pytest.mark.parametrize(("session", "fields", "code", "path"), CASES)
def test_one_mistake(session: Any, fields: dict[str, Any], code: str, path: tuple[str | int, ...]) -> None:
    at = GOOD.sessions.index(session)
    (found,) = timetable_issues(SCHOOL, replaced(GOOD, session, **fields))
    assert (found.code, found.path) == (code, ("sessions", at, *path))
    assert found.severity is Severity.ERROR
    assert found.text.zh.startswith(f"第{at + 1}条课次（")
    assert found.text.en.startswith(f"session {at + 1} (")


def test_every_check_is_tried() -> None:
    assert {check.__name__ for check in TIMETABLE_CHECKS} == {case[2] for case in CASES} | {"made_from_this_problem"}


def test_nearest_name_is_offered() -> None:
    (found,) = timetable_issues(SCHOOL, replaced(GOOD, FOOTBALL, room="操埸"))
    assert "“操埸”" in found.text.zh
    (found,) = timetable_issues(SCHOOL, replaced(GOOD, FOOTBALL, room="音乐教师"))
    assert "是不是“音乐教室”？" in found.text.zh


def test_all_at_once() -> None:
    bad = replaced(GOOD, HOMEWORK, room="教室11", subject=None)
    bad = replaced(bad, FOOTBALL, group=3)
    assert [i.code for i in timetable_issues(SCHOOL, bad)] == [
        "session_names_known",
        "session_fits_kind",
        "session_group_exists",
    ]


def test_timetable_of_another_problem_is_a_warning() -> None:
    (found,) = timetable_issues(SCHOOL, changed(GOOD, fingerprint="0000-0000"))
    assert (found.code, found.severity, found.path) == (
        "made_from_this_problem",
        Severity.WARNING,
        ("fingerprint",),
    )


def test_two_groups_and_two_weeks_are_known_where_the_school_has_them() -> None:
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    good: Timetable = tiny_timetable(school)
    assert timetable_issues(school, good) == ()
    assert {s.group for s in good.sessions if s.kind is SessionKind.CROSS_CLASS} == {1, 2}
