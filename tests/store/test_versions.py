"""Versions of the data: numbered, never overwritten, and no lost update."""

import pytest
from sqlalchemy import update

from models import Problem, fingerprint
from store import LostUpdateError, NotFoundError, SavedSchool, Store
from store.tables import VersionRow
from tests.builders import changed
from tests.store.clock import Clock
from tests.store.words import EDITED, FIRST
from tests.timetables import tiny_timetable


def test_each_save_is_a_new_version_and_the_old_ones_stay(
    store: Store, school: SavedSchool, problem: Problem, clock: Clock
) -> None:
    clock.pass_by(3600)
    saved = store.save_version(school.id, document='{"教师":"？"}', problem=None, who="李老师", note=EDITED, after=1)
    assert (saved.number, saved.who, saved.document) == (2, "李老师", '{"教师":"？"}')
    assert (saved.readable, saved.problem, saved.fingerprint) == (False, None, None)
    newest, first = store.versions(school.id)
    assert (newest.number, newest.note, newest.when) == (2, EDITED, clock.now)
    assert (first.number, first.note, first.readable, first.fingerprint) == (1, FIRST, True, fingerprint(problem))
    assert store.version(school.id) == saved
    assert store.version(school.id, 1).problem == problem
    assert store.school(school.id).newest == 2


def test_a_lost_update_is_refused_with_both_versions(store: Store, school: SavedSchool) -> None:
    theirs = store.save_version(school.id, document="{}", problem=None, who="李老师", note=EDITED, after=1)
    with pytest.raises(LostUpdateError) as refused:
        store.save_version(school.id, document='{"mine":1}', problem=None, who="王主任", note=EDITED, after=1)
    assert refused.value.yours == 1
    assert refused.value.theirs == store.versions(school.id)[0]
    assert "李老师" in refused.value.text.zh
    assert "第 2 版" in refused.value.text.zh
    assert "number 2" in refused.value.text.en
    assert store.version(school.id) == theirs


def test_a_number_that_is_still_to_come_is_refused_as_well(store: Store, school: SavedSchool) -> None:
    # It can only come from a mix-up (another school, or a store that was restored): never taken as the newest.
    with pytest.raises(LostUpdateError):
        store.save_version(school.id, document="{}", problem=None, who="王", note=EDITED, after=2)


def test_an_unknown_version_is_a_sentence(store: Store, school: SavedSchool) -> None:
    with pytest.raises(NotFoundError, match="第 7 版"):
        store.version(school.id, 7)


@pytest.mark.parametrize("document", ["", "纯文字，不是 JSON", "教" * 300_000, '"\\u0000"', "\ud83d half a character"])
def test_a_document_comes_back_to_the_letter(store: Store, school: SavedSchool, document: str) -> None:
    store.save_version(school.id, document=document, problem=None, who="王", note=EDITED, after=1)
    assert store.version(school.id).document == document


def test_a_problem_of_another_release_is_none_but_its_document_is_there(store: Store, school: SavedSchool) -> None:
    store._write(lambda session: session.execute(update(VersionRow).values(problem='{"format":"kehou-problem/99"}')))
    found = store.version(school.id)
    assert (found.problem, found.readable, found.document) == (None, False, '{"教师":[]}')


def test_the_published_timetable_in_a_problem_is_kept(store: Store, school: SavedSchool, problem: Problem) -> None:
    with_published = changed(problem, published=tiny_timetable(problem))
    store.save_version(school.id, document="{}", problem=with_published, who="王", note=EDITED, after=1)
    assert store.version(school.id).problem == with_published
