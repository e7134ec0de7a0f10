"""Requirements that cannot hold together, for what counting does not see: proved, made minimal, and put into words.

Every lever stands for the requirement that it relaxes. A set of requirements is a conflict if the school is impossible
although all others may give way for nothing. Most show in a small part of the school (`narrow.py`); what is left to do
then is to see what the school itself is like without each part. Where none shows, a set is grown by an elastic filter
(Chinneck 2008, Feasibility and Infeasibility in Optimization, ch. 6: solve, and hold what had to give way) on the whole
school, and thinned by deletion: each member is left out once, and stays out if the rest is still impossible. So a
conflict that is returned was proved on its own, and so was, for each of its parts, that it is needed.
"""

import time
from collections.abc import Iterable, Sequence

from models import Conflict, Problem, Text, Timetable
from scheduler.progress import Stop
from scheduler.repair.lever import Lever, touched_by
from scheduler.repair.narrow import Core
from scheduler.repair.ways import NoWay, Way, cheapest_way


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
    return told(problem, [lever for lever in levers if lever in held])


def confirmed(
    problem: Problem,
    levers: tuple[Lever, ...],
    core: Core,
    ways: Iterable[Way],
    seconds: float,
    stop: Stop,
    like: Sequence[Timetable] = (),
) -> Conflict:
    """What was proved in a part of the school, seen in the whole of it, as far as the time allows.

    Whoever relaxes one part only and then has a timetable has shown that this part is needed, and enough. A part is
    left out where the rest is impossible in the school even without it.
    """
    clock = _Clock(problem, levers, seconds, stop, like)
    parts = list(core.parts)
    enough = [part for part in parts if any(way.taken.keys() <= set(part) for way in ways)]
    asked = [part for part in parts if part not in enough]
    for number, part in enumerate(asked):
        if clock.over:
            break
        found = clock.relax(part, share=1 / (len(asked) - number), first=True)
        if isinstance(found, Way):
            enough.append(part)
        elif not found.proved:  # out of time: what is known by now is said
            break
        elif clock.solve({lever for other in parts if other is not part for lever in other}) is None:
            if clock.doubtful:
                break
            parts.remove(part)
    return told(problem, [lever for part in parts for lever in part], enough=len(enough) == len(parts))


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
        found = self.relax(tuple(lever for lever in self.levers if lever not in held))
        if isinstance(found, Way):
            return found
        self.doubtful = self.doubtful or not found.proved
        return None

    def relax(self, free: tuple[Lever, ...], *, share: float = 1.0, first: bool = False) -> Way | NoWay:
        """A timetable in which all requirements but these hold, with little that gives way, or the `first` one; in this
        share of the time that is left."""
        limit = max(0.1, share * (self.deadline - time.monotonic()))
        dearest = sum(lever.price * lever.most for lever in free)
        found = cheapest_way(
            self.problem,
            free,
            limit,
            self.stop,
            expected=dearest,
            floor=dearest if first else 0,
            patience=0.5,
            like=self.like,
        )
        if isinstance(found, Way):
            self.like.insert(0, found.timetable)
        return found


def told(problem: Problem, held: Sequence[Lever], *, enough: bool = False) -> Conflict:
    """In words. `enough`: there is a timetable of the school as soon as any one of them gives way."""
    parts = list(dict.fromkeys(lever.asks(problem) for lever in held))
    touched = touched_by(held)
    return Conflict(
        parts=tuple(parts),
        text=_sentence(parts, enough),
        people=touched.people,
        classes=touched.classes,
        clubs=touched.clubs,
        rooms=tuple(room for room in touched.rooms if room in problem.room_by_id),
    )


def _sentence(parts: Sequence[Text], enough: bool) -> Text:
    zh, en, count = "；".join(p.zh for p in parts), "; ".join(p.en for p in parts), len(parts)
    if count == 1 and enough:
        return Text(
            f"这一条要求做不到，放宽它就能排出：{zh}。", f"This cannot be met; without it there is a timetable: {en}."
        )
    if count == 1:
        return Text(
            f"这一条要求做不到，别的要求都放开也不行：{zh}。", f"This cannot be met, whatever else gives way: {en}."
        )
    if enough:
        return Text(
            f"以下{count}条要求单看都做得到，合在一起排不出，放宽任何一条就能排出：{zh}。",
            f"Each of these {count} requirements can be met, but not all together; without any one there is a "
            f"timetable: {en}.",
        )
    return Text(
        f"以下{count}条要求合在一起做不到，别的要求都放开也不行；放宽其中任何一条，其余几条就凑得到一起：{zh}。",
        f"These {count} requirements cannot all be met, whatever else gives way; without any one of them the others "
        f"can: {en}.",
    )
