"""Logs of a term's changes: kept for a timetable, and no lost update."""

import pytest

from models import Revoked
from store import LostUpdateError, NotFoundError, SavedSchool, Store, TimetableId
from tests.cover.terms import MON, WHEN, ill, log_of, tiny_term
from tests.store.words import FIRST
from tests.timetables import tiny_timetable

PROBLEM, TERM = tiny_term()


def test_a_log_comes_back_and_another_save_is_seen(store: Store, school: SavedSchool) -> None:
    saved = store.save_timetable(school.id, tiny_timetable(PROBLEM), version=1, who="王", note=FIRST)
    assert store.term_log(saved.id) is None
    log = log_of(TERM, ill("李1", MON))
    first = store.save_term_log(saved.id, log, who="沈", after=0)
    assert store.term_log(saved.id) == first
    assert (first.number, first.who, first.log) == (1, "沈", log)
    revoked = log.revoked("1", Revoked(by="沈", when=WHEN))
    second = store.save_term_log(saved.id, revoked, who="沈", after=first.number)
    with pytest.raises(LostUpdateError) as lost:
        store.save_term_log(saved.id, log, who="李", after=first.number)
    assert lost.value.theirs == second
    assert store.timetable(saved.id).timetable == saved.timetable  # the timetable stays as it is


def test_an_unknown_timetable(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.term_log(TimetableId("x"))
