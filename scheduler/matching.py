"""Bipartite matching with amounts: who can be given what, and, if not all can be, the set that shows it (Hall)."""

from collections import deque
from collections.abc import Collection, Hashable, Iterator, Mapping
from itertools import pairwise
from typing import Generic, NamedTuple, TypeVar

Left = TypeVar("Left", bound=Hashable)
Right = TypeVar("Right", bound=Hashable)


class Violator(NamedTuple, Generic[Left, Right]):
    """Those who ask, all that they could be given, and the two sums: demand is above supply."""

    left: tuple[Left, ...]
    right: tuple[Right, ...]
    demand: int
    supply: int


def max_matching(edges: Mapping[Left, Collection[Right]]) -> dict[Left, Right]:
    """As many as possible of the left, each with one of its own; nobody on the right is given twice."""
    allocation = _Allocation(dict.fromkeys((r for near in edges.values() for r in near), 1), edges)
    for left in edges:
        allocation.serve(left, 1)
    return {left: r for left, found in allocation.given.items() for r in found}


def hall_violators(
    demand: Mapping[Left, int], supply: Mapping[Right, int], edges: Mapping[Left, Collection[Right]]
) -> Iterator[Violator[Left, Right]]:
    """Sets of the left that ask for more than all their neighbours have; no two of them share a neighbour."""

    edges = {left: dict.fromkeys(found) for left, found in edges.items()}  # in order, and quick to look into

    def near(left: Collection[Left]) -> list[Right]:
        return [r for r in supply if any(r in edges[one] for one in left)]

    def gap(left: Collection[Left]) -> int:
        return sum(demand[one] for one in left) - sum(supply[r] for r in near(left))

    allocation = _Allocation(supply, edges)
    for left in demand:
        allocation.serve(left, demand[left])
    together: list[list[Left]] = []
    for reached in [allocation.reached(left) for left in demand if allocation.lacks(left, demand[left])]:
        touching = [group for group in together if set(near(group)) & set(near(reached))]
        together = [group for group in together if group not in touching]
        together.append(list(dict.fromkeys([one for group in (*touching, reached) for one in group])))
    for kept in together:
        for one in list(kept):  # those whose leaving does not make the gap smaller have nothing to do with it
            rest = [other for other in kept if other != one]
            kept = rest if rest and gap(rest) >= gap(kept) else kept
        asking = tuple(one for one in demand if one in kept)  # in the order in which they were given
        right = near(asking)
        yield Violator(asking, tuple(right), sum(demand[one] for one in asking), sum(supply[r] for r in right))


class _Allocation(Generic[Left, Right]):
    """What everybody on the left has been given so far; grows along augmenting paths."""

    def __init__(self, supply: Mapping[Right, int], edges: Mapping[Left, Collection[Right]]) -> None:
        self.edges, self.free = edges, dict(supply)
        self.given: dict[Left, dict[Right, int]] = {left: {} for left in edges}
        self.takers: dict[Right, dict[Left, None]] = {r: {} for r in supply}

    def serve(self, left: Left, amount: int) -> None:
        """Give `left` as much of this amount as can be had, by passing things on."""
        while amount > 0:
            path, _ = self._path_from(left)
            if not path:
                return
            # Everybody on the path takes its thing, and gives up for it the thing of the next one on the path.
            passed_on = [self.given[taker][r] for (taker, _), (_, r) in pairwise(path)]
            step = min([amount, self.free[path[0][1]], *passed_on])
            self.free[path[0][1]] -= step
            amount -= step
            for taker, r in path:
                self._change(taker, r, step)
            for (taker, _), (_, r) in pairwise(path):
                self._change(taker, r, -step)

    def lacks(self, left: Left, amount: int) -> bool:
        """Whether `left` has been given less."""
        return sum(self.given[left].values()) < amount

    def reached(self, left: Left) -> list[Left]:
        """Everybody who would have to pass something on to `left`, if that helped."""
        return self._path_from(left)[1]

    def _change(self, taker: Left, r: Right, step: int) -> None:
        mine = self.given[taker]
        mine[r] = mine.get(r, 0) + step
        self.takers[r][taker] = None
        if mine[r] == 0:
            del mine[r], self.takers[r][taker]

    def _path_from(self, start: Left) -> tuple[list[tuple[Left, Right]], list[Left]]:
        came: dict[Left, tuple[Left, Right]] = {}
        reached, visited, queue = [start], set[Right](), deque([start])
        while queue:
            here = queue.popleft()
            for r in self.edges[here]:
                if r in visited or r not in self.free:
                    continue
                visited.add(r)
                if self.free[r] > 0:
                    path = [(here, r)]
                    while path[-1][0] != start:
                        path.append(came[path[-1][0]])
                    return path, reached
                for other in self.takers[r]:
                    if other != start and other not in came:
                        came[other] = (here, r)
                        reached.append(other)
                        queue.append(other)
        return [], reached
