"""room_available: nothing in a closed room."""

from tests.builders import MON_1, MON_2, THU_1, changed, tiny_school
from tests.timetables import judged, tiny_timetable

KEY = "room_available"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_club_in_a_closed_room() -> None:
    # 操场 is used on Monday by 足球 and on Thursday by 篮球; in Monday's first period nobody is there.
    closed = (MON_1, MON_2, THU_1)
    rooms = tuple(changed(r, closed=closed) if r.id == "操场" else r for r in SCHOOL.rooms)
    found = judged(KEY, tiny_school(rooms=rooms), GOOD)
    assert [v.text.zh for v in found] == [
        "“操场”周一第2节停用，却安排了社团“足球”。",
        "“操场”周四第1节停用，却安排了社团“篮球”。",
    ]


def test_closed_in_the_odd_week_only() -> None:
    # 教室1 is closed on Monday of the odd week: the homework of 一1 there is wrong, that of the even week is not.
    rooms = tuple(changed(r, closed=(MON_1,)) if r.id == "教室1" else r for r in SCHOOL.rooms)
    school = tiny_school(rooms=rooms, week=changed(SCHOOL.week, cycle=2))
    (found,) = judged(KEY, school, tiny_timetable(school))
    assert found.text.zh == "“教室1”单周一第1节停用，却安排了一(1)语文辅导。"
