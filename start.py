"""First use on a fresh machine: makes .venv, installs exactly the locked packages, opens the app, kehou or the tests.

    python3 start.py                 opens the app in the browser, on this machine only
    python3 start.py --network …     opens it to the school's network, where one must sign in: kehou serve --network …
    python3 start.py test …          the tests (further words go to pytest)
    python3 start.py solve …         kehou solve … (any words that kehou knows)

Standard library only. The file must parse on Python 3.6, so that an old Python is told in a sentence what is
wrong; hence the old-fashioned type annotations.
"""

import contextlib
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE, STDOUT
from typing import Dict, Iterator, List, Tuple

OLDEST_PYTHON = (3, 11)
MIRROR = "KEHOU_INDEX_URL"
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLD_VENV = ROOT / ".venv-old"
STAMP = "installed-locks.txt"
# Each holds everything of the one before.
RUN_LOCK = ROOT / "requirements.lock"
LOGIN_LOCK = ROOT / "requirements-login.lock"  # for a school that has its own login (OpenID Connect)
TEST_LOCK = ROOT / "requirements-dev.lock"

# Every package by its hash and none beside them: exactly the lock, and nothing is built on this machine.
_PIP_INSTALL = (
    "-m pip install --require-hashes --no-deps --only-binary=:all: --no-compile --no-input "
    "--progress-bar=off --disable-pip-version-check"
)
# What pip prints when it fails, and what that means to the person who waits, in Chinese and in English.
_PIP_FAILURES = (
    (
        "(Connection|ConnectTimeout|NameResolution|Proxy|Protocol|SSL)Error|timed out|IncompleteRead",
        f"连不上软件包的下载站点：请检查网络，或用环境变量 {MIRROR} 指定一个镜像（见 README）。",
        f"The package index cannot be reached: check the network, or name a mirror in {MIRROR} (see README).",
    ),
    (
        "DO NOT MATCH THE HASHES",
        f"下载到的软件包与锁定的版本不一致，没有安装：请重试，或换一个镜像（{MIRROR}）。",
        f"A downloaded package is not the locked one: try again, or name another mirror in {MIRROR}.",
    ),
    ("No space left on device", "磁盘空间不足：安装大约需要 1 GB。", "The disk is full: about 1 GB is needed."),
    (
        "No matching distribution|Could not find a version",
        "下载站点没有适合这台电脑和这个 Python 的软件包：请用 64 位的 Python 3.11–3.14，或换一个镜像。",
        "No packages for this machine and Python: use a 64-bit Python 3.11–3.14, or another mirror.",
    ),
)


class StartError(Exception):
    """The start cannot go on; its two arguments say why, in Chinese and in English."""


def main(arguments: List[str]) -> int:
    """Prepare .venv if it is not up to date, then run what was asked for; returns the exit code."""
    testing = arguments[:1] == ["test"]
    try:
        check_python()
        lock = TEST_LOCK if testing else LOGIN_LOCK if school_login() else RUN_LOCK
        if not is_installed(lock):
            with alone():
                install(lock)
    except StartError as error:
        _say(*error.args)
        return 1
    except KeyboardInterrupt:
        _say("安装被中断；下次启动会重新安装。", "Interrupted; the next start installs again.")
        return 130
    except OSError as error:
        _say(f"无法写入项目文件夹：{error}", f"The project folder cannot be written: {error}")
        return 1
    if testing:
        os.chdir(str(ROOT))
        return hand_over(["-m", "pytest", "-n", "2", *arguments[1:]])
    if arguments:
        serving = ["serve"] if arguments[0] == "--network" else []
        return hand_over([str(ROOT / "cli.py"), *serving, *arguments])
    _say(
        "正在打开浏览器……没有自动打开时，把下面的网址贴进浏览器。用完后关掉这个窗口，或按 Ctrl-C。",
        "Opening the browser … If it does not, paste the address below. To end, close this window or press Ctrl-C.",
    )
    os.chdir(str(ROOT))  # where .streamlit/config.toml keeps it on this machine
    return hand_over(["-m", "streamlit", "run", str(ROOT / "app.py")])


def check_python() -> None:
    """Refuse a Python that is too old, or one from which the part that makes .venv was left out."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        least, now = "{}.{}".format(*OLDEST_PYTHON), "{}.{}".format(*sys.version_info)
        raise StartError(
            f"需要 Python {least} 或更高版本，现在是 {now}：请安装新的 Python 后再试。",
            f"Python {least} or newer is needed, this is {now}: install a newer Python and try again.",
        )
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        raise StartError(
            "这个 Python 缺少 venv 模块：Debian/Ubuntu 请先运行 sudo apt install python3-venv，再试一次。",
            "This Python has no venv module: on Debian/Ubuntu run sudo apt install python3-venv first.",
        )


def school_login() -> bool:
    """Whether secrets.toml, here or at home, sets up the school's own login, for which more packages are needed."""
    files = [folder / ".streamlit" / "secrets.toml" for folder in (ROOT, Path.home())]
    text = "\n".join(file.read_text(encoding="utf-8", errors="replace") for file in files if file.is_file())
    return re.search(r"^\s*\[\s*auth\s*[\].]", text, re.MULTILINE) is not None


def is_installed(lock: Path) -> bool:
    """Whether .venv holds what this lock says, for this Python."""
    with contextlib.suppress(FileNotFoundError):
        return stamp_of(lock) in (VENV / STAMP).read_text(encoding="utf-8").splitlines() and venv_python().exists()
    return False


def stamp_of(lock: Path) -> str:
    """The line that .venv bears once the lock is installed in it; differs by lock and by Python."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return "{} {} Python {}.{}".format(lock.name, digest, *sys.version_info)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Let only one start install at a time; the system frees the lock even if that start is killed."""
    with open(str(ROOT / ".venv.lock"), "w") as handle:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StartError(
                "另一个窗口正在安装：请等它装完再启动。",
                "Another window is installing: wait until it is done, then start again.",
            ) from None
        yield


def install(lock: Path) -> None:
    """Make a new .venv with the packages of the lock. The old one comes back if that fails.

    The stamp is written last, so a start that was killed half-way is seen by the next one and done again.
    """
    _say(
        "正在准备运行环境（只在第一次或更新后，约需一两分钟）……",
        "Preparing (only the first time or after an update, a minute or two) …",
    )
    if OLD_VENV.exists():
        _remove(VENV)  # the half of a killed start; the working one is set aside already
    elif VENV.exists():
        VENV.rename(OLD_VENV)
    try:
        _make_venv()
        _pip_install(lock)
    except BaseException:
        _remove(VENV)
        if OLD_VENV.exists():
            OLD_VENV.rename(VENV)
        raise
    locks = [RUN_LOCK, LOGIN_LOCK, TEST_LOCK]
    stamps = [stamp_of(each) + "\n" for each in locks[: locks.index(lock) + 1]]
    (VENV / STAMP).write_text("".join(stamps), encoding="utf-8")
    _remove(OLD_VENV)


def venv_python() -> Path:
    """The Python inside .venv."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def clean_environment() -> Dict[str, str]:
    """This process's environment without what would mix other packages into .venv."""
    unwanted = ("PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return dict(kept, PYTHONUTF8="1", PIP_USER="0")


def hand_over(words: List[str]) -> int:
    """Run the Python of .venv with these words; its exit code becomes ours."""
    command = [str(venv_python()), *words]
    if os.name != "nt":
        os.execve(command[0], command, clean_environment())
    with subprocess.Popen(command, env=clean_environment()) as process:
        while True:
            # Ctrl-C reaches the child as well: it decides what to do, and we wait for its answer.
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()


def _make_venv() -> None:
    # Started with the Python of the .venv that was just set aside, sys.executable would be gone.
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, output = _run([base, "-m", "venv", str(VENV)])
    if code:
        last = output[output.rfind("\n") + 1 :]
        raise StartError(f"无法创建 .venv：{last}", f".venv cannot be made: {last}")


def _pip_install(lock: Path) -> None:
    command = [str(venv_python()), *_PIP_INSTALL.split(), "-r", str(lock)]
    if os.environ.get(MIRROR):
        command += ["--index-url", os.environ[MIRROR]]
    code, output = _run(command)
    if code:
        last = output[output.rfind("\n") + 1 :]
        unknown = ("", f"安装失败：{last}", f"The installation failed: {last}")
        raise StartError(*next(each[1:] for each in (*_PIP_FAILURES, unknown) if re.search(each[0], output)))


def _run(command: List[str]) -> Tuple[int, str]:
    """Exit code and last lines of a command; on a screen, shows which package pip is at."""
    lines: List[str] = []
    on_screen = sys.stderr.isatty()
    with subprocess.Popen(
        command, env=clean_environment(), stdout=PIPE, stderr=STDOUT, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            if line.strip():
                lines.append(line.strip())
            if on_screen and line.startswith("Collecting "):
                print("\r\033[K  " + line.split()[1], end="", file=sys.stderr, flush=True)
    sys.stderr.write("\r\033[K" if on_screen else "")
    return process.returncode, "\n".join(lines[-40:])


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(str(folder))


def _say(zh: str, en: str) -> None:
    sys.stderr.write(zh + "\n" + en + "\n")  # stderr replaces what an old console cannot show


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
