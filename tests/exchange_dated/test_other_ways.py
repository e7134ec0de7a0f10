"""A session that is made up, and two classes together, on paper and in calendars: counted by hand for October.

Monday, 12 October: 王1 is ill, who tutors 一1 in 语文 in period 1. Her October is 10 homework and activities and 3 of
大合唱 (see `test_hours`).
"""

from datetime import date
from typing import Any

from exchange.dated import DatedHead, month_of
from exchange.dated.events import Reader, class_events, person_events
from exchange.dated.hours import hours
from exchange.dated.services import Work, services
from models import Joined, Moved, actual
from scheduler.cover import Standing, other_ways
from tests.cover.terms import ill, log_of
from tests.exchange_dated.terms import THEN, autumn, headed
from tests.exchange_dated.test_week_sheets import cells, sheet

MON, FRI = date(2026, 10, 12), date(2026, 10, 16)
OCTOBER = month_of(2026, 10)


def changed_by(kind: type[Any]) -> DatedHead:
    """The term with the first proposal of this kind taken."""
    problem, usual = autumn(), headed()
    standing = Standing(problem, usual.dated, log_of(usual.dated, ill("王1", MON, when=THEN)))
    (gap,) = standing.gaps
    measure = next(w.measure for w in other_ways(standing, gap, who="沈", when=THEN) if isinstance(w.measure, kind))
    return headed(actual=actual(usual.dated, standing.log.with_changes(measure)))


def total(head: DatedHead, person: str) -> tuple[int, int, int]:
    """Held of homework and activities, held of clubs, served for others."""
    row = next(r for r in hours(head, OCTOBER, Work.PLAIN, Work.CLUB) if r.person == person)
    return row.total(Work.PLAIN), row.total(Work.CLUB), row.substituted


def test_what_is_made_up_counts_once_and_is_no_substitution() -> None:
    """The free activity of Friday the 16th gave way: one session less for 王1, and none of them for somebody else."""
    head = changed_by(Moved)
    assert total(headed(), "王1") == (10, 3, 0)
    assert total(head, "王1") == (9, 3, 0)
    made_up = next(s for s in services(head, OCTOBER) if s.person == "王1" and s.moved_from is not None)
    assert (made_up.day, made_up.session.slot.period, made_up.moved_from) == (FRI, 2, MON)


def test_the_week_sheet_and_the_calendars_follow() -> None:
    head = changed_by(Moved)
    shown = cells(sheet(head, 3))
    assert shown["周五 10.16", 2].startswith("语文　王1")
    assert "语文" not in shown["周一 10.12", 1]
    assert cells(sheet(headed(), 3))["周一 10.12", 1].startswith("语文　王1")
    reader = Reader(head.problem, head.held, head.clock, head.language)
    mine = {key[:2]: event.summary for key, event in person_events(reader)["王1"].items()}
    assert (MON, 1) not in mine
    assert "语文" in mine[FRI, 2]
    whole = {key[:2]: event for key, event in class_events(reader, head.head.timetable)["一1"].items()}
    assert (MON, 1) not in whole
    assert "语文" in whole[FRI, 2].summary
    assert [str(t) for t in whole[FRI, 2].clock or ()] == ["16:30:00", "17:10:00"]  # the second period's


def test_two_classes_together_are_one_session_of_their_adult() -> None:
    head = changed_by(Joined)
    assert total(head, "王2") == total(headed(), "王2") == (10, 3, 0)
    assert total(head, "王1") == (9, 3, 0)
    for class_id in ("一1", "一2"):
        assert cells(sheet(head, 3, class_id))["周一 10.12", 1].startswith("语文　王2")
        assert "教室2" in cells(sheet(head, 3, class_id))["周一 10.12", 1]
    reader = Reader(head.problem, head.held, head.clock, head.language)
    both = [event.summary for key, event in person_events(reader)["王2"].items() if key[:2] == (MON, 1)]
    assert ["一(1)" in text for text in both].count(True) == 1
    assert len(both) == 2
