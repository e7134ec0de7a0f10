"""class_covered: every class is in exactly one place in every open slot."""

from models import Day, Participation, Session, SessionKind, Slot, SlotKind, SlotKindSetting
from tests.builders import CLASSES, FRI_2, MON_1, MON_2, THU_1, THU_2, TUE_1, TUE_2, WED_2, changed, tiny_school
from tests.timetables import judged, plus, replaced, the, tiny_timetable, without

KEY = "class_covered"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def activity(school_class: str, slot: Slot) -> Session:
    return Session(slot=slot, kind=SessionKind.CLASS_ACTIVITY, school_class=school_class)


def test_lost_homework_leaves_one_class_alone() -> None:
    # One session of one class in one slot is gone, so one class is nowhere in one slot.
    (found,) = judged(KEY, SCHOOL, without(GOOD, the(GOOD, MON_1, school_class="一1")))
    assert (found.classes, found.slot) == (("一1",), MON_1)
    assert found.text.zh == "一(1)在周一第1节应恰好有一节作业辅导，现在是：无安排。"


def test_activity_while_the_class_walks() -> None:
    # 一1 is dissolved into clubs on Monday, and now also in its room: one class, one slot.
    (found,) = judged(KEY, SCHOOL, plus(GOOD, activity("一1", MON_2)))
    assert found.text.zh == "一(1)在周一第2节应恰好有班级活动、大社团、走班三者之一，现在是：一(1)班级活动、走班。"


def test_walking_in_a_homework_slot_hits_the_whole_band() -> None:
    # 足球 takes both grades of the band, so all four classes walk on Tuesday while they have homework;
    # on Wednesday they still walk to 合唱, so nothing is missing there.
    moved = replaced(GOOD, the(GOOD, WED_2, club="足球"), slot=TUE_1)
    assert [v.classes for v in judged(KEY, SCHOOL, moved)] == [(c,) for c in CLASSES]


def test_whole_school_club_and_homework_at_once() -> None:
    # 大合唱 takes the two classes of 一年级: on Wednesday they walk as well (2); on Tuesday they are nowhere (2).
    moved = replaced(GOOD, the(GOOD, TUE_2, club="大合唱"), slot=WED_2)
    assert [(v.slot, v.classes) for v in judged(KEY, SCHOOL, moved)] == [
        (TUE_2, ("一1",)),
        (TUE_2, ("一2",)),
        (WED_2, ("一1",)),
        (WED_2, ("一2",)),
    ]


def test_volunteers_leave_the_rest_in_class() -> None:
    # With volunteers, those who stay need an activity in each of 4 walking slots for 4 classes: 16 are missing.
    bands = (changed(SCHOOL.bands[0], participation=Participation.VOLUNTEERS),)
    school = tiny_school(bands=bands)
    assert len(judged(KEY, school, GOOD)) == 16
    staying = [activity(c, slot) for c in CLASSES for slot in (MON_2, WED_2, THU_1, THU_2)]
    assert judged(KEY, school, plus(GOOD, *staying)) == []


def test_volunteers_do_not_walk_out_of_a_whole_school_club() -> None:
    # 足球 on Tuesday makes the band walk while 一年级 sings together: its two classes are wrong, 二年级 stays as is.
    bands = (changed(SCHOOL.bands[0], participation=Participation.VOLUNTEERS),)
    staying = [activity(c, slot) for c in CLASSES for slot in (MON_2, WED_2, THU_1, THU_2)]
    moved = plus(replaced(GOOD, the(GOOD, WED_2, club="足球"), slot=TUE_2), *staying)
    assert [v.classes for v in judged(KEY, tiny_school(bands=bands), moved)] == [("一1",), ("一2",)]


def test_closed_slot_stays_empty() -> None:
    # Friday's second period is off for 一年级 only, where its two classes still have an activity.
    off = SlotKindSetting(day=Day.FRI, period=2, kind=SlotKind.OFF, grades=("一年级",))
    school = tiny_school(week=changed(SCHOOL.week, kinds=(*SCHOOL.week.kinds, off)))
    assert [(v.classes, v.slot) for v in judged(KEY, school, GOOD)] == [(("一1",), FRI_2), (("一2",), FRI_2)]


def test_nothing_outside_the_service_week() -> None:
    # Saturday has no service: the one patrol there is one violation.
    (found,) = judged(KEY, SCHOOL, plus(GOOD, Session(slot=Slot(6, 1), kind=SessionKind.PATROL)))
    assert found.text.zh == "周六第1节没有课后服务，却安排了巡查。"
