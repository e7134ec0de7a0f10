"""Comparisons of the good timetable with altered ones: scores, sessions, notices."""

from models import ChangeKind, Comparison, Role, Timetable
from scheduler.audit import audit
from scheduler.compare import compare
from tests.builders import FRI_2, MON_2, TUE_1, TUE_2, WED_2, changed, tiny_school
from tests.timetables import duty, plus, replaced, the, tiny_timetable, without

SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def _compared(new: Timetable) -> Comparison:
    return compare(SCHOOL, GOOD, SCHOOL, new)


def test_the_same_timetable() -> None:
    found = _compared(GOOD)
    assert (found.sessions, found.notices, found.classes, found.clubs) == ((), (), (), ())
    assert found.cost_before == found.cost_after == audit(SCHOOL, GOOD).cost
    assert all((s.amount_before, s.cost_before) == (s.amount_after, s.cost_after) for s in found.scores)


def test_each_kind_of_change() -> None:
    new = replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), slot=TUE_2, room="科学教室")
    new = replaced(new, the(new, TUE_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    new = without(new, the(new, FRI_2, school_class="二2"))
    new = plus(new, changed(the(GOOD, MON_2, club="足球"), slot=FRI_2))
    found = _compared(new)
    assert [(c.kind, c.text.zh) for c in found.sessions] == [
        (ChangeKind.ALTERED, "周二第1节：一(1)数学辅导由李1改为冯老师。"),
        (ChangeKind.MOVED, "社团“合唱·1”由周三第2节改到周二第2节，由音乐教室改到科学教室。"),
        (ChangeKind.LOST, "周五第2节：取消二(2)班级活动。"),
        (ChangeKind.ADDED, "周五第2节：新增社团“足球”（孙教练（外聘）、冯老师，操场）。"),
    ]
    assert [len(found.of_kind(kind)) for kind in ChangeKind] == [1, 1, 1, 1]
    assert found.sessions_changed == 3
    assert set(found.clubs) == {"合唱", "足球"}
    assert found.classes == ("一1", "一2", "二1", "二2")  # all have pupils in 合唱·1 on Wednesday


def test_scores_and_broken_rules_of_both() -> None:
    # 冯老师 teaches 一1 nothing and has no 数学: tutor_fits is broken in the new one only.
    new = replaced(GOOD, the(GOOD, TUE_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    found = _compared(new)
    assert found.broken_before == ()
    assert [v.rule for v in found.broken_after] == ["tutor_fits"]
    scores = {s.rule: s for s in found.scores}
    assert (scores["same_tutor"].amount_before, scores["same_tutor"].amount_after) == (0, 1)
    assert scores["same_tutor"].cost_after == 3
    assert found.cost_after == audit(SCHOOL, new).cost


def test_one_notice_for_each_person() -> None:
    found = _compared(replaced(GOOD, the(GOOD, MON_2, club="合唱", group=2), room="音乐教室"))
    assert [n.person for n in found.notices] == ["王1", "王2", "王3", "王4", "李2"]
    assert found.notices[-1].texts[0].zh == "周一第2节：带社团“合唱·2”由舞蹈房改到音乐教室。"
    assert found.notices[-1].texts[0].en.isascii() is False  # names stay Chinese
    assert found.notices[-1].texts[0].en.startswith("Mon period 2: leading club")


def test_other_role_of_the_same_people() -> None:
    football = the(GOOD, MON_2, club="足球")
    swapped = (duty("孙教练", Role.ACCOMPANYING), duty("冯老师", Role.LEADER))
    (change,) = _compared(replaced(GOOD, football, duties=swapped)).sessions
    assert change.text.zh == "周一第2节：社团“足球”人员分工调整。"


def test_json_and_back() -> None:
    found = _compared(without(GOOD, the(GOOD, FRI_2, school_class="二2")))
    assert Comparison.model_validate_json(found.model_dump_json()) == found


def test_weights_of_either_problem() -> None:
    settings = changed(SCHOOL.settings, rules=({"rule": "instructor_cost", "weight": 7},))
    found = compare(SCHOOL, GOOD, tiny_school(settings=settings), GOOD)
    score = next(s for s in found.scores if s.rule == "instructor_cost")
    assert score.amount_before == score.amount_after == 8
    assert score.cost_after == 7 * 8 != score.cost_before
