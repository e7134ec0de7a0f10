"""What somebody who has signed in writes: as long as that holds, refused afterwards, and never half way between."""

from concurrent.futures import Future, ThreadPoolExecutor, wait
from datetime import timedelta
from threading import Event

import pytest
from sqlalchemy.orm import Session

from models import Problem
from store import Access, NotAllowedError, PublishedOnly, SavedSchool, SignedOutError, Store, WhileSignedIn, sign_ins
from tests.store.clock import Clock
from tests.store.words import DONE, EDITED
from tests.timetables import tiny_timetable

OFFICE, READER = "office-2026", "reader-2026"


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hashing has tests of its own, and takes half a second each time."""
    monkeypatch.setattr(sign_ins, "hashed", lambda password: f"kept:{password}")
    monkeypatch.setattr(sign_ins, "fits", lambda password, kept: kept == f"kept:{password}")


@pytest.fixture
def token(store: Store) -> str:
    """Of the office, which has signed in."""
    store.set_password(Access.OFFICE, OFFICE, who="沈")
    store.set_password(Access.READER, READER, who="沈")
    return store.sign_in(OFFICE, name="沈", address=None)[0]


def save(store: Store, school: SavedSchool, after: int = 1) -> int:
    """A new version of the data; its number."""
    return store.save_version(school.id, document="new", problem=None, who="沈", note=EDITED, after=after).number


def test_signed_in_one_reads_and_writes_as_ever(store: Store, school: SavedSchool, token: str) -> None:
    held = WhileSignedIn.of(store, token)
    assert save(held, school) == 2
    assert held.schools() == store.schools()
    held.close()  # closes nothing: others use it
    assert store.version(school.id).document == "new"


@pytest.mark.parametrize("end", ["signed out", "password changed", "password removed", "time is up", "never"])
def test_afterwards_nothing_is_written(
    store: Store, school: SavedSchool, token: str, clock: Clock, problem: Problem, end: str
) -> None:
    held = WhileSignedIn.of(store, "a guess" if end == "never" else token)
    match end:
        case "signed out":
            store.sign_out(token)
        case "password changed":
            store.set_password(Access.OFFICE, "another-2026", who="沈")
        case "password removed":
            store.remove_password(Access.OFFICE)
        case "time is up":
            clock.pass_by(timedelta(hours=12).total_seconds())
    for attempt in (
        lambda: save(held, school),
        lambda: held.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=DONE),
        lambda: held.remove_school(school.id, who="沈"),
        lambda: held.start_job(school.id, 1, "solve", "沈"),
    ):
        with pytest.raises(SignedOutError, match="没有保存") as refused:
            attempt()
        assert "Sign in again" in refused.value.text.en
    assert store.schools() == (school,)
    assert store.school(school.id).newest == 1
    assert (store.timetables(school.id), store.jobs(school.id)) == ((), ())


def test_another_one_s_changed_password_ends_nothing(store: Store, school: SavedSchool, token: str) -> None:
    store.set_password(Access.READER, "reader-2027", who="沈")
    assert save(WhileSignedIn.of(store, token), school) == 2


@pytest.mark.usefixtures("token")
def test_a_reader_s_sign_in_writes_nothing_in_the_office_s_place(store: Store, school: SavedSchool) -> None:
    reader, _ = store.sign_in(READER, name="王", address=None)
    with pytest.raises(SignedOutError):
        save(WhileSignedIn.of(store, reader), school)
    with pytest.raises(NotAllowedError):
        save(PublishedOnly.of(store).for_long_work(), school)


def test_a_job_that_was_begun_may_end(store: Store, school: SavedSchool, token: str, problem: Problem) -> None:
    held = WhileSignedIn.of(store, token)
    job = held.start_job(school.id, 1, "solve", "沈")
    store.sign_out(token)
    at_work = held.for_long_work()
    at_work.beat(job.id, None)
    assert at_work.save_timetable(school.id, tiny_timetable(problem), version=1, who="沈", note=DONE).number == 1


def test_whoever_changes_the_password_waits_for_a_write_that_is_being_made(
    store: Store, school: SavedSchool, token: str
) -> None:
    """So that once it is changed nothing more comes from a tab of before."""
    held, begun = WhileSignedIn.of(store, token), Event()
    changed: Future[None] = Future()

    def work(_: Session) -> bool:
        begun.set()
        return bool(wait([changed], timeout=0.5).done)

    with ThreadPoolExecutor(2) as pool:
        writing = pool.submit(held._write, work)
        begun.wait()
        changing = pool.submit(store.set_password, Access.OFFICE, "another-2026", who="沈")
        changing.add_done_callback(lambda _: changed.set_result(None))
        assert not writing.result()  # while it wrote, the password could not be changed
        changing.result()
    with pytest.raises(SignedOutError):
        save(held, school)
