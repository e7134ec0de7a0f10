"""Matching with amounts against enumeration: Hall's condition over all subsets of small random graphs."""

from itertools import combinations
from random import Random

from scheduler.matching import hall_violators, max_matching

Graph = tuple[dict[str, int], dict[str, int], dict[str, list[str]]]


def _random(seed: int) -> Graph:
    rng = Random(seed)
    demand = {f"要{n}": rng.randint(0, 4) for n in range(rng.randint(1, 5))}
    supply = {f"有{n}": rng.randint(0, 4) for n in range(rng.randint(1, 4))}
    return demand, supply, {left: [r for r in supply if rng.random() < 0.5] for left in demand}


def _widest_gap(graph: Graph) -> int:
    """By how much some set asks for more than its neighbours have, at most: by trying every set."""
    demand, supply, edges = graph
    return max(
        sum(demand[one] for one in some) - sum(supply[r] for r in {r for one in some for r in edges[one]})
        for size in range(len(demand) + 1)
        for some in combinations(demand, size)
    )


def test_a_violator_is_found_exactly_when_there_is_one() -> None:
    outcomes = set()
    for seed in range(500):
        graph = demand, supply, edges = _random(seed)
        found = list(hall_violators(demand, supply, edges))
        assert bool(found) == (_widest_gap(graph) > 0), seed
        outcomes.add(bool(found))
        for one in found:
            assert set(one.right) == {r for left in one.left for r in edges[left]}
            assert one.demand == sum(demand[left] for left in one.left)
            assert one.supply == sum(supply[r] for r in one.right)
            assert one.demand > one.supply
        gaps = sum(one.demand - one.supply for one in found)
        assert gaps == _widest_gap(graph), seed
    assert outcomes == {True, False}


def test_only_those_concerned_are_named() -> None:
    """绘画 has a room of its own and nothing to do with the two that want the music room."""
    edges = {"合唱": ["音乐室"], "绘画": ["美术室"], "葫芦丝": ["音乐室"]}
    (found,) = hall_violators(dict.fromkeys(edges, 1), {"音乐室": 1, "美术室": 1}, edges)
    assert (found.left, found.right, found.demand, found.supply) == (("合唱", "葫芦丝"), ("音乐室",), 2, 1)


def test_a_maximum_matching_passes_things_on() -> None:
    """甲 would take the first room greedily; 乙 can only have that one."""
    found = max_matching({"甲": ["101", "102"], "乙": ["101"], "丙": ["101"]})
    assert found == {"甲": "102", "乙": "101"}
