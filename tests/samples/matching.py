"""A maximum bipartite matching, so that the counts of the samples need no solver."""

from collections.abc import Hashable, Mapping, Sequence


def unmatched(wanted: Mapping[str, Sequence[Hashable]]) -> list[str]:
    """Demands that stay empty-handed when as many as possible get one of their own candidates."""
    holder: dict[Hashable, str] = {}

    def place(demand: str, seen: set[Hashable]) -> bool:
        for candidate in wanted[demand]:
            if candidate in seen:
                continue
            seen.add(candidate)
            if candidate not in holder or place(holder[candidate], seen):
                holder[candidate] = demand
                return True
        return False

    return [demand for demand in wanted if not place(demand, set())]
