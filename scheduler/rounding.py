"""Whole numbers of one class for its share of a grade's places: near the share, and the same in every slot."""

from collections.abc import Mapping
from math import ceil, floor
from typing import NamedTuple

from models import Slot
from scheduler.nearest import Count, Nearest
from scheduler.scope import Unit

_NODES = 50  # of the search for one class
_APART = 10**4  # a pupil less at one meeting than at another is worse than all unfairness that it could spare

Counts = Mapping[Slot, Mapping[Unit, int]]


class Share(NamedTuple):
    """What one class takes of the places left in a slot: as large a part as it is of the pupils who wait for them."""

    places: tuple[tuple[Unit, int], ...]
    pupils: int
    waiting: int

    def of(self, places: int) -> float:
        """Its exact part of so many places."""
        return places * self.pupils / self.waiting

    @property
    def total(self) -> float:
        """Its exact part of all places."""
        return self.of(sum(places for _, places in self.places))


def rounded(shares: Mapping[Slot, Share], turns: Mapping[Unit, float], *, steady: bool = True) -> Counts:
    """How many of the class go to each group in each slot; all in all its share, rounded up or down.

    As many at one meeting as at another, if possible and asked for (`steady`); then near the share of each group,
    where a group whose turn (between 0 and 1) is low is rather rounded up than another.
    """
    found = {slot: _largest_parts(share, turns) for slot, share in shares.items()}
    if not steady or len(set(shares.values())) <= 1:
        return found
    return _alike(shares, turns, one_number=True) or _alike(shares, turns, one_number=False) or found


def _largest_parts(share: Share, turns: Mapping[Unit, float]) -> dict[Unit, int]:
    """Each number rounded down, and those with the largest part of a pupil left over rounded up."""
    found = {unit: places * share.pupils // share.waiting for unit, places in share.places}
    part = {unit: share.of(places) - found[unit] for unit, places in share.places}
    spare = round(share.total) - sum(found.values())
    for unit in sorted((u for u in part if part[u] > 0), key=lambda u: turns[u] - part[u])[:spare]:
        found[unit] += 1
    return found


def _alike(shares: Mapping[Slot, Share], turns: Mapping[Unit, float], *, one_number: bool) -> Counts | None:
    """A number for each group and slot; only `one_number` where the share is the same, which is quicker to find."""
    model = Nearest()
    first: dict[Unit, Count] = {}
    same: dict[tuple[Unit, float], Count] = {}
    found: dict[Slot, dict[Unit, Count]] = {}
    for slot, share in shares.items():
        here = found[slot] = {}
        for unit, places in share.places:
            part = share.of(places)
            if one_number and (unit, part) in same:
                here[unit] = same[unit, part]
                continue
            here[unit] = same[unit, part] = model.count(max(0, floor(part) - 1), min(places, ceil(part) + 1))
            model.wish([here[unit]], part + 0.5 - turns[unit])
            if unit in first:
                model.equate(here[unit], first[unit], _APART)
            first.setdefault(unit, here[unit])
        model.bound(here.values(), floor(share.total), ceil(share.total))
    numbers = model.solve(_NODES)
    if numbers is None:
        return None
    return {slot: {unit: numbers[n] for unit, n in here.items()} for slot, here in found.items()}
