"""Runs a solve in a thread, so that the screen moves and Ctrl-C is answered at once."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from types import FrameType

from commands.exit_codes import ExitCode
from commands.progress_line import ProgressLine
from commands.screen import Screen
from models import Outcome, Problem, Text
from scheduler.progress import Progress, SolveOptions, Stop

_LOOK_EVERY = 0.1  # seconds between two looks at the search
_STOPPING = Text(
    "正在停下，保留目前最好的课表；再按一次 Ctrl-C 就立即退出，什么也不写。",
    "Stopping, the best timetable so far is kept; press Ctrl-C again to end at once and write nothing.",
)


@contextmanager
def interruptible(screen: Screen) -> Iterator[Stop]:
    """Ctrl-C asks the search to stop; the second one ends the program, and whatever is half done with it."""
    stop = Stop()

    def on_interrupt(_signal: int, _frame: FrameType | None) -> None:
        if stop.is_set():
            screen.err.show_cursor()  # hidden while the progress line lives
            for stream in (sys.stdout, sys.stderr):
                stream.flush()
            os._exit(ExitCode.INTERRUPTED)  # a search in C++ cannot be unwound
        stop.set()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def search(screen: Screen, problem: Problem, options: SolveOptions, stop: Stop) -> Outcome:
    """The outcome of the solve, with its progress shown on stderr meanwhile."""
    running = _Running(problem, options, stop)
    told = False
    screen.note(Text(f"开始排课，最多 {options.seconds:g} 秒。", f"Searching for at most {options.seconds:g} s."))
    with ProgressLine(screen) as line:
        while running.thread.is_alive():
            running.thread.join(_LOOK_EVERY)
            line.show(running.progress)
            if stop.is_set() and not told:
                told = True
                screen.note(_STOPPING, style="yellow")
    if running.failure is not None:
        raise running.failure
    assert running.outcome is not None
    return running.outcome


class _Running:
    """One solve in a thread of its own."""

    def __init__(self, problem: Problem, options: SolveOptions, stop: Stop) -> None:
        self.progress: Progress | None = None
        self.outcome: Outcome | None = None
        self.failure: Exception | None = None
        self.thread = Thread(target=self._work, args=(problem, options, stop), daemon=True)
        self.thread.start()

    def _work(self, problem: Problem, options: SolveOptions, stop: Stop) -> None:
        from scheduler.solve import solve  # takes seconds to load; meanwhile the screen moves already

        try:
            self.outcome = solve(problem, options, self._hear, stop)
        except Exception as error:  # noqa: BLE001  raised again in the main thread
            self.failure = error

    def _hear(self, progress: Progress) -> None:
        self.progress = progress
