"""How long a what-if takes: `python -m benchmarks.whatif 30 60` loses one person or one room after another.

One line for each loss: what is lost, how it ended, people told, seconds until that was proved least, seconds in all;
then for each size how many were possible, and the median and the longest of the seconds to the proof.
"""

import sys
from statistics import median

from benchmarks.schools import school
from models import Problem, Timetable, WhatIf
from scheduler.progress import SolveOptions
from scheduler.solve import solve
from scheduler.whatif import whatif

BASE_SECONDS = 20.0
SECONDS = 15.0
WORKERS = 2
LOSSES = 24  # of each size, evenly chosen from people and rooms that are in use


def losses(problem: Problem, base: Timetable) -> dict[str, Problem]:
    """Name of what is lost → the school without it."""
    people = [p.id for p in problem.people if p.id in base.of_person]
    rooms = list(dict.fromkeys(s.room for s in base.sessions if s.room))
    chosen = [names[:: max(1, 2 * len(names) // LOSSES)][: LOSSES // 2] for names in (people, rooms)]
    found = {person: without_person(problem, person) for person in chosen[0]}
    return found | {room: without_room(problem, room) for room in chosen[1]}


def without_person(problem: Problem, person: str) -> Problem:
    """The school after a teacher or an instructor has left."""
    gone = {"weekly_most": 0, "weekly_least": 0}
    teachers = (t.model_copy(update=gone | {"target": 0}) if t.id == person else t for t in problem.teachers)
    instructors = (i.model_copy(update=gone) if i.id == person else i for i in problem.instructors)
    return _anew(problem, teachers=tuple(teachers), instructors=tuple(instructors))


def without_room(problem: Problem, room: str) -> Problem:
    """The school with a room that is closed all week."""
    closed = {"closed": problem.week.slots}
    return _anew(problem, rooms=tuple(r.model_copy(update=closed) if r.id == room else r for r in problem.rooms))


def _anew(problem: Problem, **fields: object) -> Problem:
    return Problem.model_validate({name: getattr(problem, name) for name in Problem.model_fields} | fields)


def main(sizes: list[int]) -> None:
    """Print the lines."""
    for classes in sizes:
        problem = school(classes, 1, "usual")
        base = solve(problem, SolveOptions(seconds=BASE_SECONDS)).timetable
        if base is None:
            print(f"{classes}: no timetable in {BASE_SECONDS} s")
            continue
        answers: list[WhatIf] = []
        for name, after in losses(problem, base).items():
            answer = whatif(problem, after, base, SolveOptions(seconds=SECONDS, workers=WORKERS))
            answers.append(answer)
            proved = "–" if answer.proved_seconds is None else f"{answer.proved_seconds:.1f}"
            print(f"{classes} {name} {answer.status} {answer.told} {proved} {answer.seconds:.1f}", flush=True)
        seconds = [a.proved_seconds for a in answers if a.proved_seconds is not None]
        print(
            f"{classes}: {len(seconds)} of {len(answers)} proved, {median(seconds):.1f} s, at most {max(seconds):.1f} s"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [30, 60])
