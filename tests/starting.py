"""A machine without a network for the tests of start.py: the commands that it would run are recorded and answered."""

from collections.abc import Callable
from pathlib import Path

import pytest

import start


class Machine:
    """Stands in for the machine: records the commands and answers as a Python and a pip would."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.commands: list[list[str]] = []
        self.handed_over: list[list[str]] = []
        self.pip_answer = (0, "")
        self.during_pip: Callable[[], None] = lambda: None

    def run(self, command: list[str]) -> tuple[int, str]:
        self.commands.append(command)
        if "venv" in command:
            start.venv_python().parent.mkdir(parents=True)
            start.venv_python().touch()
            return 0, ""
        self.during_pip()
        return self.pip_answer

    def hand_over(self, words: list[str]) -> int:
        self.handed_over.append(words)
        return 7

    @property
    def installs(self) -> list[list[str]]:
        return [command for command in self.commands if "install" in command]


def machine_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A project folder with its locks and no .venv, and nothing at home."""
    machine = Machine(tmp_path)
    (tmp_path / "requirements.lock").write_text("a==1\n")
    (tmp_path / "requirements-login.lock").write_text("a==1\nb==1\n")
    (tmp_path / "requirements-dev.lock").write_text("a==1\nb==1\nc==1\n")
    for name, relative in (
        ("ROOT", "."),
        ("VENV", ".venv"),
        ("OLD_VENV", ".venv-old"),
        ("RUN_LOCK", "requirements.lock"),
        ("LOGIN_LOCK", "requirements-login.lock"),
        ("TEST_LOCK", "requirements-dev.lock"),
    ):
        monkeypatch.setattr(start, name, tmp_path / relative)
    monkeypatch.setattr(start, "_run", machine.run)
    monkeypatch.setattr(start, "hand_over", machine.hand_over)
    monkeypatch.delenv(start.MIRROR, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.chdir(tmp_path)
    return machine


def refusal(capsys: pytest.CaptureFixture[str]) -> tuple[str, str]:
    """The last two lines on stderr: the Chinese and the English sentence."""
    zh, en = capsys.readouterr().err.splitlines()[-2:]
    return zh, en
