"""DOT, the language of Graphviz: a cluster for every lane."""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.diagrams.model import Diagram, Family, GatewayKind, Node, NodeKind
from coditect.workflows.diagrams.palette import LIGHT, Palette, family_of_node
from coditect.workflows.diagrams.typography import wrap

_SIGNS = {GatewayKind.XOR: "×", GatewayKind.AND: "+", GatewayKind.LOOP: "↻"}  # noqa: RUF001 - the BPMN sign


def dot(diagram: Diagram, palette: Palette = LIGHT) -> str:
    return "\n".join(_text(diagram, palette)) + "\n"


def _text(diagram: Diagram, palette: Palette) -> Iterable[str]:
    names = {node.id: f"n{number}" for number, node in enumerate(diagram.nodes, 1)}
    yield "digraph process {"
    yield f'  graph [rankdir=LR, label={_quoted(diagram.title)}, labelloc=t, fontname="Geist, Helvetica", fontsize=18,'
    yield '         nodesep=0.35, ranksep=0.5, charset="UTF-8", forcelabels=true,'
    yield f'         bgcolor="{palette.background}", fontcolor="{palette.text}"]'
    yield '  node [fontname="Geist, Helvetica", fontsize=12, style="rounded,filled", shape=box, margin="0.16,0.1",'
    yield f'        fontcolor="{palette.text}"]'
    yield f'  edge [fontname="Geist, Helvetica", fontsize=11, color="{palette.edge}", fontcolor="{palette.muted}", arrowsize=0.7]'
    for number, lane in enumerate(diagram.lanes, 1):
        members = [node for node in diagram.nodes if node.lane == lane.id]
        if not members:
            continue
        yield f"  subgraph cluster_{number} {{"
        yield f'    label={_quoted(lane.label)}; labeljust=l; color="{palette.hairline}"; fontcolor="{palette.text}"; fontsize=13'
        yield from (f"    {names[node.id]} [{_look(node, lane.family, palette)}]" for node in members)
        yield "  }"
    for edge in diagram.edges:
        label = f" [label={_quoted(edge.label)}]" if edge.label else ""
        yield f"  {names[edge.source]} -> {names[edge.target]}{label}"
    yield "}"


def _look(node: Node, lane: Family, palette: Palette) -> str:
    tint = palette.tints[family_of_node(node, lane)]
    if node.kind is NodeKind.TASK:
        changed = "" if node.change is None else f', penwidth=2, tooltip="{node.change}"'
        stroke = tint.stroke if node.change is None else tint.ink
        return f'label={_quoted(_wrapped(node.label))}, fillcolor="{tint.fill}", color="{stroke}"{changed}'
    if node.kind is NodeKind.GATEWAY:
        shape = "shape=diamond, style=filled, width=0.5, height=0.5, fixedsize=true"
        text = f'label="{_SIGNS[node.gateway]}", xlabel={_quoted(node.label)}'
    else:
        peripheries = 2 if node.kind is NodeKind.EVENT else 1
        width = 3 if node.kind is NodeKind.END else 1
        shape = f"shape=circle, style=filled, width=0.4, fixedsize=true, peripheries={peripheries}, penwidth={width}"
        text = f'label="", xlabel={_quoted(node.label)}'
    return f'{text}, {shape}, fillcolor="{tint.fill}", color="{tint.ink}"'


def _wrapped(label: str) -> str:
    """Graphviz breaks no lines: a sign that no label holds marks where one ends."""
    return "\n".join(wrap(label, 12, 150, 99))


def _quoted(text: str) -> str:
    """A string in quotes, in which Graphviz reads neither escapes nor entities but our line breaks."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;").replace("\n", "\\n")
    return f'"{escaped}"'
