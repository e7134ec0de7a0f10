"""What single moves do to the tiny school, whose timetable costs 14 (see `tests.builders`): known by hand."""

import pytest

from models import (
    Effect,
    Exchanged,
    ExchangeMove,
    Move,
    PersonMove,
    Role,
    RoomMove,
    SessionKind,
    SessionRef,
    Slot,
    SlotMove,
)
from scheduler.alter.draft import MoveError
from scheduler.alter.effect import what_breaks
from tests.builders import MON_1, MON_2, TUE_1, TUE_2, WED_1, WED_2, tiny_school
from tests.timetables import tiny_timetable

SCHOOL = tiny_school()
TIMETABLE = tiny_timetable(SCHOOL)
CHOIR = SessionRef(slot=MON_2, kind=SessionKind.CROSS_CLASS, club="合唱", group=1)
SECOND_CHOIR = SessionRef(slot=MON_2, kind=SessionKind.CROSS_CLASS, club="合唱", group=2)
FOOTBALL = SessionRef(slot=MON_2, kind=SessionKind.CROSS_CLASS, club="足球")


def homework(slot: Slot, class_id: str) -> SessionRef:
    return SessionRef(slot=slot, kind=SessionKind.HOMEWORK, school_class=class_id)


def done(move: Move) -> Effect:
    return what_breaks(SCHOOL, TIMETABLE, move)


def broken(effect: Effect) -> dict[str, int]:
    found: dict[str, int] = {}
    for violation in effect.broken:
        found[violation.rule] = found.get(violation.rule, 0) + violation.amount
    return found


def amounts(effect: Effect) -> dict[str, int]:
    return {s.rule: s.amount_after - s.amount_before for s in effect.scores}


def test_another_leader_at_all_meetings() -> None:
    """李4 has the skill and is free. He has 7 duties instead of 5, 李1 2 instead of 4: 1 + 2 units each. He stays late
    on four days, two above the share: 1 + 2 units. 李1 and 李2 are preferred: one unit of weight 2."""
    effect = done(PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="李4", all_meetings=True))
    assert effect.broken == ()
    assert effect.is_clean
    assert amounts(effect) == {"fair_load": 6, "fair_late_days": 3, "preferred_leader": 1}
    assert effect.cost == 6 + 3 + 2
    assert [v.text.zh for v in effect.unmet if v.rule == "preferred_leader"] == [
        "“合唱·1”由李4带，优先教师是李1、李2。"
    ]
    # Both leaders, and the class teachers of the four classes that have pupils there.
    assert {n.person for n in effect.notices} == {"李1", "李4", "王1", "王2", "王3", "王4"}
    assert [s.text.zh for s in effect.sessions] == [
        "周一第2节：社团“合唱·1”由李1改为李4。",
        "周三第2节：社团“合唱·1”由李1改为李4。",
    ]


def test_another_leader_at_one_meeting_is_another_leader_for_the_club() -> None:
    effect = done(PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="李4"))
    assert broken(effect) == {"club_keeps_leader": 1}
    assert not effect.is_clean


def test_without_the_skill_and_busy() -> None:
    """冯老师 has no skill, and accompanies the football at both meetings: one clash and one misfit each."""
    effect = done(PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="冯老师", all_meetings=True))
    assert broken(effect) == {"skill_fits": 2, "person_clash": 2}


def test_leaders_change_places() -> None:
    """Both have the skill and are preferred, and both are as busy as before: nothing is broken and nothing costs."""
    effect = done(
        ExchangeMove(session=CHOIR, other=SECOND_CHOIR, what=Exchanged.PEOPLE, all_meetings=True),
    )
    assert (effect.broken, effect.unmet, effect.met, effect.cost, effect.is_clean) == ((), (), (), 0, True)
    assert len(effect.sessions) == 4


def test_rooms_change_places() -> None:
    """The dance room holds 30, the music room 45; both have 音乐, and a group has at most 20."""
    effect = done(ExchangeMove(session=CHOIR, other=SECOND_CHOIR, what=Exchanged.ROOMS, all_meetings=True))
    assert (effect.broken, effect.cost, effect.is_clean) == ((), 0, True)


def test_a_room_that_is_taken() -> None:
    """In both slots the dance room is the second choir's."""
    effect = done(RoomMove(session=CHOIR, room="舞蹈房", all_meetings=True))
    assert broken(effect) == {"room_clash": 2}
    assert [v.slot for v in effect.broken] == [MON_2, WED_2]


def test_a_room_that_does_not_fit() -> None:
    """教室1 has no 音乐. It is empty: its class walks."""
    effect = done(RoomMove(session=CHOIR, room="教室1"))
    assert broken(effect) == {"room_fits": 1, "club_keeps_room": 1}


def test_subjects_change_slots() -> None:
    """语文 of 一1 from Monday to Tuesday, 数学 the other way; 王1 and 李1 are free then."""
    effect = done(
        ExchangeMove(session=homework(MON_1, "一1"), other=homework(TUE_1, "一1"), what=Exchanged.SLOTS),
    )
    assert (effect.broken, effect.cost) == ((), 0)
    assert {n.person for n in effect.notices} == {"王1", "李1"}  # 王1 also as class teacher, told once


def test_a_pinned_session_moves() -> None:
    """语文 of 二1 on Monday is pinned."""
    effect = done(
        ExchangeMove(session=homework(MON_1, "二1"), other=homework(TUE_1, "二1"), what=Exchanged.SLOTS),
    )
    assert broken(effect) == {"pinned_sessions": 1}


def test_a_session_into_a_taken_slot() -> None:
    """Monday is left empty and Tuesday has two; in each slot one thing is wrong."""
    effect = done(SlotMove(session=homework(MON_1, "一1"), slot=TUE_1))
    assert [(v.rule, v.slot) for v in effect.broken] == [
        ("class_covered", MON_1),
        ("class_covered", TUE_1),
        ("room_clash", TUE_1),
    ]


def test_nobody_accompanies() -> None:
    """孙教练 comes from outside. 冯老师 has a duty less than he should, and the football one adult for 40 pupils."""
    effect = done(PersonMove(session=FOOTBALL, role=Role.ACCOMPANYING, person="冯老师"))
    assert broken(effect) == {"accompanied": 1}
    assert amounts(effect) == {"fair_load": 1, "accompanied": 1}


def test_one_more_accompanies() -> None:
    """王1 is free on Monday evening; one duty too many, and a third late day is above the share of two."""
    effect = done(PersonMove(session=FOOTBALL, role=Role.ACCOMPANYING, by="王1"))
    assert effect.is_clean
    assert amounts(effect) == {"fair_load": 1, "fair_late_days": 1}


def test_the_patrol_is_somebody_elses() -> None:
    patrol = SessionRef(slot=WED_1, kind=SessionKind.PATROL)
    effect = done(PersonMove(session=patrol, role=Role.PATROL, person="吴主任", by="冯老师"))
    # He is no leader, nobody else is there, and 周校长 has four turns now where 吴主任 has two: one more than allowed.
    assert broken(effect) == {"patrol": 3}


def test_what_was_broken_is_mended() -> None:
    wrong = done(PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="李4")).timetable
    back = what_breaks(SCHOOL, wrong, PersonMove(session=CHOIR, role=Role.LEADER, person="李4", by="李1"))
    assert [v.rule for v in back.mended] == ["club_keeps_leader"]
    assert back.is_clean
    assert back.timetable == TIMETABLE


def test_several_moves_in_their_order() -> None:
    one = PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="李4", all_meetings=True)
    other = PersonMove(session=CHOIR, role=Role.LEADER, person="李4", by="李1", all_meetings=True)
    effect = what_breaks(SCHOOL, TIMETABLE, [one, other])
    assert (effect.timetable, effect.cost, effect.notices) == (TIMETABLE, 0, ())


@pytest.mark.parametrize(
    ("move", "words"),
    [
        (PersonMove(session=CHOIR, role=Role.LEADER, person="李3", by="李4"), "周一第2节没有由“李3”承担的“合唱”"),
        (RoomMove(session=homework(TUE_2, "一1"), room="教室1"), "周二第2节没有“一1”的课次"),
        (RoomMove(session=SessionRef(slot=MON_1, kind=SessionKind.PATROL), room="教室1"), "巡查没有场地"),
        (PersonMove(session=CHOIR, role=Role.LEADER, person="李1", by="赵老师"), "学校没有“赵老师”"),
        (RoomMove(session=CHOIR, room="天台"), "学校没有场地“天台”"),
        (PersonMove(session=homework(MON_1, "一1"), role=Role.LEADER, by="李4"), "没有这个职责"),
    ],
)
def test_what_is_not_there_is_named(move: Move, words: str) -> None:
    with pytest.raises(MoveError) as caught:
        done(move)
    assert words in caught.value.text.zh
    assert caught.value.text.en.endswith(".")
