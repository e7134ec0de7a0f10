"""Limits that contradict one another, dates of papers, wishes, leaders for patrol."""

from datetime import date

from models import Credential, Patrol, Settings, Severity, SlotWish, Wish
from tests.builders import MON_1, MON_2, changed, tiny_school
from tests.models.fired import fired, only, put


def test_at_least_is_not_above_at_most() -> None:
    assert fired(put(tiny_school(), "teachers", 0, weekly_least=4, weekly_most=4), "weekly_limits") == []
    issue = only(put(tiny_school(), "teachers", 0, weekly_least=5, weekly_most=4, target=None), "weekly_limits")
    assert issue.path == ("teachers", 0, "weekly_least")
    assert "下限5大于上限4" in issue.text.zh
    assert only(put(tiny_school(), "instructors", 0, weekly_least=11), "weekly_limits").path[0] == "instructors"


def test_a_target_lies_within_the_limits() -> None:
    assert fired(put(tiny_school(), "teachers", 0, target=6, weekly_most=6), "target_within_limits") == []
    above = only(put(tiny_school(), "teachers", 0, target=7, weekly_most=6), "target_within_limits")
    below = only(put(tiny_school(), "teachers", 0, target=2, weekly_least=3), "target_within_limits")
    assert above.severity is below.severity is Severity.WARNING
    assert above.path == below.path == ("teachers", 0, "target")


def test_a_paper_ends_after_it_begins() -> None:
    day = date(2027, 2, 1)
    one_day = Credential(name="合同", valid_from=day, valid_until=day)
    assert fired(put(tiny_school(), "instructors", 0, credentials=(one_day,)), "credential_dates") == []
    reversed_dates = changed(one_day, valid_until=date(2027, 1, 31))
    issue = only(put(tiny_school(), "instructors", 0, credentials=(one_day, reversed_dates)), "credential_dates")
    assert issue.path == ("instructors", 0, "credentials", 1, "valid_until")
    assert "孙教练" in issue.text.zh


def test_one_wish_for_a_slot() -> None:
    wishes = (SlotWish(slot=MON_1, wish=Wish.WISHED), SlotWish(slot=MON_2, wish=Wish.WISHED))
    assert fired(put(tiny_school(), "teachers", 0, wishes=wishes), "wish_once") == []
    twice = (*wishes, SlotWish(slot=MON_1, wish=Wish.UNWISHED))
    issue = only(put(tiny_school(), "teachers", 0, wishes=twice), "wish_once")
    assert issue.path == ("teachers", 0, "wishes", 2)
    assert issue.severity is Severity.WARNING


def test_no_wish_for_a_slot_in_which_one_cannot_come() -> None:
    wish = (SlotWish(slot=MON_1, wish=Wish.STRONGLY_WISHED),)
    away = put(tiny_school(), "teachers", 0, wishes=wish, unavailable=(MON_1,))
    issue = only(away, "wish_when_available")
    assert (issue.path, issue.severity) == (("teachers", 0, "wishes", 0), Severity.WARNING)
    assert fired(put(away, "teachers", 0, unavailable=(MON_2,)), "wish_when_available") == []


def test_visits_are_not_all_absences() -> None:
    never = put(tiny_school(), "instructors", 0, visits_only=(MON_1,), unavailable=(MON_1, MON_2))
    assert only(never, "visits_when_available").severity is Severity.WARNING
    once = put(tiny_school(), "instructors", 0, visits_only=(MON_1, MON_2), unavailable=(MON_1,))
    assert fired(once, "visits_when_available") == []


def test_some_club_asks_for_an_instructors_skill() -> None:
    painter = put(tiny_school(), "instructors", 0, skills=("国画",))
    assert only(painter, "skill_is_asked_for").path == ("instructors", 0, "skills")
    assert fired(put(painter, "clubs", 1, preferred_leaders=("孙教练",)), "skill_is_asked_for") == []
    assert fired(put(painter, "clubs", 1, skills=()), "skill_is_asked_for") == []


def test_a_skill_that_is_nearly_one_that_a_club_asks_for() -> None:
    school = put(tiny_school(), "clubs", 1, skills=("足球训练",))
    slip = put(school, "teachers", 0, skills=("合唱", "足球训连"))
    issue = only(slip, "skill_spelt_alike")
    assert (issue.path, issue.severity) == (("teachers", 0, "skills", 1), Severity.WARNING)
    assert "是不是“足球训练”？" in issue.text.zh
    both = put(slip, "teachers", 1, skills=("足球训连",))  # two people write it so: then it is a word of its own
    assert fired(both, "skill_spelt_alike") == []
    assert fired(put(slip, "teachers", 0, skills=("足球训连", "足球训练")), "skill_spelt_alike") == []
    assert fired(put(school, "teachers", 0, skills=("摄影",)), "skill_spelt_alike") == []


def test_as_many_leaders_as_patrol() -> None:
    """周校长, 吴主任 and 郑主任 may be on patrol: three at once can be asked for, four cannot."""
    assert fired(tiny_school(settings=Settings(patrol=Patrol(at_least=3))), "patrol_has_leaders") == []
    issue = only(tiny_school(settings=Settings(patrol=Patrol(at_least=4))), "patrol_has_leaders")
    assert issue.path == ("settings", "patrol", "at_least")
    assert "只有3位" in issue.text.zh
