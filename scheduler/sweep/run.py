"""Runs a sweep on any `concurrent.futures.Executor`: answers come as they are found, and each is given at once."""

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field
from functools import cached_property
from multiprocessing import connection
from multiprocessing.synchronize import Event as ProcessEvent

from models import Problem, RepairPrices, Status, SweepCase, SweepKind, SweepRow, Timetable
from scheduler.progress import SolveOptions, Stop
from scheduler.sweep.cases import first_cases, next_cases
from scheduler.sweep.weigh import weigh

LOOK_SECONDS = 0.1

OnRow = Callable[[SweepRow, int, int], None]  # an answer, how many there are now, and of how many


@dataclass
class SweepRun:
    """A sweep of one school. `rows` holds the answers so far, by the key of their case; known ones are not sought."""

    problem: Problem
    kind: SweepKind
    base: Timetable | None = None
    seconds: float = 10.0  # for each answer
    seed: int = 0
    prices: RepairPrices = field(default_factory=RepairPrices)
    rows: dict[str, SweepRow] = field(default_factory=dict)

    def run(self, executor: Executor, on_row: OnRow | None = None, stop: Stop | None = None) -> bool:
        """Answer every question; whether all were answered, which they are not if it is told to stop."""
        stop = stop or Stop()
        if not self._answer(executor, self._first, on_row, stop):
            return False
        return self._answer(executor, next_cases(self.problem, self.kind, self.rows), on_row, stop)

    @property
    def answers(self) -> tuple[SweepRow, ...]:
        """In the order of the questions."""
        cases = list(self._first)
        if all(case.key in self.rows for case in self._first):
            cases += next_cases(self.problem, self.kind, self.rows)
        return tuple(self.rows[case.key] for case in _before_breaking(cases, self.rows) if case.key in self.rows)

    @cached_property
    def _first(self) -> list[SweepCase]:
        return first_cases(self.problem, self.kind)

    def _answer(self, executor: Executor, cases: list[SweepCase], on_row: OnRow | None, stop: Stop) -> bool:
        """Whether every question of the round that need be asked is answered."""
        options = SolveOptions(seconds=self.seconds, seed=self.seed)
        wanted = [case for case in _before_breaking(cases, self.rows) if case.key not in self.rows]
        running = {
            executor.submit(answered, self.problem, self.base, case, options, self.prices): case for case in wanted
        }
        try:
            while running and not stop.is_set():
                done, _ = wait(running, timeout=LOOK_SECONDS, return_when=FIRST_COMPLETED)
                for future in done:
                    case = running.pop(future, None)
                    if case is None or future.cancelled():  # it follows one that broke, and was dropped
                        continue
                    self.rows[case.key] = row = future.result()
                    if on_row:
                        on_row(row, len(self.rows), len(self.rows) + len(running))
                    if _breaks(row):
                        _drop(running, case)
        finally:
            for future in running:
                future.cancel()
        return not running


def _drop(running: dict["Future[SweepRow]", SweepCase], broken: SweepCase) -> None:
    """Questions that follow one that cannot be answered cannot be answered either."""
    for future, case in list(running.items()):
        if case.series is not None and case.series == broken.series and case.step > broken.step:
            future.cancel()
            del running[future]


def _before_breaking(cases: Iterable[SweepCase], rows: Mapping[str, SweepRow]) -> list[SweepCase]:
    """Of each series the cases up to the first that is known to be impossible."""
    listed = list(cases)
    ends: dict[str, int] = {}
    for case in listed:
        if case.series is not None and case.key in rows and _breaks(rows[case.key]):
            ends[case.series] = min(case.step, ends.get(case.series, case.step))
    return [case for case in listed if case.series is None or case.step <= ends.get(case.series, case.step)]


def _breaks(row: SweepRow) -> bool:
    return row.case.series is not None and row.status is Status.IMPOSSIBLE


_STOP = Stop()  # of this process


def answered(
    problem: Problem, base: Timetable | None, case: SweepCase, options: SolveOptions, prices: RepairPrices
) -> SweepRow:
    """`weigh`, in whatever process or machine this is."""
    return weigh(problem, base, case, options, prices, _STOP)


def process_pool(processes: int, stop: ProcessEvent) -> ProcessPoolExecutor:
    """Processes of this machine, each of which gives up its work when `stop` is set, and ends with its parent."""
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=context, initializer=_heed, initargs=(stop,))


def _heed(stop: ProcessEvent) -> None:
    def listen() -> None:
        stop.wait()
        _STOP.set()

    def live_no_longer() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            connection.wait([parent.sentinel])
            os._exit(1)  # it was killed: nobody would ever hear the answer, or end this process

    for watch in (listen, live_no_longer):
        threading.Thread(target=watch, daemon=True).start()
