"""The audit: requirements break, preferences cost, what is off says nothing; and it comes without the solver."""

from models import Problem, RuleSetting, Strength, Verdict
from scheduler.audit import audit
from scheduler.rules import RULES
from tests.builders import WED_2, changed, tiny_school
from tests.timetables import replaced, the, tiny_timetable

SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)
# 合唱·1 meets in a second room on Wednesday: `club_keeps_room` counts 1.
TWO_ROOMS = replaced(GOOD, the(GOOD, WED_2, club="合唱", group=1), room="舞蹈房")
TWO_ROOMS = replaced(TWO_ROOMS, the(GOOD, WED_2, club="合唱", group=2), room="音乐教室")


def school_with(rule: str, strength: Strength | None = None, weight: int | None = None) -> Problem:
    setting = RuleSetting(rule=rule, strength=strength, weight=weight)
    return tiny_school(settings=changed(SCHOOL.settings, rules=(setting,)))


def score(verdict: Verdict, rule: str) -> tuple[Strength, int, int, int]:
    (found,) = (s for s in verdict.scores if s.rule == rule)
    return found.strength, found.amount, found.weight, found.cost


def test_good_timetable() -> None:
    # 8 hundred yuan x 1 and 3 visits x 2.
    verdict = audit(SCHOOL, GOOD)
    assert verdict.clean
    assert verdict.cost == 8 * 1 + 3 * 2
    assert [s.rule for s in verdict.scores] == [rule.key for rule in RULES]
    assert {v.rule for v in verdict.unmet} == {"instructor_cost", "instructor_days"}


def test_requirement_is_broken_and_costs_nothing() -> None:
    verdict = audit(SCHOOL, TWO_ROOMS)
    assert not verdict.clean
    assert [v.rule for v in verdict.broken] == ["club_keeps_room", "club_keeps_room"]
    assert score(verdict, "club_keeps_room") == (Strength.MUST, 2, 0, 0)
    assert verdict.cost == 14


def test_preference_is_unmet_and_costs_its_weight() -> None:
    # Both groups have one room more: 2 x 10 by default, 2 x 7 as the school says.
    verdict = audit(school_with("club_keeps_room", Strength.PREFER), TWO_ROOMS)
    assert verdict.clean
    assert score(verdict, "club_keeps_room") == (Strength.PREFER, 2, 10, 20)
    assert verdict.cost == 14 + 20
    assert audit(school_with("club_keeps_room", Strength.PREFER, 7), TWO_ROOMS).cost == 14 + 14


def test_rule_that_is_off_says_nothing() -> None:
    verdict = audit(school_with("club_keeps_room", Strength.OFF), TWO_ROOMS)
    assert verdict.clean
    assert score(verdict, "club_keeps_room") == (Strength.OFF, 0, 0, 0)
    assert all(v.rule != "club_keeps_room" for v in verdict.unmet)


def test_preference_made_a_requirement() -> None:
    verdict = audit(school_with("instructor_days", Strength.MUST), GOOD)
    assert [v.rule for v in verdict.broken] == ["instructor_days"]
    assert verdict.cost == 8


def test_requirement_cannot_be_switched_off() -> None:
    lost = replaced(GOOD, the(GOOD, WED_2, club="足球"), room=None)
    verdict = audit(school_with("room_fits", Strength.OFF), lost)
    assert [v.rule for v in verdict.broken] == ["room_fits"]
