"""The app in a process of its own, as `start.py` starts it, for tests with a real browser."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType

import start

ROOT = Path(start.__file__).parent
_STARTS_WITHIN = 90.0  # seconds; a machine of two cores may be busy with other tests


class Server:
    """Running from entering to leaving; `url` is where it answers, `folder` where it keeps its data."""

    def __init__(self, folder: Path, *, network: bool = False) -> None:
        """`network`: as `kehou serve --network` starts it."""
        self.folder, self.network = folder, network
        self.secrets: Path | None = None  # a secrets.toml, read in the place of the project's
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port: int = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Server":
        script = "network.py" if self.network else "app.py"
        words = ["-m", "streamlit", "run", script, f"--server.port={self.port}", "--server.headless=true"]
        environment = {**os.environ, "KEHOU_DATA": str(self.folder)}
        for name in ("KEHOU_STORE", "KEHOU_NETWORK"):
            environment.pop(name, None)
        if self.network:
            environment["KEHOU_NETWORK"] = "1"
            words += ["--server.address=0.0.0.0", "--browser.serverAddress=127.0.0.1"]
        if self.secrets is not None:
            words.append(f"--secrets.files={self.secrets}")
        self.folder.mkdir(exist_ok=True)
        self._log = (self.folder / "server.log").open("wb")
        self._process = subprocess.Popen(
            [sys.executable, *words], cwd=ROOT, env=environment, stdout=self._log, stderr=subprocess.STDOUT
        )
        deadline = time.monotonic() + _STARTS_WITHIN
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.__exit__(None, None, None)
                raise RuntimeError(f"the app did not start:\n{self.log}")
            time.sleep(0.2)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._log.close()

    @property
    def log(self) -> str:
        """What it has printed so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except OSError:
            return False
