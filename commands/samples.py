"""What `kehou demo` works on, where it writes, and which class it shows."""

import os
import tempfile
from importlib import resources
from pathlib import Path

from commands.refused import RefusedError
from models import Problem, SessionKind, Text, Timetable

FOLDER = "kehou-demo"


def sample_school() -> Path:
    """The workbook of 崖窑小学."""
    return Path(str(resources.files("sample_inputs"))) / "yayao.xlsx"


def demo_folder(current: Path, home: Path) -> Path:
    """A folder for the results: here; or among the person's documents, where this place is read-only."""
    for place in (current, home / "Documents", home, Path(tempfile.gettempdir())):
        folder = place / FOLDER
        try:
            if place.is_dir():
                folder.mkdir(exist_ok=True)
                with tempfile.TemporaryFile(dir=folder):
                    return folder
        except OSError:
            continue
    raise RefusedError.because(
        "cannot_write",
        Text(
            f"哪里都建不了文件夹 {FOLDER}：请换到一个能写的文件夹再试。",
            f"A folder {FOLDER} can be made nowhere: go to a folder that may be written and try again.",
        ),
    )


def class_to_show(problem: Problem, timetable: Timetable) -> str:
    """The first class that walks to clubs, for there is most to see; else the first."""
    walking = {c for s in timetable.sessions if s.kind is SessionKind.CROSS_CLASS for c, n in s.pupils.items() if n}
    return next((c.id for c in problem.classes if c.id in walking), problem.classes[0].id)


def home() -> Path:
    """The person's own folder, or the current one where there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.curdir)
