"""A private PostgreSQL server for the tests: on loopback, in a folder of its own, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

USER = "kehou"
# Nothing of the tests must survive a power cut, so the server need not wait for the disk.
OPTIONS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c full_page_writes=off"


def binaries() -> Path | None:
    """The folder of initdb and pg_ctl, the newest release of Debian's packages first; none if there are none."""
    releases = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if releases:
        return releases[-1].parent
    found = shutil.which("initdb")
    return None if found is None else Path(found).resolve().parent


@contextmanager
def running_server(programs: Path) -> Iterator[str]:
    """A server; brings its URL up to the database's name. PostgreSQL refuses to run as root: then as `postgres`."""
    folder = Path(tempfile.mkdtemp(prefix="kehou-postgresql-"))
    as_user: dict[str, Any] = {"cwd": folder, "check": True, "capture_output": True, "text": True}
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_user |= {"user": "postgres", "group": "postgres", "extra_groups": []}
    data, log = folder / "data", folder / "log"
    try:
        create = ["-D", str(data), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run([str(programs / "initdb"), *create], **as_user)
        port = _free_port()
        control = [str(programs / "pg_ctl"), "-D", str(data)]
        # Its own log file, not our pipe: the server would keep the pipe open and we would wait for its end.
        subprocess.run(
            [*control, "-l", str(log), "-w", "-o", f"-p {port} {OPTIONS}", "start"],
            **(as_user | {"capture_output": False, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}),
        )
        try:
            yield f"postgresql://{USER}:secret@127.0.0.1:{port}/"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], **as_user)
    finally:
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
