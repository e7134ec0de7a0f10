"""SQLite files as files: a consistent copy in one file, also while others write, and whether a file is sound."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from models import Text
from store.errors import StoreError


class CopyError(StoreError):
    """A copy could not be read or written."""


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A scratch file in the same folder; it takes the place of `path` if the block ends well. Raises CopyError."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".db", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise _unwritten(path, error.strerror or str(error)) from error
    scratch = Path(name)
    try:
        yield scratch
        with scratch.open("rb+") as file:
            os.fsync(file.fileno())  # the copy is on the disk before it takes the other's place
        scratch.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise _unwritten(path, str(error)) from error
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise  # it is the source that failed
        raise _unwritten(path, str(error.orig)) from error
    finally:
        for rest in (scratch, Path(f"{scratch}-journal"), Path(f"{scratch}-wal"), Path(f"{scratch}-shm")):
            rest.unlink(missing_ok=True)


def copy_database(source: Path, target: Path) -> None:
    """A copy of the database as it is now, also while others write to it. Raises sqlite3.Error, OSError."""
    with (
        closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True, timeout=30)) as read,
        closing(sqlite3.connect(target)) as written,
    ):
        read.backup(written)
        written.execute("PRAGMA journal_mode = DELETE")  # all in one file, whatever the source does


def check_database(path: Path, shown: Path) -> None:
    """Look through the whole file for damage; `shown` is its name for people. Raises CopyError."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            dangling = connection.execute("PRAGMA foreign_key_check").fetchone()
    except sqlite3.Error:
        sound, dangling = False, None
    if not sound or dangling is not None:
        raise _damaged(shown)


def free_name(path: Path) -> Path:
    """This path, or the first with a number that is not taken: kehou.db, kehou-2.db …"""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def unreadable(path: Path, detail: str) -> CopyError:
    """The error for a file that cannot be opened."""
    zh = f"读不了 {path}（{detail}）：请检查文件和权限。"
    return CopyError(Text(zh, f"{path} cannot be read ({detail}): check the file and its permissions."))


def own_file(path: Path) -> CopyError:
    """The error for a backup into the very file of the store."""
    zh = f"{path} 就是正在使用的数据文件：请把备份存成另外一个文件。"
    return CopyError(Text(zh, f"{path} is the file that is in use: choose another one for the backup."))


def _damaged(path: Path) -> CopyError:
    zh = f"{path} 不是课后的备份，或者已经损坏：没有恢复，现有数据没有改动。"
    en = f"{path} is no backup of Kehou, or is damaged: nothing was restored, the present data are as they were."
    return CopyError(Text(zh, en))


def _unwritten(path: Path, detail: str) -> CopyError:
    zh = f"{path} 没有写成（{detail}）：请检查磁盘空间、文件夹和权限。"
    return CopyError(Text(zh, f"{path} was not written ({detail}): look at disk space, folder and permissions."))
