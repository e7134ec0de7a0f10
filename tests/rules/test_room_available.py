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
