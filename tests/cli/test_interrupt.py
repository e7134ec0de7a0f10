"""Ctrl-C during a solve: the first one keeps the best timetable, the second one ends at once."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from exchange.json_files import read_timetable
from exchange.load import load_problem
from scheduler.audit import audit
from scheduler.rules import rule_cards
from tests.cli.running import CLI, school_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="another process cannot be sent Ctrl-C there")

# A search that has a timetable and would go on for ever: it tells its progress and ends only when it is stopped.
_ENDLESS = """
import sys, time
from models import Status
from scheduler import solve as module
from scheduler.progress import Progress, SolveOptions
from commands import progress_line
import cli

real = module.solve

def endless(problem, options, on_progress, stop):
    outcome = real(problem, SolveOptions(workers=1, seconds=30))
    on_progress(Progress(1.0, outcome.objective, 0.0))
    {waiting}
    return outcome.model_copy(update={{"status": Status.FEASIBLE, "bound": 0.0}})

module.solve = endless
progress_line._PLAIN_EVERY = 0.0
cli.main()
"""
_OBEYS = "stop.wait()"
_IS_DEAF = "time.sleep(600)"


def start(*words: object) -> subprocess.Popen[str]:
    """A process with pipes."""
    command = [sys.executable, *(str(word) for word in words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", cwd=CLI.parent)


def hear(running: subprocess.Popen[str], word: str) -> None:
    """Wait until stderr says this word."""
    assert running.stderr is not None
    for line in running.stderr:
        if word in line:
            return
    pytest.fail(f"ended with {running.wait()} and without a word of {word}")


def test_the_first_keeps_the_best_timetable(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "out.json"
    running = start("-c", _ENDLESS.format(waiting=_OBEYS), "solve", school, "-o", out, "--json")
    hear(running, "偏好代价 14")
    running.send_signal(signal.SIGINT)
    said, noted = running.communicate()
    assert running.returncode == 0
    assert "正在停下" in noted
    assert "Traceback" not in noted
    answer = json.loads(said)
    assert (answer["status"], answer["objective"], answer["bound"]) == ("FEASIBLE", 14, 0)
    assert read_timetable(out).timetable is not None


def test_the_second_ends_at_once_and_writes_nothing(tmp_path: Path) -> None:
    school, out = school_file(tmp_path), tmp_path / "out.json"
    out.write_text("before", encoding="utf-8")
    running = start("-c", _ENDLESS.format(waiting=_IS_DEAF), "solve", school, "-o", out)
    hear(running, "偏好代价 14")
    running.send_signal(signal.SIGINT)
    hear(running, "再按一次")
    running.send_signal(signal.SIGINT)
    said, noted = running.communicate()
    assert running.returncode == 130
    assert said == ""
    assert "Traceback" not in noted
    assert out.read_text(encoding="utf-8") == "before"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.json", "school.json"]


def test_a_real_search_is_stopped_with_what_it_has(tmp_path: Path) -> None:
    # One worker finds timetables of this school within seconds, and would take hours to prove the best.
    school, out = CLI.parent / "sample_inputs" / "yayao.xlsx", tmp_path / "out.json"
    running = start(CLI, "solve", school, "-o", out, "--json", "--workers", 1, "--seconds", 3600)
    hear(running, "偏好代价")
    running.send_signal(signal.SIGINT)
    said, noted = running.communicate()
    assert running.returncode == 0
    assert "Traceback" not in noted
    problem, timetable = load_problem(school, rule_cards()).problem, read_timetable(out).timetable
    assert problem is not None
    assert timetable is not None
    verdict = audit(problem, timetable)
    assert verdict.clean
    assert json.loads(said)["objective"] == verdict.cost
