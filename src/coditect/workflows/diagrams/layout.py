"""Lane layout: places every node, routes every edge at right angles and wraps every label.

The steps are columns (`layers`), rows (`rows`), routes over the grid (`routes`), parallel tracks (`tracks`)
and, here, coordinates. The same diagram always gives the same picture.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from coditect.workflows.diagrams.changes import TAG_OVERHANG
from coditect.workflows.diagrams.geometry import Box, Label, Layout, PlacedEdge, PlacedLane, PlacedNode, Point
from coditect.workflows.diagrams.layers import layers
from coditect.workflows.diagrams.model import Diagram, Node, NodeKind, TaskType
from coditect.workflows.diagrams.routes import Climb, Gutter, Route, Router, Run, Side
from coditect.workflows.diagrams.rows import rows
from coditect.workflows.diagrams.tracks import spread
from coditect.workflows.diagrams.typography import text_width, wrap

TASK_WIDTH = 168.0
TASK_SIZE, TASK_LINE, TASK_LINES = 13.0, 17.0, 6
TASK_PADDING, ICON = 12.0, 24.0
GATEWAY, EVENT, LINK = 44.0, 36.0, 26.0
LABEL_SIZE, LABEL_LINE, LABEL_WIDTH, LABEL_LINES = 12.0, 15.0, 116.0, 4
LANE_HEADER, LANE_SIZE, LANE_LINE = 132.0, 13.0, 18.0
STUB, ARROW, TRACK = 16.0, 20.0, 12.0
LANE_PADDING, ROW_GAP, LABEL_GAP = 20.0, 28.0, 5.0
MARGIN = 24.0


_SIDES = {
    NodeKind.GATEWAY: GATEWAY,
    NodeKind.START: EVENT,
    NodeKind.END: EVENT,
    NodeKind.EVENT: EVENT,
    NodeKind.LINK: LINK,
}


def layout(diagram: Diagram, *, task_height: float = 52.0) -> Layout:
    """Place a diagram; `task_height` is the least height of a task."""
    return _Grid(diagram, task_height).layout()


@dataclass(frozen=True, slots=True)
class _Text:
    lines: tuple[str, ...]
    width: float
    height: float


def _text(label: str, size: float, line: float, width: float, max_lines: int) -> _Text:
    lines = wrap(label, size, width, max_lines)
    return _Text(lines, max((text_width(one, size) for one in lines), default=0.0), len(lines) * line)


def _beside(label: str) -> _Text:
    return _text(label, LABEL_SIZE, LABEL_LINE, LABEL_WIDTH, LABEL_LINES)


_Track = tuple[Gutter, int]


class _Grid:
    """The grid of one diagram while it gets its coordinates."""

    def __init__(self, diagram: Diagram, task_height: float) -> None:
        self.diagram = diagram
        self.task_height = task_height
        index = {node.id: number for number, node in enumerate(diagram.nodes)}
        lane_index = {lane.id: number for number, lane in enumerate(diagram.lanes)}
        self.arcs = [(index[edge.source], index[edge.target]) for edge in diagram.edges]
        starts = [number for number, node in enumerate(diagram.nodes) if node.kind is NodeKind.START]
        layered = layers(len(diagram.nodes), self.arcs, starts)
        self.columns, self.back = layered.columns, layered.back
        turning = [node.kind is NodeKind.GATEWAY for node in diagram.nodes]
        lane_of = [lane_index[node.lane] for node in diagram.nodes]
        self.rows, self.lane_rows = rows(lane_of, len(diagram.lanes), self.arcs, layered, turning)
        router = Router(diagram.nodes, self.columns, self.rows)
        self.routes = router.route_all(self.arcs, self.back)
        self.corners = router.corners
        self.gutters, self.channels = spread(self.routes)
        self.texts = [_node_text(node) for node in diagram.nodes]
        self.labels = [_beside(edge.label) for edge in diagram.edges]
        self._measure()

    def layout(self) -> Layout:
        nodes = [self._node(number) for number in range(len(self.diagram.nodes))]
        edges = [self._edge(number, nodes) for number in range(len(self.arcs))]
        lanes = [self._lane(number) for number in range(len(self.diagram.lanes))]
        return Layout(self.diagram, self.width, self.height, tuple(lanes), tuple(nodes), tuple(edges))

    # Measures

    def _measure(self) -> None:
        self._choose_label_sides()
        self._stack_labels()
        self._measure_columns()
        self._measure_rows()

    def _choose_label_sides(self) -> None:
        """A gateway's label stands above it, or below if an edge leaves or enters at the top."""
        self.label_below = [
            node.kind is not NodeKind.GATEWAY or (number, Side.TOP) in self.corners
            for number, node in enumerate(self.diagram.nodes)
        ]

    def _stack_labels(self) -> None:
        """Every edge label lies on its edge in a channel; where two meet, they are stacked."""
        self.label_channel: dict[int, int] = {}
        self.label_offset: dict[int, float] = {}
        self.label_stack: dict[tuple[int, int | _Track], float] = defaultdict(float)
        self.channel_label: dict[int, float] = defaultdict(float)
        for number, text in enumerate(self.labels):
            if not text.lines:
                continue
            source = self.arcs[number][0]
            route = self.routes[number]
            channel = self.columns[source] + (0 if number in self.back else 1)
            self.label_channel[number] = channel
            self.channel_label[channel] = max(self.channel_label[channel], text.width + 12)
            on = self._label_row(number) if route.run is None else (route.run.gutter, route.run.track)
            self.label_offset[number] = self.label_stack[channel, on]
            self.label_stack[channel, on] += text.height + LABEL_GAP

    def _label_row(self, number: int) -> int:
        source, target = self.arcs[number]
        route = self.routes[number]
        late = route.out is not None and route.out.channel > self.columns[source] + 1
        return self.rows[source] if late or route.entry is not Side.LEFT else self.rows[target]

    def _measure_columns(self) -> None:
        count = max(self.columns, default=-1) + 1
        widths = [LINK] * count
        for number, node in enumerate(self.diagram.nodes):
            wide, _ = self._size(node, self.texts[number])
            beside = 0.0 if node.kind is NodeKind.TASK else self.texts[number].width
            widths[self.columns[number]] = max(widths[self.columns[number]], wide, beside)
        x = LANE_HEADER
        self.channel_x: list[float] = []
        self.column_x: list[float] = []
        for column in range(count + 1):
            self.channel_x.append(x)
            tracks = self.channels.get(column, 0)
            space = STUB + max(tracks - 1, 0) * TRACK + self.channel_label.get(column, 0.0) + ARROW
            x += max(space, MARGIN if column in {0, count} else 0.0)
            if column < count:
                self.column_x.append(x + widths[column] / 2)
                x += widths[column]
        self.width = max(x, LANE_HEADER + 2 * MARGIN)

    def _measure_rows(self) -> None:
        count = sum(self.lane_rows)
        above, below = [EVENT / 2] * count, [EVENT / 2] * count
        for number in range(len(self.diagram.nodes)):
            row = self.rows[number]
            up, down = self._extent(number)
            above[row], below[row] = max(above[row], up), max(below[row], down)
        self.track_label: dict[_Track, float] = defaultdict(float)
        for (_, on), height in self.label_stack.items():
            if isinstance(on, int):
                above[on] = max(above[on], height + 4)
            else:
                self.track_label[on] = max(self.track_label[on], height)
        self.row_above, self.row_below = above, below
        self.row_y: list[float] = [0.0] * count
        self.track_y: dict[_Track, float] = {}
        self.lane_boxes: list[tuple[float, float]] = []
        y, row = 0.0, 0
        for lane, lane_rows in zip(self.diagram.lanes, self.lane_rows, strict=True):
            top = y
            needed = len(wrap(lane.label, LANE_SIZE, LANE_HEADER - 28, 5)) * LANE_LINE + 36
            y += LANE_PADDING
            for position in range(lane_rows):
                y = self._measure_row(row, y) + (ROW_GAP if position < lane_rows - 1 else 0.0)
                row += 1
            y += LANE_PADDING
            spare = max(0.0, needed - (y - top))
            if spare:
                self._shift(range(row - lane_rows, row), spare / 2)
            y += spare
            self.lane_boxes.append((top, y - top))
        self.height = max(y, 2 * MARGIN)

    def _measure_row(self, row: int, y: float) -> float:
        """Lay out the gutter above, the row and the gutter below, from `y`; returns where they end."""
        top, bottom = (row, Side.TOP), (row, Side.BOTTOM)
        for track in reversed(range(self.gutters.get(top, 0))):
            y += self.track_label[top, track]
            self.track_y[top, track] = y
            y += TRACK
        y += self.row_above[row]
        self.row_y[row] = y
        y += self.row_below[row]
        for track in range(self.gutters.get(bottom, 0)):
            y += TRACK + self.track_label[bottom, track]
            self.track_y[bottom, track] = y
        return y

    def _shift(self, lane_rows: range, by: float) -> None:
        for row in lane_rows:
            self.row_y[row] += by
        for key in self.track_y:
            if key[0][0] in lane_rows:
                self.track_y[key] += by

    def _extent(self, number: int) -> tuple[float, float]:
        """How far a node and its label reach above and below the middle of its row."""
        node, text = self.diagram.nodes[number], self.texts[number]
        _, height = self._size(node, text)
        if node.kind is NodeKind.TASK or not text.lines:
            return height / 2, height / 2 + (TAG_OVERHANG if node.change else 0.0)
        label = text.height + LABEL_GAP
        return (
            (height / 2, height / 2 + label) if self.label_below[number] else (height / 2 + label, height / 2)
        )

    def _size(self, node: Node, text: _Text) -> tuple[float, float]:
        if node.kind is NodeKind.TASK:
            return TASK_WIDTH, max(self.task_height, text.height + 22)
        side = _SIDES[node.kind]
        return side, side

    # Places

    def _node(self, number: int) -> PlacedNode:
        node, text = self.diagram.nodes[number], self.texts[number]
        x, y = self.column_x[self.columns[number]], self.row_y[self.rows[number]]
        width, height = self._size(node, text)
        box = Box(x - width / 2, y - height / 2, width, height)
        return PlacedNode(node, box, self._node_label(number, box) if text.lines else None)

    def _node_label(self, number: int, box: Box) -> Label:
        node, text = self.diagram.nodes[number], self.texts[number]
        if node.kind is NodeKind.TASK:
            left = box.x + TASK_PADDING + (0.0 if node.task is TaskType.NONE else ICON)
            return Label(text.lines, Box(left, box.center.y - text.height / 2, text.width, text.height))
        y = box.bottom + LABEL_GAP if self.label_below[number] else box.y - LABEL_GAP - text.height
        return Label(text.lines, Box(box.center.x - text.width / 2, y, text.width, text.height))

    def _lane(self, number: int) -> PlacedLane:
        lane = self.diagram.lanes[number]
        y, height = self.lane_boxes[number]
        text = _text(lane.label, LANE_SIZE, LANE_LINE, LANE_HEADER - 28, 5)
        label = Label(text.lines, Box(14, y + height / 2 - text.height / 2, text.width, text.height))
        return PlacedLane(lane, Box(0, y, self.width, height), label)

    def _edge(self, number: int, nodes: Sequence[PlacedNode]) -> PlacedEdge:
        source, target = self.arcs[number]
        points = _without_detours(self._points(self.routes[number], nodes[source].box, nodes[target].box))
        label = self._edge_label(number) if self.labels[number].lines else None
        return PlacedEdge(self.diagram.edges[number], points, label, number in self.back)

    def _points(self, route: Route, source: Box, target: Box) -> list[Point]:
        start, end = _port(source, route.exit, 1), _port(target, route.entry, -1)
        points = [start]
        if route.out is not None:
            points.append(Point(self._climb_x(route.out), start.y))
        if route.run is not None:
            y = self.track_y[route.run.gutter, route.run.track]
            points.append(Point(points[-1].x, y))
            points.append(Point(end.x if route.into is None else self._climb_x(route.into), y))
        if route.run is None and route.out is None and route.exit is not Side.RIGHT:
            points.append(Point(start.x, end.y))
        elif route.run is None and route.out is None:
            points.append(Point(end.x, start.y))
        elif route.entry is Side.LEFT:
            points.append(Point(points[-1].x, end.y))
        return [*points, end]

    def _climb_x(self, climb: Climb) -> float:
        return self.channel_x[climb.channel] + STUB + climb.track * TRACK

    def _edge_label(self, number: int) -> Label:
        text, channel = self.labels[number], self.label_channel[number]
        tracks = max(self.channels.get(channel, 0) - 1, 0) * TRACK
        x = self.channel_x[channel] + STUB + tracks + 8
        y = self._label_y(number) - self.label_offset[number] - text.height - 4
        return Label(text.lines, Box(x, y, text.width, text.height))

    def _label_y(self, number: int) -> float:
        run: Run | None = self.routes[number].run
        return self.row_y[self._label_row(number)] if run is None else self.track_y[run.gutter, run.track]


def _node_text(node: Node) -> _Text:
    if node.kind is NodeKind.LINK:
        return _Text((), 0.0, 0.0)
    if node.kind is not NodeKind.TASK:
        return _beside(node.label)
    icon = 0.0 if node.task is TaskType.NONE else ICON
    return _text(node.label, TASK_SIZE, TASK_LINE, TASK_WIDTH - 2 * TASK_PADDING - icon, TASK_LINES)


def _port(box: Box, side: Side, slot: int) -> Point:
    """Where an edge touches a node; on top of a task, what leaves stands to the right of what comes in."""
    if side is Side.RIGHT:
        return Point(box.right, box.center.y)
    if side is Side.LEFT:
        return Point(box.x, box.center.y)
    x = box.center.x + (slot * box.width / 4 if box.width == TASK_WIDTH else 0.0)
    return Point(x, box.y if side is Side.TOP else box.bottom)


def _without_detours(points: list[Point]) -> tuple[Point, ...]:
    """Drop repeated points and those in the middle of a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and (kept[-2].x == kept[-1].x == point.x or kept[-2].y == kept[-1].y == point.y):
            kept.pop()
        kept.append(point)
    return tuple(kept)
