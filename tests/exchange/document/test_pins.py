"""Locks from a screen stand in the workbook as if they had been typed there, and can be taken back one by one."""

import pytest

from exchange.document import Document, document_of, read_document, with_cells, with_sheet
from exchange.document.pins import with_pins, without_these_pins
from models import Pin, Problem, Week
from scheduler.rules import rule_cards
from tests.builders import FRI_2, MON_1, MON_2, THU_1, changed, tiny_school

CARDS = rule_cards()
ACTIVITY = Pin(slot=FRI_2, school_class="二1", person="王3", room="教室3", by="教导处 沈老师", reason="家长开放日")
GROUP = Pin(slot=MON_2, club="合唱", group=2, person="李2", by="沈", reason="换到舞蹈房排练")


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(tiny_school(), CARDS)


def _read(document: Document) -> Problem:
    reading = read_document(document, CARDS)
    assert reading.problem is not None, reading.issues
    return reading.problem


def test_what_is_locked_is_read_back_and_nothing_else_changes(document: Document) -> None:
    before = _read(document)
    after = _read(with_pins(document, before, [ACTIVITY, GROUP]))
    assert after.pins == (*before.pins, ACTIVITY, GROUP)
    assert changed(after, pins=before.pins) == before


def test_a_school_that_threw_the_sheet_away_can_lock(document: Document) -> None:
    without = document.model_copy(update={"sheets": tuple(s for s in document.sheets if s.name != "锁定")})
    assert _read(with_pins(without, tiny_school(), [GROUP])).pins == (GROUP,)


def test_a_lock_is_taken_back_alone(document: Document) -> None:
    before = _read(document)
    locked = with_pins(document, before, [ACTIVITY])
    first, *others = before.pins
    assert _read(without_these_pins(locked, CARDS, [first])).pins == (*others, ACTIVITY)
    assert _read(without_these_pins(locked, CARDS, [ACTIVITY])).pins == before.pins


def test_of_a_row_for_several_slots_the_others_stay(document: Document) -> None:
    """The office typed 周一第2节、周三第2节 in one row; only Monday is released."""
    page = next(sheet for sheet in document.sheets if sheet.name == "锁定")
    row = next(n for n, cells in enumerate(page.rows, start=1) if "足球" in cells)
    typed = with_cells(document, "锁定", {(row, 1): "周一第2节、周三第2节"})
    football = [p for p in _read(typed).pins if p.club == "足球"]
    assert len(football) == 2
    left = _read(without_these_pins(typed, CARDS, football[:1])).pins
    assert [p for p in left if p.club == "足球"] == football[1:]


def test_in_a_cycle_one_week_can_be_released() -> None:
    """A slot without odd or even means both weeks."""
    tiny = tiny_school()
    both = tuple(changed(p, slot=p.slot._replace(week=w)) for p in tiny.pins for w in (1, 2))
    school = changed(tiny, week=Week(periods=tiny.week.periods, kinds=tiny.week.kinds, cycle=2), pins=both)
    document = document_of(school, CARDS)
    assert set(_read(document).pins) == set(both)
    left = _read(without_these_pins(document, CARDS, [both[0]])).pins
    assert set(left) == set(both[1:])


def test_a_row_that_cannot_be_read_stays_as_it_was_typed(document: Document) -> None:
    page = next(sheet for sheet in document.sheets if sheet.name == "锁定")
    odd = page.model_copy(update={"rows": (*page.rows, ("周九", "一1", "", "", "", "", "沈", "？"))})
    typed = with_sheet(document, odd)
    assert without_these_pins(typed, CARDS, tiny_school().pins) == typed  # nothing is taken from data in error


def test_pins_that_are_not_there_change_nothing(document: Document) -> None:
    gone = Pin(slot=THU_1, club="篮球", by="沈", reason="无")
    assert without_these_pins(document, CARDS, [gone]) == document
    assert with_pins(document, tiny_school(), []) == document
    assert MON_1 in {p.slot for p in _read(document).pins}
