"""The third step of the layout: how every edge runs over the grid of columns and rows, before there are coordinates.

Nodes stand in cells. Between the columns lie channels, where edges run vertically; above and below every row
lie gutters, where they run horizontally. An edge crosses a cell only if the cell is empty, so no edge can
cross a node.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum

from coditect.workflows.diagrams.layers import Arc
from coditect.workflows.diagrams.model import Node, NodeKind


class Side(Enum):
    LEFT = "left"
    RIGHT = "right"
    TOP = "top"
    BOTTOM = "bottom"


Gutter = tuple[int, Side]  # a row, and which side of it


@dataclass(eq=False, slots=True)
class Run:
    """A horizontal stretch in a gutter, from one position to another (see `column_position`)."""

    gutter: Gutter
    first: int
    last: int
    group: tuple[int, Side]
    track: int = 0


@dataclass(eq=False, slots=True)
class Climb:
    """A vertical stretch in a channel; `lefts` and `rights` are the levels where the edge joins it from each side.

    The last one comes from a gutter.
    """

    channel: int
    source: int
    target: int
    lefts: list[Level] = field(default_factory=list)
    rights: list[Level] = field(default_factory=list)
    last: bool = False
    track: int = 0


Level = int | Run  # a row, or a run in a gutter


@dataclass(frozen=True, slots=True)
class Route:
    """An edge: out of `exit`, up or down `out`, along `run`, up or down `back_in`, and in by `entry`."""

    exit: Side
    entry: Side
    out: Climb | None = None
    run: Run | None = None
    into: Climb | None = None


def column_position(column: int) -> int:
    return 2 * column + 1


def channel_position(channel: int) -> int:
    """Channel n lies before column n."""
    return 2 * channel


class Router:
    """Finds the routes of a diagram one by one, remembering which cells and which corners are taken."""

    def __init__(self, nodes: Sequence[Node], columns: Sequence[int], rows: Sequence[int]) -> None:
        self.nodes = nodes
        self.columns = columns
        self.rows = rows
        self.occupied = set(zip(rows, columns, strict=True))
        self.across: dict[tuple[int, int], Arc] = {}
        self.upright: dict[tuple[int, int], Arc] = {}
        self.corners: dict[tuple[int, Side], Arc] = {}
        self.straight: set[Arc] = set()
        self.steps: dict[int, list[Arc]] = {}
        self.runs: list[Run] = []

    def route_all(self, arcs: Sequence[Arc], back: frozenset[int]) -> list[Route]:
        """The straight ones choose first, then those that turn a corner, the farthest first, so that they do not cross."""
        found: dict[int, Route] = {}

        def choose(way: Callable[[Arc], Route | None], order: Callable[[int], tuple[int, int]]) -> None:
            waiting = (index for index in range(len(arcs)) if index not in found and index not in back)
            for index in sorted(waiting, key=lambda index: (*order(index), index)):
                if (route := way(arcs[index])) is not None:
                    found[index] = route

        def near(index: int) -> tuple[int, int]:
            return self._columns_apart(arcs[index]), self._rows_apart(arcs[index])

        def far(index: int) -> tuple[int, int]:
            return -self._rows_apart(arcs[index]), self._columns_apart(arcs[index])

        choose(self._level, near)
        choose(lambda arc: self._turn_out(arc) or self._turn_in(arc), far)
        choose(self._step, near)
        choose(self._through_gutter, near)
        for index in sorted(back, key=lambda index: (*near(index), index)):
            found[index] = self._through_gutter(arcs[index])
        return [found[index] for index in range(len(arcs))]

    def _columns_apart(self, arc: Arc) -> int:
        return abs(self.columns[arc[1]] - self.columns[arc[0]])

    def _rows_apart(self, arc: Arc) -> int:
        return abs(self.rows[arc[1]] - self.rows[arc[0]])

    def _level(self, arc: Arc) -> Route | None:
        source, target = arc
        row = self.rows[source]
        if row != self.rows[target] or arc in self.straight:
            return None
        between = self._between(row, self.columns[source], self.columns[target])
        if not self._clear(between):
            return None
        self.straight.add(arc)
        self._reserve(arc, between)
        return Route(Side.RIGHT, Side.LEFT)

    def _turn_out(self, arc: Arc) -> Route | None:
        """Out of the top or bottom corner of a gateway, then straight into the target."""
        source, target = arc
        side = self._towards(self.rows[source], self.rows[target])
        if side is None or not self._corner_free(source, side):
            return None
        column = self.columns[source]
        upright = self._column_cells(column, self.rows[source], self.rows[target])
        across = [
            (self.rows[target], column),
            *self._between(self.rows[target], column, self.columns[target]),
        ]
        return self._turned(arc, source, side, upright, across)

    def _turn_in(self, arc: Arc) -> Route | None:
        """Straight on from the source, then into the top or bottom corner of a gateway."""
        source, target = arc
        side = self._towards(self.rows[target], self.rows[source])
        if side is None or not self._corner_free(target, side):
            return None
        column = self.columns[target]
        upright = self._column_cells(column, self.rows[target], self.rows[source])
        across = [
            *self._between(self.rows[source], self.columns[source], column),
            (self.rows[source], column),
        ]
        return self._turned(arc, target, side, upright, across)

    def _turned(
        self, arc: Arc, node: int, side: Side, upright: list[tuple[int, int]], across: list[tuple[int, int]]
    ) -> Route | None:
        if not self._clear(across) or any(cell in self.occupied or cell in self.upright for cell in upright):
            return None
        self._reserve(arc, across)
        self.upright.update(dict.fromkeys(upright, arc))
        self.corners[node, side] = arc
        return Route(side, Side.LEFT) if node == arc[0] else Route(Side.RIGHT, side)

    def _step(self, arc: Arc) -> Route | None:
        """Along one row, once up or down a channel, along the other row."""
        source, target = arc
        start, end = self.columns[source], self.columns[target]
        if self.rows[source] == self.rows[target]:
            return None
        for row, channel in ((self.rows[target], start + 1), (self.rows[source], end)):
            between = self._between(row, start, end)
            if self._clear(between) and not self._closes_circle(channel, arc):
                self._reserve(arc, between)
                self.steps.setdefault(channel, []).append((self.rows[source], self.rows[target]))
                climb = Climb(channel, source, target, [self.rows[source]], [self.rows[target]])
                return Route(Side.RIGHT, Side.LEFT, out=climb)
        return None

    def _closes_circle(self, channel: int, arc: Arc) -> bool:
        """Whether steps in a channel would lie on one another: one goes from row 1 to row 2, one back from 2 to 1."""
        reached = {self.rows[arc[1]]}
        grows = True
        while grows:
            more = {end for start, end in self.steps.get(channel, ()) if start in reached} - reached
            reached |= more
            grows = bool(more)
        return self.rows[arc[0]] in reached

    def _through_gutter(self, arc: Arc) -> Route:
        source, target = arc
        forward = self.columns[target] > self.columns[source]
        gutter = min(self._gutters(arc, forward=forward), key=lambda one: self._gutter_cost(arc, one))
        exit_side, entry = self._gutter_ends(arc, gutter)
        for node, side in ((source, exit_side), (target, entry)):
            if side in _UPRIGHT and self._is_gateway(node):
                self.corners[node, side] = arc
        run = Run(gutter, 0, 0, (target, entry))
        out = into = None
        start, end = column_position(self.columns[source]), column_position(self.columns[target])
        if exit_side is Side.RIGHT:
            out = Climb(self.columns[source] + 1, source, target, [self.rows[source]], [])
            (out.rights if forward else out.lefts).append(run)
            start = channel_position(out.channel)
        if entry is Side.LEFT:
            into = Climb(self.columns[target], source, target, [], [self.rows[target]], last=True)
            (into.lefts if forward else into.rights).append(run)
            end = channel_position(into.channel)
        run.first, run.last = min(start, end), max(start, end)
        self.runs.append(run)
        return Route(exit_side, entry, out, run, into)

    def _gutters(self, arc: Arc, *, forward: bool) -> list[Gutter]:
        sides = (Side.BOTTOM, Side.TOP) if forward else (Side.TOP, Side.BOTTOM)
        return [(self.rows[node], side) for node in arc for side in sides]

    def _gutter_cost(self, arc: Arc, gutter: Gutter) -> float:
        source, target = arc
        exit_side, entry = self._gutter_ends(arc, gutter)
        turns = (exit_side is Side.RIGHT) + (entry is Side.LEFT)
        low, high = sorted((self.columns[source], self.columns[target]))
        load = sum(
            run.gutter == gutter
            and run.group != (target, entry)
            and run.first <= 2 * high + 1
            and run.last >= 2 * low + 1
            for run in self.runs
        )
        level = _level_order(gutter)
        distance = abs(level - self.rows[source]) + abs(level - self.rows[target])
        return distance + turns + 0.6 * load

    def _gutter_ends(self, arc: Arc, gutter: Gutter) -> tuple[Side, Side]:
        source, target = arc
        row, side = gutter
        exit_side = side if self.rows[source] == row and self._can_reach(source, side) else Side.RIGHT
        entry = side if self.rows[target] == row and self._can_reach(target, side) else Side.LEFT
        if source == target and exit_side is not Side.RIGHT and self._is_gateway(source):
            exit_side = Side.RIGHT
        return exit_side, entry

    def _can_reach(self, node: int, side: Side) -> bool:
        if self.nodes[node].kind is NodeKind.TASK:
            return side is Side.TOP
        return self._corner_free(node, side)

    def _corner_free(self, node: int, side: Side) -> bool:
        """One corner of a labelled gateway stays free for its label."""
        if not self._is_gateway(node) or (node, side) in self.corners:
            return False
        other = Side.TOP if side is Side.BOTTOM else Side.BOTTOM
        return not self.nodes[node].label or (node, other) not in self.corners

    def _is_gateway(self, node: int) -> bool:
        return self.nodes[node].kind is NodeKind.GATEWAY

    @staticmethod
    def _towards(start: int, end: int) -> Side | None:
        if start == end:
            return None
        return Side.BOTTOM if end > start else Side.TOP

    @staticmethod
    def _between(row: int, first: int, last: int) -> list[tuple[int, int]]:
        return [(row, column) for column in range(first + 1, last)]

    @staticmethod
    def _column_cells(column: int, first: int, last: int) -> list[tuple[int, int]]:
        """The cells of a column from the row after `first` to `last`, either way."""
        step = 1 if last > first else -1
        return [(row, column) for row in range(first + step, last + step, step)]

    def _clear(self, cells: list[tuple[int, int]]) -> bool:
        return not any(cell in self.occupied or cell in self.across for cell in cells)

    def _reserve(self, arc: Arc, cells: list[tuple[int, int]]) -> None:
        self.across.update(dict.fromkeys(cells, arc))


_UPRIGHT = frozenset({Side.TOP, Side.BOTTOM})


def _level_order(gutter: Gutter) -> float:
    row, side = gutter
    return row - 0.4 if side is Side.TOP else row + 0.4
