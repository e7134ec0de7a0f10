"""Schools in the list: added, copied, renamed, removed and brought back."""

from datetime import UTC, datetime

import pytest

from models import Problem
from store import NotFoundError, SavedSchool, SchoolExistsError, SchoolId, Store
from tests.builders import changed
from tests.store.clock import Clock
from tests.store.words import EDITED, FIRST


def test_an_empty_store_has_no_schools(store: Store) -> None:
    assert store.schools() == ()


def test_a_new_school_has_version_1_of_its_data(store: Store, school: SavedSchool, problem: Problem) -> None:
    assert (school.name, school.term, school.who, school.newest) == ("示例小学", "2026秋", "王主任", 1)
    assert school.created == school.last_changed == datetime(2026, 9, 1, 7, 0, tzinfo=UTC)
    assert store.schools() == (school,)
    assert store.school(school.id) == school
    saved = store.version(school.id)
    assert (saved.number, saved.document, saved.problem, saved.note) == (1, '{"教师":[]}', problem, FIRST)


def test_the_last_changed_school_comes_first(store: Store, school: SavedSchool, clock: Clock) -> None:
    clock.pass_by(60)
    other = store.add_school("乙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    assert [s.id for s in store.schools()] == [other.id, school.id]
    clock.pass_by(60)
    store.save_version(school.id, document="{}", problem=None, who="王", note=EDITED, after=1)
    assert [s.id for s in store.schools()] == [school.id, other.id]


def test_a_second_school_of_the_same_name_and_term_is_refused(store: Store, school: SavedSchool) -> None:
    with pytest.raises(SchoolExistsError) as refused:
        store.add_school("示例小学", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    assert refused.value.existing == school
    assert "示例小学" in refused.value.text.zh
    assert len(store.schools()) == 1
    store.add_school("示例小学", "2027春", document="{}", problem=None, who="李", note=FIRST)
    assert len(store.schools()) == 2


def test_a_copy_has_the_newest_data_and_nothing_else(store: Store, school: SavedSchool, problem: Problem) -> None:
    other = changed(problem, pins=())
    store.save_version(school.id, document='{"2":1}', problem=other, who="王", note=EDITED, after=1)
    copy = store.copy_school(school.id, name="示例小学", term="2027春", who="李")
    assert (copy.name, copy.term, copy.newest, copy.who) == ("示例小学", "2027春", 1, "李")
    (head,) = store.versions(copy.id)
    assert "第 2 版" in head.note.zh
    data = store.version(copy.id)
    assert (data.document, data.problem, data.readable) == ('{"2":1}', other, True)
    assert data.fingerprint == store.version(school.id).fingerprint
    assert store.school(school.id).newest == 2  # the source is as it was


def test_a_copy_may_be_given_data_with_the_new_term_written_in_them(
    store: Store, school: SavedSchool, problem: Problem
) -> None:
    rolled = changed(problem, term=changed(problem.term, name="2027春"))
    copy = store.copy_school(
        school.id, name="示例小学", term="2027春", who="李", document='{"term":"2027春"}', problem=rolled
    )
    data = store.version(copy.id)
    assert (data.document, data.problem) == ('{"term":"2027春"}', rolled)


def test_a_copy_does_not_take_a_name_that_is_there(store: Store, school: SavedSchool) -> None:
    with pytest.raises(SchoolExistsError):
        store.copy_school(school.id, name=school.name, term=school.term, who="李")


def test_renaming_keeps_the_data(store: Store, school: SavedSchool, clock: Clock) -> None:
    clock.pass_by(5)
    renamed = store.rename_school(school.id, name="新名小学", term="2026秋", who="李")
    assert (renamed.id, renamed.name, renamed.newest) == (school.id, "新名小学", 1)
    assert renamed.last_changed > renamed.created
    assert store.rename_school(school.id, name="新名小学", term="2026秋", who="李").name == "新名小学"
    other = store.add_school("乙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    with pytest.raises(SchoolExistsError):
        store.rename_school(other.id, name="新名小学", term="2026秋", who="李")


def test_a_removed_school_can_be_brought_back(store: Store, school: SavedSchool) -> None:
    removed = store.remove_school(school.id, who="李")
    assert store.schools() == ()
    assert store.schools(removed=True) == (removed,)
    assert removed.removed is not None
    back = store.restore_school(school.id, who="李")
    assert back.removed is None
    assert store.schools() == (back,)
    assert store.version(school.id).document == '{"教师":[]}'


def test_a_removed_schools_name_may_be_given_again_and_then_it_stays_away(store: Store, school: SavedSchool) -> None:
    store.remove_school(school.id, who="李")
    second = store.add_school("示例小学", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    with pytest.raises(SchoolExistsError) as refused:
        store.restore_school(school.id, who="李")
    assert refused.value.existing == second
    assert store.school(school.id).removed is not None


def test_an_unknown_school_is_a_sentence(store: Store) -> None:
    unknown = SchoolId("nobody")
    for ask in (store.school, store.versions, store.version, store.timetables, store.scenarios, store.jobs):
        with pytest.raises(NotFoundError, match="这所学校"):
            ask(unknown)
    with pytest.raises(NotFoundError):
        store.remove_school(unknown, who="李")
