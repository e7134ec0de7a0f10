"""Runs `kehou` in this process or in one of its own, and makes the small files that it works on."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

import cli
from exchange.json_files import write_json
from models import Problem, Timetable
from tests.builders import tiny_school
from tests.timetables import tiny_timetable

CLI = Path(cli.__file__)
QUICK = ("--workers", "1", "--seconds", "30")  # one worker needs no second process; the tiny school takes 0.3 s


@dataclass(frozen=True)
class Ended:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def answer(self) -> dict[str, Any]:
        """The JSON object that is all of stdout."""
        found = json.loads(self.out)
        assert isinstance(found, dict)
        return found


def kehou(*words: object) -> Ended:
    """Run a command in this process."""
    result = CliRunner().invoke(cli.app, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return Ended(result.exit_code, result.stdout, result.stderr)


def process(*words: object, environment: Mapping[str, str] | None = None) -> Ended:
    """Run a command in a process of its own, as a shell does."""
    command = [sys.executable, str(CLI), *(str(word) for word in words)]
    ended = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        env=None if environment is None else dict(environment),
        check=False,
    )
    assert "Traceback" not in ended.stdout + ended.stderr
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def school_file(folder: Path, problem: Problem | None = None) -> Path:
    """A school as JSON; the tiny one, if none is given."""
    path = folder / "school.json"
    write_json(problem or tiny_school(), path)
    return path


def timetable_file(folder: Path, timetable: Timetable | None = None) -> Path:
    """A timetable as JSON; the valid one of the tiny school, if none is given."""
    path = folder / "timetable.json"
    write_json(timetable or tiny_timetable(tiny_school()), path)
    return path
