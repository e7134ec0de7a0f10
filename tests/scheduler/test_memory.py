"""Memory that a search no longer needs goes back to the machine."""

import subprocess
import sys

import pytest

from scheduler.companion import Companion
from scheduler.memory import SPARING, give_back

KEPT = """
import ctypes
from pathlib import Path
from scheduler.memory import give_back

def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1])

libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
blocks = [libc.malloc(2**16) for _ in range(1000)]
for block in blocks:
    ctypes.memset(block, 1, 2**16)
for block in blocks[:-1]:  # the last one keeps the heap from shrinking by itself
    libc.free(block)
before = resident()
give_back()
print(before - resident())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux is asked for its memory back")
def test_freed_memory_goes_back() -> None:
    ran = subprocess.run([sys.executable, "-c", KEPT], capture_output=True, text=True, check=True)
    assert int(ran.stdout) * 4096 > 50 * 2**20


def test_nothing_happens_where_the_c_library_has_no_such_function(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scheduler.memory.ctypes.CDLL", lambda _: object())
    give_back()
    monkeypatch.setattr("scheduler.memory.sys.platform", "win32")
    monkeypatch.delattr("scheduler.memory.ctypes.CDLL")
    give_back()


def test_the_solving_process_is_told_to_be_sparing(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, str] = {}

    class Popen(subprocess.Popen[bytes]):
        def __init__(self, *args: object, env: dict[str, str], **rest: object) -> None:
            told.update(env)
            super().__init__(*args, env=env, **rest)  # type: ignore[call-overload]

    monkeypatch.setattr("scheduler.companion.subprocess.Popen", Popen)
    Companion().end()
    assert told.items() >= SPARING.items()
