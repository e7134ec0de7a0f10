"""The HiGHS process beside the CP-SAT search: started, listened to, ended."""

import dataclasses
import io
import json
import math
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np

from scheduler.linear import LinearModel


class Companion:
    """Solves the linear reading of the model. Its bound and its solution may be used at any moment.

    A companion that cannot start or dies says so in `failure`; the CP-SAT search goes on without it.
    """

    def __init__(self, model: LinearModel, seconds: float) -> None:
        self.bound: int | None = None  # no timetable costs less
        self.values: list[int] | None = None  # its solution, once it has ended
        self.objective: int | None = None  # cost of that solution
        self.first: float | None = None  # when (time.monotonic) it arrived
        self.decided = False  # proved best, or impossible
        self.impossible = False
        self.failure: str | None = None
        self._model = model
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("highs.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._thread = threading.Thread(target=self._talk, args=(seconds,), daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        """Whether it will say nothing more."""
        return not self._thread.is_alive()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._thread.join()

    def _talk(self, seconds: float) -> None:
        packed = io.BytesIO()
        np.savez(packed, seconds=np.float64(seconds), **dataclasses.asdict(self._model))
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        try:
            self._process.stdin.write(packed.getvalue())
            self._process.stdin.close()
        except OSError as error:  # it died, or was ended, before it had read everything
            self.failure = str(error)
        for line in self._process.stdout:
            if line.startswith(b"{"):
                self._hear(json.loads(line))
        complaint = self._process.stderr.read().decode(errors="replace")
        if self._process.wait() != 0 and not self.decided:
            self.failure = complaint[-2000:]

    def _hear(self, told: dict[str, object]) -> None:
        bound, values = told.get("bound"), told.get("values")
        if isinstance(bound, float):
            # Costs are whole numbers; the margin covers the floating point of a linear program.
            whole = max(0, math.ceil(bound - 1e-4))
            self.bound = whole if self.bound is None else max(self.bound, whole)
        if isinstance(values, list):
            self.objective = round(float(self._model.cost @ np.array(values)) + self._model.offset)
            self.first = time.monotonic()
            self.values = values
        if "proved" in told:
            self.impossible = told["impossible"] is True
            self.decided = told["proved"] is True or self.impossible
