"""Mermaid: a flowchart with a subgraph for every lane.

Every ASCII sign that could mean anything to Mermaid, Markdown or HTML is written as an entity code.
"""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.diagrams.model import Change, Diagram, Family, GatewayKind, Node, NodeKind, TaskType
from coditect.workflows.diagrams.palette import LIGHT, Palette, family_of_change, family_of_node

_SIGNS = {GatewayKind.XOR: "×", GatewayKind.AND: "+", GatewayKind.LOOP: "↻"}  # noqa: RUF001 - the BPMN sign


# Mermaid cleans a title as if it were HTML, then shows it as plain text: no code for these signs survives both.
TITLE_SIGNS = str.maketrans({"<": "‹", ">": "›", "&": "＆"})  # noqa: RUF001 - they stand in for what they look like


def mermaid(diagram: Diagram, palette: Palette = LIGHT) -> str:
    return "\n".join(_text(diagram, palette)) + "\n"


def _text(diagram: Diagram, palette: Palette) -> Iterable[str]:
    names = {node.id: f"n{number}" for number, node in enumerate(diagram.nodes, 1)}
    if diagram.title:
        yield from ("---", f'title: "{_yaml(diagram.title)}"', "---")
    yield "flowchart LR"
    for number, lane in enumerate(diagram.lanes, 1):
        members = [node for node in diagram.nodes if node.lane == lane.id]
        if members:
            yield f'  subgraph lane{number}["{_entity(lane.label)}"]'
            yield from (f"    {names[node.id]}{_shape(node)}" for node in members)
            yield "  end"
    for edge in diagram.edges:
        label = f'|"{_entity(edge.label)}"|' if edge.label else ""
        yield f"  {names[edge.source]} -->{label} {names[edge.target]}"
    yield from _classes(diagram, names, palette)


def _shape(node: Node) -> str:
    if node.kind is NodeKind.GATEWAY:
        return f'{{"{_entity(node.label or _SIGNS[node.gateway])}"}}'
    text = _entity(node.label or node.kind.value.capitalize())
    if node.kind is NodeKind.TASK:
        return f'[["{text}"]]' if node.task is TaskType.SUBPROCESS else f'["{text}"]'
    return f'(["{text}"])'


def _classes(diagram: Diagram, names: dict[str, str], palette: Palette) -> Iterable[str]:
    lanes = {lane.id: lane.family for lane in diagram.lanes}
    by_family: dict[Family, list[str]] = {}
    by_change: dict[Change, list[str]] = {}
    for node in diagram.nodes:
        by_family.setdefault(family_of_node(node, lanes[node.lane]), []).append(names[node.id])
        if node.change is not None:
            by_change.setdefault(node.change, []).append(names[node.id])
    for family, members in by_family.items():
        tint = palette.tints[family]
        yield f"  classDef {family} fill:{tint.fill},stroke:{tint.stroke},color:{palette.text}"
        yield f"  class {','.join(members)} {family}"
    for change, members in by_change.items():
        name = change.value.replace(" ", "_")
        ink = palette.tints[family_of_change(change)].ink
        yield f"  classDef {name} stroke:{ink},stroke-width:2px"
        yield f"  class {','.join(members)} {name}"


def _entity(text: str) -> str:
    return "".join(one if _is_plain(one) else f"#{ord(one)};" for one in text) or " "


def _yaml(text: str) -> str:
    return "".join(one if _is_plain(one) else f"\\u{ord(one):04x}" for one in text.translate(TITLE_SIGNS))


def _is_plain(character: str) -> bool:
    return character == " " or character.isalnum() or not character.isascii()
