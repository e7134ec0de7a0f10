"""Periods, slots outside the week, odd and even weeks, dates."""

from datetime import date, time
from typing import Any

import pytest

from models import Parity, Period, Problem, Severity, Slot, SlotKind, SlotKindSetting, SlotWish, Term, Wish
from models.checks import problem_issues
from tests.builders import MON_1, MON_2, changed, tiny_school
from tests.models.fired import fired, only, put

SUNDAY, EVEN, NOWHERE = Slot(7, 1), Slot(1, 2, 2), Slot(9, 12)


def _week(school: Problem, **values: Any) -> Problem:
    return changed(school, week=changed(school.week, **values))


def test_kinds_name_periods_that_exist() -> None:
    school = tiny_school()
    third = SlotKindSetting(day=1, period=3, kind=SlotKind.HOMEWORK)
    issue = only(_week(school, kinds=(*school.week.kinds, third)), "period_exists")
    assert issue.path == ("week", "kinds", 10, "period")
    three = (*school.week.periods, Period(number=3))
    assert fired(_week(school, kinds=(*school.week.kinds, third), periods=three), "period_exists") == []


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [
        ((time(15, 40), time(16, 20)), (time(16, 20), time(17, 0)), None),
        ((time(15, 40), time(15, 40)), (time(16, 20), time(17, 0)), (0, "end")),
        ((time(15, 40), time(16, 20)), (time(16, 10), time(17, 0)), (1, "start")),
    ],
)
def test_periods_end_after_they_start_and_before_the_next(
    first: tuple[time, time], second: tuple[time, time], path: tuple[int, str] | None
) -> None:
    periods = (Period(number=1, start=first[0], end=first[1]), Period(number=2, start=second[0], end=second[1]))
    found = fired(_week(tiny_school(), periods=periods), "period_times")
    assert [issue.path for issue in found] == ([] if path is None else [("week", "periods", *path)])


def test_a_slot_has_one_kind_for_all_and_may_have_another_for_a_grade() -> None:
    school = tiny_school()
    for_one = SlotKindSetting(day=1, period=1, kind=SlotKind.CLUB, grades=("一年级",))
    assert fired(_week(school, kinds=(*school.week.kinds, for_one)), "slot_kind_once") == []
    issue = only(_week(school, kinds=(*school.week.kinds, changed(for_one, grades=()))), "slot_kind_once")
    assert issue.path == ("week", "kinds", 10, "kind")


def test_some_slot_is_open() -> None:
    kinds = (SlotKindSetting(day=1, period=1, kind=SlotKind.OFF),)
    assert only(_week(tiny_school(), kinds=kinds), "week_is_open").path == ("week", "kinds")
    assert fired(tiny_school(), "week_is_open") == []


HARMLESS: list[tuple[str, dict[str, Any], tuple[str, ...]]] = [
    ("teachers", {"unavailable": (MON_1, SUNDAY)}, ("unavailable",)),
    ("teachers", {"wishes": (SlotWish(slot=MON_1, wish=1), SlotWish(slot=SUNDAY, wish=1))}, ("wishes",)),
    ("instructors", {"unavailable": (MON_1, SUNDAY)}, ("unavailable",)),
    ("instructors", {"visits_only": (MON_2, SUNDAY)}, ("visits_only",)),
    ("rooms", {"closed": (MON_1, SUNDAY)}, ("closed",)),
]


@pytest.mark.parametrize(("field", "values", "where"), HARMLESS)
def test_an_absence_outside_the_week_is_a_warning(field: str, values: dict[str, Any], where: tuple[str, ...]) -> None:
    issue = only(put(tiny_school(), field, 0, **values), "slot_is_open")
    assert issue.path == (field, 0, *where, 1)
    assert issue.severity is Severity.WARNING
    assert "周日第1节" in issue.text.zh


@pytest.mark.parametrize(
    ("field", "values", "path"),
    [
        ("clubs", {"fixed_slots": (MON_2, SUNDAY)}, ("clubs", 0, "fixed_slots", 1)),
        ("bands", {"fixed_slots": (MON_2, SUNDAY)}, ("bands", 0, "fixed_slots", 1)),
        ("pins", {"slot": SUNDAY}, ("pins", 0, "slot")),
        ("pins", {"slot": NOWHERE}, ("pins", 0, "slot")),
    ],
)
def test_what_is_to_happen_outside_the_week_is_an_error(
    field: str, values: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    issue = only(put(tiny_school(), field, 0, **values), "slot_is_open")
    assert issue.path == path
    assert issue.severity is Severity.ERROR


def test_even_weeks_need_a_cycle_of_two() -> None:
    school = put(tiny_school(), "teachers", 0, unavailable=(MON_1, EVEN))
    issue = only(school, "slot_in_cycle")
    assert issue.path == ("teachers", 0, "unavailable", 1)
    assert "双周一第2节" in issue.text.zh
    assert fired(_week(school, cycle=2), "slot_in_cycle") == []


@pytest.mark.parametrize(
    ("field", "values", "path"),
    [
        ("clubs", {"weeks": Parity.ODD}, ("clubs", 0, "weeks")),
        ("instructors", {"weeks": Parity.EVEN}, ("instructors", 0, "weeks")),
        ("homework", {"per_cycle": True}, ("homework", 0, "per_cycle")),
    ],
)
def test_odd_weeks_and_cycle_quotas_need_a_cycle_of_two(
    field: str, values: dict[str, Any], path: tuple[str | int, ...]
) -> None:
    school = put(tiny_school(), field, 0, **values)
    assert only(school, "cycle_has_two_weeks").path == path
    assert fired(_week(school, cycle=2), "cycle_has_two_weeks") == []


def test_fixed_slots_are_club_slots() -> None:
    """Monday period 1 is homework: wrong for both grades; only a warning if a club slot for one of them."""
    school = put(tiny_school(), "clubs", 0, fixed_slots=(MON_1, MON_2))
    issue = only(school, "fixed_slot_is_club_slot")
    assert issue.path == ("clubs", 0, "fixed_slots", 0)
    assert issue.severity is Severity.ERROR
    for_one = SlotKindSetting(day=1, period=1, kind=SlotKind.CLUB, grades=("一年级",))
    partly = _week(school, kinds=(*school.week.kinds, for_one))
    assert only(partly, "fixed_slot_is_club_slot").severity is Severity.WARNING
    band = put(tiny_school(), "bands", 0, fixed_slots=(MON_1,))
    assert only(band, "fixed_slot_is_club_slot").path == ("bands", 0, "fixed_slots", 0)
    assert fired(put(tiny_school(), "clubs", 0, fixed_slots=(MON_2,)), "fixed_slot_is_club_slot") == []


@pytest.mark.parametrize(
    ("first", "last", "path"),
    [
        (None, None, None),
        (date(2027, 2, 22), date(2027, 2, 22), None),
        (date(2027, 2, 22), None, ("term", "last_day")),
        (None, date(2027, 7, 2), ("term", "first_day")),
        (date(2027, 7, 2), date(2027, 2, 22), ("term", "last_day")),
    ],
)
def test_a_term_has_both_dates_in_order_or_none(
    first: date | None, last: date | None, path: tuple[str, str] | None
) -> None:
    school = tiny_school(term=Term(name="春", first_day=first, last_day=last))
    assert [issue.path for issue in fired(school, "term_dates")] == ([] if path is None else [path])


def test_a_wish_in_an_open_slot_says_nothing() -> None:
    school = put(tiny_school(), "teachers", 0, wishes=(SlotWish(slot=MON_2, wish=Wish.WISHED),))
    assert problem_issues(school) == ()
