"""The cheapest way out by given levers: searched in the elastic model, named, and audited as the changed school."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from models import Change, ClubDropped, Problem, Timetable, apply_changes, fingerprint
from models.noun import RoomId
from scheduler.audit import audit
from scheduler.decode import decode
from scheduler.linear import Ints
from scheduler.model import Built
from scheduler.progress import SolveOptions, Stop
from scheduler.repair.elastic import Elastic, elastic_model
from scheduler.repair.lever import Lever
from scheduler.repair.place import settle_rooms
from scheduler.rooming import PooledTooFarError
from scheduler.search import Search, searching
from scheduler.solution import reading
from scheduler.solve import POLL_SECONDS, WrongTimetableError

Values = Sequence[int] | Ints


@dataclass(frozen=True)
class Way:
    """How far each lever is taken, the changes that this means in order, a clean timetable of the changed school."""

    taken: dict[Lever, int]
    changes: dict[Lever, tuple[Change, ...]]
    timetable: Timetable
    cost: int
    cheapest: bool
    beside: float = 0.0  # seconds that stating the model, naming and auditing took, beside the search


@dataclass(frozen=True)
class NoWay:
    """None was found: proved that there is none, or out of time."""

    proved: bool
    beside: float = 0.0  # as of a way


CAPS = (4,)  # times what it should cost: room to find a timetable, but not for a wasteful one; then none


def cheapest_way(
    problem: Problem,
    levers: tuple[Lever, ...],
    seconds: float,
    stop: Stop,
    *,
    expected: int,
    floor: int = 0,
    patience: float = 10.0,
    workers: int = SolveOptions.workers,
    like: Sequence[Timetable] = (),
) -> Way | NoWay:
    """The cheapest use of the levers that lets the school have a timetable.

    It is sought among what costs little more than `expected` first, then among all: a way that was proved the cheapest
    under a cap is the cheapest of all. It is content with what costs no more than `floor`, below which nothing can be,
    and after `patience` seconds (and half the time that the first one took) without a cheaper one. Weeks with the day
    patterns of the timetables in `like` are tried first.

    Raises WrongTimetableError if the audit finds a requirement broken in it.
    """
    deadline = time.monotonic() + seconds
    dearest = sum(lever.price * lever.most for lever in levers)
    caps = [expected * times for times in CAPS if expected * times < dearest]
    found: Way | NoWay = NoWay(proved=False)
    for number, at_most in enumerate([*caps, None]):
        rounds, left = len(caps) + 1 - number, deadline - time.monotonic()
        if number > 0 and left < found.beside:  # it would be over before the model is stated
            return found
        share = max(0.1, left) * (1 if rounds == 1 else 0.7)
        options = SolveOptions(seconds=share, workers=workers)
        found = _within(problem, levers, at_most, options, _Content(floor, patience), stop, like)
        if isinstance(found, Way) or time.monotonic() >= deadline or stop.is_set():
            return found
    return found


def _within(
    problem: Problem,
    levers: tuple[Lever, ...],
    cap: int | None,
    options: SolveOptions,
    content: _Content,
    stop: Stop,
    like: Sequence[Timetable],
) -> Way | NoWay:
    sought = seek(
        problem,
        lambda apart: elastic_model(problem, levers, apart, cap),
        options,
        stop,
        lambda search, deadline: _wait(search, deadline, content, stop),
        like,
    )
    if sought.way is None:
        return NoWay(proved=sought.bound == float("inf"), beside=sought.beside)
    return replace(sought.way, cheapest=sought.cost <= max(sought.bound, content.floor), beside=sought.beside)


@dataclass(frozen=True)
class Sought:
    """What a search in an elastic model brought; `cost` is that of the way, as the model counts it."""

    way: Way | None
    cost: int
    bound: float  # no way costs less; inf: there is none
    beside: float = 0.0  # seconds beside the search itself


def seek(
    problem: Problem,
    make: Callable[[frozenset[RoomId]], Elastic],
    options: SolveOptions,
    stop: Stop,
    wait: Callable[[Search, float], None],
    like: Sequence[Timetable] = (),
) -> Sought:
    """Search the model that `make` states with these rooms told apart, until `wait` comes back, and name what it found.

    Rooms that were counted alike and cannot be told apart afterwards are told apart in a model made anew. Raises
    WrongTimetableError if the audit finds a requirement broken.
    """
    deadline = time.monotonic() + options.seconds
    apart: frozenset[RoomId] = frozenset()
    while True:
        made: list[Elastic] = []
        began = time.monotonic()

        def model(apart: frozenset[RoomId] = apart, made: list[Elastic] = made) -> Built:
            made.append(make(apart))
            return made[0].built

        with searching(model, options, deadline, like=like) as search:
            searched = time.monotonic()
            wait(search, deadline)
            searched = time.monotonic() - searched
        if search.solution is None:
            return Sought(None, 0, search.bound, time.monotonic() - began - searched)
        cost, values = search.solution
        try:
            way = _way(problem, made[0], values)
            return Sought(way, cost, search.bound, time.monotonic() - began - searched)
        except PooledTooFarError as pooled:
            apart |= set(pooled.rooms)
            if time.monotonic() >= deadline or stop.is_set():
                return Sought(None, 0, 0)


@dataclass(frozen=True)
class _Content:
    """When a way is good enough."""

    floor: int
    patience: float


def _wait(search: Search, deadline: float, content: _Content, stop: Stop) -> None:
    began = since = time.monotonic()
    found, patience = search.solution, content.patience
    while not search.over and not stop.is_set() and time.monotonic() < deadline:
        time.sleep(POLL_SECONDS)
        search.step()
        if search.solution is not found:
            if found is None:
                patience = max(patience, (time.monotonic() - began) / 2)
            found, since = search.solution, time.monotonic()
        if found is not None and (found[0] <= content.floor or time.monotonic() - since > patience):
            return


def drops_last(changes: dict[Lever, tuple[Change, ...]]) -> dict[Lever, tuple[Change, ...]]:
    """In an order in which they can be made: a club that is gone cannot be changed, nor a pin on it released."""
    return dict(sorted(changes.items(), key=lambda entry: any(isinstance(c, ClubDropped) for c in entry[1])))


def _way(problem: Problem, elastic: Elastic, values: Values) -> Way:
    """What the values of the decisions mean, named and audited. Raises PooledTooFarError and WrongTimetableError."""
    value = reading(values)
    taken = {lever: amount for lever, count in elastic.taken.items() if (amount := value(count))}
    changes = drops_last({lever: lever.changes(amount) for lever, amount in taken.items()})
    rules = [c for some in changes.values() for c in some if c.kind == "rule_changed"]
    timetable = decode(apply_changes(elastic.widened, rules), elastic.x, value, even=False)
    changes, timetable = settle_rooms(problem, changes, timetable)
    changed = apply_changes(problem, [c for some in changes.values() for c in some])
    timetable = timetable.model_copy(update={"fingerprint": fingerprint(changed)})
    verdict = audit(changed, timetable)
    if not verdict.clean:
        raise WrongTimetableError("; ".join(v.text.zh for v in verdict.broken[:5]))
    cost = sum(lever.price * amount for lever, amount in taken.items())
    return Way(taken, changes, timetable, cost, cheapest=False)
