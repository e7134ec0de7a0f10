"""What an explanation brings in its time: `python -m benchmarks.explaining 30 60` asks about the impossible schools.

One line for each school, as a row of a table: what is short or how many requirements were proved to conflict, the ways
out and what they cost, what the least bad timetable lacks, seconds, and seconds of processor time. The last tells
whether the machine had other work: two processors that had none give up to twice the seconds.
"""

import os
import sys
import time

from benchmarks.schools import school
from models import Explanation
from scheduler.repair.explain import explain

SEEDS = (1, 2, 3)
LIMITS = {10: 10.0, 30: 10.0, 60: 30.0, 120: 120.0}  # seconds, by the number of classes


def line(classes: int, seed: int) -> str:
    """One school, explained."""
    problem = school(classes, seed, "impossible")
    limit = LIMITS.get(classes, float(classes))
    began, used = time.monotonic(), _processor()
    told = explain(problem, seconds=limit)
    took = time.monotonic() - began
    cells = [classes, seed, f"{limit:g}", *_found(told), f"{took:.1f}", f"{_processor() - used:.1f}"]
    return "| " + " | ".join(map(str, cells)) + " |"


def _found(told: Explanation) -> tuple[str, str, str]:
    counted = ", ".join(f"{s.code} {s.demand}/{s.supply}" for s in told.shortages)
    proved = ", ".join(f"conflict of {len(conflict.parts)}" for conflict in told.conflicts)
    ways = ", ".join(f"{repair.cost}{' proved' if repair.cheapest else ''}" for repair in told.repairs)
    return counted or proved or "–", ways or "–", "–" if told.least_bad is None else str(told.least_bad.cost)


def _processor() -> float:
    """Seconds of processor time, of processes that have ended too."""
    return sum(os.times()[:4])


def main(sizes: list[int]) -> None:
    """Print the table."""
    print("| classes | seed | limit | why | ways out, price | least bad lacks | s | processor s |")
    print("| --- " * 8 + "|")
    for classes in sizes:
        for seed in SEEDS:
            print(line(classes, seed), flush=True)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [10, 30, 60])
