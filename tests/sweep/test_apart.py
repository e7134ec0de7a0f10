"""A sweep in processes of its own: the same answers, stopped, a process that dies, and a caller that is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import start
from models import SweepKind, SweepRow
from scheduler.progress import Stop
from scheduler.sweep import apart
from scheduler.sweep.apart import SweepLostError, run_apart
from scheduler.sweep.run import SweepRun
from tests.builders import tiny_school
from tests.sweep.test_run import Here
from tests.ui.looking import until

linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the processes")


def _run() -> SweepRun:
    return SweepRun(tiny_school(), SweepKind.TEACHERS, seconds=30)


def _below(process: int) -> list[int]:
    """The children of a process, their children, and so on."""
    try:
        listed = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [pid for child in map(int, listed.split()) for pid in (child, *_below(child))]


def _there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_the_answers_are_the_same_and_come_one_by_one() -> None:
    here, heard = _run(), list[tuple[str, int]]()
    here.run(Here())
    run = _run()
    assert run_apart(run, lambda row, done, _of: heard.append((row.case.key, done)))
    assert [(r.case, r.status, r.cost) for r in run.answers] == [(r.case, r.status, r.cost) for r in here.answers]
    assert [done for _, done in heard] == list(range(1, len(run.answers) + 1))


@linux
def test_stopped_it_leaves_no_process_and_goes_on_later() -> None:
    stop, run = Stop(), _run()
    before = set(_below(os.getpid()))
    assert not run_apart(run, lambda *_: stop.set(), stop)
    assert 1 <= len(run.answers) < len(run.problem.teachers) + 1
    assert not [pid for pid in _below(os.getpid()) if pid not in before and _there(pid)]
    known = {row.case.key for row in run.answers}
    more: list[str] = []
    assert run_apart(run, lambda row, *_: more.append(row.case.key))
    assert not known & set(more)


@linux
@pytest.mark.parametrize("which", [0, -1], ids=["the process of the sweep", "the one that solves"])
def test_a_process_that_is_killed_is_replaced(which: int) -> None:
    before, killed, run = set(_below(os.getpid())), list[int](), _run()

    def on_row(_row: SweepRow, _done: int, _of: int) -> None:
        if not killed:
            mine = [pid for pid in _below(os.getpid()) if pid not in before]
            killed.append(mine[which])
            os.kill(mine[which], signal.SIGKILL)

    assert run_apart(run, on_row)
    assert killed
    assert len(run.answers) == len(run.problem.teachers) + 1


@linux
def test_nothing_is_left_when_the_caller_is_killed() -> None:
    code = (
        "from tests.sweep.test_apart import _run\nfrom scheduler.sweep.apart import run_apart\n"
        "run_apart(_run(), lambda *_: (print(flush=True), input()))"
    )
    caller = subprocess.Popen(
        [sys.executable, "-c", code], cwd=Path(start.__file__).parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert caller.stdout is not None
    caller.stdout.readline()
    below = _below(caller.pid)
    assert len(below) >= 2
    caller.kill()
    caller.communicate()
    until(lambda: not any(map(_there, below)), within=30)


def test_what_dies_again_and_again_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[int] = []

    def dies(_run: SweepRun, _on_row: object, _stop: Stop, processes: int) -> None:
        times.append(processes)

    monkeypatch.setattr(apart, "_once", dies)
    with pytest.raises(SweepLostError):
        run_apart(_run(), processes=4)
    assert times == [4, 1, 1]
