"""How many people must be told if a way out is taken: the fewest, by re-planning near the timetable in use."""

from collections.abc import Iterator

from models import Problem, Repair, Text, Timetable, apply_changes
from scheduler.progress import SolveOptions
from scheduler.rules import rule_cards
from ui.jobs import Handle
from ui.scenarios.kept import Told

SECONDS = 8.0  # for each way out


def telling(
    problem: Problem, repairs: tuple[Repair, ...], made_from: Problem, in_use: Timetable, handle: Handle
) -> Iterator[tuple[Told, ...]]:
    """Of each way out of `problem` the people to tell, coming from the timetable in use and its own data.

    After each, all that are known by now. Ends when it is told to stop.
    """
    from scheduler.told import told
    from scheduler.whatif import whatif

    found: list[Told] = []
    for number, repair in enumerate(repairs, start=1):
        if handle.stop.is_set():
            return
        handle.step = Text(
            f"正在数第 {number} 个办法最少要告知多少人", f"counting whom way out {number} concerns at least"
        )
        school = apply_changes(problem, repair.changes, rule_cards())
        # The timetable of the way out was made without regard to the one in use: it only says how many are enough.
        enough = len(told(school, in_use, repair.timetable))
        options = SolveOptions(seconds=SECONDS, background=True)
        near = whatif(made_from, school, in_use, options, stop=handle.stop)
        people = enough if near.told is None else min(near.told, enough)
        found.append(Told(people=people, fewest=near.told_bound == people))
        yield tuple(found)
