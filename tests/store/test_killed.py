"""A killed process and a full disk: what was saved is there, and nothing is there by half."""

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, text
from sqlalchemy.orm import Session

import start
from models import Text
from store import FullDiskError, SavedSchool, SchoolId, Store, TimetableState
from tests.builders import tiny_school
from tests.store.words import DONE, EDITED, FIRST, READY
from tests.store.writer import document_of
from tests.timetables import tiny_timetable

ROOT = Path(start.__file__).parent
WRITER = [sys.executable, "-m", "tests.store.writer"]
NAME = "killed_writer"  # by which the server knows its connection


@pytest.fixture
def school_id(url: str) -> SchoolId:
    """A school in a store that is closed again."""
    store = Store.open(url)
    school = store.add_school("甲", "秋", document=document_of(1), problem=None, who="王", note=FIRST)
    store.close()
    return school.id


def check_whole(url: str, school: SchoolId, said: int) -> int:
    """All versions up to the newest are there and whole, and none of those that were said to be saved is missing."""
    store = Store.open(url)
    newest = store.school(school).newest
    assert newest >= said
    assert [head.number for head in store.versions(school)] == list(range(newest, 0, -1))
    for number in range(1, newest + 1):
        assert store.version(school, number).document == document_of(number)
    store.close()
    return newest


def wait_until_gone(url: str) -> None:
    """A PostgreSQL server ends the work of a killed client a moment later."""
    if "://" in url:
        with psycopg.connect(url, autocommit=True) as connection:
            while connection.execute(f"SELECT 1 FROM pg_stat_activity WHERE application_name = '{NAME}'").fetchone():
                time.sleep(0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that kills at once")
def test_a_killed_process_loses_nothing_that_was_saved_and_leaves_nothing_by_half(
    url: str, school_id: SchoolId
) -> None:
    # Killed after so many versions, and a moment later: somewhere within a save.
    address = f"{url}&application_name={NAME}" if "://" in url else url
    for round_, moment in enumerate((0.0, 0.002, 0.005, 0.011)):
        with subprocess.Popen([*WRITER, address, school_id], cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            said = 0
            for line in writer.stdout:
                said = int(line)
                if said >= 5 * (round_ + 1):
                    break
            time.sleep(moment)
            writer.send_signal(signal.SIGKILL)
            said = max([said, *(int(line) for line in writer.stdout if line.endswith("\n"))])
        wait_until_gone(url)
        assert writer.returncode == -signal.SIGKILL
        newest = check_whole(url, school_id, said)
        assert newest - said <= 1  # saved, but killed before it could say so


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files")
def test_a_disk_that_takes_no_more_is_a_sentence_and_loses_nothing(tmp_path: Path) -> None:
    # The system refuses to let any file of the writer grow: what a full disk does to the journal and the file.
    url = str(tmp_path / "kehou.db")
    store = Store.open(url)
    school = store.add_school("甲", "秋", document=document_of(1), problem=None, who="王", note=FIRST)
    store.close()
    done = subprocess.run(
        [*WRITER, url, school.id, "600000"], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    *numbers, sentence = done.stdout.splitlines()
    assert sentence.startswith("FullDiskError: 没有保存")
    assert check_whole(url, school.id, int(numbers[-1])) == int(numbers[-1])
    store = Store.open(url)  # with room again all goes on
    newest = int(numbers[-1])
    saved = store.save_version(school.id, document="x", problem=None, who="王", note=EDITED, after=newest)
    assert saved.number == newest + 1
    store.close()


def fill_up(store: Store) -> None:
    """From now on the file of this store must not grow by a single page."""
    file = store.location
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    event.listen(store._engine, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count = {pages}"))
    store.close()  # its next connections have the limit


def test_on_a_full_disk_each_kind_of_save_is_refused_as_a_whole(sqlite_url: str) -> None:
    store = Store.open(sqlite_url)
    problem = tiny_school()
    school = store.add_school("甲", "秋", document="1", problem=problem, who="王", note=FIRST)
    made = tiny_timetable(problem)
    first = store.save_timetable(school.id, made, version=1, who="王", note=DONE)
    second = store.save_timetable(school.id, made, version=1, who="王", note=DONE)
    store.publish(first.id, who="王", note=READY)
    before = Store.open(sqlite_url).schools()
    fill_up(store)
    big = document_of(2)
    with pytest.raises(FullDiskError, match="以前保存的都在"):
        store.save_version(school.id, document=big, problem=problem, who="王", note=EDITED, after=1)
    with pytest.raises(FullDiskError):
        store.add_school("乙", "秋", document=big, problem=None, who="王", note=FIRST)
    with pytest.raises(FullDiskError):
        store.save_settings(school.id, "prices", big, who="王", after=0)
    assert store.schools() == before  # not even the school's date of change was touched
    assert [v.number for v in store.versions(school.id)] == [1]
    # Publishing is several rows (two timetables and their steps): all or nothing. A long note finds no room.
    with pytest.raises(FullDiskError):
        store.publish(second.id, who="王", note=Text(big, big))
    assert [t.state for t in store.timetables(school.id)] == [TimetableState.DRAFT, TimetableState.PUBLISHED]
    with closing(sqlite3.connect(sqlite_url)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    store.close()


def test_an_error_in_the_middle_leaves_no_row_by_half(store: Store, school: SavedSchool) -> None:
    def half(session: Session) -> None:
        session.execute(text("UPDATE school SET name = '改了一半'"))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store._write(half)
    assert store.school(school.id) == school
