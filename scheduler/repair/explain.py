"""Why there is no timetable, and what would help: counts first, then ways out that were tried, then conflicts."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from models import (
    Conflict,
    Explanation,
    Problem,
    Repair,
    RepairPrices,
    RoomChanged,
    RoomOpened,
    Shortage,
    Status,
    Step,
    Text,
    Timetable,
)
from scheduler.precheck import precheck
from scheduler.progress import SolveOptions, Stop
from scheduler.repair.conflict import conflict
from scheduler.repair.least_bad import least_bad
from scheduler.repair.lever import Lever, touched_by
from scheduler.repair.levers import levers_of
from scheduler.repair.margins import tightest
from scheduler.repair.recipes import expected_price, least_price, recipes, wider_recipes
from scheduler.repair.relevant import told_once
from scheduler.repair.ways import NoWay, Way, cheapest_way
from scheduler.solve import solve

REPAIRS = 4  # different ones are enough to choose from
LEAST_TRY, LONGER = 2.0, 1.2  # seconds; times what the first way took: for another, which may not exist
FIRST_TIMETABLE = 1.0  # a gap that every timetable keeps


def explain(
    problem: Problem,
    prices: RepairPrices | None = None,
    seconds: float = 30.0,
    stop: Stop | None = None,
    *,
    repairs: int = REPAIRS,
    partial: bool = True,
    on_step: Callable[[Text], None] | None = None,
    on_found: Callable[[Explanation], None] | None = None,
) -> Explanation:
    """What is short and what would help; of a school that has a timetable, what is closest to breaking.

    Every repair has a timetable that the audit found clean; every shortage was counted and every conflict proved.
    At most so many repairs; with `partial`, also the least bad timetable of the school as it is. `on_step` hears what
    is being done now, `on_found` what is known so far, each time that it is more.
    """
    hears = (on_step or (lambda _: None), on_found or (lambda _: None))
    return _Explaining(problem, prices or RepairPrices(), seconds, stop or Stop(), repairs, partial, *hears).answer()


@dataclass
class _Explaining:
    problem: Problem
    prices: RepairPrices
    seconds: float
    stop: Stop
    most: int
    partial: bool
    step: Callable[[Text], None]
    found: Callable[[Explanation], None]
    began: float = field(default_factory=time.monotonic)
    ways: list[Way] = field(default_factory=list)

    def answer(self) -> Explanation:
        self.step(Text("正在清点场地、专长、人手和名额", "counting rooms, skills, people and places"))
        shortages = precheck(self.problem)
        status = Status.IMPOSSIBLE if shortages else self._status()
        if status is not Status.IMPOSSIBLE:
            return self._told(status, tightest=tightest(self.problem))
        self._known(shortages)
        levers = levers_of(self.problem, self.prices)
        self._seek_repairs(shortages, recipes(self.problem, shortages, levers))
        if shortages and not self.ways:
            self._seek_repairs(shortages, wider_recipes(self.problem, shortages, levers))
        conflicts: tuple[Conflict, ...] = ()
        if not shortages and self.ways:
            self.step(Text("正在核实哪几条要求凑不到一起", "proving which requirements cannot hold together"))
            held = {lever for way in self.ways for lever in way.taken}
            found = conflict(self.problem, levers, held, self._left * 0.7, self.stop, self._like)
            conflicts = (found,) if found else ()
        if self.partial and self._left > 1:
            self.step(Text("正在排最不坏的课表", "making the least bad timetable"))
        bad = (
            least_bad(self.problem, levers, shortages, self._left, self.stop, self._like)
            if self.partial and self._left > 1
            else None
        )
        return self._told(
            status, shortages=told_once(shortages), conflicts=conflicts, repairs=self._repairs, least_bad=bad
        )

    @property
    def _repairs(self) -> tuple[Repair, ...]:
        return tuple(sorted((_repair(self.problem, way) for way in self.ways), key=lambda repair: repair.cost))

    def _known(self, shortages: tuple[Shortage, ...]) -> None:
        """Of a school that has no timetable: what is known by now."""
        self.found(self._told(Status.IMPOSSIBLE, shortages=told_once(shortages), repairs=self._repairs))

    def _told(self, status: Status, **found: Any) -> Explanation:
        return Explanation(status=status, seconds=time.monotonic() - self.began, **found)

    @property
    def _left(self) -> float:
        return max(0.0, self.seconds - (time.monotonic() - self.began))

    @property
    def _like(self) -> list[Timetable]:
        """Timetables of nearly the same school: the last one found first, and the one in use."""
        found = [way.timetable for way in reversed(self.ways)]
        return found if self.problem.published is None else [*found, self.problem.published]

    def _status(self) -> Status:
        """Whether there is a timetable at all: any will do."""
        self.step(Text("每一项都够数；正在试排，看排不排得出", "every count comes out; trying to solve it"))
        outcome = solve(self.problem, SolveOptions(seconds=self.seconds, gap=FIRST_TIMETABLE), stop=self.stop)
        return Status.FEASIBLE if outcome.timetable is not None else outcome.status

    def _seek_repairs(self, shortages: tuple[Shortage, ...], ways_to_try: Iterator[tuple[Lever, ...]]) -> None:
        """By different means, until there are enough ways or most of the time is gone."""
        until = self._left * (0.25 if self.partial or not shortages else 0.05)
        patience = float("inf")
        for levers in ways_to_try:
            if len(self.ways) >= self.most or self._left <= until or self.stop.is_set():
                return
            count = len(self.ways)
            self.step(Text(f"正在找第 {count + 1} 个补救办法", f"looking for way out {count + 1}"))
            began = time.monotonic()
            found = cheapest_way(
                self.problem,
                levers,
                min((self._left - until) * 0.8, patience),
                self.stop,
                expected=expected_price(shortages, levers),
                floor=least_price(shortages, levers),
                patience=0.7,
                like=self._like,
            )
            if not self.ways and isinstance(found, Way):
                patience = max(LEAST_TRY, LONGER * (time.monotonic() - began))
            if isinstance(found, NoWay) or not found.taken:
                continue
            changes = _said(found)
            if all(changes != _said(way) for way in self.ways):
                self.ways.append(found)
                self._known(shortages)


def _said(way: Way) -> set[str]:
    return {change.model_dump_json() for some in way.changes.values() for change in some}


def _repair(problem: Problem, way: Way) -> Repair:
    steps = []
    for lever, changes in way.changes.items():
        for number, change in enumerate(changes):
            cost = lever.price * way.taken[lever] if number == 0 else 0  # one lever, one price, however it is done
            steps.append(Step(change=change, text=change.sentence(problem), cost=cost))
    touched = touched_by(way.taken)
    rooms = [room for room in touched.rooms if room in problem.room_by_id]
    rooms += [step.change.room for step in steps if isinstance(step.change, RoomChanged | RoomOpened)]
    return Repair(
        steps=tuple(steps),
        cost=way.cost,
        cheapest=way.cheapest,
        people=touched.people,
        classes=touched.classes,
        clubs=touched.clubs,
        rooms=tuple(dict.fromkeys(rooms)),
        timetable=way.timetable,
    )
