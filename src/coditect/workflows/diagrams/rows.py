"""The second step of the layout: which row of its lane each node stands in.

The graph is cut into chains, the longest first. A chain lies straight in one row of each lane that it
crosses; a branch takes the free row nearest to the place it leaves, and a row is inserted where none is free.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from coditect.workflows.diagrams.layers import Arc, Layers


@dataclass(eq=False, slots=True)
class _Row:
    spans: list[tuple[int, int]] = field(default_factory=list)

    def is_free(self, first: int, last: int) -> bool:
        return all(last < start or first > end for start, end in self.spans)


@dataclass(frozen=True, slots=True)
class _Segment:
    """Neighbours of a chain that stand in the same lane, and the columns that they and their ends need."""

    nodes: tuple[int, ...]
    lane: int
    before: tuple[int, ...]
    after: tuple[int, ...]
    near: int | None


def rows(
    lane_of: Sequence[int], lane_count: int, arcs: Sequence[Arc], layered: Layers, turning: Sequence[bool]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The row of every node, counted over all lanes from the top, and the number of rows in every lane.

    `turning` tells the nodes (gateways) that an edge can leave upwards or downwards.
    """
    return _Placement(lane_of, lane_count, arcs, layered, turning).placed()


class _Placement:
    def __init__(
        self,
        lane_of: Sequence[int],
        lane_count: int,
        arcs: Sequence[Arc],
        layered: Layers,
        turning: Sequence[bool],
    ) -> None:
        self.lane_of = lane_of
        self.columns = layered.columns
        self.heights = layered.heights
        self.turning = turning
        self.following: list[list[int]] = [[] for _ in lane_of]
        self.preceding: list[list[int]] = [[] for _ in lane_of]
        for index, (source, target) in enumerate(arcs):
            if index not in layered.back:
                self.following[source].append(target)
                self.preceding[target].append(source)
        self.lanes: list[list[_Row]] = [[_Row()] for _ in range(lane_count)]
        self.row_of: list[_Row | None] = [None] * len(lane_of)

    def placed(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        by_column = sorted(
            range(len(self.lane_of)), key=lambda node: (self.columns[node], -self.heights[node], node)
        )
        for node in by_column:
            if self.row_of[node] is None:
                self._place_chain(self._chain(node))
        number: dict[int, int] = {}
        for lane in self.lanes:
            for row in lane:
                number[id(row)] = len(number)
        found = tuple(number[id(row)] for row in self.row_of if row is not None)
        return found, tuple(len(lane) for lane in self.lanes)

    def _chain(self, node: int) -> list[int]:
        chain = [node]
        while True:
            free = [after for after in self.following[chain[-1]] if self.row_of[after] is None]
            if not free:
                return chain
            chain.append(max(free, key=lambda after: self.heights[after]))

    def _place_chain(self, chain: list[int]) -> None:
        start = 0
        for end in range(1, len(chain) + 1):
            if end == len(chain) or self.lane_of[chain[end]] != self.lane_of[chain[start]]:
                self._place(self._segment(chain, start, end))
                start = end

    def _segment(self, chain: list[int], start: int, end: int) -> _Segment:
        nodes = tuple(chain[start:end])
        before = (chain[start - 1],) if start else tuple(self.preceding[nodes[0]])
        after = () if end < len(chain) else tuple(self._settled(self.following[nodes[-1]]))
        lane = self.lane_of[nodes[0]]
        beside = [node for node in self._settled((*before, *after)) if self.lane_of[node] == lane]
        return _Segment(nodes, lane, before, after, beside[0] if beside else None)

    def _settled(self, nodes: Sequence[int]) -> list[int]:
        return [node for node in nodes if self.row_of[node] is not None]

    def _place(self, segment: _Segment) -> None:
        row = self._free_row(segment, self.lanes[segment.lane])
        row.spans.append(self._span(segment, row))
        for node in segment.nodes:
            self.row_of[node] = row

    def _span(self, segment: _Segment, row: _Row) -> tuple[int, int]:
        """The columns that the segment takes in `row`: with its bends, unless it goes on straight there."""
        first, last = self.columns[segment.nodes[0]], self.columns[segment.nodes[-1]]
        for node in segment.before:
            bends = self.turning[node] and self.row_of[node] is not row
            first = min(first, self.columns[node] + (0 if bends else 1))
        for node in segment.after:
            bends = self.turning[node] and self.row_of[node] is not row
            last = max(last, self.columns[node] - (0 if bends else 1))
        return first, last

    def _free_row(self, segment: _Segment, lane: list[_Row]) -> _Row:
        home = 0
        if segment.near is not None:
            near = self.row_of[segment.near]
            home = next(index for index, row in enumerate(lane) if row is near)
        for index in (home, home + 1, home - 1, home + 2, home - 2):
            if 0 <= index < len(lane) and self._fits(segment, lane[index]):
                return lane[index]
        row = _Row()
        above = sum(not self._fits(segment, other) for other in lane[:home])
        below = sum(not self._fits(segment, other) for other in lane[home + 1 :])
        lane.insert(home if above < below else home + 1, row)
        return row

    def _fits(self, segment: _Segment, row: _Row) -> bool:
        return row.is_free(*self._span(segment, row))
