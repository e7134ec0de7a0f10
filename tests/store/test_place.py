"""Where the store lies, and what the app shows of it."""

import sys
from pathlib import Path

import pytest

from store import StoreError, UnreachableError, data_folder
from store.connection import engine_for
from store.place import location, store_url


@pytest.fixture
def nothing_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """No environment variable says where, and the home folder is /home/li."""
    for name in ("KEHOU_DATA", "KEHOU_STORE", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", classmethod(lambda cls: cls("/home/li")))


@pytest.mark.usefixtures("nothing_said")
@pytest.mark.parametrize(
    ("system", "variable", "expected"),
    [
        ("linux", None, "/home/li/.local/share/kehou"),
        ("linux", ("XDG_DATA_HOME", "/data/li"), "/data/li/kehou"),
        ("darwin", None, "/home/li/Library/Application Support/Kehou"),
        ("win32", None, "/home/li/AppData/Local/Kehou"),
        ("win32", ("LOCALAPPDATA", "/profile/Local"), "/profile/Local/Kehou"),
        ("win32", ("KEHOU_DATA", "/elsewhere"), "/elsewhere"),
    ],
)
def test_the_data_folder_is_where_the_system_keeps_a_users_data(
    monkeypatch: pytest.MonkeyPatch, system: str, variable: tuple[str, str] | None, expected: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    if variable is not None:
        monkeypatch.setenv(*variable)
    assert data_folder() == Path(expected).absolute()
    assert location(store_url()) == str(Path(expected).absolute() / "kehou.db")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("/data/school.db", "/data/school.db"),
        ("sqlite:////data/school.db", "/data/school.db"),
        ("postgresql://li:geheim@db.school/kehou", "postgresql://li@db.school/kehou"),
        ("postgres://li:geheim@db.school:5433/kehou", "postgresql://li@db.school:5433/kehou"),
        ("postgresql+psycopg://db/k?password=geheim&sslmode=require", "postgresql://db/k?sslmode=require"),
    ],
)
def test_the_location_is_shown_without_a_password(monkeypatch: pytest.MonkeyPatch, given: str, shown: str) -> None:
    assert location(store_url(given)) == shown
    monkeypatch.setenv("KEHOU_STORE", given)
    assert location(store_url()) == shown


@pytest.mark.parametrize("given", ["mysql://db/kehou", "://", "sqlite://", "sqlite:///:memory:", "http://school/"])
def test_any_other_database_is_a_sentence(given: str) -> None:
    with pytest.raises(StoreError, match="KEHOU_STORE"):
        store_url(given)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(UnreachableError, match="KEHOU_DATA"):
        engine_for(store_url(str(tmp_path / "file" / "kehou.db")))


def test_without_the_driver_postgresql_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UnreachableError, match="pip install"):
        engine_for(store_url("postgresql://db/kehou"))
