"""Makes the diagram of an analysis: the process as it is, or as the Process Designer would have it.

What a model answered may not fit together. Whatever does not is left out or set right here, so that there is
always a diagram; the aggregation reports such faults, a drawing cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from coditect.workflows import analysis as typed
from coditect.workflows.diagrams.arrows import Arrows
from coditect.workflows.diagrams.design_changes import changes_of, removed_from
from coditect.workflows.diagrams.lane_order import lane_order
from coditect.workflows.diagrams.model import (
    Change,
    Diagram,
    Direction,
    Edge,
    EventKind,
    Family,
    GatewayKind,
    Lane,
    Node,
    NodeKind,
    TaskType,
)

State = Literal["as_is", "to_be"]
"""The process as it is done today, or as the Process Designer would have it."""

UNASSIGNED = Lane("unassigned", "Not stated", Family.NEUTRAL)
_FAMILIES = {
    "role": Family.PEOPLE,
    "department": Family.PEOPLE,
    "external": Family.PEOPLE,
    "system": Family.SYSTEM,
}


def diagram_of(analysis: typed.Analysis, *, title: str | None = None, of: State = "as_is") -> Diagram:
    """The diagram of an analysis; without the Process Designer's part, `to_be` is what is."""
    parts = _Parts(analysis)
    design = analysis.analysts.process_designer
    name = title or analysis.title
    if design is not None and of == "to_be" and design.to_be.nodes:
        drawn = _from_graph(design.to_be, parts, changes_of(design))
        return _assembled(drawn, f"{name}: as it could be", analysis.summary, removed_from(design))
    if design is not None and design.as_is.nodes:
        drawn = _from_graph(design.as_is, parts, {})
    else:
        drawn = _from_tasks(analysis, parts)
    return _assembled(drawn, name, analysis.summary)


class _Parts:
    """What the ids in a graph refer to."""

    def __init__(self, analysis: typed.Analysis) -> None:
        self.tasks = {task.id: task for task in analysis.tasks}
        self.gateways = {gateway.id: gateway for gateway in analysis.gateways}
        self.events = {event.id: event for event in analysis.events}
        self.actors = {actor.id: actor for actor in analysis.actors}


@dataclass(frozen=True, slots=True)
class _Drawn:
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def _from_graph(graph: typed.ProcessGraph, parts: _Parts, changes: Mapping[str, Change]) -> _Drawn:
    lanes = tuple(_lane(lane.id, lane.name, lane.actor, parts) for lane in graph.lanes)
    edges = tuple(Edge(flow.from_, flow.to, flow.condition or "") for flow in graph.flows)
    arrows = Arrows(edges)
    nodes = tuple(_node(node, parts, arrows, changes.get(node.id)) for node in graph.nodes)
    return _Drawn(tuple(_worked(lane, nodes) for lane in lanes), arrows.with_kinds(nodes), edges)


def _worked(lane: Lane, nodes: tuple[Node, ...]) -> Lane:
    """A lane of nobody in which all steps are automated belongs to those that automate."""
    changes = {node.change for node in nodes if node.lane == lane.id and node.kind is NodeKind.TASK}
    automatic = lane.family is Family.NEUTRAL and changes == {Change.AUTOMATED}
    return replace(lane, family=Family.AGENT) if automatic else lane


def _lane(lane_id: str, name: str, actor_id: str | None, parts: _Parts) -> Lane:
    actor = parts.actors.get(actor_id or "")
    if actor is None:
        return Lane(lane_id, name or UNASSIGNED.label, Family.NEUTRAL)
    return Lane(lane_id, name or actor.name, _FAMILIES[actor.kind])


def _node(node: typed.Node, parts: _Parts, arrows: Arrows, change: Change | None = None) -> Node:
    ref, label, lane = node.ref, node.label, node.lane
    match node.kind:
        case "task" | "subprocess":
            task = parts.tasks.get(ref or "")
            stated = TaskType(task.type) if task else TaskType.NONE
            task_type = TaskType.SUBPROCESS if node.kind == "subprocess" else stated
            if change is Change.AUTOMATED and task_type in _BY_HAND:
                task_type = TaskType.SERVICE
            text = label or (task.label if task else "")
            return Node(node.id, lane, NodeKind.TASK, text, ref, task=task_type, change=change)
        case "gateway":
            gateway = parts.gateways.get(ref or "")
            if gateway is None:
                direction = arrows.direction(node.id)
                return Node(node.id, lane, NodeKind.GATEWAY, label, ref, direction=direction)
            text = label or gateway.label or ""
            kind, direction = GatewayKind(gateway.kind), Direction(gateway.direction)
            return Node(node.id, lane, NodeKind.GATEWAY, text, ref, gateway=kind, direction=direction)
        case "event":
            event = parts.events.get(ref or "")
            if event is None:
                return Node(node.id, lane, arrows.event(node.id), label, ref)
            trigger = EventKind(event.trigger)
            return Node(node.id, lane, _EVENTS[event.kind], label or event.label, ref, event=trigger)


_BY_HAND = {TaskType.NONE, TaskType.USER, TaskType.MANUAL}
_EVENTS = {"start": NodeKind.START, "intermediate": NodeKind.EVENT, "end": NodeKind.END}


def _from_tasks(analysis: typed.Analysis, parts: _Parts) -> _Drawn:
    """The graph of the decomposition, in the lanes of the actors: what there is before anything is designed."""
    lanes = tuple(_lane(actor.id, actor.name, actor.id, parts) for actor in analysis.actors)
    edges = tuple(Edge(flow.from_, flow.to, flow.condition or "") for flow in analysis.flows)
    lane_of = {task.id: task.actor or UNASSIGNED.id for task in analysis.tasks}
    _inherit_lanes(lane_of, [one.id for one in (*analysis.gateways, *analysis.events)], edges)
    arrows = Arrows(edges)
    stated: list[tuple[Literal["task", "gateway", "event"], str, str]] = [
        *(("task", one.id, one.label) for one in analysis.tasks),
        *(("gateway", one.id, one.label or "") for one in analysis.gateways),
        *(("event", one.id, one.label) for one in analysis.events),
    ]
    graph = [
        typed.Node(id=one, kind=kind, label=label, lane=lane_of[one], ref=one) for kind, one, label in stated
    ]
    nodes = (_node(node, parts, arrows) for node in graph)
    return _Drawn(lanes, tuple(nodes), edges)


def _inherit_lanes(lane_of: dict[str, str], others: list[str], edges: tuple[Edge, ...]) -> None:
    """Gateways and events stand with the step before them, else with the one after."""
    waiting = dict.fromkeys(others)
    changed = True
    while waiting and changed:
        changed = False
        for one in list(waiting):
            before = next(
                (lane_of[edge.source] for edge in edges if edge.target == one and edge.source in lane_of),
                None,
            )
            after = next(
                (lane_of[edge.target] for edge in edges if edge.source == one and edge.target in lane_of),
                None,
            )
            if found := before or after:
                lane_of[one] = found
                del waiting[one]
                changed = True
    lane_of.update(dict.fromkeys(waiting, UNASSIGNED.id))


def _assembled(drawn: _Drawn, title: str, description: str, removed: tuple[str, ...] = ()) -> Diagram:
    """Keep what fits together, drop empty lanes, and put neighbours in neighbouring lanes."""
    lanes = _first_by_id(drawn.lanes)
    nodes = _first_by_id(_in_known_lane(node, lanes) for node in drawn.nodes)
    used = {node.lane for node in nodes.values()}
    kept = [lane for lane in (*lanes.values(), UNASSIGNED) if lane.id in used]
    kept = list(_first_by_id(kept).values())
    edges = tuple(edge for edge in drawn.edges if edge.source in nodes and edge.target in nodes)
    ordered = lane_order(kept, tuple(nodes.values()), edges)
    return Diagram(title, ordered, tuple(nodes.values()), edges, description, removed)


def _in_known_lane(node: Node, lanes: Mapping[str, Lane]) -> Node:
    if node.lane in lanes:
        return node
    return replace(node, lane=UNASSIGNED.id)


_Part = TypeVar("_Part", Lane, Node)


def _first_by_id(items: Iterable[_Part]) -> dict[str, _Part]:
    found: dict[str, _Part] = {}
    for item in items:
        found.setdefault(item.id, item)
    return found
