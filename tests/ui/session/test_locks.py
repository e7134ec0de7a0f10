"""Locking writes what was seen into the data, with who and why; unlocking takes exactly that away."""

import pytest

from exchange.document import document_json, document_of
from models import Pin, Text
from scheduler.rules import rule_cards
from store import LostUpdateError, SavedSchool, Store, StoreError
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from tests.ui.week.boards import plain
from ui.desk import Desk
from ui.session.locks import Part, lock, parts_of, pins_for, unlock, words


@pytest.fixture
def school(store: Store) -> SavedSchool:
    problem = tiny_school()
    document = document_json(document_of(problem, rule_cards()))
    return store.add_school("甲", "乙", document=document, problem=problem, who="沈", note=Text("测", "t"))


def at_desk(store: Store, school: SavedSchool) -> Desk:
    version = store.version(school.id)
    problem = version.problem
    assert problem is not None
    saved = store.save_timetable(school.id, tiny_timetable(tiny_school()), version=1, who="沈", note=Text("测", "t"))
    return Desk(store, "教导处 沈老师", school, version, saved, problem)


def test_what_can_be_locked() -> None:
    board = plain()
    assert parts_of(board.sessions["1.1/homework/一1"]) == (Part.PEOPLE, Part.ROOM, Part.SUBJECT)
    assert parts_of(board.sessions["1.2/cross_class/足球/1"]) == (Part.PEOPLE, Part.ROOM)
    assert parts_of(board.sessions["1.1/patrol/周校长"]) == ()


def test_the_button_says_what_it_locks() -> None:
    assert words([Part.ROOM, Part.PEOPLE]) == "锁定人和场地"
    assert words([]) == "锁定时段"
    assert words([Part.PEOPLE], "en") == "Lock people"


def test_pins_say_what_is_so_and_no_more() -> None:
    board = plain()
    (pin,) = pins_for([board.sessions["1.1/homework/一1"]], [Part.PEOPLE], by="沈", reason="家长会")
    assert pin == Pin(slot=(1, 1), school_class="一1", person="王1", by="沈", reason="家长会")
    (pin,) = pins_for([board.sessions["1.1/homework/一1"]], [Part.SUBJECT, Part.ROOM], by="沈", reason="家长会")
    assert pin == Pin(slot=(1, 1), school_class="一1", subject="语文", room="教室1", by="沈", reason="家长会")
    pins = pins_for(
        [board.sessions[f"{day}.2/cross_class/合唱/2"] for day in (1, 3)], list(Part), by="沈", reason="排练"
    )
    assert pins == tuple(
        Pin(slot=(day, 2), club="合唱", group=2, person="李2", room="舞蹈房", by="沈", reason="排练") for day in (1, 3)
    )


def test_a_reason_is_asked_for_and_patrols_are_refused() -> None:
    board = plain()
    with pytest.raises(ValueError, match="reason"):
        pins_for([board.sessions["1.1/homework/一1"]], [], by="沈", reason="  ")
    with pytest.raises(ValueError, match="patrol"):
        pins_for([board.sessions["1.1/patrol/周校长"]], [], by="沈", reason="家长会")


def test_a_lock_is_a_version_that_says_who_what_and_why(store: Store, school: SavedSchool) -> None:
    now, board = at_desk(store, school), plain()
    session = board.sessions["1.1/homework/一1"]
    pins = pins_for([session], [Part.PEOPLE], by=now.who, reason="家长会")
    saved = lock(now, [session], pins)
    assert saved.number == 2
    assert saved.who == "教导处 沈老师"
    assert saved.note.zh == "锁定：周一第1节一(1)语文辅导（家长会）"
    assert saved.problem is not None
    assert saved.problem.pins == (*tiny_school().pins, *pins)
    assert store.version(school.id, 1).problem == tiny_school()  # the version before stays


def test_locking_again_writes_nothing_twice(store: Store, school: SavedSchool) -> None:
    now, board = at_desk(store, school), plain()
    session = board.sessions["1.1/homework/一1"]
    pins = pins_for([session], [Part.PEOPLE], by="沈", reason="家长会")
    lock(now, [session], pins)
    again = Desk(store, "沈", school, store.version(school.id), None, None)
    saved = lock(again, [session], pins)
    assert saved.problem is not None
    assert saved.problem.pins.count(pins[0]) == 1


def test_unlocking_takes_the_session_s_locks_away(store: Store, school: SavedSchool) -> None:
    now, board = at_desk(store, school), plain()
    football = board.sessions["1.2/cross_class/足球/1"]
    mine = [p for p in tiny_school().pins if p.club == "足球"]
    saved = unlock(now, [football], mine, "教练换人")
    assert saved.problem is not None
    assert saved.problem.pins == tuple(p for p in tiny_school().pins if p.club != "足球")
    assert saved.note.zh == "解除锁定：周一第2节社团“足球”（教练换人）"
    with pytest.raises(ValueError, match="reason"):
        unlock(now, [football], mine, " ")


def test_a_colleague_who_saved_first_is_not_overwritten(store: Store, school: SavedSchool) -> None:
    now, board = at_desk(store, school), plain()
    session = board.sessions["1.1/homework/一1"]
    pins = pins_for([session], [Part.PEOPLE], by="沈", reason="家长会")
    lock(now, [session], pins)
    with pytest.raises(LostUpdateError):
        lock(now, [session], pins_for([session], [Part.ROOM], by="李", reason="修地板"))


def test_data_in_error_cannot_be_locked(store: Store, school: SavedSchool) -> None:
    store.save_version(school.id, document="", problem=None, who="李", note=Text("改坏", "spoilt"), after=1)
    now = Desk(store, "沈", school, store.version(school.id), None, None)
    session = plain().sessions["1.1/homework/一1"]
    with pytest.raises(StoreError):
        lock(now, [session], pins_for([session], [Part.PEOPLE], by="沈", reason="家长会"))
