"""The HiGHS process as the search sees it: given a model and jobs, listened to, told of better timetables, ended."""

import contextlib
import math
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from scheduler.linear import Ints, LinearModel
from scheduler.memory import SPARING

MARGIN = 1e-4  # of a bound: linear programs are solved in floating point, and costs are whole numbers


@dataclass(eq=False)  # two jobs are never the same, and arrays do not compare
class Job:
    """A part of the model's space: everything, or only what agrees with `fixed` (column → value).

    The companion's thread fills in what it hears; whoever looks sees the latest.
    """

    fixed: Mapping[int, int]
    seconds: float
    seed: int = 0
    begun: float = field(default_factory=time.monotonic)
    bound: float = 0  # nothing here costs less; inf if nothing is here
    solution: tuple[int, Ints] | None = None  # the cheapest so far: what it costs, and a value for each column
    exhausted: bool = False  # nothing here is cheaper than the bound, which its search has proved
    ended: float | None = None  # when (time.monotonic)

    @property
    def whole(self) -> bool:
        """Whether it is about the whole model."""
        return not self.fixed

    @property
    def took(self) -> float:
        """Seconds of work so far."""
        return (self.ended or time.monotonic()) - self.begun


class Companion:
    """Solves one job after the other. If it cannot start or dies it says so in `failure`, and its job ends."""

    def __init__(self, *, background: bool = False) -> None:
        self.job: Job | None = None
        self.failure: str | None = None
        self._jobs: list[Job] = []
        self._outbox: queue.Queue[object] = queue.Queue()  # while it starts or works, it does not listen
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("highs.py")), *(["background"] if background else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | SPARING,
            creationflags=getattr(
                subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0
            ),  # Windows; elsewhere it steps back itself
        )
        self._threads = [threading.Thread(target=work, daemon=True) for work in (self._listen, self._write)]
        for thread in self._threads:
            thread.start()

    @property
    def idle(self) -> bool:
        """Whether it could do with a job."""
        return self.failure is None and (self.job is None or self.job.ended is not None)

    def load(self, model: LinearModel) -> None:
        """The model of all its jobs; once, and first."""
        self._outbox.put(model.arrays)

    def begin(self, job: Job, threads: int) -> None:
        """Work on the job; the one before must have ended."""
        self.job = job
        self._jobs.append(job)
        columns = np.fromiter(job.fixed, np.int64, len(job.fixed))
        values = np.fromiter(job.fixed.values(), np.float64, len(job.fixed))
        limits = {"seconds": max(0.05, job.seconds), "seed": job.seed, "threads": threads, "whole": job.whole}
        self._outbox.put(("job", len(self._jobs) - 1, {"columns": columns, "values": values, **limits}))

    def share(self, objective: int, values: Sequence[int] | Ints) -> None:
        """Tell of a solution: what is not cheaper is of no interest any more."""
        self._outbox.put(("better", float(objective), np.asarray(values)))

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._outbox.put(None)
        for thread in self._threads:
            thread.join()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe:
                pipe.close()
        self._process.wait()

    def _write(self) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError), self._process.stdin as pipe:  # if it died, `_listen` says why
            while (message := self._outbox.get()) is not None:
                pickle.dump(message, pipe)
                pipe.flush()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        try:
            while True:
                what, number, *rest = pickle.load(self._process.stdout)
                self._hear(self._jobs[number], what, rest)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            complaint = self._process.stderr.read().decode(errors="replace")
            self._fail(complaint[-2000:] or str(error))

    def _fail(self, why: str) -> None:
        self.failure = self.failure or why or "ended"
        if self.job is not None and self.job.ended is None:
            self.job.ended = time.monotonic()

    @staticmethod
    def _hear(job: Job, what: str, rest: list[Any]) -> None:
        if what == "solution":
            job.solution = round(rest[0]), rest[1]
            return
        bound = rest[0]
        job.bound = max(job.bound, math.ceil(bound - MARGIN) if math.isfinite(bound) else bound)
        if what == "end":
            job.exhausted = rest[1]
            job.ended = time.monotonic()
