"""The bootstrap under bad conditions: each ends in one sentence in two languages, and nothing is lost.

Nothing is downloaded here: the commands that start.py would run are recorded and answered by the tests.
"""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

import start
from tests.starting import Machine, machine_in, refusal

NO_NETWORK = "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError'"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A project folder with its locks and no .venv."""
    return machine_in(tmp_path, monkeypatch)


def test_no_arguments_open_the_app_from_its_folder_and_its_exit_code_is_ours(
    machine: Machine, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit looks for its settings, which keep it on this machine, in the current folder."""
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert start.main([]) == 7
    assert machine.handed_over == [["-m", "streamlit", "run", str(machine.root / "app.py")]]
    assert Path.cwd() == machine.root
    assert len(machine.installs) == 1


def test_other_words_are_passed_to_kehou(machine: Machine) -> None:
    start.main(["solve", "学校.xlsx", "-o", "out.json"])
    assert machine.handed_over[0][1:] == ["solve", "学校.xlsx", "-o", "out.json"]


def test_network_opens_the_app_to_the_network(machine: Machine) -> None:
    start.main(["--network", "--port", "8600"])
    assert machine.handed_over == [[str(machine.root / "cli.py"), "serve", "--network", "--port", "8600"]]


def test_test_runs_pytest_with_the_packages_of_the_tests(machine: Machine) -> None:
    start.main(["test", "-k", "clash"])
    assert str(machine.root / "requirements-dev.lock") in machine.installs[0]
    words = machine.handed_over[0]
    assert words[:2] == ["-m", "pytest"]
    assert words[-2:] == ["-k", "clash"]


def test_a_second_start_installs_nothing(machine: Machine) -> None:
    start.main([])
    start.main(["check", "x.xlsx"])
    assert len(machine.installs) == 1


def test_after_the_tests_the_app_installs_nothing(machine: Machine) -> None:
    # The lock of the tests holds everything that a run needs.
    start.main(["test"])
    start.main([])
    assert len(machine.installs) == 1


@pytest.mark.parametrize("folder", [".", "home"])
def test_what_the_school_s_own_login_needs_is_installed_once_it_is_set_up(machine: Machine, folder: str) -> None:
    start.main([])
    secrets = machine.root / folder / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir(parents=True)
    secrets.write_text("# [auth] comes later\n[kehou]\noffice = []\n", encoding="utf-8")
    start.main(["--network"])
    assert len(machine.installs) == 1
    secrets.write_text('[kehou]\noffice = ["沈@school.cn"]\n [auth]\n', encoding="utf-8")
    start.main(["--network"])
    assert str(start.LOGIN_LOCK) in machine.installs[1]
    start.main(["--network"])
    secrets.unlink()
    start.main([])
    assert len(machine.installs) == 2  # what a run needs is there as well


def test_after_the_tests_the_school_s_own_login_installs_nothing(machine: Machine) -> None:
    start.main(["test"])
    (machine.root / ".streamlit").mkdir()
    (machine.root / ".streamlit" / "secrets.toml").write_text("[auth.school]\n")
    start.main(["--network"])
    assert len(machine.installs) == 1


def test_a_changed_lock_is_installed_anew_and_leaves_nothing_of_the_old(machine: Machine) -> None:
    start.main([])
    (start.VENV / "left over from the old lock").touch()
    start.RUN_LOCK.write_text("a==2\n")
    start.main([])
    assert len(machine.installs) == 2
    assert not (start.VENV / "left over from the old lock").exists()
    assert not start.OLD_VENV.exists()


def test_another_python_version_is_installed_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    start.main([])
    monkeypatch.setattr(sys, "version_info", (3, 14, 0, "final", 0))
    start.main([])
    assert len(machine.installs) == 2


def test_only_locked_packages_by_hash_and_nothing_is_built(machine: Machine) -> None:
    start.main([])
    assert {"--require-hashes", "--no-deps", "--only-binary=:all:"} <= set(machine.installs[0])


def test_a_mirror_can_be_named(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEHOU_INDEX_URL", "https://mirror.example/simple")
    start.main([])
    assert machine.installs[0][-2:] == ["--index-url", "https://mirror.example/simple"]


def test_old_python(machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert start.main([]) == 1
    zh, en = refusal(capsys)
    assert "3.11" in zh
    assert "3.9" in zh
    assert "this is 3.9" in en
    assert machine.commands == []


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_missing_venv_module(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], missing: str
) -> None:
    # Debian leaves out ensurepip and keeps venv; others leave out both.
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == missing else object())
    assert start.main(["test"]) == 1
    zh, en = refusal(capsys)
    assert "python3-venv" in zh
    assert "python3-venv" in en
    assert machine.commands == []


@pytest.mark.parametrize(
    ("output", "zh_word", "en_word"),
    [
        (NO_NETWORK, "检查网络", "check the network"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "不一致", "locked one"),
        ("ERROR: [Errno 28] No space left on device", "磁盘", "disk is full"),
        ("ERROR: No matching distribution found for ortools==9", "这个 Python", "this machine"),
        ("something else\nERROR: Exception: strange", "ERROR: Exception: strange", "Exception: strange"),
    ],
)
def test_each_failure_of_pip_gets_its_own_sentence(
    machine: Machine, capsys: pytest.CaptureFixture[str], output: str, zh_word: str, en_word: str
) -> None:
    machine.pip_answer = (1, output)
    assert start.main([]) == 1
    zh, en = refusal(capsys)
    assert zh_word in zh
    assert en_word in en
    assert machine.handed_over == []
    assert not start.VENV.exists()


def test_a_failed_update_brings_the_working_venv_back(machine: Machine) -> None:
    start.main([])
    old_lock = start.RUN_LOCK.read_text()
    start.RUN_LOCK.write_text("a==2\n")
    machine.pip_answer = (1, NO_NETWORK)
    assert start.main([]) == 1
    start.RUN_LOCK.write_text(old_lock)
    assert start.main([]) == 7  # with the old lock it runs again, still without a network


def test_an_interrupted_install_is_done_again(machine: Machine) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    machine.during_pip = interrupt
    assert start.main([]) == 130
    machine.during_pip = lambda: None
    assert start.main([]) == 7
    assert len(machine.installs) == 2


def test_a_killed_install_is_done_again(machine: Machine) -> None:
    # Killed between making .venv and the stamp: the half is there, the working one is set aside.
    start.main([])
    start.VENV.rename(start.OLD_VENV)
    start.VENV.mkdir()
    assert start.main([]) == 7
    assert len(machine.installs) == 2
    assert start.is_installed(start.RUN_LOCK)
    assert not start.OLD_VENV.exists()


def test_two_installs_at_once_are_refused(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    codes: list[int] = []
    machine.during_pip = lambda: codes.append(start.main([]))
    assert start.main([]) == 7
    assert codes == [1]
    assert "另一个窗口" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    start.VENV.touch()  # a file where the folder should be
    assert start.main([]) == 1
    assert machine.commands == []
    zh, en = refusal(capsys)
    assert ".venv" in zh
    assert ".venv" in en


def test_foreign_packages_stay_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    environment = start.clean_environment()
    assert "PYTHONPATH" not in environment
    assert "PIP_TARGET" not in environment


def test_a_command_gives_its_exit_code_and_what_it_said_last() -> None:
    script = "import sys; print('first'); print('原因', file=sys.stderr); sys.exit(4)"
    assert start._run([sys.executable, "-c", script]) == (4, "first\n原因")


def test_kehou_takes_over_with_its_exit_code() -> None:
    # In a process of its own, because handing over replaces the process.
    script = "import pathlib, start, sys; start.venv_python = lambda: pathlib.Path(sys.executable)\n"
    script += "sys.exit(start.hand_over(['-c', 'import sys; sys.exit(5)']))"
    root = Path(start.__file__).parent
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 5
