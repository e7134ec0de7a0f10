"""Conflicts that show in a small part of the school: found, proved alone and made minimal without a whole timetable."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from models import Problem
from scheduler.linear import linear_model
from scheduler.progress import Stop
from scheduler.repair.elastic import stated
from scheduler.repair.excerpt import Excerpt, excerpts
from scheduler.repair.lever import Lever

CONFLICTS = 3  # at most

Part = tuple[Lever, ...]
"""All levers that relax one and the same requirement, as the school would state it."""


@dataclass(frozen=True)
class Core:
    """Requirements that an excerpt proved impossible together, and possible without any one of them."""

    parts: tuple[Part, ...]

    @property
    def levers(self) -> Part:
        """Of all parts."""
        return tuple(lever for part in self.parts for lever in part)


@dataclass(frozen=True)
class Narrow:
    """`impossible`: proved of the school, with a core to show for it or without; `stating`: seconds that it took to
    state the model."""

    impossible: bool
    cores: tuple[Core, ...]
    stating: float


def narrow_conflicts(problem: Problem, levers: tuple[Lever, ...], seconds: float, stop: Stop) -> Narrow:
    """The simplest first, each of which stays when the cheapest part of those before gives way. Silence proves
    nothing."""
    began = time.monotonic()
    deadline = began + seconds
    elastic = stated(problem, levers)
    linear = linear_model(elastic.model)
    stating = time.monotonic() - began
    groups: dict[str, list[int]] = {}
    for number, lever in enumerate(levers):
        groups.setdefault(lever.asks(problem).zh, []).append(number)
    cores: list[Core] = []
    impossible = False
    for excerpt in excerpts(elastic, linear):
        if cores and excerpt.is_largest:  # takes as long as all others together
            break
        held = {name: some for name, some in groups.items() if not excerpt.levers.isdisjoint(some)}
        while len(cores) < CONFLICTS and time.monotonic() < deadline and not stop.is_set():
            core = _core(excerpt, held, deadline, stop)
            if core is None:
                break
            impossible = True
            if not core:  # more than one question can settle, or no lever would help
                break
            cores.append(Core(tuple(tuple(levers[n] for n in groups[name]) for name in core)))
            gives_way = min(core, key=lambda name: min(levers[n].price for n in held[name]))
            del groups[gives_way], held[gives_way]
    return Narrow(impossible, tuple(cores), stating)


def _core(excerpt: Excerpt, held: Mapping[str, list[int]], deadline: float, stop: Stop) -> list[str] | None:
    """Names of groups that cannot be held together, each of which is needed; None if all can be held, or nothing was
    proved; empty if it was proved that not all can be held, but not what it takes.

    What the solver says of its assumptions is a hint: every answer here is that of a question of its own, asked anew.
    """

    def possible(names: list[str]) -> bool | None:
        return excerpt.possible([n for name in names for n in held[name]], deadline, stop)

    core = list(held)
    if possible(core) is not False:
        return None
    hint = excerpt.core(held, deadline, stop)
    if possible(hint) is False:
        core = hint
    for name in list(core):
        without = [other for other in core if other != name]
        answer = possible(without)
        if answer is None:
            return []
        if answer is False:
            core = without
    return core
