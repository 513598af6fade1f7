"""BPMN 2.0 with diagram interchange: one pool, its lanes, and every shape where our layout put it."""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.diagrams.geometry import Box, Label, Layout, PlacedEdge, PlacedNode, Point
from coditect.workflows.diagrams.layout import layout
from coditect.workflows.diagrams.markup import attributes, escape
from coditect.workflows.diagrams.model import (
    Diagram,
    Direction,
    EventKind,
    GatewayKind,
    Node,
    NodeKind,
    TaskType,
)
from coditect.workflows.diagrams.palette import LIGHT, Palette, Tint, family_of_node

_POOL_BAND = 30.0  # the strip with the pool's name, left of the lanes
_OFFSET = Point(_POOL_BAND + 40, 40)

_TASKS = {
    TaskType.NONE: "task",
    TaskType.USER: "userTask",
    TaskType.SERVICE: "serviceTask",
    TaskType.MANUAL: "manualTask",
    TaskType.SEND: "sendTask",
    TaskType.RECEIVE: "receiveTask",
    TaskType.RULE: "businessRuleTask",
    TaskType.SUBPROCESS: "subProcess",
}
_EVENTS = {NodeKind.START: "startEvent", NodeKind.END: "endEvent", NodeKind.EVENT: "intermediateCatchEvent"}
_TRIGGERS = {
    EventKind.NONE: "",
    EventKind.MESSAGE: "messageEventDefinition",
    EventKind.TIMER: "timerEventDefinition",
    EventKind.ERROR: "errorEventDefinition",
}


TASK_HEIGHT = (
    72.0  # BPMN tools put the sign of the type in a corner of the task, over its text if there is no room
)


def bpmn(diagram: Diagram, palette: Palette = LIGHT) -> str:
    placed = layout(diagram, task_height=TASK_HEIGHT)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join(_document(placed, palette)) + "\n"


class _Names:
    """Ids that XML allows, whatever ids the diagram has."""

    def __init__(self, diagram: Diagram) -> None:
        self.nodes = {node.id: f"node_{number}" for number, node in enumerate(diagram.nodes, 1)}
        self.lanes = {lane.id: f"lane_{number}" for number, lane in enumerate(diagram.lanes, 1)}
        self.incoming: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
        self.outgoing: dict[str, list[str]] = {node.id: [] for node in diagram.nodes}
        for number, edge in enumerate(diagram.edges, 1):
            self.outgoing[edge.source].append(f"flow_{number}")
            self.incoming[edge.target].append(f"flow_{number}")


def _document(placed: Layout, palette: Palette) -> Iterable[str]:
    diagram = placed.diagram
    names = _Names(diagram)
    yield (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"'
        ' xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
        ' xmlns:di="http://www.omg.org/spec/DD/20100524/DI"'
        ' xmlns:color="http://www.omg.org/spec/BPMN/non-normative/color/1.0" id="definitions" targetNamespace="urn:coditect:process"'
        ' exporter="CODITECT">'
    )
    pool = attributes(id="pool", name=diagram.title or "Process", processRef="process")
    yield f'  <collaboration id="collaboration"><participant{pool}/></collaboration>'
    yield f"  <process{attributes(id='process', name=diagram.title or 'Process', isExecutable='false')}>"
    if diagram.description:
        yield f"    <documentation>{escape(diagram.description)}</documentation>"
    yield from _lane_set(diagram, names)
    yield from (_node(node, names) for node in diagram.nodes)
    for number, edge in enumerate(diagram.edges, 1):
        ends = {"sourceRef": names.nodes[edge.source], "targetRef": names.nodes[edge.target]}
        yield f"    <sequenceFlow{attributes(id=f'flow_{number}', name=edge.label or None, **ends)}/>"
    yield "  </process>"
    yield '  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="collaboration">'
    yield from _shapes(placed, names, palette)
    yield "  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>"
    yield "</definitions>"


def _lane_set(diagram: Diagram, names: _Names) -> Iterable[str]:
    if not diagram.lanes:
        return
    yield '    <laneSet id="lanes">'
    for lane in diagram.lanes:
        yield f"      <lane{attributes(id=names.lanes[lane.id], name=lane.label)}>"
        members = (names.nodes[node.id] for node in diagram.nodes if node.lane == lane.id)
        yield from (f"        <flowNodeRef>{name}</flowNodeRef>" for name in members)
        yield "      </lane>"
    yield "    </laneSet>"


def _node(node: Node, names: _Names) -> str:
    tag = _tag(node)
    flows = [f"<incoming>{flow}</incoming>" for flow in names.incoming[node.id]]
    flows += [f"<outgoing>{flow}</outgoing>" for flow in names.outgoing[node.id]]
    trigger = _TRIGGERS[node.event] if tag in _EVENTS.values() else ""
    said = "" if node.change is None else f"<documentation>Change: {node.change}</documentation>"
    inside = said + "".join(flows) + (f'<{trigger} id="{names.nodes[node.id]}_trigger"/>' if trigger else "")
    direction = None
    if node.kind is NodeKind.GATEWAY:
        direction = "Diverging" if node.direction is Direction.SPLIT else "Converging"
        direction = direction if _is_pure(node, names) else "Mixed"
    named = attributes(id=names.nodes[node.id], name=node.label or None, gatewayDirection=direction)
    return f"    <{tag}{named}>{inside}</{tag}>"


def _tag(node: Node) -> str:
    if node.kind is NodeKind.TASK:
        return _TASKS[node.task]
    if node.kind is NodeKind.GATEWAY:
        return "parallelGateway" if node.gateway is GatewayKind.AND else "exclusiveGateway"
    return _EVENTS[node.kind]


def _is_pure(node: Node, names: _Names) -> bool:
    """A diverging gateway has one way in, a converging one has one way out."""
    one = names.incoming if node.direction is Direction.SPLIT else names.outgoing
    return len(one[node.id]) <= 1


def _shapes(placed: Layout, names: _Names, palette: Palette) -> Iterable[str]:
    pool = Box(-_POOL_BAND, 0, placed.width + _POOL_BAND, placed.height)
    yield _shape("pool", pool, None, ' isHorizontal="true"')
    for lane in placed.lanes:
        yield _shape(names.lanes[lane.lane.id], lane.box, None, ' isHorizontal="true"')
    families = {lane.lane.id: lane.lane.family for lane in placed.lanes}
    for node in placed.nodes:
        tint = palette.tints[family_of_node(node.node, families[node.node.lane])]
        colors = _colors(node.node, tint)
        yield _shape(names.nodes[node.node.id], node.box, _outside_label(node), _extra(node.node) + colors)
    for number, edge in enumerate(placed.edges, 1):
        yield _edge(f"flow_{number}", edge)


def _outside_label(placed: PlacedNode) -> Label | None:
    return None if placed.node.kind is NodeKind.TASK else placed.label


def _extra(node: Node) -> str:
    if node.kind is NodeKind.GATEWAY and node.gateway is not GatewayKind.AND:
        return ' isMarkerVisible="true"'
    return ' isExpanded="false"' if node.task is TaskType.SUBPROCESS else ""


def _colors(node: Node, tint: Tint) -> str:
    """In OMG's extension for colours, which bpmn.io and Camunda show and others pass over."""
    plain = node.kind is NodeKind.TASK and node.change is None
    border = tint.stroke if plain else tint.ink
    return f' color:background-color="{tint.fill}" color:border-color="{border}"'


def _shape(element: str, box: Box, label: Label | None, extra: str = "") -> str:
    named = attributes(id=f"{element}_shape", bpmnElement=element)
    return f"    <bpmndi:BPMNShape{named}{extra}>{_bounds(box)}{_label(label)}</bpmndi:BPMNShape>"


def _edge(element: str, placed: PlacedEdge) -> str:
    points = "".join(f'<di:waypoint x="{p.x + _OFFSET.x:g}" y="{p.y + _OFFSET.y:g}"/>' for p in placed.points)
    named = attributes(id=f"{element}_edge", bpmnElement=element)
    return f"    <bpmndi:BPMNEdge{named}>{points}{_label(placed.label)}</bpmndi:BPMNEdge>"


def _label(label: Label | None) -> str:
    return "" if label is None else f"<bpmndi:BPMNLabel>{_bounds(label.box)}</bpmndi:BPMNLabel>"


def _bounds(box: Box) -> str:
    place = f'x="{box.x + _OFFSET.x:.1f}" y="{box.y + _OFFSET.y:.1f}"'
    return f'<dc:Bounds {place} width="{box.width:.1f}" height="{box.height:.1f}"/>'
