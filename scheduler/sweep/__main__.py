"""`python -m scheduler.sweep`: the process of a sweep. An order comes in by stdin, answers go out by stdout, by lines.

It stops when stdin says so or is closed, which it also is when the app has died; its own processes then end as well.
"""

import multiprocessing
import os
import sys
import threading
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from models import SweepRow
from scheduler.progress import Stop
from scheduler.sweep.order import Answered, Ended, SweepOrder
from scheduler.sweep.run import process_pool

LOST = 3  # exit code: one of the processes has died; the answers so far were told
_GRACE = 10.0  # seconds for searches to end after the app has died
_NICE = 10  # the app goes before


def main() -> int:
    """Do what is ordered; the exit code."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    order = SweepOrder.model_validate_json(sys.stdin.buffer.readline())
    stop = Stop()
    heeded = multiprocessing.get_context("spawn").Event()

    def listen() -> None:
        said = sys.stdin.buffer.readline()
        stop.set()
        heeded.set()
        if not said:  # nobody is there any more
            threading.Timer(_GRACE, os._exit, (1,)).start()

    threading.Thread(target=listen, daemon=True).start()

    def on_row(row: SweepRow, done: int, of: int) -> None:
        _tell(Answered(row=row, done=done, of=of))

    try:
        with process_pool(order.processes, heeded) as pool:
            complete = order.run().run(pool, on_row, stop)
    except BrokenProcessPool:
        return LOST
    _tell(Ended(complete=complete))
    return 0


def _tell(line: Answered | Ended) -> None:
    with suppress(BrokenPipeError):
        sys.stdout.write(line.model_dump_json() + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    code = main()
    with suppress(BrokenPipeError):
        sys.stdout.flush()
    os._exit(code)  # the listening thread holds stdin, which may never say anything
