"""Runs a solve in a thread, so that the screen moves and Ctrl-C is answered at once."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from types import FrameType
from typing import Generic, TypeVar

from commands.exit_codes import ExitCode
from commands.progress_line import ProgressLine
from commands.screen import Screen
from models import Outcome, Problem, Text
from scheduler.progress import OnProgress, Progress, SolveOptions, Stop

T = TypeVar("T")

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

    def work(hear: OnProgress) -> Outcome:
        from scheduler.solve import solve  # takes seconds to load; meanwhile the screen moves already

        return solve(problem, options, hear, stop)

    screen.note(Text(f"开始排课，最多 {options.seconds:g} 秒。", f"Searching for at most {options.seconds:g} s."))
    return in_thread(screen, work, stop)


def in_thread(screen: Screen, work: Callable[[OnProgress], T], stop: Stop, *, people: bool = False) -> T:
    """What `work` brings, with the progress that it tells of shown on stderr meanwhile: costs, or people to tell."""
    running, told = _Running(work), False
    with ProgressLine(screen, people=people) as line:
        while running.thread.is_alive():
            running.thread.join(_LOOK_EVERY)
            line.show(running.progress)
            if stop.is_set() and not told:
                told = True
                screen.note(_STOPPING, style="yellow")
    if running.failure is not None:
        raise running.failure
    return running.found[0]


class _Running(Generic[T]):
    """One search in a thread of its own."""

    def __init__(self, work: Callable[[OnProgress], T]) -> None:
        self.progress: Progress | None = None
        self.found: list[T] = []
        self.failure: Exception | None = None
        self.thread = Thread(target=self._work, args=(work,), daemon=True)
        self.thread.start()

    def _work(self, work: Callable[[OnProgress], T]) -> None:
        try:
            self.found.append(work(self._hear))
        except Exception as error:  # noqa: BLE001  raised again in the main thread
            self.failure = error

    def _hear(self, progress: Progress) -> None:
        self.progress = progress
