"""The store as a reader sees it: what is published, and everything else refused, also what is still to be invented."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from models import Absence, Calendar, EventDay, Holiday, Leave, Problem, Revoked, Role, Substitution
from store import Access, NotAllowedError, NotFoundError, PublishedOnly, SavedSchool, Store
from tests.cover.terms import MON, THU, WHEN, ill, log_of, ref_at, tiny_term
from tests.store.words import DONE, EDITED, FIRST, READY
from tests.timetables import tiny_timetable


@pytest.fixture
def seen(store: Store) -> PublishedOnly:
    return PublishedOnly.of(store)


def test_without_a_published_timetable_there_is_no_school(
    store: Store, seen: PublishedOnly, school: SavedSchool, problem: Problem
) -> None:
    draft = store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=DONE)
    assert seen.schools() == ()
    for ask in (seen.school, seen.versions, seen.version, seen.timetables):
        with pytest.raises(NotFoundError):
            ask(school.id)
    with pytest.raises(NotFoundError):
        seen.timetable(draft.id)


def test_only_the_published_one_and_the_data_that_it_was_made_from(
    store: Store, seen: PublishedOnly, school: SavedSchool, problem: Problem
) -> None:
    table = tiny_timetable(problem)
    before = store.save_timetable(school.id, table, version=1, who="沈", note=DONE)
    shown = store.save_timetable(school.id, table, version=1, who="沈", note=DONE)
    draft = store.save_timetable(school.id, table, version=1, who="沈", note=DONE)
    store.publish(before.id, who="沈", note=READY)
    store.publish(shown.id, who="沈", note=READY)  # archives the one before
    store.save_version(school.id, document="secret", problem=None, who="沈", note=EDITED, after=1)
    (visible,) = seen.schools()
    assert (visible.id, visible.newest) == (school.id, 1)
    assert seen.school(school.id) == visible
    assert [head.id for head in seen.timetables(school.id)] == [shown.id]
    assert seen.timetable(shown.id).timetable == table
    for hidden in (before.id, draft.id):
        with pytest.raises(NotFoundError):
            seen.timetable(hidden)
    assert [head.number for head in seen.versions(school.id)] == [1]
    assert seen.version(school.id).problem == problem
    with pytest.raises(NotFoundError):
        seen.version(school.id, 2)
    assert seen.schools(removed=True) == ()
    store.remove_school(school.id, who="沈")
    assert seen.schools() == ()
    with pytest.raises(NotFoundError):
        seen.timetable(shown.id)


def test_every_other_method_of_the_store_is_refused(
    store: Store, seen: PublishedOnly, school: SavedSchool, problem: Problem, tmp_path: Path
) -> None:
    """Also one that is added later: it must go through one of two places, and both refuse."""
    table = tiny_timetable(problem)
    shown = store.save_timetable(school.id, table, version=1, who="沈", note=DONE)
    store.publish(shown.id, who="沈", note=READY)
    tries: list[Callable[[], object]] = [
        lambda: seen.add_school("乙", "秋", document="", problem=None, who="x", note=FIRST),
        lambda: seen.copy_school(school.id, name="乙", term="秋", who="x"),
        lambda: seen.rename_school(school.id, name="乙", term="秋", who="x"),
        lambda: seen.remove_school(school.id, who="x"),
        lambda: seen.save_version(school.id, document="", problem=None, who="x", note=EDITED, after=1),
        lambda: seen.save_timetable(school.id, table, version=1, who="x", note=DONE),
        lambda: seen.rename_timetable(shown.id, name="x"),
        lambda: seen.publish(shown.id, who="x", note=READY),
        lambda: seen.archive(shown.id, who="x", note=READY),
        lambda: seen.save_settings(school.id, "who", "x", who="x", after=0),
        lambda: seen.start_job(school.id, 1, "solve", "x"),
        lambda: seen.scenarios(school.id),
        lambda: seen.scenario_results(school.id),
        lambda: seen.has_password(Access.OFFICE),
        lambda: seen.set_password(Access.OFFICE, "reader-takes-over", who="x"),
        lambda: seen.erase_school(school.id),
        lambda: seen.erase_history(school.id),
        lambda: seen.backup(tmp_path / "backup.db"),
        lambda: seen.restore(tmp_path / "backup.db"),
    ]
    for attempt in tries:
        with pytest.raises(NotAllowedError, match="已发布"):
            attempt()
    assert seen.jobs(school.id) == ()
    assert seen.settings(school.id, "who") is None
    assert store.timetables(school.id)[0].state == "published"
    assert not (tmp_path / "backup.db").exists()


def test_the_dates_are_those_of_today(store: Store, seen: PublishedOnly, school: SavedSchool, problem: Problem) -> None:
    """A holiday that was written down after publication, though data that cannot be read stand before it."""
    with pytest.raises(NotFoundError):
        seen.dates(school.id)
    shown = store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=DONE)
    store.publish(shown.id, who="沈", note=READY)
    holiday = Holiday(first=date(2027, 5, 1), last=date(2027, 5, 5), name="劳动节")
    later = problem.model_copy(update={"calendar": Calendar(holidays=(holiday,))})
    store.save_version(school.id, document="", problem=later, who="沈", note=EDITED, after=1)
    store.save_version(school.id, document="", problem=None, who="沈", note=EDITED, after=2)
    assert seen.dates(school.id) == store.dates(school.id) == (problem.term, later.calendar)


def test_who_comes_instead_is_known_and_not_why(
    store: Store, seen: PublishedOnly, school: SavedSchool, problem: Problem
) -> None:
    """Of the published timetable alone; what was revoked, and who is ill, is the office's."""
    _, term = tiny_term(problem)
    ref = ref_at(term, MON, club="合唱", group=1)
    instead = Substitution(
        id="2",
        who="沈",
        when=WHEN,
        why="病假",
        day=MON,
        session=ref,
        role=Role.LEADER,
        person="李1",
        by="李4",
        because="1",
    )
    meet = EventDay(id="3", who="沈", when=WHEN, why="运动会", first=THU, last=THU)
    gone = ill("王1", THU, id="4").model_copy(update={"revoked": Revoked(by="沈", when=WHEN)})
    log = log_of(term, ill("李1", MON), instead, meet, gone)
    draft = store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=DONE)
    store.save_term_log(draft.id, log, who="沈", after=0)
    with pytest.raises(NotFoundError):
        seen.term_log(draft.id)
    store.publish(draft.id, who="沈", note=READY)
    found = seen.term_log(draft.id)
    assert found is not None
    away, comes, event = found.log.changes
    assert isinstance(away, Absence)
    assert (away.why, away.leave) == ("", Leave.OTHER)
    assert comes == instead.model_copy(update={"why": ""})
    assert event == meet
    with pytest.raises(NotAllowedError):
        seen.save_term_log(draft.id, log, who="x", after=1)
    other = store.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=DONE)
    store.publish(other.id, who="沈", note=READY)
    assert seen.term_log(other.id) is None
