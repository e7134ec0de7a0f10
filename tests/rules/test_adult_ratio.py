"""adult_ratio: at most so many pupils to an adult."""

from models import Problem
from tests.builders import THU_1, THU_2, changed, tiny_school
from tests.timetables import judged, tiny_timetable

KEY = "adult_ratio"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


def ratio(pupils: int | None) -> Problem:
    return tiny_school(settings=changed(SCHOOL.settings, pupils_per_adult=pupils))


def test_one_pupil_too_many() -> None:
    # 科学 has 40 pupils and one teacher, in two periods; 足球, 篮球 (40) have two adults, 大合唱 (40) has three.
    found = judged(KEY, ratio(39), GOOD)
    assert [(v.slot, v.amount) for v in found] == [(THU_1, 1), (THU_2, 1)]
    assert found[0].text.zh == "周四第1节，社团“科学”有40名学生、1位教师，每位教师至多39名学生。"
    assert judged(KEY, ratio(40), GOOD) == []


def test_missing_adults_are_counted() -> None:
    # At 10 pupils to an adult, 40 need 4 and 20 need 2. 科学: 3 missing, twice; 足球 and 篮球: 2 missing, four times;
    # 大合唱: 1 missing; 合唱 (20 pupils, one leader): 1 missing, four times; 16 homework sessions and 6 activities
    # of 20 pupils with one teacher: 1 missing each. 6 + 8 + 1 + 4 + 22 = 41.
    assert sum(v.amount for v in judged(KEY, ratio(10), GOOD)) == 41


def test_no_ratio() -> None:
    assert judged(KEY, ratio(None), GOOD) == []
