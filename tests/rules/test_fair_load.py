"""fair_load: each teacher serves as often as the target says."""

import hashlib
import json
from typing import Any

import pytest

from models import Problem, Role, Session, SessionKind, fingerprint
from tests.builders import THU_1, changed, tiny_school
from tests.timetables import amount, duty, judged, plus, tiny_timetable

KEY = "fair_load"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def teacher_with(name: str, **fields: Any) -> Problem:
    return tiny_school(teachers=tuple(changed(t, **fields) if t.id == name else t for t in SCHOOL.teachers))


# 王1 has 4 duties. d = 1 → 1, d = 2 → 1 + 2 = 3, d = 3 → 1 + 2 + 3 = 6, above as below.
@pytest.mark.parametrize(("target", "points"), [(4, 0), (3, 1), (5, 1), (2, 3), (1, 6), (7, 6)])
def test_points(target: int, points: int) -> None:
    assert amount(KEY, teacher_with("王1", target=target), GOOD) == points


# 王1 has 4 duties. Target 4 and one owed: 5 are due, one is lacking. Two too many last term: 2 are due, 1 + 2 = 3.
# Nobody owes less than nothing: 4 - 5 is 0, and 4 duties are 1 + 2 + 3 + 4 = 10 points too many.
@pytest.mark.parametrize(("debt", "points"), [(0, 0), (1, 1), (-2, 3), (-5, 10)])
def test_what_is_owed_from_last_term(debt: int, points: int) -> None:
    assert amount(KEY, teacher_with("王1", target=4, debt=debt), GOOD) == points


def test_debts_change_the_fingerprint_only_where_there_are_any() -> None:
    inputs = SCHOOL.model_dump(mode="json", exclude={"published", "calendar", "institutions"})
    del inputs["settings"]["policy"]
    for teacher in inputs["teachers"]:
        assert teacher.pop("debt") == 0
    text = json.dumps(inputs, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest().upper()
    assert fingerprint(SCHOOL) == f"{digest[:4]}-{digest[4:8]}"
    assert fingerprint(teacher_with("王1", debt=1)) != fingerprint(SCHOOL)


def test_debts_leave_less_to_the_even_share() -> None:
    # As below the others aim at 43 of 40 duties; 冯老师's own debt of 2 is added to an even share that is still 0.
    school = teacher_with("冯老师", target=None, debt=2)
    assert school.target_of(school.person_by_id["冯老师"]) == 2  # type: ignore[arg-type]
    assert amount(KEY, school, GOOD) == 0


def test_one_more_duty() -> None:
    patrol = Session(slot=THU_1, kind=SessionKind.PATROL, duties=(duty("王1", Role.PATROL),))
    (found,) = judged(KEY, SCHOOL, plus(GOOD, patrol))
    assert (found.amount, found.text.zh) == (1, "王1每周5次任务，目标4次。")


def test_even_share_of_those_without_a_target() -> None:
    # 10 open slots x 4 classes ask for 40 duties. The other 11 teachers aim at 4 x 4 + 4 + 4 + 4 + 5 + 4 + 3 + 3 = 43,
    # so that nothing is left for 冯老师, who has 2: 1 + 2 = 3.
    assert amount(KEY, teacher_with("冯老师", target=None), GOOD) == 3


def test_each_week_by_itself() -> None:
    # One more in the odd week only.
    school = tiny_school(week=changed(SCHOOL.week, cycle=2))
    patrol = Session(slot=THU_1, kind=SessionKind.PATROL, duties=(duty("王1", Role.PATROL),))
    (found,) = judged(KEY, school, plus(tiny_timetable(school), patrol))
    assert found.text.zh == "王1单周5次任务，目标4次。"
