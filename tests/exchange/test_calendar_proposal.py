"""Proposed holidays: right for a year that is published, provisional for one that is not, silent for unknown ones."""

import subprocess
import sys
from datetime import date

import pytest

from exchange.calendar_proposal import missing_from, proposal_fix, proposed, provisional_text
from exchange.document import document_of, fixed, read_document
from models import Calendar, Day, Holiday, MakeUpDay, Term
from scheduler.rules import rule_cards
from tests.builders import changed, tiny_school

AUTUMN = Term(name="秋", first_day=date(2026, 9, 1), last_day=date(2027, 1, 22))
SPRING = Term(name="春", first_day=date(2027, 3, 1), last_day=date(2027, 7, 2))


def test_the_autumn_of_2026_is_what_the_state_council_published() -> None:
    found = proposed(AUTUMN)
    assert [(h.first, h.last, h.name) for h in found.holidays] == [
        (date(2026, 9, 25), date(2026, 9, 25), "中秋节"),
        (date(2026, 10, 1), date(2026, 10, 7), "国庆节"),
        (date(2027, 1, 1), date(2027, 1, 1), "元旦（暂定）"),
    ]
    # Sunday, 20 September, for Tuesday, 6 October; Saturday, 10 October, for Wednesday, 7 October.
    assert [(m.day, m.runs_as) for m in found.make_up_days] == [
        (date(2026, 9, 20), Day.TUE), (date(2026, 10, 10), Day.WED),
    ]  # fmt: skip
    assert all("确认" in m.name and m.week is None for m in found.make_up_days)
    assert found.provisional == (2027,)


def test_the_spring_of_2027_is_provisional() -> None:
    found = proposed(SPRING)
    text = provisional_text(found)
    assert found.provisional == (2027,)
    assert found.make_up_days == ()
    assert text is not None
    assert "2027" in text.zh
    assert all("暂定" in h.name for h in found.holidays)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(1900, 2, 1), date(1900, 7, 1)),
        (date(2150, 2, 1), date(2150, 7, 1)),
        (date(1, 1, 1), date(1, 6, 1)),
        (date(9999, 9, 1), date(9999, 12, 31)),
    ],
)
def test_an_unknown_year_is_no_crash(first: date, last: date) -> None:
    found = proposed(Term(name="？", first_day=first, last_day=last))
    assert found.empty
    assert found.provisional == (first.year,)


@pytest.mark.parametrize("last", [None, date(2026, 8, 1), date(2126, 8, 1)])
def test_a_term_that_is_none_has_no_proposal(last: date | None) -> None:
    assert proposed(Term(name="？", first_day=date(2026, 9, 1), last_day=last)).empty


def test_what_the_school_wrote_stays() -> None:
    own = Calendar(
        holidays=(Holiday(first=date(2026, 10, 1), last=date(2026, 10, 4), name="国庆"),),
        make_up_days=(MakeUpDay(day=date(2026, 9, 20), runs_as=Day.FRI),),
    )
    left = missing_from(proposed(AUTUMN), own)
    assert [h.name for h in left.holidays] == ["中秋节", "元旦（暂定）"]
    assert [m.day for m in left.make_up_days] == [date(2026, 10, 10)]


def test_the_rows_are_read_as_what_was_proposed_and_come_once() -> None:
    own = Holiday(first=date(2026, 9, 25), last=date(2026, 9, 27), name="校庆")
    school = changed(tiny_school(), term=AUTUMN, calendar=Calendar(holidays=(own,)), instructors=(), clubs=(), pins=())
    document = document_of(school, rule_cards())
    proposal = missing_from(proposed(AUTUMN), school.calendar)
    problem = read_document(fixed(document, proposal_fix(proposal)), rule_cards()).problem
    assert problem is not None
    assert problem.calendar.holidays == (own, *proposal.holidays)
    assert problem.calendar.make_up_days == proposal.make_up_days
    assert missing_from(proposed(AUTUMN), problem.calendar).empty


def test_the_package_is_loaded_only_when_a_proposal_is_asked_for() -> None:
    code = "import sys, exchange.calendar_proposal, ui.editing.proposing; print('holidays' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"
