"""`python -m benchmarks`: instance × method × seed → CSV, and the table in the README. Skips what the CSV has."""

import argparse
import sys
from pathlib import Path

from benchmarks.measure import measured
from benchmarks.methods import METHODS
from benchmarks.row import Row
from benchmarks.table import append, read, written

FOLDER = Path(__file__).parent
KINDS = ("usual", "tight", "impossible")


def _list(text: str) -> list[str]:
    return [part for part in text.split(",") if part]


def _arguments(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_list, default=["10", "30", "60", "120"], help="numbers of classes")
    parser.add_argument("--seeds", type=_list, default=["1", "2", "3"])
    parser.add_argument("--kinds", type=_list, default=list(KINDS), help=", ".join(KINDS))
    parser.add_argument("--methods", type=_list, default=list(METHODS), help=", ".join(METHODS))
    parser.add_argument("--seconds", type=float, default=60.0, help="limit of one run")
    parser.add_argument("--out", type=Path, default=FOLDER / "results", help="folder of results.csv")
    parser.add_argument("--readme", type=Path, default=FOLDER / "README.md", help="file with the marks for the table")
    chosen = parser.parse_args(arguments)
    if unknown := {*chosen.kinds} - {*KINDS} | {*chosen.methods} - {*METHODS}:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return chosen


def main(arguments: list[str]) -> None:
    """Run what is missing, one after the other; every row is kept as soon as it is there."""
    chosen = _arguments(arguments)
    chosen.out.mkdir(parents=True, exist_ok=True)
    file = chosen.out / "results.csv"
    done = {row.key for row in read(file)}
    order = {method: number for number, method in enumerate(METHODS)}
    wanted = [
        Row(int(size), int(seed), kind, method, chosen.seconds, "failed")
        for method in sorted(chosen.methods, key=order.__getitem__)  # ours first: FET takes teachers from it
        for size in chosen.sizes
        for kind in chosen.kinds
        for seed in chosen.seeds
    ]
    for row in wanted:
        if row.key in done:
            continue
        name = f"{row.classes}-{row.kind}-{row.seed}.json"
        found = measured(row, chosen.out / "timetables" / name)
        append(file, found)
        print(*found.key, found.outcome, found.first, found.end, found.cost, found.bound, found.note, flush=True)
    rows = sorted(read(file), key=lambda r: (r.classes, KINDS.index(r.kind), order.get(r.method, len(order)), r.seed))
    written(chosen.readme, rows)


if __name__ == "__main__":
    main(sys.argv[1:])
