"""slot_wishes: 1 point for a wish that is not met, 3 for a strong one."""

import pytest

from models import Problem, Slot, SlotWish, Wish
from tests.builders import MON_1, THU_1, changed, tiny_school
from tests.timetables import amount, judged, tiny_timetable

KEY = "slot_wishes"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def wishing(*wishes: tuple[Slot, Wish]) -> Problem:
    """王1, who is busy in Monday's first period and free in Thursday's, wishes this."""
    some = tuple(SlotWish(slot=slot, wish=wish) for slot, wish in wishes)
    return tiny_school(teachers=(changed(SCHOOL.teachers[0], wishes=some), *SCHOOL.teachers[1:]))


@pytest.mark.parametrize(
    ("wish", "busy", "free"),
    [
        (Wish.STRONGLY_UNWISHED, 3, 0),
        (Wish.UNWISHED, 1, 0),
        (Wish.NEUTRAL, 0, 0),
        (Wish.WISHED, 0, 1),
        (Wish.STRONGLY_WISHED, 0, 3),
    ],
)
def test_five_levels(wish: Wish, busy: int, free: int) -> None:
    assert amount(KEY, wishing((MON_1, wish)), GOOD) == busy
    assert amount(KEY, wishing((THU_1, wish)), GOOD) == free


def test_sentences() -> None:
    school = wishing((MON_1, Wish.STRONGLY_UNWISHED), (THU_1, Wish.WISHED))
    assert [v.text.zh for v in judged(KEY, school, GOOD)] == [
        "王1强烈希望周一第1节不排任务，却排了。",
        "王1希望周四第1节有任务，却没有排。",
    ]


def test_instructors_wish_too() -> None:
    # 孙教练 leads 篮球 in Thursday's first period.
    wish = SlotWish(slot=THU_1, wish=Wish.UNWISHED)
    school = tiny_school(instructors=(changed(SCHOOL.instructors[0], wishes=(wish,)),))
    assert amount(KEY, school, GOOD) == 1
