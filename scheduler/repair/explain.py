"""Why there is no timetable, and what would help: counts first, then ways out that were tried, then conflicts."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from models import (
    Conflict,
    Explanation,
    LeastBad,
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
from scheduler.repair.conflict import confirmed, conflict, told
from scheduler.repair.least_bad import least_bad, without_help
from scheduler.repair.lever import Lever, touched_by
from scheduler.repair.levers import levers_of
from scheduler.repair.margins import tightest
from scheduler.repair.narrow import Core, narrow_conflicts
from scheduler.repair.recipes import core_recipes, expected_price, least_price, recipes, wider_recipes
from scheduler.repair.relevant import told_once
from scheduler.repair.ways import NoWay, Way, cheapest_way
from scheduler.solve import solve

REPAIRS = 4  # different ones are enough to choose from
LEAST_TRY, LONGER = 2.0, 1.2  # seconds; times what the first way took: for another, which may not exist
NARROW = 0.5  # of the time, at most, for conflicts in a part of the school: they take 1–3 s
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
    conflicts: tuple[Conflict, ...] = ()
    beside: float = 0.0  # seconds that a search takes to begin and to end: less is not worth beginning one
    beyond: float = 0.0  # what one took beyond its limit

    def answer(self) -> Explanation:
        self.step(Text("正在清点场地、专长、人手和名额", "counting rooms, skills, people and places"))
        shortages = precheck(self.problem)
        levers = levers_of(self.problem, self.prices)
        cores: tuple[Core, ...] = ()
        status = Status.IMPOSSIBLE
        if not shortages:
            self.step(Text("每一项都够数；正在试排，看排不排得出", "every count comes out; trying to solve it"))
            narrow = narrow_conflicts(self.problem, levers, self._left * NARROW, self.stop)
            cores, self.beside = narrow.cores, narrow.stating
            status = status if narrow.impossible else self._status()
        if status is not Status.IMPOSSIBLE:
            return self._told(status, tightest=tightest(self.problem))
        self.conflicts = tuple(told(self.problem, core.levers) for core in cores)
        self._known(shortages)
        if cores:
            self._seek_repairs(shortages, core_recipes(self.problem, cores, levers))
        else:
            self._seek_repairs(shortages, recipes(self.problem, shortages, levers))
        if shortages and not self.ways:
            self._seek_repairs(shortages, wider_recipes(self.problem, shortages, levers))
        if not shortages:
            self._prove(levers, cores)
        bad = self._least_bad(levers, shortages) if self.partial else None
        return self._told(
            status,
            shortages=told_once(shortages),
            conflicts=self.conflicts,
            repairs=self._repairs,
            least_bad=bad,
        )

    def _prove(self, levers: tuple[Lever, ...], cores: tuple[Core, ...]) -> None:
        """That each part of a conflict is needed; where none is known, seek one in the whole school."""
        share = self._left * (0.5 if self.partial else 0.9)
        if (not cores and not self.ways) or share < 2 * self.beside:
            return
        self.step(Text("正在核实哪几条要求凑不到一起", "proving which requirements cannot hold together"))
        if cores:
            each = share / len(cores)
            self.conflicts = tuple(
                confirmed(self.problem, levers, core, self.ways, each, self.stop, self._like) for core in cores
            )
            return
        held = {lever for way in self.ways for lever in way.taken}
        found = conflict(self.problem, levers, held, share, self.stop, self._like)
        self.conflicts = (found,) if found else ()

    def _least_bad(self, levers: tuple[Lever, ...], shortages: tuple[Shortage, ...]) -> LeastBad | None:
        """What a way out leaves without those changes; with the time that is left, something better."""
        self.step(Text("正在排最不坏的课表", "making the least bad timetable"))
        known = self._without_help
        if self._left < max(1.0, 2 * self.beside) or (known is not None and known.cost <= 1):
            return known
        found = least_bad(self.problem, levers, shortages, self._left, self.stop, self._like)
        return min((bad for bad in (known, found) if bad is not None), key=lambda bad: bad.cost, default=None)

    @property
    def _without_help(self) -> LeastBad | None:
        """Of the ways out, what is least bad without its help."""
        return min((without_help(self.problem, way) for way in self.ways), key=lambda bad: bad.cost, default=None)

    @property
    def _repairs(self) -> tuple[Repair, ...]:
        return tuple(sorted((_repair(self.problem, way) for way in self.ways), key=lambda repair: repair.cost))

    def _known(self, shortages: tuple[Shortage, ...]) -> None:
        """Of a school that has no timetable: what is known by now."""
        known = {"shortages": told_once(shortages), "conflicts": self.conflicts, "repairs": self._repairs}
        self.found(self._told(Status.IMPOSSIBLE, **known))

    def _told(self, status: Status, **found: Any) -> Explanation:
        return Explanation(status=status, seconds=time.monotonic() - self.began, **found)

    @property
    def _left(self) -> float:
        """Seconds, without what a search may take beyond its limit: naming and auditing what it found."""
        return max(0.0, self.seconds - (time.monotonic() - self.began) - self.beyond)

    @property
    def _like(self) -> list[Timetable]:
        """Timetables of nearly the same school: the last one found first, and the one in use."""
        found = [way.timetable for way in reversed(self.ways)]
        return found if self.problem.published is None else [*found, self.problem.published]

    def _status(self) -> Status:
        """Whether there is a timetable at all: any will do."""
        outcome = solve(self.problem, SolveOptions(seconds=self._left, gap=FIRST_TIMETABLE), stop=self.stop)
        return Status.FEASIBLE if outcome.timetable is not None else outcome.status

    def _seek_repairs(self, shortages: tuple[Shortage, ...], ways_to_try: Iterator[tuple[Lever, ...]]) -> None:
        """By different means, until there are enough ways or most of the time is gone."""
        rest = self.partial or not (shortages or self.conflicts)  # a conflict in hand needs little more
        until = self._left * (0.05 if not rest else 0.1 if self.conflicts else 0.25)
        patience = float("inf")
        for levers in ways_to_try:
            if len(self.ways) >= self.most or self._left <= until or self.stop.is_set():
                return
            count = len(self.ways)
            self.step(Text(f"正在找第 {count + 1} 个补救办法", f"looking for way out {count + 1}"))
            began, limit = time.monotonic(), min((self._left - until) * 0.8, patience)
            if limit < self.beside:
                return
            found = cheapest_way(
                self.problem,
                levers,
                limit,
                self.stop,
                expected=expected_price(shortages, levers),
                floor=least_price(shortages, levers),
                patience=0.7,
                like=self._like,
            )
            self.beside = max(self.beside, found.beside)
            self.beyond = max(self.beyond, time.monotonic() - began - limit)
            if not self.ways and isinstance(found, Way):
                patience = max(LEAST_TRY, LONGER * (time.monotonic() - began))
            if isinstance(found, NoWay) or not found.taken:
                continue
            changes = _said(found)
            if all(changes != _said(way) for way in self.ways):
                self.ways.append(found)
                self._known(shortages)
                if shortages and (bad := self._without_help) is not None and bad.cost <= 1:
                    until = min(until, self.seconds * 0.05)  # nothing is less bad, so no time need be left for it


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
