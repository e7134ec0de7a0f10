"""One method on one school in a process of its own: `python -m benchmarks.one classes seed kind method seconds file`.

Writes the row as JSON to standard output. This project's method also writes its timetable to the file; another may
take from there what it cannot choose.
"""

import json
import os
import sys
import traceback
from pathlib import Path
from typing import Literal, cast

from benchmarks.methods import METHODS, Task
from benchmarks.row import Row, judged
from benchmarks.schools import Kind, planted, school
from models import Timetable


def main(arguments: list[str]) -> None:
    """Run it."""
    classes, seed, kind, method, seconds, file = arguments
    row = Row(int(classes), int(seed), kind, method, float(seconds), "failed")
    problem = school(int(classes), int(seed), cast(Kind, kind))
    path = Path(file)
    try:
        given, source = _given(row, path)
        answer = METHODS[method](Task(problem, float(seconds), given))
        row = judged(row, problem, answer)
        if method == "fet" and row.outcome != "absent":
            row = row._replace(note=" ".join(filter(None, (row.note, source))))
        if method == "kehou" and answer.timetable is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(answer.timetable.model_dump_json(), encoding="utf-8")
    except Exception as error:  # noqa: BLE001  the table says that it failed, and the other methods go on
        traceback.print_exc()
        row = row._replace(note=f"{type(error).__name__}: {error}"[:200])
    print(json.dumps(row), flush=True)
    os._exit(0)  # a solver's threads may still be at work


def _given(row: Row, path: Path) -> tuple[Timetable | None, str]:
    """Who serves whom where, for a method that cannot choose it: as we chose, or else as the school was built."""
    if path.exists():
        return Timetable.model_validate_json(path.read_text(encoding="utf-8")), "people and rooms as kehou chose them"
    if row.kind != "impossible":
        return planted(row.classes, row.seed, cast(Literal["usual", "tight"], row.kind))[
            1
        ], "people and rooms of the hidden timetable"
    return None, ""


if __name__ == "__main__":
    main(sys.argv[1:])
