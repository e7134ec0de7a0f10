"""Who must be told: each person whose duties differ, and the class teachers of classes whose week differs."""

from models import Problem, Role, SessionKind, Timetable
from scheduler.told import told
from tests.builders import FRI_2, MON_1, MON_2, TUE_1, TUE_2, WED_1, WED_2, changed, tiny_school
from tests.timetables import duty, plus, replaced, the, tiny_timetable, without

SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)
CLASS_TEACHERS = {"王1", "王2", "王3", "王4"}
CHOIR = the(GOOD, MON_2, club="合唱", group=1)


def _texts(new: Timetable, school: Problem = SCHOOL) -> dict[str, list[str]]:
    return {p: [d.text.zh for d in found] for p, found in told(school, GOOD, new).items()}


def test_nothing_differs() -> None:
    assert told(SCHOOL, GOOD, GOOD) == {}


def test_other_tutor() -> None:
    # 李1 loses a duty, 冯老师 gets one, and 王1 is the class teacher of 一1: three people, each once.
    lost = the(GOOD, TUE_1, school_class="一1")
    assert _texts(replaced(GOOD, lost, duties=(duty("冯老师", Role.TUTOR),))) == {
        "王1": ["周二第1节：一(1)数学辅导由李1改为冯老师。"],
        "李1": ["周二第1节：不再辅导一(1)数学。"],
        "冯老师": ["周二第1节：新增辅导一(1)数学（教室1）。"],
    }


def test_class_teacher_with_two_reasons_counts_once() -> None:
    # 王1 no longer tutors her own class: her own duty and her class's week both differ.
    lost = the(GOOD, MON_1, school_class="一1")
    found = _texts(replaced(GOOD, lost, duties=(duty("冯老师", Role.TUTOR),)))
    assert set(found) == {"王1", "冯老师"}
    assert found["王1"] == ["周一第1节：不再辅导一(1)语文。", "周一第1节：一(1)语文辅导由王1改为冯老师。"]


def test_swap_of_two_subjects_is_two_moves() -> None:
    one, other = the(GOOD, MON_1, school_class="一1"), the(GOOD, TUE_1, school_class="一1")
    new = replaced(replaced(GOOD, one, slot=TUE_1), other, slot=MON_1)
    found = _texts(new)
    assert set(found) == {"王1", "李1"}
    assert found["李1"] == ["辅导一(1)数学由周二第1节改到周一第1节。"]


def test_club_room_concerns_leader_and_every_class_with_pupils() -> None:
    new = replaced(GOOD, CHOIR, room="科学教室")
    found = _texts(new)
    assert set(found) == {"李1"} | CLASS_TEACHERS
    assert found["李1"] == ["周一第2节：带社团“合唱·1”由音乐教室改到科学教室。"]
    assert found["王4"] == ["周一第2节：社团“合唱·1”由音乐教室改到科学教室。"]


def test_only_classes_with_pupils_in_the_base_count() -> None:
    base = replaced(GOOD, CHOIR, pupils={"一1": 20, "一2": 0})
    new = replaced(base, the(base, MON_2, club="合唱", group=1), room="科学教室", pupils={"二1": 20})
    assert set(told(SCHOOL, base, new)) == {"李1", "王1"}


def test_head_counts_alone_tell_nobody() -> None:
    assert _texts(replaced(GOOD, CHOIR, pupils={"一1": 20})) == {}


def test_accompanying_teacher_is_nothing_to_class_teachers() -> None:
    football = the(GOOD, MON_2, club="足球")
    new = replaced(GOOD, football, duties=(duty("孙教练", Role.LEADER), duty("王1", Role.ACCOMPANYING)))
    assert _texts(new) == {
        "王1": ["周一第2节：新增陪同社团“足球”（操场）。"],
        "冯老师": ["周一第2节：不再陪同社团“足球”。"],
    }


def test_new_club_session_tells_its_people_only() -> None:
    extra = changed(CHOIR, slot=FRI_2)
    assert _texts(plus(GOOD, extra)) == {"李1": ["周五第2节：新增带社团“合唱·1”（音乐教室）。"]}


def test_moved_club_and_patrol() -> None:
    moved = replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), slot=TUE_2)
    assert _texts(moved)["李1"] == ["带社团“合唱·1”由周三第2节改到周二第2节。"]
    patrol = the(GOOD, WED_1, kind=SessionKind.PATROL)
    found = _texts(replaced(GOOD, patrol, duties=(duty("周校长", Role.PATROL),)))
    assert found == {"周校长": ["周三第1节：新增巡查。"], "吴主任": ["周三第1节：不再巡查。"]}


def test_other_duty_in_the_same_slot_is_one_sentence() -> None:
    own = the(GOOD, FRI_2, school_class="一1")
    other = the(GOOD, FRI_2, school_class="一2")
    new = replaced(replaced(GOOD, own, duties=other.duties), other, duties=own.duties)
    assert _texts(new)["王1"] == [
        "周五第2节：带一(1)班级活动改为带一(2)班级活动（教室2）。",
        "周五第2节：一(1)班级活动由王1改为王2。",
    ]


def test_whoever_has_left_is_not_told() -> None:
    teachers = tuple(changed(t, weekly_most=0) if t.id == "李1" else t for t in SCHOOL.teachers)
    left = tiny_school(teachers=teachers)
    new = replaced(GOOD, the(GOOD, TUE_1, school_class="一1"), duties=(duty("冯老师", Role.TUTOR),))
    assert set(_texts(new, left)) == {"王1", "冯老师"}
    gone = tiny_school(teachers=tuple(t for t in SCHOOL.teachers if t.id != "李1"))
    assert set(_texts(new, gone)) == {"王1", "冯老师"}


def test_names_that_the_school_no_longer_has_are_told_as_they_were() -> None:
    school = tiny_school(clubs=tuple(c for c in SCHOOL.clubs if c.id != "足球"), pins=())
    new = without(without(GOOD, the(GOOD, MON_2, club="足球")), the(GOOD, WED_2, club="足球"))
    assert _texts(new, school)["孙教练"] == ["周一第2节：不再带“足球”。", "周三第2节：不再带“足球”。"]
