"""The settings that keep what was saved, and the database's errors as sentences."""

import sqlite3
import stat
import sys
import zlib
from contextlib import ExitStack, closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text, update
from sqlalchemy.orm import Session
from sqlalchemy.pool import QueuePool

from store import BusyError, DamagedError, NotAStoreError, SavedSchool, Store, UnreachableError
from store import connection as settings
from store.tables import SchoolRow
from tests.store.words import EDITED, FIRST


def test_sqlite_is_set_to_lose_nothing(sqlite_url: str) -> None:
    store = Store.open(sqlite_url)
    with store._engine.connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}
    store.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps the user's folder to the user by itself")
def test_the_data_are_for_the_user_alone(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "new" / "kehou.db")).close()
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_what_was_saved_is_there_when_the_store_is_opened_again(url: str) -> None:
    store = Store.open(url)
    saved = store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    store.close()
    again = Store.open(url)
    assert again.schools() == (saved,)
    again.close()


def test_a_file_that_is_no_database_is_a_sentence_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "kehou.db"
    path.write_bytes(b"a letter to the parents " * 500)
    with pytest.raises(DamagedError, match="备份"):
        Store.open(str(path))
    assert path.read_bytes() == b"a letter to the parents " * 500


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "kehou.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (id)")
    with pytest.raises(NotAStoreError):
        Store.open(str(path))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("photos",)]


def test_a_postgresql_database_may_be_shared_unless_a_name_is_taken(postgresql: str) -> None:
    with psycopg.connect(postgresql + "postgres", autocommit=True) as server:
        for name, table in (("shared", "photos"), ("taken", "school")):
            server.execute(f"CREATE DATABASE {name}")
            with psycopg.connect(postgresql + name, autocommit=True) as database:
                database.execute(f"CREATE TABLE {table} (id integer)")
    store = Store.open(postgresql + "shared")
    assert store.schools() == ()
    store.close()
    with pytest.raises(NotAStoreError):
        Store.open(postgresql + "taken")


def test_a_damaged_text_is_a_sentence(store: Store, school: SavedSchool) -> None:
    damage = text("UPDATE version SET document = :half")
    store._write(lambda session: session.execute(damage, {"half": zlib.compress(b"whole")[:-3]}))
    with pytest.raises(DamagedError):
        store.version(school.id)


def test_a_writer_that_waits_too_long_is_told_so(monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> None:
    monkeypatch.setattr(settings, "BUSY_SECONDS", 0.05)
    store = Store.open(sqlite_url)
    with closing(sqlite3.connect(sqlite_url, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.schools() == ()  # reading goes on meanwhile
        with pytest.raises(BusyError):
            store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)
    assert store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST).newest == 1
    store.close()


def test_more_threads_than_connections_wait_and_are_told_so_at_last(store: Store) -> None:
    pool = store._engine.pool
    assert isinstance(pool, QueuePool)
    pool._timeout = 0.05
    most = pool.size() + pool._max_overflow
    with ExitStack() as held:
        for _ in range(most):
            held.enter_context(store._engine.connect())
        with pytest.raises(BusyError):
            store.schools()
    assert store.schools() == ()


@pytest.mark.parametrize(
    "address", ["postgresql://kehou:geheim@127.0.0.1:1/kehou", "postgresql://kehou:geheim@nowhere.invalid/kehou"]
)
def test_a_server_that_does_not_answer_is_a_sentence_without_the_password(address: str) -> None:
    with pytest.raises(UnreachableError) as refused:
        Store.open(address)
    assert "geheim" not in refused.value.text.zh + refused.value.text.en
    assert "KEHOU_STORE" in refused.value.text.zh


def test_a_database_that_does_not_exist_is_a_sentence(postgresql: str) -> None:
    with pytest.raises(UnreachableError):
        Store.open(postgresql + "nowhere")


def test_a_server_that_throws_us_out_is_a_sentence_and_afterwards_all_goes_on(postgresql: str) -> None:
    with psycopg.connect(postgresql + "postgres", autocommit=True) as server:
        server.execute("CREATE DATABASE thrown")
        store = Store.open(postgresql + "thrown")
        school = store.add_school("甲", "秋", document="{}", problem=None, who="王", note=FIRST)

        def thrown_out(session: Session) -> None:
            session.execute(update(SchoolRow).values(name="half-way"))
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'thrown'")
            session.execute(text("SELECT 1"))

        with pytest.raises(UnreachableError):
            store._write(thrown_out)
        assert store.schools() == (school,)
        assert store.save_version(school.id, document="2", problem=None, who="王", note=EDITED, after=1).number == 2
        store.close()
