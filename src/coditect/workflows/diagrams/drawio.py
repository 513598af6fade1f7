"""draw.io: an uncompressed mxGraph document with BPMN shapes, every one where our layout put it."""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import pairwise

from coditect.workflows.diagrams.geometry import Box, PlacedEdge, PlacedLane, PlacedNode, Point
from coditect.workflows.diagrams.layout import layout
from coditect.workflows.diagrams.markup import attributes, escape
from coditect.workflows.diagrams.model import (
    Diagram,
    EventKind,
    Family,
    GatewayKind,
    Node,
    NodeKind,
    TaskType,
)
from coditect.workflows.diagrams.palette import LIGHT, Palette, Tint, family_of_node

TASK_HEIGHT, _LANE_BAND = 64.0, 30.0
_MARKERS = {
    TaskType.NONE: "abstract",
    TaskType.USER: "user",
    TaskType.SERVICE: "service",
    TaskType.MANUAL: "manual",
    TaskType.SEND: "send",
    TaskType.RECEIVE: "receive",
    TaskType.RULE: "businessRule",
    TaskType.SUBPROCESS: "abstract",
}
_EVENT_SYMBOLS = {
    EventKind.NONE: "general",
    EventKind.MESSAGE: "message",
    EventKind.TIMER: "timer",
    EventKind.ERROR: "error",
}
_OUTLINES = {NodeKind.START: "standard", NodeKind.EVENT: "catching", NodeKind.END: "end"}


def drawio(diagram: Diagram, palette: Palette = LIGHT) -> str:
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(_document(diagram, palette)) + "\n"


def _document(diagram: Diagram, palette: Palette) -> Iterable[str]:
    placed = layout(diagram, task_height=TASK_HEIGHT)
    lanes = {lane.lane.id: f"lane{number}" for number, lane in enumerate(placed.lanes, 1)}
    boxes = {lane.lane.id: lane.box for lane in placed.lanes}
    families = {lane.lane.id: lane.lane.family for lane in placed.lanes}
    nodes = {node.node.id: f"node{number}" for number, node in enumerate(placed.nodes, 1)}
    drawn = {node.node.id: node.box for node in placed.nodes}
    yield '<mxfile host="coditect">'
    yield f"  <diagram{attributes(id='process', name=diagram.title or 'Process')}>"
    yield f'    <mxGraphModel grid="0" page="0" tooltips="1" connect="1" arrows="1" background="{palette.background}"><root>'
    yield '      <mxCell id="0"/><mxCell id="1" parent="0"/>'
    yield from (_lane(lane, lanes[lane.lane.id], palette) for lane in placed.lanes)
    for node in placed.nodes:
        lane = node.node.lane
        style = _style(node, families[lane], palette)
        yield _node(node, nodes[node.node.id], lanes[lane], boxes[lane], style)
    for number, edge in enumerate(placed.edges, 1):
        yield _edge(edge, f"edge{number}", nodes, drawn, palette)
    yield "    </root></mxGraphModel>"
    yield "  </diagram>"
    yield "</mxfile>"


def _lane(placed: PlacedLane, name: str, palette: Palette) -> str:
    style = (
        f"swimlane;horizontal=0;startSize={_LANE_BAND:g};html=1;whiteSpace=wrap;collapsible=0;fontStyle=0;fontSize=13;"
        f"fillColor={palette.surface};strokeColor={palette.hairline};fontColor={palette.text};"
    )
    return _cell(name, placed.lane.label, style, "1", placed.box)


def _node(placed: PlacedNode, name: str, lane: str, lane_box: Box, style: str) -> str:
    box = Box(placed.box.x - lane_box.x, placed.box.y - lane_box.y, placed.box.width, placed.box.height)
    return _cell(name, placed.node.label, style, lane, box)


def _style(placed: PlacedNode, lane: Family, palette: Palette) -> str:
    node = placed.node
    tint = palette.tints[family_of_node(node, lane)]
    if node.kind is NodeKind.TASK:
        shape = f"shape=mxgraph.bpmn.task2;rectStyle=rounded;size=8;taskMarker={_MARKERS[node.task]};whiteSpace=wrap;"
        shape += "isLoopSub=1;" if node.task is TaskType.SUBPROCESS else ""
        return (
            f"{shape}html=1;fontSize=13;fillColor={tint.fill};{_stroke(node, tint)}fontColor={palette.text};"
        )
    below = placed.label is None or placed.label.box.y > placed.box.y
    place = (
        "verticalLabelPosition=bottom;verticalAlign=top;"
        if below
        else "verticalLabelPosition=top;verticalAlign=bottom;"
    )
    if node.kind is NodeKind.GATEWAY:
        kind = "parallel" if node.gateway is GatewayKind.AND else "exclusive"
        shape = (
            f"shape=mxgraph.bpmn.gateway2;perimeter=rhombusPerimeter;outline=none;symbol=none;gwType={kind};"
        )
    else:
        symbol = _EVENT_SYMBOLS[node.event]
        shape = f"shape=mxgraph.bpmn.event;perimeter=ellipsePerimeter;outline={_OUTLINES[node.kind]};symbol={symbol};"
    return f"{shape}{place}html=1;fontSize=12;fillColor={tint.fill};strokeColor={tint.ink};fontColor={palette.text};"


def _stroke(node: Node, tint: Tint) -> str:
    if node.change is None:
        return f"strokeColor={tint.stroke};"
    return f"strokeColor={tint.ink};strokeWidth=2;"


def _edge(
    placed: PlacedEdge, name: str, nodes: dict[str, str], boxes: dict[str, Box], palette: Palette
) -> str:
    start, end = boxes[placed.edge.source], boxes[placed.edge.target]
    color = palette.tints[Family.COORDINATION].ink if placed.back else palette.edge
    style = (
        f"edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;endArrow=block;endFill=1;endSize=4;fontSize=12;strokeColor={color};"
        f"fontColor={palette.muted};{_port('exit', placed.points[0], start)}{_port('entry', placed.points[-1], end)}"
    )
    ends = {"source": nodes[placed.edge.source], "target": nodes[placed.edge.target]}
    value = escape(placed.edge.label)
    named = attributes(id=name, value=value, style=style, edge="1", parent="1", **ends)
    bends = "".join(f'<mxPoint x="{point.x:g}" y="{point.y:g}"/>' for point in placed.points[1:-1])
    array = f'<Array as="points">{bends}</Array>' if bends else ""
    return f'      <mxCell{named}><mxGeometry{_label_place(placed)} relative="1" as="geometry">{array}</mxGeometry></mxCell>'


def _port(which: str, point: Point, box: Box) -> str:
    x, y = (point.x - box.x) / box.width, (point.y - box.y) / box.height
    return f"{which}X={x:.3g};{which}Y={y:.3g};{which}Perimeter=0;"


def _label_place(placed: PlacedEdge) -> str:
    """Where the label lies along the edge: from -1 at its start to 1 at its end, and how far above."""
    if placed.label is None:
        return ""
    center = placed.label.box.center
    lengths = [abs(one.x - other.x) + abs(one.y - other.y) for one, other in pairwise(placed.points)]
    walked, best = 0.0, (math.inf, 0.0)
    for (one, other), length in zip(pairwise(placed.points), lengths, strict=True):
        if one.y == other.y and min(one.x, other.x) <= center.x <= max(one.x, other.x):
            best = min(best, (abs(one.y - center.y), walked + abs(center.x - one.x)))
        walked += length
    above, along = best
    if not math.isfinite(above):
        return ""
    return f' x="{2 * along / sum(lengths) - 1:.3f}" y="{-above:g}"'


def _cell(name: str, label: str, style: str, parent: str, box: Box) -> str:
    """A shape; draw.io reads labels as HTML, so they are escaped for that and then for XML."""
    named = attributes(id=name, value=escape(label), style=style, vertex="1", parent=parent)
    place = f'x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}"'
    return f'      <mxCell{named}><mxGeometry {place} as="geometry"/></mxCell>'
