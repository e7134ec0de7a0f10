"""club_keeps_room: all meetings of a group are in the same room."""

from models import Strength
from scheduler.rules.club_keeps_room import ClubKeepsRoom
from tests.builders import WED_2, tiny_school
from tests.timetables import amount, judged, replaced, the, tiny_timetable

KEY = "club_keeps_room"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def test_room_changes_in_the_week() -> None:
    # 音乐教室 on Monday, 舞蹈房 on Wednesday: 2 − 1.
    bad = replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), room="舞蹈房")
    (found,) = judged(KEY, SCHOOL, bad)
    assert (found.amount, found.text.zh) == (1, "“合唱·1”前后用了2处场地（音乐教室、舞蹈房），应固定一处。")


def test_a_missing_room_is_no_second_room() -> None:
    # `room_fits` complains of it.
    assert amount(KEY, SCHOOL, replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), room=None)) == 0


def test_required_unless_the_school_says_otherwise() -> None:
    assert ClubKeepsRoom.strength is Strength.MUST
