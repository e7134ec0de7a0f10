"""One method on one school in a process of its own: `python -m benchmarks.one classes seed kind method seconds file`.

Writes the row as JSON to standard output. This project's method also writes its timetable to the file; the others may
take from there what they cannot choose.
"""

import json
import os
import sys
import traceback
from pathlib import Path
from typing import cast

from benchmarks.methods import METHODS, Task
from benchmarks.row import Row, judged
from benchmarks.schools import Kind, school
from models import Timetable


def main(arguments: list[str]) -> None:
    """Run it."""
    classes, seed, kind, method, seconds, file = arguments
    row = Row(int(classes), int(seed), kind, method, float(seconds), "failed")
    problem = school(int(classes), int(seed), cast(Kind, kind))
    path = Path(file)
    given = Timetable.model_validate_json(path.read_text(encoding="utf-8")) if path.exists() else None
    try:
        answer = METHODS[method](Task(problem, float(seconds), given))
        row = judged(row, problem, answer)
        if method == "kehou" and answer.timetable is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(answer.timetable.model_dump_json(), encoding="utf-8")
    except Exception as error:  # noqa: BLE001  the table says that it failed, and the other methods go on
        traceback.print_exc()
        row = row._replace(note=f"{type(error).__name__}: {error}"[:200])
    print(json.dumps(row), flush=True)
    os._exit(0)  # a solver's threads may still be at work


if __name__ == "__main__":
    main(sys.argv[1:])
