"""Fair shares: numbers in given proportions, scaled until given sums are kept (iterative proportional fitting)."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)

_SWEEPS = 100  # at most: only sums that contradict one another need so many
_NEAR = 1e-3  # pupils


class Bounds(NamedTuple):
    """A sum is at least and at most so large."""

    least: int
    most: int


def fair_shares(weights: Mapping[Key, float], sums: Mapping[tuple[Key, ...], Bounds]) -> dict[Key, float]:
    """The weights, each scaled by one factor for every sum in which it is; the factor is 1 where the sum is in bounds.

    Fractions, for somebody else to round. Where the sums cannot all be kept, a compromise.
    """
    found = dict(weights)
    factors = dict.fromkeys(sums, 1.0)
    for _ in range(_SWEEPS):
        furthest = 0.0
        for keys, (least, most) in sums.items():
            total = sum(found[key] for key in keys)
            if total <= 0:
                continue
            # What was scaled down for this sum alone must come back when others have made it small enough.
            unscaled = total / factors[keys]
            wanted = max(least, min(unscaled, most))
            furthest = max(furthest, abs(wanted - total))
            for key in keys:
                found[key] *= wanted / total
            factors[keys] = wanted / unscaled
        if furthest < _NEAR:
            break
    for keys, (_, most) in sums.items():
        found.update({key: min(found[key], most) for key in keys})
    return found
