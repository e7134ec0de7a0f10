"""Look-ups that sheets and console share: dispatches, senders, who stays, two-week cycles, loads."""

import pytest

from exchange.results.dispatch import alike, dispatches, places
from exchange.results.load import load_of
from exchange.results.view import class_cell, class_slot, escorts
from models import (
    Band,
    Duty,
    Parity,
    Participation,
    Problem,
    Role,
    Session,
    SessionKind,
    Slot,
    SlotWish,
    Timetable,
    Week,
    Wish,
)
from tests.builders import FRI_2, MON_1, MON_2, THU_1, TUE_2, WED_2, changed, tiny_school
from tests.timetables import plus, replaced, the, tiny_timetable, without

FORTNIGHT = 2


@pytest.fixture
def problem() -> Problem:
    return tiny_school()


@pytest.fixture
def timetable(problem: Problem) -> Timetable:
    return tiny_timetable(problem)


def fortnightly() -> Problem:
    """The tiny school in a cycle of two weeks."""
    problem = tiny_school()
    return changed(problem, week=Week(periods=problem.week.periods, kinds=problem.week.kinds, cycle=FORTNIGHT))


def test_a_class_walks_on_monday_wednesday_and_for_two_periods_on_thursday(
    problem: Problem, timetable: Timetable
) -> None:
    walks = dispatches(problem, timetable, "一1")
    assert [w.title() for w in walks] == ["周一第2节", "周三第2节", "周四第1–2节"]
    assert [w.title("en") for w in walks] == ["Mon period 2", "Wed period 2", "Thu periods 1–2"]


def test_head_counts_add_up_to_the_class(problem: Problem, timetable: Timetable) -> None:
    for c in problem.classes:
        for walk in dispatches(problem, timetable, c.id):
            assert sum(s.pupils[c.id] for s in walk.here.walking) + walk.here.staying == c.pupils
            assert walk.here.staying == 0  # everyone walks in this band


def test_the_tutor_before_brings_the_class_else_the_class_teacher(problem: Problem, timetable: Timetable) -> None:
    monday, _, thursday = dispatches(problem, timetable, "一1")
    assert monday.senders == the(timetable, MON_1, school_class="一1").people()
    assert thursday.senders == ("王1",)  # it walks from the first period: nobody had the class before


def test_periods_with_another_room_are_not_one_walk(problem: Problem, timetable: Timetable) -> None:
    moved = replaced(timetable, the(timetable, THU_1, club="科学"), room="教室4")
    assert [w.title() for w in dispatches(problem, moved, "一1")][2:] == ["周四第1节", "周四第2节"]


def test_monday_and_wednesday_lead_to_the_same_places(problem: Problem, timetable: Timetable) -> None:
    walks = dispatches(problem, timetable, "一1")
    assert [[w.title() for w in some] for some in alike(walks)] == [["周一第2节", "周三第2节"], ["周四第1–2节"]]
    fewer = the(timetable, WED_2, club="足球")
    changed_counts = replaced(timetable, fewer, pupils={c: n - 1 for c, n in fewer.pupils.items()})
    assert len(alike(dispatches(problem, changed_counts, "一1"))) == 3


def test_the_same_place_is_one_row_for_both_days(problem: Problem, timetable: Timetable) -> None:
    monday, wednesday, _ = dispatches(problem, timetable, "一1")
    rows = places((monday, wednesday))
    assert len(rows) == len(monday.here.walking)
    assert all(None not in row.sessions for row in rows)
    moved = replaced(timetable, the(timetable, WED_2, club="足球"), room="教室4")
    monday, wednesday, _ = dispatches(problem, moved, "一1")
    assert sum(row.first.club == "足球" for row in places((monday, wednesday))) == 2  # one row per room


def test_volunteers_leave_and_the_others_stay_with_their_teacher(problem: Problem, timetable: Timetable) -> None:
    band = Band(id="全校", name="全校", grades=("一年级", "二年级"), participation=Participation.VOLUNTEERS)
    school = changed(problem, bands=(band,))
    football = the(timetable, MON_2, club="足球")
    gone = football.pupils["一1"]
    only_football = timetable
    for session in timetable.at[MON_2]:
        if session.kind is SessionKind.CROSS_CLASS and session is not football:
            only_football = without(only_football, session)
    duty = Duty(person="王1", role=Role.LEADER)
    stay = Session(slot=MON_2, kind=SessionKind.CLASS_ACTIVITY, school_class="一1", duties=(duty,), room="教室1")
    walk = dispatches(school, plus(only_football, stay), "一1")[0]
    assert walk.here.walkers == gone
    assert walk.here.staying == 20 - gone
    assert [s.people() for s in walk.stays] == [("王1",)]


def test_weeks_that_are_the_same_are_one_entry() -> None:
    school = fortnightly()
    table = tiny_timetable(school)
    assert [week for week, _ in class_cell(school, table, "一1", 1, 1)] == [Parity.EVERY]
    assert [w.title() for w in dispatches(school, table, "一1")] == ["周一第2节", "周三第2节", "周四第1–2节"]


def test_weeks_that_differ_are_marked() -> None:
    school = fortnightly()
    table = tiny_timetable(school)
    even = Slot(MON_1.day, MON_1.period, 2)
    table = replaced(table, the(table, even, school_class="一1"), subject="数学")
    found = class_cell(school, table, "一1", 1, 1)
    assert [(week, here.own[0].subject) for week, here in found] == [(Parity.ODD, "语文"), (Parity.EVEN, "数学")]
    moved = replaced(table, the(table, Slot(1, 2, 2), club="足球"), room="教室4")
    assert [w.title() for w in dispatches(school, moved, "一1")][:2] == ["单周一第2节", "双周一第2节"]


def test_a_class_is_accompanied_by_its_own_teacher_where_that_is_possible(
    problem: Problem, timetable: Timetable
) -> None:
    choir = the(timetable, TUE_2, club="大合唱")
    helpers = choir.people(Role.ACCOMPANYING)
    found = escorts(problem, choir)
    assert sorted(found) == ["一1", "一2"]
    assert sorted(found.values()) == sorted(helpers)
    assert all(found[c.id] == c.class_teacher for c in problem.classes if c.class_teacher in helpers and c.id in found)


def test_an_empty_open_slot_is_open_and_empty(problem: Problem, timetable: Timetable) -> None:
    lost = without(timetable, the(timetable, FRI_2, school_class="一1"))
    here = class_slot(problem, lost, "一1", FRI_2)
    assert here.open
    assert here.own == here.walking == here.whole == ()


def test_a_load_counts_each_duty_once_by_kind(problem: Problem, timetable: Timetable) -> None:
    for teacher in problem.teachers:
        load = load_of(problem, timetable, teacher)
        duties = [(s, d.role) for s in timetable.sessions for d in s.duties if d.person == teacher.id]
        assert load.total == load.weekly == len(duties)
        assert load.tutor == sum(role is Role.TUTOR for _, role in duties)
        assert load.activity == sum(s.kind is SessionKind.CLASS_ACTIVITY for s, _ in duties)
        assert load.patrol == sum(role is Role.PATROL for _, role in duties)
        assert load.late_days == len({s.slot.day for s, _ in duties if s.slot.period == 2})


def test_a_load_in_a_cycle_of_two_weeks_is_told_by_the_week() -> None:
    school = fortnightly()
    table = tiny_timetable(school)
    load = load_of(school, table, school.teachers[0])
    assert (
        load.total
        == 2 * load.weekly
        == 2 * load_of(tiny_school(), tiny_timetable(tiny_school()), school.teachers[0]).total
    )


def test_wishes_are_met_by_serving_or_by_staying_away(problem: Problem, timetable: Timetable) -> None:
    busy, free = MON_1, TUE_2  # 王3 tutors 二1 on Monday; on Tuesday 安全教育 keeps him
    assert "王3" in {p for s in timetable.at[busy] for p in s.people()}
    wishes = (
        SlotWish(slot=busy, wish=Wish.WISHED),
        SlotWish(slot=busy, wish=Wish.STRONGLY_UNWISHED),
        SlotWish(slot=WED_2, wish=Wish.UNWISHED),
        SlotWish(slot=WED_2, wish=Wish.STRONGLY_WISHED),
        SlotWish(slot=free, wish=Wish.NEUTRAL),
    )
    assert "王3" not in {p for s in timetable.at[WED_2] for p in s.people()}
    teacher = changed(next(t for t in problem.teachers if t.id == "王3"), wishes=wishes)
    load = load_of(problem, timetable, teacher)
    assert [w.wish for w in load.met] == [Wish.WISHED, Wish.UNWISHED]
    assert [w.wish for w in load.unmet] == [Wish.STRONGLY_UNWISHED, Wish.STRONGLY_WISHED]
