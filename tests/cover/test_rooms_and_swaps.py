"""A room under water, and people who exchange sessions: the answers are known by hand."""

from models import Revoked, Room
from scheduler.cover import Standing, best_rooms, cover_violations, measures_of, room_candidates, swaps
from tests.builders import changed, tiny_school
from tests.cover.terms import FRI, MON, TUE, WHEN, ill, log_of, shut, tiny_term


def test_a_class_keeps_one_other_room_for_the_week() -> None:
    """一1 is at home in period 1 on four days and on Friday in period 2. 舞蹈房 is the smallest that holds 20 and
    is free each time (合唱·2 uses it in period 2 on Monday and Wednesday only)."""
    problem, term = tiny_term()
    standing = Standing(problem, term, log_of(term, shut("教室1", MON, FRI)))
    cover = best_rooms(standing)
    assert [(c.gap.day.isoweekday(), c.by.room) for c in cover.covered] == [(d, "舞蹈房") for d in (1, 2, 3, 5, 5)]
    log = standing.log.with_changes(*measures_of(standing.log, cover, who="沈", when=WHEN))
    now = Standing(problem, term, log)
    assert now.room_gaps == ()
    assert cover_violations(problem, term, log) == ()
    assert Standing(problem, term, log.revoked("1", Revoked(by="沈", when=WHEN))).actual is term


def test_no_other_room_is_said_and_another_one_helps() -> None:
    """合唱·1 needs a room with 音乐: there are two, and 合唱·2 is in the other."""
    problem, term = tiny_term()
    standing = Standing(problem, term, log_of(term, shut("音乐教室", MON, FRI)))
    assert [u.text.zh for u in best_rooms(standing).unfilled] == ["合适的场地都不行：舞蹈房该时段有人用。"] * 2
    school = tiny_school()
    school = changed(school, rooms=(*school.rooms, Room(id="琴房", features=("音乐",), capacity=20)))
    problem, term = tiny_term(school)
    standing = Standing(problem, term, log_of(term, shut("音乐教室", MON, FRI)))
    assert {c.by.room for c in best_rooms(standing).covered} == {"琴房"}
    first = room_candidates(standing, standing.room_gaps[0])[0]
    assert [r.zh for r in first.reasons] == ["该时段空着", "容量20人"]


def test_a_club_with_one_named_room_goes_to_one_that_fits() -> None:
    """大合唱 of 40 pupils needs 操场 and its feature, which no other room has; without it others do."""
    school = tiny_school()
    clubs = tuple(changed(c, named_rooms=("操场",), features=()) if c.id == "大合唱" else c for c in school.clubs)
    problem, term = tiny_term(changed(school, clubs=clubs))
    standing = Standing(problem, term, log_of(term, shut("操场", TUE)))
    (moved,) = best_rooms(standing).covered
    # 科学教室 and 音乐教室 hold 45, and so do the classrooms of 一1 and 一2, which are empty then.
    assert moved.by.room in ("音乐教室", "科学教室", "教室1", "教室2")


def test_two_people_exchange_what_both_can_serve() -> None:
    """李1 is away on Monday, when 李4 is free and has the skill; on Tuesday in period 2 李4 leads 大合唱, for which 李1
    has the skill and the time. In other sessions of 李4 (homework on Tuesday and Friday) 李1 has his own class."""
    problem, term = tiny_term()
    standing = Standing(problem, term, log_of(term, ill("李1", MON)))
    found = swaps(standing, standing.gaps[0], who="沈", when=WHEN, within=6)
    # The Tuesday after and the Tuesday before (23 February, six days earlier) serve equally.
    assert [p.swap.other_day for p in found] == [TUE, TUE.replace(month=2, day=23)]
    assert {p.swap.other for p in found} == {"李4"}
    assert found[0].text.zh == "李4：3月1日第2节带社团“合唱·1”；李1：3月2日第2节带大社团“大合唱”"
    log = standing.log.with_changes(found[0].swap)
    now = Standing(problem, term, log)
    assert now.gaps == ()
    assert cover_violations(problem, term, log) == ()


def test_no_swap_where_nobody_is_free() -> None:
    problem, term = tiny_term()
    standing = Standing(problem, term, log_of(term, ill("王1", MON)))
    assert swaps(standing, standing.gaps[0], who="沈", when=WHEN) == ()
