"""PlantUML: a diagram of elements in a frame for every lane, for any graph, also one that is not well structured.

Nothing in a label can be markup, a comment or a directive: every ASCII sign is written as a code point.
"""

from __future__ import annotations

from collections.abc import Iterable

from coditect.workflows.diagrams.model import Diagram, Family, GatewayKind, Node, NodeKind
from coditect.workflows.diagrams.palette import LIGHT, Palette, family_of_node

_SIGNS = {GatewayKind.XOR: "×", GatewayKind.AND: "+", GatewayKind.LOOP: "↻"}  # noqa: RUF001 - the BPMN sign


def plantuml(diagram: Diagram, palette: Palette = LIGHT) -> str:
    return "\n".join(_text(diagram, palette)) + "\n"


def _text(diagram: Diagram, palette: Palette) -> Iterable[str]:
    names = {node.id: f"n{number}" for number, node in enumerate(diagram.nodes, 1)}
    yield "@startuml"
    if diagram.title:
        yield f"title {_coded(diagram.title)}"
    yield "left to right direction"
    yield from _style(palette)
    for number, lane in enumerate(diagram.lanes, 1):
        members = [node for node in diagram.nodes if node.lane == lane.id]
        if members:
            yield f'frame "{_coded(lane.label)}" as lane{number} {{'
            yield from (f"  {_element(node, names[node.id], lane.family, palette)}" for node in members)
            yield "}"
    for edge in diagram.edges:
        label = f" : {_coded(edge.label)}" if edge.label else ""
        yield f"{names[edge.source]} --> {names[edge.target]}{label}"
    yield "@enduml"


def _style(palette: Palette) -> Iterable[str]:
    yield "skinparam shadowing false"
    yield "skinparam defaultFontName Geist"
    yield f"skinparam defaultFontColor {palette.text}"
    yield f"skinparam backgroundColor {palette.background}"
    yield "skinparam rectangleRoundCorner 12"
    yield f"skinparam ArrowColor {palette.edge}"
    yield f"skinparam frameBorderColor {palette.hairline}"
    for family, tint in palette.tints.items():
        yield f"skinparam rectangle<<{family}>> {{"
        yield f"  BackgroundColor {tint.fill}"
        yield f"  BorderColor {tint.stroke}"
        yield "}"
    tint = palette.tints[Family.COORDINATION]
    yield f"skinparam usecase {{\n  BackgroundColor {tint.fill}\n  BorderColor {tint.stroke}\n}}"
    yield "hide stereotype"


def _element(node: Node, name: str, lane: Family, palette: Palette) -> str:
    if node.kind is NodeKind.TASK:
        family = family_of_node(node, lane)
        ink = palette.tints[family].ink.removeprefix("#")
        changed = "" if node.change is None else f" #line:{ink};line.bold"
        return f'rectangle "{_coded(node.label)}" as {name} <<{family}>>{changed}'
    if node.kind is NodeKind.GATEWAY:
        return f'usecase "{_coded(f"{_SIGNS[node.gateway]} {node.label}".strip())}" as {name}'
    return f'interface "{_coded(node.label or node.kind.value.capitalize())}" as {name}'


def _coded(text: str) -> str:
    coded = (
        one if one == " " or one.isalnum() or not one.isascii() else f"<U+{ord(one):04X}>" for one in text
    )
    return "".join(coded) or " "
