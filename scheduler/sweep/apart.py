"""A sweep in processes of its own, so that a program with a page to draw is not held up; it outlives none of them."""

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO

import scheduler
from scheduler.progress import Stop
from scheduler.sweep.order import LINE, Ended, SweepOrder
from scheduler.sweep.run import LOOK_SECONDS, OnRow, SweepRun

_LOST_IN_A_ROW = 3  # processes that die without a single answer before it is given up
_STOPS_WITHIN = 20.0  # seconds after it was asked to stop; then it is ended


class SweepLostError(Exception):
    """The process died again and again without an answer, perhaps for want of memory; the answers so far are kept."""


def run_apart(run: SweepRun, on_row: OnRow | None = None, stop: Stop | None = None, processes: int = 0) -> bool:
    """As `run.run`, in so many processes (0: one for every two processors). Whether all was answered.

    A process that dies is replaced, and what it was doing is asked anew. None is left when this returns, when the stop
    is set, or when the caller's own process dies. Raises SweepLostError.
    """
    stop = stop or Stop()
    number = processes or max(1, (os.cpu_count() or 2) // 2)
    lost = 0
    while lost < _LOST_IN_A_ROW:
        before = len(run.rows)
        ended = _once(run, on_row, stop, number)
        if ended is not None:
            return ended.complete
        if stop.is_set():
            return False
        lost = lost + 1 if len(run.rows) == before else 0
        number = 1  # what was too much for several at once may do for one
    raise SweepLostError


def _once(run: SweepRun, on_row: OnRow | None, stop: Stop, processes: int) -> Ended | None:
    """One process from its start to its end; None if it died."""
    order = SweepOrder.of(run, processes)
    root = str(Path(scheduler.__file__).parent.parent)
    paths = [root, *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(
        [sys.executable, "-m", "scheduler.sweep"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"},
        creationflags=getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(process, process.stdin, stop, over), daemon=True)
    try:
        try:
            process.stdin.write(order.model_dump_json().encode() + b"\n")
            process.stdin.flush()
        except OSError:  # it died before it had read the order
            return None
        watcher.start()
        return _heard(process.stdout, run, on_row)
    finally:
        over.set()
        process.stdout.close()
        if watcher.ident is not None:
            watcher.join()
        _end(process)


def _heard(lines: IO[bytes], run: SweepRun, on_row: OnRow | None) -> Ended | None:
    for line in lines:
        if not line.endswith(b"\n"):  # it died while it was speaking
            return None
        said = LINE.validate_json(line)
        if isinstance(said, Ended):
            return said
        run.rows[said.row.case.key] = said.row
        if on_row is not None:
            on_row(said.row, said.done, said.of)
    return None


def _watch(process: "subprocess.Popen[bytes]", stdin: IO[bytes], stop: Stop, over: threading.Event) -> None:
    """Tell the process to stop when it should; end it if it does not."""
    while not over.is_set() and not stop.is_set():
        over.wait(LOOK_SECONDS)
    try:
        if not over.is_set():
            stdin.write(b"stop\n")
        stdin.close()
    except OSError:  # it is over already
        return
    if not over.is_set() and not over.wait(_STOPS_WITHIN):
        process.kill()


def _end(process: "subprocess.Popen[bytes]") -> None:
    try:
        process.wait(_STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
