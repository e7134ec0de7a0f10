"""`kehou serve` and `kehou password`: on this machine alone, refused without a password, in the network with one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from commands import serving, serving_checks
from store import Access, Store, WrongPasswordError
from tests.cli.running import CLI, kehou


class Started:
    """What would have been run."""

    words: tuple[str, ...] = ()
    network: str | None = None

    def run(self, words: list[str], environment: dict[str, str]) -> int:
        self.words, self.network = tuple(words), environment.get("KEHOU_NETWORK")
        return 7


@pytest.fixture(autouse=True)
def _own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KEHOU_DATA", str(tmp_path / "data"))
    monkeypatch.delenv("KEHOU_STORE", raising=False)
    monkeypatch.setattr(serving_checks, "addresses", lambda: ("192.168.1.5",))


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """Nothing is started."""
    found = Started()
    monkeypatch.setattr(serving, "run", found.run)
    return found


def set_password(monkeypatch: pytest.MonkeyPatch, whose: str, password: str) -> int:
    """As if it came through a pipe."""
    monkeypatch.setattr(serving, "piped_line", lambda: password)
    return kehou("password", whose).code


def test_without_the_opt_in_it_listens_on_this_machine_alone(started: Started, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEHOU_NETWORK", "1")  # left over from elsewhere
    assert kehou("serve").code == 7
    assert "--server.address=127.0.0.1" in started.words
    assert str(serving.ROOT / "app.py") in started.words
    assert started.network is None


@pytest.mark.parametrize("option", ["--network", "--proxy"])
def test_without_a_password_of_the_office_the_network_is_refused(
    started: Started, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    assert set_password(monkeypatch, "reader", "reader-2026") == 0  # with this one alone nobody could edit
    ended = kehou("serve", option)
    assert ended.code == 2
    assert "start.py password office" in ended.err
    assert not started.words
    assert "Set one first" in kehou("serve", option, "--lang", "en").err


def test_with_a_password_it_is_open_to_the_network_and_warns_that_it_is_not_encrypted(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set_password(monkeypatch, "office", "office-2026") == 0
    ended = kehou("serve", "--network", "--port", "8600")
    assert ended.code == 7
    assert {"--server.address=0.0.0.0", "--server.port=8600", "--browser.serverAddress=192.168.1.5"} <= set(
        started.words
    )
    assert str(serving.ROOT / "network.py") in started.words  # it can give a browser its cookie
    assert started.network == "1"
    assert "http://192.168.1.5:8600" in ended.err
    assert "没有加密" in ended.err


def test_with_a_certificate_it_is_https(started: Started, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    set_password(monkeypatch, "office", "office-2026")
    certificate, key = tmp_path / "c.pem", tmp_path / "k.pem"
    certificate.touch()
    assert kehou("serve", "--network", "--certificate", certificate).code == 2
    assert kehou("serve", "--network", "--certificate", certificate, "--key", key).code == 2  # no such file
    key.touch()
    ended = kehou("serve", "--network", "--name", "kehou.school.cn", "--certificate", certificate, "--key", key)
    assert ended.code == 7
    assert f"--server.sslCertFile={certificate}" in started.words
    assert f"--server.sslKeyFile={key}" in started.words
    assert "https://kehou.school.cn:8501" in ended.err
    assert "没有加密" not in ended.err


def test_behind_a_proxy_it_listens_on_this_machine_and_asks_for_a_password_all_the_same(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_password(monkeypatch, "office", "office-2026")
    assert kehou("serve", "--proxy").code == 7
    assert "--server.address=127.0.0.1" in started.words
    assert started.network == "1"


@pytest.mark.parametrize(
    ("secrets", "there", "reason"),
    [
        ('[auth]\nx = 1\n[kehou]\noffice = ["shen@school.edu.cn"]\n', True, None),
        ("[auth]\nx = 1\n", True, "password office"),  # nobody would be the office
        ('[auth]\nx = 1\n[kehou]\noffice = ["shen@school.edu.cn"]\n', False, "lacks packages (Authlib, httpx)"),
        ("[auth\n", True, "cannot be read"),
    ],
)
def test_the_school_s_own_login_stands_for_a_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secrets: str, there: bool, reason: str | None
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: object() if there else None)
    file = tmp_path / ".streamlit" / "secrets.toml"
    file.parent.mkdir()
    file.write_text(secrets, encoding="utf-8")
    store = Store.open()
    found = serving_checks.may_open_to_the_network(store, tmp_path)
    store.close()
    assert (found is None) is (reason is None)
    assert reason is None or (found is not None and reason in found.en)


def test_a_password_is_set_changed_and_removed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set_password(monkeypatch, "reader", "short") == 2
    assert set_password(monkeypatch, "reader", "reader-2026") == 0
    store = Store.open()
    assert store.sign_in("reader-2026", name="", address=None)[1].access is Access.READER
    assert kehou("password", "reader", "--remove").code == 0
    with pytest.raises(WrongPasswordError):
        store.sign_in("reader-2026", name="", address=None)
    store.close()
    assert kehou("password", "somebody").code == 2


def test_typed_twice_and_different_nothing_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["office-2026", "office-2027"])
    monkeypatch.setattr(serving, "piped_line", lambda: None)
    monkeypatch.setattr(serving, "getpass", lambda _: next(answers))
    ended = kehou("password", "office")
    assert ended.code == 2
    assert "两次输入不一样" in ended.err
    store = Store.open()
    assert not store.has_password(Access.OFFICE)
    store.close()


def test_a_pipe_is_read_as_one_line() -> None:
    words = [sys.executable, str(CLI), "password", "office", "--lang", "en"]
    ended = subprocess.run(words, input=b"office-2026\r\nmore\n", capture_output=True, check=False)
    assert (ended.returncode, b"The password is set" in ended.stdout) == (0, True)
    store = Store.open()
    assert store.sign_in("office-2026", name="", address=None)[1].access is Access.OFFICE
    store.close()


def test_the_server_s_process_ends_with_its_exit_code() -> None:
    assert serving.run(["-c", "import sys; sys.exit(5)"], dict(os.environ)) == 5
