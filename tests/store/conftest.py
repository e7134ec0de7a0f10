"""Every test of the store runs on SQLite and on PostgreSQL, each time in an empty place of its own."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from models import Problem
from store import SavedSchool, Store
from tests.builders import tiny_school
from tests.store.clock import Clock
from tests.store.server import binaries, running_server
from tests.store.words import FIRST

_numbers = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a server, without the name of a database."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL server programs (initdb, pg_ctl) on this machine: install the package postgresql")
    with running_server(programs) as url:
        yield url


@pytest.fixture(autouse=True)
def _own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KEHOU_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("KEHOU_STORE", raising=False)


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """A file that is not there yet."""
    return str(tmp_path / "data" / "kehou.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    """An empty database."""
    if request.param == "sqlite":
        file: str = request.getfixturevalue("sqlite_url")
        return file
    database = request.getfixturevalue("postgresql") + "postgres"
    name = f"test_{next(_numbers)}"  # a schema of its own is as good as a database, and made ten times as fast
    with psycopg.connect(database, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(name)))
    return f"{database}?options=-csearch_path%3D{name}"


@pytest.fixture
def clock() -> Clock:
    """A clock that the test moves."""
    return Clock()


@pytest.fixture
def store(url: str, clock: Clock) -> Iterator[Store]:
    """An open, empty store with the test's clock."""
    opened = Store.open(url, clock=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def problem() -> Problem:
    """The small school's data."""
    return tiny_school()


@pytest.fixture
def school(store: Store, problem: Problem) -> SavedSchool:
    """The small school, saved."""
    return store.add_school("示例小学", "2026秋", document='{"教师":[]}', problem=problem, who="王主任", note=FIRST)
