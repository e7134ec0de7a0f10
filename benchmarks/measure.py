"""Runs one method on one school in a process of its own, and measures the memory of that process and its children."""

import json
import os
import platform
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

from benchmarks.row import Row

ROOT = Path(__file__).parent.parent
OVERTIME = 60.0  # seconds beyond the limit, until a method that does not end is ended
POLL_SECONDS = 0.05
PAGE = os.sysconf("SC_PAGE_SIZE")


def measured(wanted: Row, file: Path) -> Row:
    """The row with everything filled in. `file` holds this project's timetable of the school."""
    arguments = map(str, (wanted.classes, wanted.seed, wanted.kind, wanted.method, wanted.limit, file))
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.one", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    peak, started = 0, time.monotonic()
    try:
        while process.poll() is None and time.monotonic() - started < wanted.limit + OVERTIME:
            peak = max(peak, _resident(process.pid))
            time.sleep(POLL_SECONDS)
    finally:
        ended = process.poll() is not None
        if _resident(process.pid) or not ended:
            os.killpg(process.pid, signal.SIGKILL)
        out, _ = process.communicate()
    lines = out.decode().splitlines()
    row = Row(*json.loads(lines[-1])) if ended and lines else wanted._replace(outcome="failed", note="did not end")
    return row._replace(memory=peak // 2**20, machine=machine())


def _resident(session: int) -> int:
    """Bytes of memory that the processes of a session hold together; 0 where /proc does not tell."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[3]) == session:
            total += int(fields[21]) * PAGE
    return total


def machine() -> str:
    """Processor, cores, and the versions that matter."""
    return (
        f"{_processor()}, {os.cpu_count()} cores; Python {platform.python_version()}, "
        f"OR-Tools {version('ortools')}, HiGHS {version('highspy')}, {_fet()}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())


def _fet() -> str:
    try:
        said = subprocess.run(["fet-cl", "--version"], capture_output=True, text=True, timeout=10, check=False).stdout
    except OSError:
        return "FET absent"
    words = next((line for line in said.splitlines() if "version" in line), "FET").split()
    return f"FET {words[-1].rstrip('.')}"
