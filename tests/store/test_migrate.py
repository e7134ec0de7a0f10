"""Migrations: they end at the tables of the program, run once, all or nothing, and refuse a newer store."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

from store import NewerStoreError, SavedSchool, Store, StoreError
from store import migrate as migrating
from store.migrate import MIGRATIONS, VERSION_TABLE
from store.tables import Row
from tests.builders import tiny_school
from tests.store.words import FIRST
from tests.timetables import tiny_timetable

_SECOND = '''"""A change to come."""
from alembic import op
revision = "9999"
down_revision = "{present}"


def upgrade() -> None:
    """One more table{more}."""
    op.execute("CREATE TABLE kehou_second (id integer)")
    {last}
'''
_NEWEST = ScriptDirectory(str(MIGRATIONS)).get_current_head()


@pytest.fixture
def later_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The migrations of a release to come, with one more."""
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v9999_second.py").write_text(_SECOND.format(present=_NEWEST, more="", last=""))
    monkeypatch.setattr(migrating, "MIGRATIONS", folder)
    return folder


def tables(store: Store) -> set[str]:
    """The names of all tables."""
    return set(inspect(store._engine).get_table_names())


def test_the_migrations_lead_to_the_tables_of_the_program(store: Store) -> None:
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, Row.metadata) == []
    assert tables(store) == {*Row.metadata.tables, VERSION_TABLE}


def test_the_conditions_of_the_partial_indexes_are_there(store: Store) -> None:
    # The comparison above does not look at conditions, and what may exist once only hangs on them.
    where = f"{store._engine.dialect.name}_where"
    found = {
        index["name"]: str(index["dialect_options"][where])
        for table in ("school", "timetable", "job")
        for index in inspect(store._engine).get_indexes(table)
        if index["unique"] and where in index.get("dialect_options", {})
    }
    assert set(found) == {"school_one_of_a_name", "timetable_one_published", "job_one_running"}
    assert "removed IS NULL" in found["school_one_of_a_name"]
    assert "'published'" in found["timetable_one_published"]
    assert "'running'" in found["job_one_running"]


def test_a_store_of_a_newer_release_is_refused_and_left_alone(url: str) -> None:
    store = Store.open(url)
    saved = store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    store._write(lambda session: session.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'later'")))
    with pytest.raises(NewerStoreError, match="更新程序") as refused:
        Store.open(url)
    assert store.location in refused.value.text.en
    assert store.schools() == (saved,)
    store.close()


@pytest.mark.usefixtures("store", "school", "later_release")
def test_a_store_of_an_older_release_is_brought_up_and_a_copy_is_kept(
    url: str, school: SavedSchool, tmp_path: Path
) -> None:
    brought_up = Store.open(url)
    assert "kehou_second" in tables(brought_up)
    assert brought_up.schools() == (school,)
    brought_up.close()
    kept = list((tmp_path / "data").glob(f"*before-update-from-{_NEWEST}.db"))
    assert len(kept) == (1 if brought_up._file else 0)  # PostgreSQL's administrator makes its own copies
    for path in kept:
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("SELECT name FROM school").fetchall() == [(school.name,)]
    Store.open(url).close()
    assert list((tmp_path / "data").glob("*before-update*")) == kept  # the second time there is nothing to do


def test_a_store_of_the_first_release_comes_up_with_all_that_it_holds(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = tmp_path / "first"
    shutil.copytree(MIGRATIONS, first, ignore=shutil.ignore_patterns("__pycache__"))
    for later in (first / "versions").glob("v*.py"):
        if later.name != "v0001_first.py":
            later.unlink()
    monkeypatch.setattr(migrating, "MIGRATIONS", first)
    old = Store.open(url)
    assert "password" not in tables(old)
    assert "term_log" not in tables(old)
    saved = old.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    old.close()
    monkeypatch.setattr(migrating, "MIGRATIONS", MIGRATIONS)
    new = Store.open(url)
    assert new.schools() == (saved,)
    assert tables(new) == {*Row.metadata.tables, VERSION_TABLE}
    new.close()


def test_what_was_published_before_there_were_first_days_is_in_force_from_the_beginning(url: str) -> None:
    """The third release knew no first day: its store is this one's without the column."""
    problem, note = tiny_school(), FIRST
    old = Store.open(url)
    school = old.add_school("甲", "秋", document="{}", problem=problem, who="王", note=note)
    table = old.save_timetable(school.id, tiny_timetable(problem), version=1, who="王", note=note)
    old.publish(table.id, who="王", note=note)

    def older(session: Session) -> None:
        session.execute(text("ALTER TABLE timetable_step DROP COLUMN first_day"))
        session.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0003'"))

    old._write(older)
    old.close()
    new = Store.open(url)
    assert [(turn.saved.id, turn.first_day) for turn in new.turns(school.id)] == [(table.id, None)]
    again = new.save_timetable(school.id, tiny_timetable(problem), version=1, who="王", note=note)
    new.publish(again.id, who="王", note=note, first_day=date(2026, 10, 19))
    assert [turn.first_day for turn in new.turns(school.id)] == [None, date(2026, 10, 19)]
    new.close()


def test_a_migration_that_fails_half_way_changes_nothing(
    url: str, store: Store, school: SavedSchool, later_release: Path
) -> None:
    broken = _SECOND.format(present=_NEWEST, more=" and a mistake", last='raise OSError("the power fails")')
    (later_release / "versions" / "v9999_second.py").write_text(broken)
    with pytest.raises(OSError, match="the power fails"):
        Store.open(url)
    assert "kehou_second" not in tables(store)
    assert store.schools() == (school,)


def test_without_room_for_the_copy_nothing_is_migrated(
    sqlite_url: str, later_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrating, "MIGRATIONS", MIGRATIONS)
    store = Store.open(sqlite_url)
    monkeypatch.setattr(migrating, "MIGRATIONS", later_release)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("store.files.os.fsync", full)
    with pytest.raises(StoreError, match="磁盘空间"):
        Store.open(sqlite_url)
    assert "kehou_second" not in tables(store)
    store.close()


def test_many_may_open_a_new_store_at_the_same_moment(url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _: Store.open(url), range(6)))
    stores[0].add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    assert {len(store.schools()) for store in stores} == {1}
    for store in stores:
        store.close()
