"""Where the store lies: the user's data folder, or what KEHOU_DATA and KEHOU_STORE say."""

import os
import sys
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from models import Text
from store.errors import StoreError

FILE_NAME = "kehou.db"


def data_folder() -> Path:
    """The folder for what the app keeps: KEHOU_DATA, else where the system keeps a user's data. Need not exist."""
    chosen = os.environ.get("KEHOU_DATA")
    if chosen:
        return Path(chosen).expanduser().absolute()
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Kehou"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Kehou"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "kehou"


def store_url(given: str | None = None) -> URL:
    """The database: what is given, else KEHOU_STORE, else a file in the data folder. A plain path is an SQLite file.

    Raises StoreError for a URL that is none, or of a database that is neither SQLite nor PostgreSQL.
    """
    text = given or os.environ.get("KEHOU_STORE") or str(data_folder() / FILE_NAME)
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser().absolute()))
    try:
        url = make_url(text)
    except ArgumentError:
        raise _unknown() from None
    kind = url.get_backend_name()
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite", database=str(Path(url.database).absolute()))
    if kind in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    raise _unknown()


def location(url: URL) -> str:
    """What the app shows: the file's path, or the URL without any password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    query = {key: value for key, value in url.query.items() if "password" not in key.lower()}
    shown = URL.create("postgresql", url.username, None, url.host, url.port, url.database, query)
    return shown.render_as_string()


def _unknown() -> StoreError:
    return StoreError(
        Text(
            "KEHOU_STORE 写的不是可用的数据库：请写 SQLite 文件的路径，或 postgresql://用户:密码@主机/库名。",
            "KEHOU_STORE names no database that can be used: give the path of an SQLite file, or "
            "postgresql://user:password@host/name.",
        )
    )
