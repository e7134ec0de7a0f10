"""How the database is spoken to: safe settings, transactions that hold, and its errors as sentences."""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry

from models import Text
from store.errors import StoreError

BUSY_SECONDS = 30  # how long one writer waits for another
_WRITING = {"sqlite_begin": "IMMEDIATE"}


class FullDiskError(StoreError):
    """There is no room; what was saved before is as it was."""


class BusyError(StoreError):
    """Others held the store for too long."""


class UnreachableError(StoreError):
    """The file cannot be opened or written, or the server does not answer or does not let us in."""


class DamagedError(StoreError):
    """The file is no database, or is damaged."""


def engine_for(url: URL) -> Engine:
    """An engine with our settings. For SQLite the folder is made, for this user alone, if there is none."""
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
        except (NoSuchModuleError, ModuleNotFoundError):
            zh = '连接 PostgreSQL 需要 psycopg：请运行 pip install "psycopg[binary]"。'
            en = 'PostgreSQL needs psycopg: run pip install "psycopg[binary]".'
            raise UnreachableError(Text(zh, en)) from None
    path = Path(str(url.database))
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _unreachable_file(path, error.strerror or str(error)) from error
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same engine, whose transactions take SQLite's write lock at once.

    A transaction that reads first and writes later could find that another one has written in between; SQLite then
    refuses at once, without waiting.
    """
    return engine.execution_options(**_WRITING)


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # transactions are begun by _begin, not guessed by the driver
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")  # a power cut takes nothing that was saved
    connection.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten, not just forgotten


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('sqlite_begin', 'DEFERRED')}")


@contextmanager
def sentences(place: str) -> Iterator[None]:
    """The database's errors as ours. Mistakes of ours (a wrong statement, a broken constraint) stay as they are."""
    try:
        yield
    except (zlib.error, UnicodeDecodeError) as error:  # a packed text that cannot be unpacked
        raise _damaged(place) from error
    except PoolTimeoutError as error:  # of the pool: more threads at work than connections
        raise _busy() from error
    except DBAPIError as error:
        found = _sentence(place, error)
        if found is None:
            raise
        raise found from error


def _sentence(place: str, error: DBAPIError) -> StoreError | None:
    if isinstance(error.orig, sqlite3.Error):
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF  # the low byte is the kind, the rest the detail
        return _sqlite_sentence(place, code, str(error.orig))
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        no_connection = error.connection_invalidated or error.statement is None
        return _unreachable_server(place, str(error.orig)) if no_connection else None
    return _postgresql_sentence(place, state, str(error.orig))


def _sqlite_sentence(place: str, code: int, detail: str) -> StoreError | None:
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        return _full(place, detail)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return _busy()
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return _unreachable_file(Path(place), detail)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return _damaged(place)
    return None


def _postgresql_sentence(place: str, state: str, detail: str) -> StoreError | None:
    if state in ("53100", "53200"):
        return _full(place, detail)
    if state == "55P03":
        return _busy()
    if state[:2] in ("08", "28", "3D", "57") or state == "53300":
        return _unreachable_server(place, detail)
    return None


def _full(place: str, detail: str) -> StoreError:
    zh = f"没有保存：{place} 所在的磁盘写不下了（{detail}）。以前保存的都在；请清理磁盘后再存一次。"
    en = f"Not saved: the disk of {place} is full ({detail}). What was saved before is safe; make room and save again."
    return FullDiskError(Text(zh, en))


def _damaged(place: str) -> StoreError:
    zh = f"{place} 不是课后的数据文件，或者已经损坏：请用备份恢复。"
    return DamagedError(Text(zh, f"{place} is no store of Kehou, or is damaged: restore a backup."))


def _busy() -> StoreError:
    return BusyError(
        Text(
            "别的窗口正在读写数据，等了很久也没有轮到，这次没有做。请稍后再试。",
            "Others are reading and writing, and our turn did not come for long: nothing was done. Try again.",
        )
    )


def _unreachable_file(path: Path, detail: str) -> StoreError:
    zh = f"打不开或写不了 {path}（{detail}）：请检查权限和磁盘，或用环境变量 KEHOU_DATA 换一个文件夹。"
    en = f"{path} cannot be opened or written ({detail}): check permissions, or name another folder in KEHOU_DATA."
    return UnreachableError(Text(zh, en))


def _unreachable_server(place: str, detail: str) -> StoreError:
    first = detail.strip().splitlines()[0] if detail.strip() else "?"
    zh = f"连不上数据库 {place}（{first}）：请检查服务器、网络和 KEHOU_STORE 里的用户与密码。"
    en = f"The database {place} cannot be reached ({first}): check server, network, user and password (KEHOU_STORE)."
    return UnreachableError(Text(zh, en))
