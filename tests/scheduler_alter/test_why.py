"""Why this person and this room, in words that are true of the tiny school."""

import pytest

from models import Outcome, Role, SessionKind, SessionRef, Status
from scheduler.alter import why as why_module
from scheduler.alter.best_with import best_with
from scheduler.alter.candidates import candidates
from scheduler.alter.why import why, why_people, why_room
from tests.builders import FRI_2, MON_1, WED_1
from tests.scheduler_alter.test_best_with import PROVED
from tests.scheduler_alter.test_effect import CHOIR, FOOTBALL, SCHOOL, TIMETABLE, homework
from tests.scheduler_alter.test_suggestions import leads


def test_of_a_club() -> None:
    assert why(SCHOOL, PROVED, CHOIR).zh == (
        "李1是本社团的优先教师。有合唱专长、可带的有3人。李2：同一时段带社团“合唱·2”。李4也行；直接换成李4，全校偏好代价+11。"
        "现在全校偏好代价14，已证最优：换成谁、怎样重排，都不会更低。"
        "功能和容量合适的场地有2处。舞蹈房：同一时段是社团“合唱·2”。"
    )


def test_what_was_solved_is_told() -> None:
    tried = {"李2": best_with(SCHOOL, PROVED, leads("李2"))}
    assert "换成李2重排：全校偏好代价不变，已证最优；需告知6人。" in why_people(SCHOOL, PROVED, CHOIR, tried=tried).zh


def test_a_timetable_alone_is_not_called_best() -> None:
    said = why(SCHOOL, TIMETABLE, CHOIR)
    assert "已证" not in said.zh
    assert "proved" not in said.en
    some = Outcome(status=Status.FEASIBLE, timetable=TIMETABLE, objective=14, bound=9, seconds=1.0)
    assert "现在全校偏好代价14，任何课表都不低于9。" in why(SCHOOL, some, CHOIR).zh


def test_of_the_only_one_who_may() -> None:
    said = why(SCHOOL, TIMETABLE, FOOTBALL)
    assert said.zh == (
        "教务处已锁定：与教练约定。有体育专长、可带的只有孙教练（外聘）。功能和容量合适的场地只有“操场”。"
    )
    assert said.en == (
        "Pinned by 教务处: 与教练约定. With the skill 体育, and allowed to lead: only 孙教练 (outside). "
        '"操场" is the only room that fits.'
    )


def test_of_homework() -> None:
    """Four teachers of 语文, the others with their own classes; 王3 is pinned to 二1 then."""
    said = why(SCHOOL, TIMETABLE, homework(MON_1, "一1"))
    assert said.zh == (
        "王1教一(1)语文。可以承担一(1)语文辅导的有4人。王2：同一时段辅导一(2)语文；王3：同一时段辅导二(1)语文；"
        "王4：同一时段辅导二(2)语文。“教室1”是本班教室。"
    )


def test_of_an_activity_that_anybody_may_lead() -> None:
    """The class teacher; of the others some are busy, and some could."""
    said = why_people(SCHOOL, TIMETABLE, SessionRef(slot=FRI_2, kind=SessionKind.CLASS_ACTIVITY, school_class="二2"))
    assert said.zh.startswith("王4是二(2)班主任。可以带二(2)班级活动的有12人。其中4人同一时段另有任务。")


def test_of_a_patrol_there_is_no_room() -> None:
    patrol = SessionRef(slot=WED_1, kind=SessionKind.PATROL)
    assert why_room(SCHOOL, TIMETABLE, patrol).zh == ""
    assert why(SCHOOL, TIMETABLE, patrol).zh == (
        "值班领导有3人。周校长：每周巡查不均：周校长5次、吴主任2次，最多可相差1次；"
        "郑主任：每周巡查不均：郑主任4次、吴主任2次，最多可相差1次。"
    )


def test_of_who_accompanies() -> None:
    """Of the twelve teachers, at this meeting alone, 李1 and 李2 lead the choir and 周校长 is on patrol."""
    said = why_people(SCHOOL, TIMETABLE, FOOTBALL, Role.ACCOMPANYING)
    assert said.zh.startswith(
        "教务处已锁定：与教练约定。可陪同的本校教师有12人。李1：同一时段带社团“合唱·1”；李2：同一时段带社团“合唱·2”；"
        "周校长：同一时段巡查。"
    )


def test_an_outcome_without_a_timetable_has_no_why() -> None:
    with pytest.raises(ValueError, match="without a timetable"):
        why(SCHOOL, Outcome(status=Status.IMPOSSIBLE, seconds=0.0), CHOIR)


@pytest.mark.parametrize("session", [CHOIR, homework(MON_1, "一1")], ids=["club", "homework"])
def test_candidates_that_were_looked_at_already_say_the_same(
    session: SessionRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    role = Role.LEADER if session is CHOIR else Role.TUTOR
    said = why_people(SCHOOL, PROVED, session, role)
    known = list(reversed(candidates(SCHOOL, TIMETABLE, session, role)))  # a list is drawn in an order of its own
    monkeypatch.setattr(why_module, "those_people", None)  # nothing is looked at twice
    assert why_people(SCHOOL, PROVED, session, role, known=known) == said
