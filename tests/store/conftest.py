"""Every test of the store runs on SQLite and on PostgreSQL, each time on an empty database of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from models import Problem
from store import SavedSchool, Store
from tests.builders import tiny_school
from tests.store.server import binaries, running_server
from tests.store.words import FIRST

_numbers = count(1)


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 9, 1, 7, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The time."""
        return self.now

    def pass_by(self, seconds: float) -> None:
        """Move it on."""
        self.now += timedelta(seconds=seconds)


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
def url(request: pytest.FixtureRequest) -> Iterator[str]:
    """An empty database."""
    if request.param == "sqlite":
        yield request.getfixturevalue("sqlite_url")
        return
    server = request.getfixturevalue("postgresql")
    name = f"test_{next(_numbers)}"
    with psycopg.connect(server + "postgres", autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield server + name
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


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
