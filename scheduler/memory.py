"""Memory goes back to the machine when a search no longer needs it: the C library of Linux would rather keep it.

Elsewhere (Windows, macOS, musl) nothing is done, and nothing needs to be.
"""

import ctypes
import sys

SPARING = {"MALLOC_ARENA_MAX": "1", "MALLOC_TRIM_THRESHOLD_": str(2**20)}
"""Environment of a process that solves: one heap for its threads, and a free megabyte at its end is given back.

With glibc's defaults presolving leaves its peak behind for as long as the process lives (`man mallopt`).
"""


def give_back() -> None:
    """Return the freed memory of this process; what a solver took in a thread is otherwise kept for the next one."""
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
