"""The least bad timetable: of the school as it is, with what is missing named."""

from scheduler.audit import audit
from scheduler.repair.explain import explain
from tests.repair.plants import PLANTS


def test_one_session_without_a_tutor() -> None:
    problem = PLANTS["a day with too few"].problem
    told = explain(problem, seconds=40, repairs=0)
    assert told.least_bad is not None
    missing = [text.zh for text in told.least_bad.missing]
    assert len(missing) == told.least_bad.cost == 1
    assert missing[0].startswith("周三第1节")
    assert missing[0].endswith("缺辅导教师")
    broken = audit(problem, told.least_bad.timetable).broken
    assert {violation.rule for violation in broken} == {"tutor_fits", "adult_ratio"}  # pupils without any adult


def test_a_club_without_a_room() -> None:
    told = explain(PLANTS["a room gone"].problem, seconds=40, repairs=0)
    assert told.least_bad is not None
    missing = [text.zh for text in told.least_bad.missing]
    assert [text.split("，暂在")[0] for text in missing] == [
        "周四第1节社团“科学”没有合适的场地",
        "周四第2节社团“科学”没有合适的场地",
    ]
    assert all(text.endswith("（不是实验场地）") for text in missing)
