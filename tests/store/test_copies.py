"""Backup and restore: one file, everything in it, checked before anything is replaced."""

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from models import Outcome, Problem, Scenario, Status, TermLog
from scheduler.term import dated
from store import (
    FRESH,
    Access,
    CopyError,
    DamagedError,
    JobRunningError,
    JobState,
    Mark,
    NewerStoreError,
    NotAStoreError,
    NotFoundError,
    SavedSchool,
    SchoolId,
    Store,
    StoreError,
)
from store.access_tables import OF_THIS_INSTALLATION
from tests.store.clock import Clock
from tests.store.words import DONE, EDITED, FIRST, READY
from tests.timetables import tiny_timetable


def everything(store: Store) -> list[object]:
    """All that a store says of itself."""
    found: list[object] = []
    for school in (*store.schools(), *store.schools(removed=True)):
        found += [school, store.scenarios(school.id), store.scenario_results(school.id), store.jobs(school.id)]
        found += [store.settings(school.id, "prices")]
        found += [store.version(school.id, head.number) for head in store.versions(school.id)]
        found += [(store.timetable(head.id), store.term_log(head.id)) for head in store.timetables(school.id)]
        found += [(store.marks(job.id), store.best(job.id, Outcome)) for job in store.jobs(school.id)]
    return found


@pytest.fixture
def full(store: Store, school: SavedSchool, problem: Problem) -> Store:
    """A store with something in every table."""
    outcome = Outcome(status=Status.FEASIBLE, timetable=tiny_timetable(problem), seconds=1)
    store.save_version(school.id, document="错的", problem=None, who="李", note=EDITED, after=1)
    draft = store.save_timetable(school.id, outcome, version=1, who="王", note=DONE)
    child = store.save_timetable(school.id, tiny_timetable(problem), version=1, who="王", note=DONE, parent=draft.id)
    store.publish(draft.id, who="王", note=READY)
    store.publish(child.id, who="王", note=READY)
    store.save_scenario(school.id, Scenario(name="少一间"), who="王", after=0)
    store.save_scenario_result(school.id, "少一间", outcome, number=1, version=1)
    store.save_settings(school.id, "prices", {"a": 1}, who="王", after=0)
    store.save_term_log(child.id, TermLog.of(dated(problem, child.timetable)), who="王", after=0)
    job = store.start_job(school.id, 1, "solve", "王")
    store.beat(job.id, Mark(1, 2, 3.5))
    store.keep_best(job.id, outcome)
    store.end_job(job.id, JobState.DONE, DONE)
    other = store.add_school("乙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    store.remove_school(other.id, who="李")
    return store


def test_a_backup_is_one_file_that_holds_everything(full: Store, tmp_path: Path) -> None:
    path = tmp_path / "备份 %20#1.db"
    full.backup(path)
    assert [p.name for p in tmp_path.iterdir() if p.name != "data"] == [path.name]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        names = tables - OF_THIS_INSTALLATION
        assert all(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names)
    copy = Store.open(str(path))
    assert everything(copy) == everything(full)
    copy.close()


def test_a_backup_restored_brings_everything_back_and_keeps_what_was_there(
    full: Store, school: SavedSchool, tmp_path: Path
) -> None:
    before = everything(full)
    full.backup(tmp_path / "a.db")
    full.save_version(school.id, document="later", problem=None, who="李", note=EDITED, after=2)
    full.add_school("丙校", "2026秋", document="{}", problem=None, who="李", note=FIRST)
    after = everything(full)
    kept = full.restore(tmp_path / "a.db")
    assert everything(full) == before
    assert kept.parent == tmp_path / "data"
    full.restore(kept)  # what was there can be brought back in its turn
    assert everything(full) == after


def test_a_backup_goes_from_one_kind_of_database_to_the_other(full: Store, sqlite_url: str, tmp_path: Path) -> None:
    full.backup(tmp_path / "a.db")
    other = Store.open(sqlite_url + "-other")
    other.restore(tmp_path / "a.db")
    assert everything(other) == everything(full)
    other.backup(tmp_path / "b.db")
    full.restore(tmp_path / "b.db")
    assert everything(full) == everything(other)
    other.close()


def test_saving_goes_on_after_a_restore(full: Store, school: SavedSchool, tmp_path: Path) -> None:
    full.backup(tmp_path / "a.db")
    full.restore(tmp_path / "a.db")
    assert full.save_version(school.id, document="3", problem=None, who="王", note=EDITED, after=2).number == 3


def test_a_restored_school_that_was_not_in_the_backup_is_gone(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "empty.db")
    school = store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    store.restore(tmp_path / "empty.db")
    assert store.schools() == ()
    with pytest.raises(NotFoundError):
        store.version(SchoolId(school.id))


def damaged_page(path: Path) -> None:
    """A backup whose middle was overwritten."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = b"\xff" * 4096
    path.write_bytes(bytes(content))


def damaged_value(path: Path) -> None:
    """A backup in which the database is sound, but a text cannot be unpacked."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE version SET document = x'00'")


def dangling(path: Path) -> None:
    """A backup in which something refers to a version that is not there."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE timetable SET version = 99")


def newer(path: Path) -> None:
    """A backup of a release to come."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE kehou_version SET version_num = '9999'")


def other_program(path: Path) -> None:
    """Another program's database."""
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (id)")


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (damaged_page, CopyError),
        (damaged_value, DamagedError),
        (dangling, CopyError),
        (newer, NewerStoreError),
        (other_program, NotAStoreError),
        (lambda path: path.write_bytes(b""), NotAStoreError),
        (lambda path: path.write_bytes(b"PK\x03\x04 a workbook" * 99), CopyError),
        (lambda path: path.write_bytes(path.read_bytes()[:5000]), CopyError),
        (lambda path: path.unlink(), CopyError),
    ],
)
def test_a_file_that_is_no_sound_backup_replaces_nothing(
    full: Store, tmp_path: Path, spoil: Callable[[Path], object], refusal: type[StoreError]
) -> None:
    path = tmp_path / "a.db"
    full.backup(path)
    spoil(path)
    before = everything(full)
    with pytest.raises(refusal) as refused:
        full.restore(path)
    assert str(path) in refused.value.text.zh
    assert everything(full) == before
    assert list((tmp_path / "data").glob("*before-restore*")) == []


def test_nothing_is_restored_under_a_running_job(
    store: Store, school: SavedSchool, tmp_path: Path, clock: Clock
) -> None:
    store.backup(tmp_path / "a.db")
    job = store.start_job(school.id, 1, "solve", "王")
    with pytest.raises(JobRunningError):
        store.restore(tmp_path / "a.db")
    assert store.job(job.id).running
    clock.pass_by(FRESH.total_seconds() + 1)
    store.restore(tmp_path / "a.db")
    assert store.jobs(school.id) == ()


def test_a_backup_that_cannot_be_written_leaves_the_old_one(store: Store, tmp_path: Path) -> None:
    with pytest.raises(CopyError, match="没有写成"):
        store.backup(tmp_path / "no such folder" / "a.db")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CopyError, match="没有写成"):
        store.backup(tmp_path / "folder")
    assert sorted(p.name for p in tmp_path.iterdir() if p.name != "data") == ["folder"]


def test_a_backup_never_takes_the_place_of_the_store(sqlite_url: str, tmp_path: Path) -> None:
    store = Store.open(sqlite_url)
    store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    with pytest.raises(CopyError, match="另外一个文件"):
        store.backup(tmp_path / "data" / ".." / "data" / "kehou.db")
    store.close()  # a store without open connections can be copied as well
    store.backup(tmp_path / "a.db")
    copy = Store.open(str(tmp_path / "a.db"))
    assert copy.schools() == store.schools()
    copy.close()
    store.close()


def test_a_disk_that_is_full_at_the_last_moment_leaves_the_old_backup(
    full: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"the old backup")
    monkeypatch.setattr("store.files.os.fsync", _no_space)
    with pytest.raises(CopyError, match="磁盘空间"):
        full.backup(path)
    assert path.read_bytes() == b"the old backup"
    assert [p.name for p in tmp_path.iterdir() if p.name != "data"] == ["a.db"]


def _no_space(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_backup_holds_no_passwords_and_a_restore_leaves_them_as_they_are(
    store: Store, school: SavedSchool, tmp_path: Path
) -> None:
    store.set_password(Access.OFFICE, "office-2026", who="沈")
    token, _ = store.sign_in("office-2026", name="沈", address=None)
    store.backup(tmp_path / "backup.db")
    kept = (tmp_path / "backup.db").read_bytes()
    assert school.name.encode() in kept  # it is a backup
    assert b"scrypt$" not in kept
    with closing(sqlite3.connect(tmp_path / "backup.db")) as connection:
        for table in OF_THIS_INSTALLATION:
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    store.restore(tmp_path / "backup.db")
    assert store.signed_in(token) is not None
    assert store.has_password(Access.OFFICE)
    assert store.schools() == (school,)
