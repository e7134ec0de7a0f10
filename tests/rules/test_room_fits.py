"""room_fits: every session has a room that fits it."""

from typing import Any

from models import Problem
from tests.builders import MON_1, MON_2, changed, tiny_school
from tests.timetables import judged, replaced, the, tiny_timetable

KEY = "room_fits"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def room_with(name: str, **fields: Any) -> Problem:
    return tiny_school(rooms=tuple(changed(r, **fields) if r.id == name else r for r in SCHOOL.rooms))


def club_with(name: str, **fields: Any) -> Problem:
    return tiny_school(clubs=tuple(changed(c, **fields) if c.id == name else c for c in SCHOOL.clubs))


def test_no_room() -> None:
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, MON_2, club="足球"), room=None))
    assert found.text.zh == "周一第2节，社团“足球”不合适：没有安排场地。"


def test_room_without_the_feature() -> None:
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, MON_2, club="合唱", group=1), room="科学教室"))
    assert found.text.zh == "周一第2节，社团“合唱·1”在“科学教室”不合适：缺少功能（音乐）。"


def test_all_features_are_needed() -> None:
    # No room has both: four sessions of 合唱.
    assert len(judged(KEY, club_with("合唱", features=("音乐", "钢琴")), GOOD)) == 4


def test_room_is_large_enough_for_the_most_that_the_club_takes() -> None:
    # 合唱·2 takes up to 20 and meets twice in 舞蹈房.
    assert judged(KEY, room_with("舞蹈房", capacity=20), GOOD) == []
    assert len(judged(KEY, room_with("舞蹈房", capacity=19), GOOD)) == 2


def test_whole_school_club_needs_room_for_all_its_classes() -> None:
    # 大合唱: 一年级 has 2 x 20 pupils. (足球 and 篮球 take 40 too, twice each.)
    assert judged(KEY, room_with("操场", capacity=40), GOOD) == []
    found = judged(KEY, room_with("操场", capacity=39), GOOD)
    assert sorted(v.clubs for v in found) == [("大合唱",), ("篮球",), ("篮球",), ("足球",), ("足球",)]


def test_named_rooms() -> None:
    # Only 音乐教室 is named: group 2 is in 舞蹈房 twice.
    assert len(judged(KEY, club_with("合唱", named_rooms=("音乐教室",)), GOOD)) == 2


def test_class_stays_in_its_home_room() -> None:
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, MON_1, school_class="一1"), room="科学教室"))
    assert found.text.zh == "周一第1节，一(1)语文辅导在“科学教室”不合适：应在本班教室“教室1”。"


def test_class_moves_while_its_home_room_is_closed() -> None:
    # 教室1 is closed on Monday: any room for 20 will do.
    school = room_with("教室1", closed=(MON_1,))
    session = the(GOOD, MON_1, school_class="一1")
    assert judged(KEY, school, replaced(GOOD, session, room="科学教室")) == []
    # With 19 seats it is too small for the class (and for 科学, which is not the question here).
    small = tiny_school(rooms=tuple(changed(r, capacity=19) if r.id == "科学教室" else r for r in school.rooms))
    reasons = [v.text.zh for v in judged(KEY, small, replaced(GOOD, session, room="科学教室")) if not v.clubs]
    assert reasons == ["周一第1节，一(1)语文辅导在“科学教室”不合适：容量19人，不足20人。"]


def test_class_without_a_home_room_needs_only_space() -> None:
    classes = (changed(SCHOOL.classes[0], home_room=None), *SCHOOL.classes[1:])
    session = the(GOOD, MON_1, school_class="一1")
    assert judged(KEY, tiny_school(classes=classes), replaced(GOOD, session, room="科学教室")) == []


def test_patrol_needs_no_room() -> None:
    assert all(s.room is None for s in GOOD.sessions if s.kind == "patrol")
    assert judged(KEY, SCHOOL, GOOD) == []
