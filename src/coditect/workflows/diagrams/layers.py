"""The first step of the layout: which edges run backwards, and which column each node stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Arc = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layers:
    """`columns` by node; `back` holds the indices of the edges that close a loop."""

    columns: tuple[int, ...]
    heights: tuple[int, ...]
    back: frozenset[int]


def layers(count: int, arcs: Sequence[Arc], first: Sequence[int]) -> Layers:
    """Longest-path columns over `count` nodes, once the arcs that close a loop are set aside.

    The search for loops begins at the nodes in `first`, so that a loop closes where the process comes back.
    """
    back = _back_arcs(count, arcs, first)
    following: list[list[int]] = [[] for _ in range(count)]
    preceding: list[list[int]] = [[] for _ in range(count)]
    for index, (source, target) in enumerate(arcs):
        if index not in back:
            following[source].append(target)
            preceding[target].append(source)
    order = _topological(following, preceding)
    columns = [0] * count
    for node in order:
        columns[node] = max((columns[before] + 1 for before in preceding[node]), default=0)
    heights = [0] * count
    for node in reversed(order):
        heights[node] = max((heights[after] + 1 for after in following[node]), default=0)
        if following[node] and not preceding[node]:
            columns[node] = min(columns[after] for after in following[node]) - 1
    return Layers(tuple(columns), tuple(heights), back)


def _back_arcs(count: int, arcs: Sequence[Arc], first: Sequence[int]) -> frozenset[int]:
    """Depth-first search without recursion: an arc to a node that is still open runs backwards."""
    outgoing: list[list[int]] = [[] for _ in range(count)]
    entered = [False] * count
    for index, (source, target) in enumerate(arcs):
        outgoing[source].append(index)
        entered[target] = True
    sources = [node for node in range(count) if not entered[node]]
    back: set[int] = set()
    state = [0] * count
    for root in (*first, *sources, *range(count)):
        if state[root]:
            continue
        state[root] = 1
        path = [(root, iter(outgoing[root]))]
        while path:
            node, rest = path[-1]
            index = next(rest, -1)
            if index < 0:
                state[node] = 2
                path.pop()
                continue
            target = arcs[index][1]
            if state[target] == 1:
                back.add(index)
            elif state[target] == 0:
                state[target] = 1
                path.append((target, iter(outgoing[target])))
    return frozenset(back)


def _topological(following: list[list[int]], preceding: list[list[int]]) -> list[int]:
    waiting = [len(before) for before in preceding]
    order = [node for node, left in enumerate(waiting) if left == 0]
    for node in order:
        for after in following[node]:
            waiting[after] -= 1
            if waiting[after] == 0:
                order.append(after)
    return order
