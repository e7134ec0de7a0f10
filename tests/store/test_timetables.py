"""Timetables: drafts, published, archived; none is overwritten."""

from datetime import date

import pytest
from sqlalchemy import update

from models import Outcome, Problem, Status, Text, Timetable, Verdict
from scheduler.audit import audit
from store import (
    NotFoundError,
    SavedSchool,
    SavedTimetable,
    Store,
    TimetableId,
    TimetableState,
    UnreadableError,
)
from store.tables import TimetableRow
from tests.builders import changed
from tests.store.clock import Clock
from tests.store.words import DONE, EDITED, FIRST, READY
from tests.timetables import tiny_timetable


@pytest.fixture(scope="session")
def timetable(problem: Problem) -> Timetable:
    """The small school's timetable."""
    return tiny_timetable(problem)


@pytest.fixture(scope="session")
def verdict(problem: Problem, timetable: Timetable) -> Verdict:
    """Its audit."""
    return audit(problem, timetable)


@pytest.fixture(scope="session")
def outcome(timetable: Timetable, verdict: Verdict) -> Outcome:
    """As a search might have brought it."""
    return Outcome(
        status=Status.FEASIBLE,
        timetable=timetable,
        verdict=verdict,
        objective=verdict.cost,
        bound=12.5,
        seconds=3.25,
        first_seconds=0.5,
    )


@pytest.fixture
def draft(store: Store, school: SavedSchool, outcome: Outcome) -> SavedTimetable:
    """It saved as a draft."""
    return store.save_timetable(school.id, outcome, version=1, who="王主任", note=DONE, name="第一稿")


def test_an_outcome_comes_back_as_it_was(
    store: Store, school: SavedSchool, draft: SavedTimetable, outcome: Outcome, clock: Clock
) -> None:
    assert (draft.outcome, draft.timetable, draft.verdict) == (outcome, outcome.timetable, outcome.verdict)
    assert (draft.number, draft.state, draft.version, draft.parent) == (1, TimetableState.DRAFT, 1, None)
    assert (draft.status, draft.cost, draft.bound, draft.broken) == (Status.FEASIBLE, outcome.objective, 12.5, 0)
    assert (draft.name, draft.note, draft.who, draft.when) == ("第一稿", DONE, "王主任", clock.now)
    assert draft.fingerprint == store.version(school.id, 1).fingerprint
    assert store.timetable(draft.id) == draft


def test_a_change_by_hand_is_a_new_draft_beside_its_parent(
    store: Store, school: SavedSchool, draft: SavedTimetable, problem: Problem, timetable: Timetable
) -> None:
    by_hand = changed(timetable, sessions=timetable.sessions[1:])  # a class is nowhere in the first slot
    judged = audit(problem, by_hand)
    made = store.save_timetable(
        school.id, by_hand, version=1, who="李老师", note=EDITED, verdict=judged, parent=draft.id
    )
    assert (made.number, made.parent, made.status, made.bound, made.outcome) == (2, draft.id, None, None, None)
    assert (made.timetable, made.verdict, made.broken) == (by_hand, judged, len(judged.broken))
    assert made.broken
    assert store.timetable(draft.id) == draft
    assert [t.id for t in store.timetables(school.id)] == [made.id, draft.id]


def test_a_timetable_that_nobody_audited_has_no_cost(store: Store, school: SavedSchool, timetable: Timetable) -> None:
    made = store.save_timetable(school.id, timetable, version=1, who="李", note=EDITED)
    assert (made.cost, made.broken, made.verdict) == (None, None, None)


def test_publishing_archives_the_one_before(
    store: Store, school: SavedSchool, draft: SavedTimetable, outcome: Outcome, clock: Clock
) -> None:
    second = store.save_timetable(school.id, outcome, version=1, who="王主任", note=DONE)
    clock.pass_by(10)
    published = store.publish(draft.id, who="校长", note=READY)
    assert (published.state, published.since.who, published.since.note, published.since.when) == (
        TimetableState.PUBLISHED,
        "校长",
        READY,
        clock.now,
    )
    clock.pass_by(10)
    store.publish(second.id, who="校长", note=READY)
    newer, older = store.timetables(school.id)
    assert (newer.state, older.state) == (TimetableState.PUBLISHED, TimetableState.ARCHIVED)
    assert older.since.note == Text("已由第 2 份课表代替", "Replaced by timetable 2")
    assert [step.state.value for step in store.timetable(draft.id).steps] == ["draft", "published", "archived"]
    # and back again: what was published before can be published anew
    store.publish(draft.id, who="校长", note=READY)
    assert [t.state.value for t in store.timetables(school.id)] == ["archived", "published"]
    assert store.timetable(draft.id).outcome == outcome


def test_archiving_leaves_nothing_published(store: Store, school: SavedSchool, draft: SavedTimetable) -> None:
    store.publish(draft.id, who="校长", note=READY)
    archived = store.archive(draft.id, who="校长", note=Text("停课", "No service"))
    assert archived.state is TimetableState.ARCHIVED
    assert [t.state for t in store.timetables(school.id)] == [TimetableState.ARCHIVED]


def test_publishing_concerns_its_own_school_only(store: Store, draft: SavedTimetable, outcome: Outcome) -> None:
    other = store.add_school("乙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    theirs = store.save_timetable(other.id, outcome, version=1, who="李", note=DONE)
    store.publish(draft.id, who="校长", note=READY)
    store.publish(theirs.id, who="校长", note=READY)
    assert store.timetable(draft.id).state is TimetableState.PUBLISHED
    assert theirs.number == 1  # counted within the school


def test_a_name_can_be_given_later(store: Store, draft: SavedTimetable) -> None:
    renamed = store.rename_timetable(draft.id, name="家长会后")
    assert (renamed.name, renamed.state, renamed.timetable) == ("家长会后", draft.state, draft.timetable)


def test_the_list_says_what_the_whole_says(store: Store, school: SavedSchool, draft: SavedTimetable) -> None:
    (head,) = store.timetables(school.id)
    assert all(getattr(draft, name) == getattr(head, name) for name in head.__slots__)


def test_what_cannot_be_saved(store: Store, school: SavedSchool, draft: SavedTimetable, outcome: Outcome) -> None:
    impossible = Outcome(status=Status.IMPOSSIBLE, seconds=1)
    with pytest.raises(ValueError, match="without a timetable"):
        store.save_timetable(school.id, impossible, version=1, who="王", note=DONE)
    with pytest.raises(NotFoundError, match="第 9 版"):
        store.save_timetable(school.id, outcome, version=9, who="王", note=DONE)
    other = store.add_school("乙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    with pytest.raises(NotFoundError, match="原来的课表"):
        store.save_timetable(other.id, outcome, version=1, who="王", note=DONE, parent=draft.id)
    with pytest.raises(NotFoundError, match="这份课表"):
        store.publish(TimetableId("none"), who="王", note=READY)
    assert len(store.timetables(school.id)) == 1


@pytest.mark.parametrize("column", ["timetable", "verdict", "outcome"])
def test_a_timetable_of_another_release_is_a_sentence_and_stays(
    store: Store, school: SavedSchool, draft: SavedTimetable, column: str
) -> None:
    store._write(lambda session: session.execute(update(TimetableRow).values({column: '{"format":"later"}'})))
    with pytest.raises(UnreadableError, match="第 1 份课表"):
        store.timetable(draft.id)
    assert [t.id for t in store.timetables(school.id)] == [draft.id]


def test_what_was_published_is_known_in_turn_with_its_first_day(
    store: Store, school: SavedSchool, draft: SavedTimetable, outcome: Outcome
) -> None:
    second = store.save_timetable(school.id, outcome, version=1, who="王", note=DONE)
    never = store.save_timetable(school.id, outcome, version=1, who="王", note=DONE)
    store.archive(never.id, who="王", note=DONE)
    assert store.turns(school.id) == ()
    store.publish(draft.id, who="校长", note=READY)
    store.publish(second.id, who="校长", note=READY, first_day=date(2026, 10, 19))
    turns = store.turns(school.id)
    assert [(t.saved.id, t.first_day, t.log) for t in turns] == [
        (draft.id, None, None), (second.id, date(2026, 10, 19), None)
    ]  # fmt: skip
    assert turns[0].problem == store.version(school.id, 1).problem
    assert store.timetable(second.id).steps[-1].first_day == date(2026, 10, 19)
    store.publish(draft.id, who="校长", note=READY, first_day=date(2026, 10, 26))  # back to the first one
    # It is in force from the beginning until the 18th as well, and so stands there twice.
    assert [(t.saved.id, t.first_day) for t in store.turns(school.id)] == [
        (draft.id, None), (second.id, date(2026, 10, 19)), (draft.id, date(2026, 10, 26))
    ]  # fmt: skip
