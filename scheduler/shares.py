"""Fair shares: numbers in given proportions, scaled until given sums are kept (iterative proportional fitting)."""

from collections.abc import Hashable, Mapping
from typing import NamedTuple, TypeVar

Key = TypeVar("Key", bound=Hashable)

_SWEEPS = 200  # at most: only sums that contradict one another need so many
_NEAR = 1e-3  # pupils


class Bounds(NamedTuple):
    """A sum is at least and at most so large."""

    least: int
    most: int


def fair_shares(weights: Mapping[Key, float], sums: Mapping[tuple[Key, ...], Bounds]) -> dict[Key, float]:
    """The weights, scaled in turn for every sum that is too small or too large.

    Fractions, for somebody else to round. Where the sums cannot all be kept, a compromise.
    """
    found = dict(weights)
    for _ in range(_SWEEPS):
        furthest = 0.0
        for keys, (least, most) in sums.items():
            total = sum(found[key] for key in keys)
            wanted = max(least, min(total, most))
            if total > 0 and wanted != total:
                furthest = max(furthest, abs(wanted - total))
                for key in keys:
                    found[key] *= wanted / total
        if furthest < _NEAR:
            break
    return found
