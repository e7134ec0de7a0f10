"""By hand, as a careful person does it: the pattern of the week first, then the scarcest first, with swaps where it
gets stuck; and all over again with another pattern, until time is up."""

import time
from collections import Counter
from itertools import combinations, product
from random import Random

from benchmarks.methods.answer import Answer, Step, Task
from benchmarks.methods.by_hand import ByHand, Pattern
from models import Problem, Timetable
from scheduler.audit import audit
from scheduler.open_scope import OpenScope

PATIENCE_SECONDS = 20.0  # a person would have gone home


def run(task: Task) -> Answer:
    """The cheapest of the complete timetables that come out, or else the attempt with the fewest holes."""
    started = time.monotonic()
    rng = Random(0)
    best: ByHand | None = None
    found: Timetable | None = None
    trail: list[Step] = []
    patterns = _patterns(task.problem, rng)
    scope = OpenScope(task.problem)
    number = 0
    while number == 0 or time.monotonic() - started < min(task.seconds, PATIENCE_SECONDS):
        sheet = ByHand(task.problem, scope, patterns[number % len(patterns)], rng)
        number += 1
        sheet.fill()
        best = sheet if best is None or sheet.holes < best.holes else best
        if sheet.holes == 0:
            timetable = sheet.timetable()
            verdict = audit(task.problem, timetable)
            if verdict.clean and (not trail or verdict.cost < (trail[-1].objective or 0)):
                found = timetable
                trail.append(Step(time.monotonic() - started, verdict.cost, None))
    assert best is not None
    return Answer(timetable=found or best.timetable(), seconds=time.monotonic() - started, trail=tuple(trail))


def _patterns(problem: Problem, rng: Random) -> list[Pattern]:
    """Every choice of the large club's day and of each band's walking days; few bands on one day first."""
    found: list[Pattern] = []
    for large in problem.week.days:
        days = [int(day) for day in problem.week.days if day != large]
        pairs = [list(combinations(days, band.walking_least)) for band in problem.bands]
        found += [Pattern(int(large), chosen) for chosen in product(*pairs)]
    rng.shuffle(found)
    return sorted(found, key=lambda p: max(Counter(day for days in p.walking for day in days).values()))
