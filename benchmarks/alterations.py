"""How long a look at single sessions takes: `python -m benchmarks.alterations [--sizes 10,30,60] [--forced 60]`.

Random sessions of the hidden timetables of usual schools; the wishes are for people who are able, and mostly busy.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from random import Random

from benchmarks.schools import planted
from models import PersonMove, Problem, SessionRef, Status, Timetable
from scheduler.alter.able import Able
from scheduler.alter.best_with import best_with
from scheduler.alter.candidates import candidates, room_candidates, slot_candidates
from scheduler.alter.effect import what_breaks
from scheduler.alter.judge import Judge
from scheduler.alter.suggestions import suggestions
from scheduler.alter.why import why
from scheduler.audit import audit
from scheduler.progress import SolveOptions
from scheduler.solve import solve

REPEATS = 30


def main(arguments: list[str]) -> None:
    """A table of seconds: the mean and the most, for each size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.alterations", description=__doc__)
    parser.add_argument("--sizes", default="10,30,60", help="numbers of classes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--forced", type=float, default=0, help="seconds for the school and for each forced choice")
    chosen = parser.parse_args(arguments)
    print("| classes | what | mean ms | most ms | |\n| ---: | --- | ---: | ---: | --- |")
    for classes in map(int, chosen.sizes.split(",")):
        problem, timetable = planted(classes, chosen.seed, "usual")
        for line in _looks(problem, timetable, Random(chosen.seed)):
            print(f"| {classes} | {line} |", flush=True)
        for line in _forced(problem, Random(chosen.seed), chosen.forced) if chosen.forced else ():
            print(f"| {classes} | {line} |", flush=True)


def wishes(problem: Problem, timetable: Timetable, rng: Random) -> Iterator[PersonMove]:
    """Again and again: somebody who is able, in the place of whoever serves in a random session."""
    judge = Judge(problem, timetable)
    able = Able(judge)
    sessions = [s for s in timetable.sessions if s.duties]
    while True:
        session = rng.choice(sessions)
        duty, ref = session.duties[0], SessionRef.to(session)
        every = session.club is not None and session.school_class is None
        places = judge.base.meetings(judge.base.find(ref), every=every)
        found = able.people([judge.base.session(at) for at in places], duty.role)
        others = [person for person in found if person not in session.people()]
        if others:
            by = rng.choice(others)
            yield PersonMove(session=ref, role=duty.role, person=duty.person, by=by, all_meetings=every)


def _looks(problem: Problem, timetable: Timetable, rng: Random) -> Iterator[str]:
    chosen = [move for move, _ in zip(wishes(problem, timetable, rng), range(REPEATS), strict=False)]
    found = 0

    def suggested(move: PersonMove) -> None:
        nonlocal found
        found += bool(suggestions(problem, timetable, move))

    looks: dict[str, Callable[[PersonMove], object]] = {
        "full audit": lambda _: audit(problem, timetable),
        "what_breaks": lambda move: what_breaks(problem, timetable, move),
        "candidates": lambda move: candidates(problem, timetable, move.session, move.role, person=move.person),
        "room_candidates": lambda move: room_candidates(problem, timetable, move.session),
        "slot_candidates": lambda move: slot_candidates(problem, timetable, move.session),
        "why": lambda move: why(problem, timetable, move.session, move.role),
        "suggestions": suggested,
    }
    for name, look in looks.items():
        able = [move for move in chosen if name != "room_candidates" or move.session.kind != "patrol"]
        times = [_timed(look, move) for move in able]
        said = f"{found} of {len(times)} found" if name == "suggestions" else ""
        yield f"{name} | {1000 * sum(times) / len(times):.0f} | {1000 * max(times):.0f} | {said}"


def _timed(look: Callable[[PersonMove], object], move: PersonMove) -> float:
    started = time.perf_counter()
    look(move)
    return time.perf_counter() - started


def _forced(problem: Problem, rng: Random, seconds: float) -> Iterator[str]:
    """Of the best timetable that is found: four choices that are not possible just so, each solved."""
    outcome = solve(problem, SolveOptions(seconds=seconds))
    if outcome.timetable is None:
        yield f"solve | | | {outcome.status}"
        return
    yield f"solve | {1000 * outcome.seconds:.0f} | | {outcome.status}, {outcome.objective} ≥ {outcome.bound:g}"
    asked = 0
    for move in wishes(problem, outcome.timetable, rng):
        if what_breaks(problem, outcome.timetable, move).is_clean:
            continue
        answer = best_with(problem, outcome, move, seconds)
        price = "" if answer.status is Status.IMPOSSIBLE else f", {answer.at_least} to {answer.at_most}"
        told = "" if answer.effect is None else f", {len(answer.effect.notices)} told"
        yield f"best_with | {1000 * answer.seconds:.0f} | | {answer.status}{price}{told}"
        asked += 1
        if asked == 4:
            return


if __name__ == "__main__":
    main(sys.argv[1:])
