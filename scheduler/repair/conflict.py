"""Requirements that cannot hold together, for what counting does not see: found by solving, proved, and made minimal.

Every lever stands for the requirement that it relaxes. A set of requirements is a conflict if the school is impossible
although all others may give way for nothing. The set is grown by an elastic filter (Chinneck 2008, Feasibility and
Infeasibility in Optimization, ch. 6: solve, and hold what had to give way) and thinned by deletion: each member is left
out once, and stays out if the rest is still impossible. So a conflict that is returned was proved on its own, and so
was, for each of its parts, that it is needed.
"""

import time
from collections.abc import Sequence

from models import Conflict, Problem, Text, Timetable
from scheduler.progress import Stop
from scheduler.repair.lever import Lever, touched_by
from scheduler.repair.ways import Way, cheapest_way


def conflict(
    problem: Problem,
    levers: tuple[Lever, ...],
    held: set[Lever],
    seconds: float,
    stop: Stop,
    like: Sequence[Timetable] = (),
) -> Conflict | None:
    """A conflict among the levers, sought around those in `held`; None if none was proved in time."""
    clock = _Clock(problem, levers, seconds, stop, like)
    held = set(held)
    while True:
        way = clock.solve(held)
        if way is None:
            break  # impossible, although everything else may give way: the conflict is within
        if clock.over or not way.taken.keys() - held:
            return None
        held |= way.taken.keys()
    for lever in [lever for lever in levers if lever in held]:
        if clock.over:
            return None
        if clock.solve(held - {lever}) is None:
            held.discard(lever)
    if clock.doubtful:
        return None
    return _told(problem, [lever for lever in levers if lever in held])


class _Clock:
    """Solves while there is time. `doubtful`: some answer was not proved."""

    def __init__(
        self, problem: Problem, levers: tuple[Lever, ...], seconds: float, stop: Stop, like: Sequence[Timetable]
    ) -> None:
        self.deadline = time.monotonic() + seconds
        self.problem, self.levers, self.stop = problem, levers, stop
        self.doubtful = False
        self.like = list(like)

    @property
    def over(self) -> bool:
        return self.doubtful or self.stop.is_set() or time.monotonic() >= self.deadline

    def solve(self, held: set[Lever]) -> Way | None:
        """A timetable in which the held requirements hold; None if there is none (or, doubtful, none was found)."""
        free = tuple(lever for lever in self.levers if lever not in held)
        limit = max(0.1, self.deadline - time.monotonic())
        dearest = sum(lever.price * lever.most for lever in free)
        found = cheapest_way(self.problem, free, limit, self.stop, expected=dearest, patience=0.5, like=self.like)
        if isinstance(found, Way):
            self.like.insert(0, found.timetable)
            return found
        self.doubtful = self.doubtful or not found.proved
        return None


def _told(problem: Problem, held: list[Lever]) -> Conflict:
    parts = list(dict.fromkeys(lever.asks(problem) for lever in held))
    zh, en = "；".join(p.zh for p in parts), "; ".join(p.en for p in parts)
    text = Text(
        f"以下{len(parts)}条要求单看都做得到，合在一起排不出，放宽任何一条就能排出：{zh}。",
        f"Each of these {len(parts)} requirements can be met, but not all together; without any one there is a "
        f"timetable: {en}.",
    )
    if len(parts) == 1:
        text = Text(
            f"这一条要求做不到，放宽它就能排出：{zh}。", f"This cannot be met; without it there is a timetable: {en}."
        )
    touched = touched_by(held)
    return Conflict(
        parts=tuple(parts),
        text=text,
        people=touched.people,
        classes=touched.classes,
        clubs=touched.clubs,
        rooms=touched.rooms,
    )
