"""room_clash: a room holds at most `groups_at_once` groups."""

from tests.builders import MON_2, tiny_school
from tests.timetables import judged, replaced, the, tiny_timetable

KEY = "room_clash"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_two_groups_in_a_room_for_one() -> None:
    (found,) = judged(KEY, SCHOOL, replaced(GOOD, the(GOOD, MON_2, club="合唱", group=2), room="音乐教室"))
    assert (found.amount, found.rooms) == (1, ("音乐教室",))
    assert found.text.zh == "周一第2节，社团“合唱·1”、社团“合唱·2”同时用“音乐教室”（同时容纳1组）。"


def test_the_playground_holds_two_groups_but_not_three() -> None:
    two = replaced(GOOD, the(GOOD, MON_2, club="合唱", group=1), room="操场")
    assert judged(KEY, SCHOOL, two) == []
    # 足球 and both groups of 合唱: 3 − 2 = 1.
    (found,) = judged(KEY, SCHOOL, replaced(two, the(two, MON_2, club="合唱", group=2), room="操场"))
    assert found.amount == 1
