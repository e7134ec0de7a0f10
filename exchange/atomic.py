"""Write beside, then rename: a write that fails leaves the old file as it was."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]

from models import Text


class WriteError(Exception):
    """A file could not be written; `text` says why and what helps."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A scratch file in the same folder; it takes the place of `path` if the block ends well.

    Raises WriteError if the folder, the disk or the permissions do not allow it; then `path` is as before.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise WriteError(_reason(path, error)) from error
    scratch = Path(name)
    try:
        yield scratch
        scratch.chmod(_mode(path))
        scratch.replace(path)
    except OSError as error:
        raise WriteError(_reason(path, error)) from error
    except FileCreateError as error:  # how xlsxwriter wraps an OSError
        raise WriteError(_reason(path, error.args[0])) from error
    finally:
        scratch.unlink(missing_ok=True)


def check_writable(path: Path) -> None:
    """Find out now whether the file could be written later, and leave nothing behind. Raises WriteError."""
    try:
        path.parent.stat()  # mkstemp does not mind a missing folder before “..”
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=path.suffix, dir=path.parent)
        os.close(handle)
        Path(name).unlink()
        if path.exists():
            path.open("r+b").close()  # protected, a folder, or held by a spreadsheet program
    except OSError as error:
        raise WriteError(_reason(path, error)) from error


def write_atomically(path: Path, content: bytes) -> None:
    """Put these bytes into the file, all or nothing. Raises WriteError."""
    with written_beside(path) as scratch:
        scratch.write_bytes(content)


def _mode(path: Path) -> int:
    """Permissions for the new file: those of the old one, else what the system gives to new files."""
    if path.is_file():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _reason(path: Path, error: OSError) -> Text:
    if path.is_dir():
        return Text(
            f"{path} 是一个文件夹，不能写成文件：请另给一个文件名。",
            f"{path} is a folder and cannot be written as a file: give another file name.",
        )
    if not path.parent.is_dir():
        return Text(
            f"文件夹 {path.parent} 不存在，写不了 {path.name}：请先建文件夹，或换一个位置。",
            f"There is no folder {path.parent} to write {path.name} in: make it, or choose another place.",
        )
    if isinstance(error, PermissionError):
        return Text(
            f"没有写 {path} 的权限，或它正被别的程序打开：请先关闭它，或换一个位置。",
            f"{path} may not be written, or is open in another program: close it, or choose another place.",
        )
    detail = error.strerror or type(error).__name__
    return Text(
        f"{path} 没有写成（{detail}）：请检查磁盘空间和位置。",
        f"{path} was not written ({detail}): look at the disk space and the place.",
    )
