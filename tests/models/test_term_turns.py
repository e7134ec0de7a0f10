"""Timetables that follow one another: each date has the one that is in force, and no session is lost or doubled."""

from datetime import date

import pytest

from models import in_force, in_turn, lasting, part_of, with_former
from scheduler.term import dated
from tests.builders import MON_1, changed
from tests.exchange_dated.terms import autumn
from tests.timetables import replaced, the, tiny_timetable

SCHOOL = autumn()
FIRST = tiny_timetable(SCHOOL)
SECOND = replaced(FIRST, the(FIRST, MON_1, school_class="一1"), room="科学教室")
BEFORE, AFTER = dated(SCHOOL, FIRST), dated(SCHOOL, SECOND)
DAY = date(2026, 10, 19)  # a Monday


def test_what_is_published_later_replaces_from_its_first_day_on() -> None:
    owner = in_force([None, DAY, date(2026, 10, 12)])
    assert [owner(date(2026, 10, d)) for d in (9, 12, 18, 19, 30)] == [0, 2, 2, 2, 2]
    assert in_force([DAY])(date(2026, 10, 18)) is None
    assert in_force([None, None])(DAY) == 1
    assert lasting([None, DAY, date(2026, 10, 12)]) == (0, 2)
    assert lasting([None, DAY, None]) == (2,)
    assert lasting([DAY, date(2026, 10, 26)]) == (0, 1)


def test_each_date_has_its_timetable() -> None:
    both = in_turn([(None, BEFORE), (DAY, AFTER)])
    assert len(both.sessions) == len(BEFORE.sessions) == len(AFTER.sessions)
    rooms = {
        d.day: d.session.room for d in both.sessions if d.session.slot == MON_1 and d.session.school_class == "一1"
    }
    assert rooms == {
        date(2026, 9, 28): "教室1", date(2026, 10, 12): "教室1",
        date(2026, 10, 19): "科学教室", date(2026, 10, 26): "科学教室", date(2026, 11, 2): "科学教室",
    }  # fmt: skip
    assert sorted((one.day, one.session.slot) for one in both.losses) == sorted(
        (one.day, one.session.slot) for one in BEFORE.losses
    )
    assert (both.sessions_mark, both.days) == (AFTER.sessions_mark, AFTER.days)
    assert list(both.on) == sorted(both.on)


def test_one_alone_is_itself_and_none_is_an_error() -> None:
    assert in_turn([(None, BEFORE)]) is BEFORE
    assert in_turn([(None, BEFORE), (None, AFTER)]).sessions == AFTER.sessions
    with pytest.raises(ValueError, match="no timetable"):
        in_turn([])


def test_a_first_one_that_begins_late_leaves_the_days_before_empty() -> None:
    late = in_turn([(DAY, BEFORE)])
    assert min(late.on) == DAY
    assert part_of(late, lambda _: True) is late
    assert all(one.day >= DAY for one in late.losses)
    assert changed(SCHOOL) == SCHOOL  # nothing of the school is touched


def test_who_left_within_the_term_is_known_still_and_nobody_is_there_twice() -> None:
    coach = SCHOOL.instructors[0]
    without = changed(SCHOOL, instructors=())
    assert with_former(SCHOOL, [SCHOOL]) is SCHOOL
    assert with_former(without, [SCHOOL, without]).instructors == (coach,)
    renamed = changed(SCHOOL, instructors=(changed(coach, name="孙一"),))
    assert with_former(without, [SCHOOL, renamed]).instructors[0].name == "孙一"
    hired = changed(without, teachers=(*without.teachers, changed(without.teachers[0], id=coach.id, name=coach.name)))
    assert with_former(hired, [SCHOOL]) is hired  # now a teacher of the school: not an instructor beside that
    fewer = changed(SCHOOL, clubs=SCHOOL.clubs[1:])
    assert with_former(fewer, [SCHOOL]).clubs == (*SCHOOL.clubs[1:], SCHOOL.clubs[0])
