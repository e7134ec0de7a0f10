"""The results as Markdown: medians over the seeds, then every row; and as CSV."""

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median

from benchmarks.row import WITHIN, Row

BEGIN, END = "<!-- results -->", "<!-- end of results -->"
Instance = tuple[int, int, str]
NUMBERS = {"classes": int, "seed": int, "cost": int, "memory": int, "broken": int,
           "limit": float, "build": float, "first": float, "end": float, "bound": float}  # fmt: skip


def read(file: Path) -> list[Row]:
    """The rows of a CSV file; none if there is no such file."""
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return [_row(line) for line in csv.DictReader(lines)]


def _row(line: dict[str, str]) -> Row:
    values: dict[str, object] = {}
    for name, text in line.items():
        convert: Callable[[str], object] = NUMBERS.get(name, str)
        values[name] = None if name in NUMBERS and not text else convert(text)
    return Row(**values)  # type: ignore[arg-type]


def append(file: Path, row: Row) -> None:
    """Add one row; the first one brings the headings."""
    new = not file.exists()
    with file.open("a", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        if new:
            writer.writerow(Row._fields)
        writer.writerow(row)


def best_bounds(rows: Iterable[Row]) -> dict[Instance, float]:
    """Instance → the best bound that any method has proved."""
    found: defaultdict[Instance, float] = defaultdict(float)
    for row in rows:
        found[row.key[:3]] = max(found[row.key[:3]], row.bound or 0)
    return found


def markdown(rows: Sequence[Row]) -> str:
    """Both tables."""
    bounds = best_bounds(rows)
    groups: defaultdict[tuple[int, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.classes, row.kind, row.method].append(row)
    within = [f"within {share:.0%}" for share in WITHIN]
    times = ["build", "first", *within, "proof"]
    heads = ["classes", "kind", "method", "seeds", *times, "gap at the end", "above best bound", "peak MB", "outcomes"]
    parts = ["Medians over the seeds (– where half of the seeds or more did not get there; times in seconds):\n"]
    parts += _table(heads, [_medians(key, group, bounds) for key, group in groups.items()])
    parts += ["\nEvery run:\n"]
    heads = ["classes", "kind", "seed", "method", "outcome", *times, "cost", "own bound", "best bound", "MB", "note"]
    parts += _table(heads, [_every(row, bounds) for row in rows])
    parts += ["", *(f"Machine: {machine}." for machine in dict.fromkeys(row.machine for row in rows if row.machine))]
    limits = sorted({row.limit for row in rows})
    parts += [f"Limit: {', '.join(f'{limit:g}' for limit in limits)} s a run."] if limits else []
    return "\n".join(parts)


def written(readme: Path, rows: Sequence[Row]) -> None:
    """Put the tables between the marks of the README. Raises ValueError if it has no marks."""
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{readme} has no marks {BEGIN} … {END}")
    readme.write_text(f"{before}{BEGIN}\n{markdown(rows)}\n{END}{after}", encoding="utf-8")


def _times(row: Row, bounds: dict[Instance, float]) -> list[float | None]:
    bound = bounds[row.key[:3]]
    return [row.build, row.first, *(row.reached(bound / (1 - share)) for share in WITHIN), row.proof]


def _medians(key: tuple[int, str, str], rows: list[Row], bounds: dict[Instance, float]) -> list[str]:
    outcomes = [row.outcome for row in rows]
    counted = ", ".join(f"{outcomes.count(o)} {o}" for o in dict.fromkeys(outcomes))
    columns = zip(*(_times(row, bounds) for row in rows), strict=True)
    return [
        str(key[0]),
        key[1],
        key[2],
        str(len(rows)),
        *(_number(_median(column)) for column in columns),
        _percent(_median([_gap(row.cost, row.bound) for row in rows])),
        _percent(_median([_gap(row.cost, bounds[row.key[:3]]) for row in rows])),
        _number(_median([row.memory for row in rows]), 0),
        counted,
    ]


def _every(row: Row, bounds: dict[Instance, float]) -> list[str]:
    broken = f" ({row.broken} violations)" if row.broken else ""
    return [
        str(row.classes),
        row.kind,
        str(row.seed),
        row.method,
        row.outcome + broken,
        *map(_number, _times(row, bounds)),
        _number(row.cost, 0),
        _number(row.bound, 0),
        _number(bounds[row.key[:3]], 0),
        _number(row.memory, 0),
        row.note,
    ]


def _median(values: Iterable[float | None]) -> float | None:
    found = median(math.inf if value is None else value for value in values)
    return None if math.isinf(found) else found


def _gap(cost: int | None, bound: float | None) -> float | None:
    """None also for a bound that says nothing: no cost is below 0."""
    return None if cost is None or bound is None or bound <= 0 else max(0.0, cost - bound) / max(1, cost)


def _number(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:.{digits}f}"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1%}"


def _table(heads: list[str], lines: list[list[str]]) -> list[str]:
    return ["| " + " | ".join(line) + " |" for line in (heads, ["---"] * len(heads), *lines)]
