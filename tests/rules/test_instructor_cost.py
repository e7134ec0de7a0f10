"""instructor_cost: fees in hundreds of yuan, each duty rounded up."""

import pytest

from tests.builders import changed, tiny_school
from tests.timetables import amount, judged, tiny_timetable

KEY = "instructor_cost"
SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)


# 孙教练 has 4 duties: 足球 twice, 篮球 in two periods.
@pytest.mark.parametrize(("fee", "hundreds"), [(0, 0), (1, 4), (100, 4), (101, 8), (150, 8), (300, 12)])
def test_fee(fee: int, hundreds: int) -> None:
    school = tiny_school(instructors=(changed(SCHOOL.instructors[0], fee=fee),))
    assert amount(KEY, school, GOOD) == hundreds


def test_sentence() -> None:
    assert judged(KEY, SCHOOL, GOOD)[0].text.zh == "周一第2节，社团“足球”：孙教练（外聘）课酬150元。"
