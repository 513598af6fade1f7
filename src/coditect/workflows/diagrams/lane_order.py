"""Lanes have no order of their own: those that hand work to each other are best drawn side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coditect.workflows.diagrams.model import Edge, Family, Lane, Node


def lane_order(lanes: Sequence[Lane], nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[Lane, ...]:
    """An order in which edges cross few lanes, found by moving one lane at a time, from the order of appearance.

    Work that nobody is named for stays at the bottom.
    """
    first_seen = {lane.id: len(nodes) for lane in lanes}
    for position, node in reversed(list(enumerate(nodes))):
        first_seen[node.lane] = position
    order = sorted((lane for lane in lanes if not _is_last(lane)), key=lambda lane: first_seen[lane.id])
    crossings = _crossings(nodes, edges)
    improved = True
    while improved:
        improved = False
        cost = _cost(order, crossings)
        for lane in list(order):
            others = [one for one in order if one is not lane]
            tries = [[*others[:place], lane, *others[place:]] for place in range(len(order))]
            best = min(tries, key=lambda one: _cost(one, crossings))
            if _cost(best, crossings) < cost:
                order, improved = best, True
                cost = _cost(best, crossings)
    return (*order, *(lane for lane in lanes if _is_last(lane)))


def _is_last(lane: Lane) -> bool:
    return lane.family is Family.NEUTRAL


def _crossings(nodes: Sequence[Node], edges: Sequence[Edge]) -> Counter[tuple[str, str]]:
    lane_of = {node.id: node.lane for node in nodes}
    pairs = ((lane_of[edge.source], lane_of[edge.target]) for edge in edges)
    return Counter((min(pair), max(pair)) for pair in pairs if pair[0] != pair[1])


def _cost(order: Sequence[Lane], crossings: Counter[tuple[str, str]]) -> int:
    """How many lane borders all edges cross."""
    place = {lane.id: position for position, lane in enumerate(order)}
    bottom = len(order)
    return sum(
        number * abs(place.get(one, bottom) - place.get(other, bottom))
        for (one, other), number in crossings.items()
    )
