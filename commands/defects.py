"""A mistake of the program: one sentence on the screen, the details in a file that says nothing of the school."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from datetime import datetime
from importlib import metadata
from pathlib import Path

from models.text import Text

_PACKAGES = ("kehou", "ortools", "openpyxl", "pydantic", "rich", "typer", "XlsxWriter")
_ROOT = Path(__file__).resolve().parent.parent


def reported(error: BaseException, command: str) -> Text:
    """Write the details down; the sentence says where they are and what to do with them."""
    try:
        path = _write(details(error, command), state_folders(os.environ, Path.home()))
    except (OSError, RuntimeError):  # no folder may be written, or there is no home folder
        return Text(
            "程序自身出了错，不是您的数据填错；错误记录也没能写下来。请把这句话和您做的步骤告诉开发者。",
            "This is a mistake of the program, not of your data, and its record could not be written: please tell the "
            "developers what you did.",
        )
    return Text(
        f"程序自身出了错，不是您的数据填错：请把 {path} 发给开发者（里面没有学校的数据），并说明做了什么。",
        f"This is a mistake of the program, not of your data: please send {path} to the developers (it holds "
        "nothing of your school's data) and say what you did.",
    )


def details(error: BaseException, command: str) -> str:
    """What a developer needs. The errors' own words are left out, and so are folders: they may name people."""
    lines = [
        f"kehou {command}",
        f"Python {platform.python_version()}, {platform.system()} {platform.release()}, {platform.machine()}",
        ", ".join(_versions()),
    ]
    seen: BaseException | None = error
    while seen is not None:
        lines += ["", type(seen).__qualname__]
        for frame in traceback.extract_tb(seen.__traceback__):
            lines.append(f"  {_file(frame.filename)}:{frame.lineno} {frame.name}")
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines) + "\n"


def state_folders(environment: Mapping[str, str], home: Path) -> Iterator[Path]:
    """Where programs of this system keep such records; the folder for scratch files where that fails."""
    if sys.platform == "win32":
        yield Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / "kehou"
    elif sys.platform == "darwin":
        yield home / "Library" / "Logs" / "kehou"
    else:
        yield Path(environment.get("XDG_STATE_HOME") or home / ".local" / "state") / "kehou"
    yield Path(tempfile.gettempdir())


def _write(text: str, folders: Iterator[Path]) -> Path:
    failure: OSError = FileNotFoundError("no folder")
    for folder in folders:
        path = folder / f"kehou-defect-{datetime.now().astimezone():%Y%m%d-%H%M%S}-{os.getpid()}.log"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            failure = error
        else:
            return path
    raise failure


def _versions() -> Iterator[str]:
    for package in _PACKAGES:
        try:
            yield f"{package} {metadata.version(package)}"
        except metadata.PackageNotFoundError:
            yield f"{package} ?"


def _file(name: str) -> str:
    """The file below the project, a package folder or Python's own; never the folders above, which may name people."""
    path = Path(name)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.parts:
        return path.relative_to(_ROOT).as_posix()
    parts = path.parts
    start = parts.index("site-packages") + 1 if "site-packages" in parts else len(parts) - 2
    return "/".join(parts[max(0, start) :])
