"""Edge colouring of a bipartite multigraph with as many colours as its largest degree (König 1916)."""

from collections import defaultdict
from collections.abc import Sequence


def coloured(edges: Sequence[tuple[str, str]], colours: int) -> list[int]:
    """A colour for each edge, none twice at a node. Raises StopIteration if a node has more edges than colours."""
    at: defaultdict[str, dict[int, int]] = defaultdict(dict)  # node → colour → edge
    found = [0] * len(edges)
    for number, (one, other) in enumerate(edges):
        mine = next(c for c in range(colours) if c not in at[one])
        theirs = next(c for c in range(colours) if c not in at[other])
        if mine in at[other]:  # exchange the two colours along the path from `other`; it never comes to `one`
            path: list[int] = []
            node, colour = other, mine
            while colour in at[node]:
                path.append(at[node][colour])
                node = edges[path[-1]][edges[path[-1]][0] == node]
                colour = mine + theirs - colour
            for edge in path:
                for end in edges[edge]:
                    del at[end][found[edge]]
                found[edge] = mine + theirs - found[edge]
            for edge in path:
                for end in edges[edge]:
                    at[end][found[edge]] = edge
        found[number] = mine
        at[one][mine] = at[other][mine] = number
    return found
