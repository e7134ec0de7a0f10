"""Many at the same moment: nothing is lost, nothing is there twice."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

import pytest

from models import Problem, Scenario, Text
from store import (
    Job,
    JobRunningError,
    JobState,
    LostUpdateError,
    SavedScenario,
    SavedSchool,
    SchoolExistsError,
    Store,
    StoreError,
    TimetableState,
    Version,
)
from tests.store.words import DONE, EDITED, FIRST
from tests.timetables import tiny_timetable

T = TypeVar("T")
PEOPLE = 6


@pytest.fixture
def stores(url: str) -> Iterator[list[Store]]:
    """Two windows on the same data, as two processes would have them."""
    opened = [Store.open(url), Store.open(url)]
    yield opened
    for store in opened:
        store.close()


@pytest.fixture
def shared(stores: list[Store], problem: Problem) -> SavedSchool:
    """A school that all of them edit."""
    return stores[0].add_school("甲", "秋", document="0", problem=problem, who="王", note=FIRST)


def all_at_once(stores: list[Store], work: Callable[[Store, int], T]) -> list[T | StoreError]:
    """Each person does the work at the same moment, half of them in each window; what came of it."""
    start = Barrier(PEOPLE)

    def person(number: int) -> T | StoreError:
        start.wait()
        try:
            return work(stores[number % 2], number)
        except StoreError as refused:
            return refused

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(person, range(PEOPLE)))


@pytest.mark.parametrize("after", [1, 2, 3])
def test_of_many_edits_of_one_version_one_is_saved_and_the_others_hear_of_it(
    stores: list[Store], shared: SavedSchool, after: int
) -> None:
    for number in range(1, after):
        stores[0].save_version(shared.id, document="", problem=None, who="王", note=EDITED, after=number)

    def save(store: Store, number: int) -> Version:
        mine = str(number)
        return store.save_version(shared.id, document=mine, problem=None, who=mine, note=EDITED, after=after)

    came = all_at_once(stores, save)
    (saved,) = [c for c in came if isinstance(c, Version)]
    refused = [c for c in came if isinstance(c, LostUpdateError)]
    assert len(refused) == PEOPLE - 1
    assert {(r.theirs.number, r.theirs.who, r.yours) for r in refused} == {(after + 1, saved.document, after)}
    assert stores[1].version(shared.id) == saved
    assert len(stores[1].versions(shared.id)) == after + 1


def test_who_compares_and_saves_again_gets_in_and_no_edit_is_lost(stores: list[Store], shared: SavedSchool) -> None:
    # Each person adds a line to the newest document, and begins anew when somebody was faster.
    def add_lines(store: Store, number: int) -> int:
        refusals = 0
        for line in range(3):
            while True:
                newest = store.version(shared.id)
                document = f"{newest.document}\n{number}.{line}"
                try:
                    store.save_version(
                        shared.id, document=document, problem=None, who="王", note=EDITED, after=newest.number
                    )
                    break
                except LostUpdateError:
                    refusals += 1
        return refusals

    came = all_at_once(stores, add_lines)
    assert all(isinstance(c, int) for c in came)
    newest = stores[0].version(shared.id)
    assert newest.number == 1 + 3 * PEOPLE
    lines = newest.document.splitlines()
    assert sorted(lines[1:]) == sorted(f"{n}.{line}" for n in range(PEOPLE) for line in range(3))


def test_two_people_cannot_start_the_same_job(stores: list[Store], shared: SavedSchool) -> None:
    for finished in range(3):
        came = all_at_once(stores, lambda store, number: store.start_job(shared.id, 1, "solve", str(number)))
        (job,) = [c for c in came if isinstance(c, Job)]
        refused = [c for c in came if isinstance(c, JobRunningError)]
        assert len(refused) == PEOPLE - 1
        assert {r.job.id for r in refused} == {job.id}
        assert job.number == finished + 1
        for store in stores:
            stores[0].ask_stop(job.id)
            assert store.beat(job.id).must_stop
        stores[1].end_job(job.id, JobState.STOPPED, DONE)


def test_one_name_is_given_once(stores: list[Store]) -> None:
    came = all_at_once(
        stores,
        lambda store, number: store.add_school("甲", "秋", document="", problem=None, who=str(number), note=FIRST),
    )
    (school,) = [c for c in came if isinstance(c, SavedSchool)]
    assert [c.existing for c in came if isinstance(c, SchoolExistsError)] == [school] * (PEOPLE - 1)
    assert stores[0].schools() == (school,)


def test_of_many_edits_of_one_scenario_one_is_saved(stores: list[Store], shared: SavedSchool) -> None:
    def save(store: Store, number: int) -> SavedScenario:
        return store.save_scenario(shared.id, Scenario(name="少一间", note=str(number)), who=str(number), after=after)

    for after in (0, 1):
        came = all_at_once(stores, save)
        (saved,) = [c for c in came if isinstance(c, SavedScenario)]
        assert sum(isinstance(c, LostUpdateError) for c in came) == PEOPLE - 1
        assert stores[1].scenarios(shared.id) == (saved,)
        assert saved.number == after + 1


def test_everybody_publishes_and_one_timetable_is_published(
    stores: list[Store], shared: SavedSchool, problem: Problem
) -> None:
    made = tiny_timetable(problem)

    def publish(store: Store, number: int) -> int:
        draft = store.save_timetable(shared.id, made, version=1, who=str(number), note=DONE)
        store.publish(draft.id, who=str(number), note=Text("发", "Out"))
        return draft.number

    came = all_at_once(stores, publish)
    numbers = [c for c in came if isinstance(c, int)]
    assert sorted(numbers) == list(range(1, PEOPLE + 1))  # each its own number, and nobody was refused
    states = [t.state for t in stores[0].timetables(shared.id)]
    assert states.count(TimetableState.PUBLISHED) == 1
    assert states.count(TimetableState.ARCHIVED) == PEOPLE - 1
    for head in stores[0].timetables(shared.id):
        steps = [step.state.value for step in stores[0].timetable(head.id).steps]
        assert steps == ["draft", "published", "archived"][: len(steps)]
