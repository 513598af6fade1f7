"""SVG: our own writer, with no style sheet and no ids, so that it can stand alone or several times in one page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from coditect.workflows.diagrams import symbols
from coditect.workflows.diagrams.changes import Key, drawn_key, key, tag
from coditect.workflows.diagrams.fold import Band, Sheet
from coditect.workflows.diagrams.geometry import Box, Label, Layout, PlacedEdge, PlacedLane, PlacedNode, Point
from coditect.workflows.diagrams.layout import (
    LABEL_LINE,
    LABEL_SIZE,
    LANE_HEADER,
    LANE_LINE,
    LANE_SIZE,
    TASK_LINE,
    TASK_PADDING,
    TASK_SIZE,
)
from coditect.workflows.diagrams.markup import attributes, escape
from coditect.workflows.diagrams.model import Diagram, Family, Lane, Node, NodeKind, TaskType
from coditect.workflows.diagrams.palette import LIGHT, Palette, Tint, family_of_node
from coditect.workflows.diagrams.strokes import icon, number, place, text_lines
from coditect.workflows.diagrams.typography import FONT_FAMILY, wrap

PADDING, TITLE_SIZE, TITLE_LINE = 24.0, 20.0, 28.0
_CORNER, _ARROW = 6.0, 7.0

_KINDS = {NodeKind.START: "Start", NodeKind.END: "End", NodeKind.EVENT: "Event", NodeKind.GATEWAY: "Gateway"}


def svg(drawn: Sheet, palette: Palette = LIGHT, *, titled: bool = True, scale: float = 1.0) -> str:
    """The picture as one SVG document; `titled` writes its title above it, `scale` sets only its stated size."""
    return "".join(_document(drawn, palette, titled=titled, scale=scale))


def drawing_size(drawn: Sheet, *, titled: bool = True) -> tuple[int, int]:
    frame = _frame(drawn, titled=titled)
    return frame.width, frame.height


@dataclass(frozen=True, slots=True)
class _Frame:
    """The whole picture: the lines of its title, where the diagram begins, the key below it, and its size."""

    title: tuple[str, ...]
    top: float
    key: Key
    width: int
    height: int


def _frame(drawn: Sheet, *, titled: bool) -> _Frame:
    room = max(drawn.width, 320.0) if titled else drawn.width
    title = wrap(drawn.diagram.title, TITLE_SIZE, room, 2) if titled else ()
    top = PADDING + (len(title) * TITLE_LINE + 12 if title else 0)
    below = key(drawn.diagram, room)
    height = drawn.height + top + below.height + PADDING
    return _Frame(title, top, below, math.ceil(room + 2 * PADDING), math.ceil(height))


def _document(drawn: Sheet, palette: Palette, *, titled: bool, scale: float) -> Iterable[str]:
    diagram = drawn.diagram
    frame = _frame(drawn, titled=titled)
    title, width, height = frame.title, frame.width, frame.height
    yield f'<svg xmlns="http://www.w3.org/2000/svg" width="{width * scale:g}" height="{height * scale:g}"'
    yield f' viewBox="0 0 {width} {height}"'
    yield f' role="img"{attributes(aria_label=_spoken(diagram), font_family=FONT_FAMILY, font_weight="500")}>'
    yield f"<title>{escape(diagram.title or 'Process')}</title><desc>{escape(_spoken(diagram))}</desc>"
    yield f'<rect width="{width}" height="{height}" fill="{palette.background}"/>'
    if title:
        yield text_lines(title, Point(PADDING, PADDING + 20), TITLE_SIZE, TITLE_LINE, palette.text)
    for band in drawn.bands:
        yield f'<g transform="translate({number(PADDING)} {number(frame.top + band.top)})">'
        yield from _band(band, palette)
        yield "</g>"
    yield from drawn_key(frame.key, PADDING, frame.top + drawn.height, palette)
    yield "</svg>"


def _band(band: Band, palette: Palette) -> Iterable[str]:
    placed = band.layout
    yield from _lanes(placed, palette)
    yield f'<g fill="none" stroke="{palette.edge}" stroke-width="1.25" stroke-linejoin="round">'
    for index, edge in zip(band.edges, placed.edges, strict=True):
        yield _edge(index, edge, palette)
    yield "</g>"
    lanes = {lane.lane.id: lane.lane for lane in placed.lanes}
    for node in placed.nodes:
        yield _node(node, palette, lanes[node.node.lane])
    yield (
        f'<g font-size="{number(LABEL_SIZE)}" fill="{palette.muted}" stroke="{palette.background}"'
        ' stroke-width="3" paint-order="stroke" stroke-linejoin="round">'
    )
    for edge in placed.edges:
        if edge.label is not None:
            yield _label(edge.label, LABEL_LINE)
    yield "</g>"


def _spoken(diagram: Diagram) -> str:
    """The sentence that a screen reader says first."""
    counts = f"{len(diagram.nodes)} steps, {len(diagram.edges)} connections, {len(diagram.lanes)} lanes"
    return f"{diagram.title or 'Process'}: {counts}. {diagram.description}".strip()


def _lanes(placed: Layout, palette: Palette) -> Iterable[str]:
    frame = Box(0, 0, placed.width, placed.height)
    yield f'<rect{place(frame)} rx="10" fill="{palette.background}"/>'
    yield f'<path d="{_left_rounded(Box(0, 0, LANE_HEADER - 8, placed.height))}" fill="{palette.surface}"/>'
    for lane in placed.lanes:
        yield _lane(lane, palette)
    yield f'<g stroke="{palette.hairline}" fill="none">'
    for lane in placed.lanes[1:]:
        yield f'<path d="M0 {number(lane.box.y)}H{number(placed.width)}"/>'
    yield f'<path d="M{number(LANE_HEADER - 8)} 0V{number(placed.height)}"/><rect{place(frame)} rx="10"/></g>'


def _left_rounded(box: Box) -> str:
    return f"M{number(box.right)} 0V{number(box.height)}H10a10 10 0 0 1-10-10V10a10 10 0 0 1 10-10z"


def _lane(placed: PlacedLane, palette: Palette) -> str:
    tint = palette.tints[placed.lane.family]
    center = placed.box.center.y
    top = center - (placed.label.box.height + 22) / 2
    symbol = icon(symbols.FAMILIES[placed.lane.family], 14, top, tint.ink)
    text = text_lines(placed.label.lines, Point(14, top + 22 + 13), LANE_SIZE, LANE_LINE, palette.text)
    return f"<g{attributes(data_lane_id=placed.lane.id)}><title>{escape(placed.lane.label)}</title>{symbol}{text}</g>"


def _edge(index: int, placed: PlacedEdge, palette: Palette) -> str:
    color = palette.tints[Family.COORDINATION].ink if placed.back else palette.edge
    stroke = f' stroke="{color}"' if placed.back else ""
    said = f"<title>{escape(placed.edge.label)}</title>" if placed.edge.label else ""
    names = attributes(data_edge=str(index))
    end, before = placed.points[-1], placed.points[-2]
    head = _arrow(end, before)
    return f'<g{names}{stroke}>{said}<path d="{_path(placed.points)}"/><path d="{head}" fill="{color}" stroke="none"/></g>'


def _path(points: tuple[Point, ...]) -> str:
    """Straight stretches with rounded corners; the last one stops inside the arrow head."""
    end = _towards(points[-1], points[-2], _ARROW - 1)
    path = [f"M{number(points[0].x)} {number(points[0].y)}"]
    for (before, corner), (_, after) in pairwise(pairwise([*points[:-1], end])):
        radius = min(_CORNER, _distance(before, corner) / 2, _distance(corner, after) / 2)
        into, out = _towards(corner, before, radius), _towards(corner, after, radius)
        path.append(
            f"L{number(into.x)} {number(into.y)}Q{number(corner.x)} {number(corner.y)} {number(out.x)} {number(out.y)}"
        )
    return "".join([*path, f"L{number(end.x)} {number(end.y)}"])


def _arrow(end: Point, before: Point) -> str:
    base = _towards(end, before, _ARROW)
    half = _ARROW / 2
    if end.x == before.x:
        return f"M{number(end.x)} {number(end.y)}L{number(base.x - half)} {number(base.y)}H{number(base.x + half)}z"
    return (
        f"M{number(end.x)} {number(end.y)}L{number(base.x)} {number(base.y - half)}V{number(base.y + half)}z"
    )


def _towards(start: Point, end: Point, by: float) -> Point:
    length = _distance(start, end)
    if length == 0:
        return start
    share = min(1.0, by / length)
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _distance(one: Point, other: Point) -> float:
    return abs(one.x - other.x) + abs(one.y - other.y)


def _node(placed: PlacedNode, palette: Palette, lane: Lane) -> str:
    node = placed.node
    if node.kind is NodeKind.LINK:
        return _link(placed, palette)
    names = attributes(data_node_id=node.id, data_source_id=node.source_id)
    shape = _SHAPES[node.kind](placed, palette, palette.tints[family_of_node(node, lane.family)])
    return f"<g{names}><title>{escape(_said(node, lane.label))}</title>{shape}</g>"


def _link(placed: PlacedNode, palette: Palette) -> str:
    """The circle with the letter where an edge leaves its band, or comes into it."""
    center, letter = placed.box.center, placed.node.label
    size = 12.0 if len(letter) == 1 else 10.0
    at = f'cx="{number(center.x)}" cy="{number(center.y)}"'
    circle = f'<circle {at} r="{number(placed.box.width / 2 - 0.5)}" fill="{palette.surface}" stroke="{palette.edge}"/>'
    text = text_lines((letter,), Point(center.x, center.y + 4.2), size, 0, palette.muted, anchor="middle")
    return f"<g{attributes(data_link=letter)}><title>Goes on at {letter}</title>{circle}{text}</g>"


def _said(node: Node, lane: str) -> str:
    if node.kind is NodeKind.TASK:
        what = "Task" if node.task is TaskType.NONE else f"Task ({node.task})"
    elif node.kind is NodeKind.GATEWAY:
        what = f"{_KINDS[node.kind]} ({node.gateway} {node.direction})"
    else:
        what = _KINDS[node.kind]
    said = (f"{what}: {node.label}" if node.label else what, lane, node.change)
    return " · ".join(part for part in said if part)


def _task(placed: PlacedNode, palette: Palette, tint: Tint) -> str:
    changed = placed.node.change is not None
    stroke = f'"{tint.ink}" stroke-width="1.75"' if changed else f'"{tint.stroke}"'
    shape = f'<rect{place(placed.box)} rx="8" fill="{tint.fill}" stroke={stroke}/>' + tag(placed, palette)
    if placed.node.task is not TaskType.NONE:
        shape += icon(
            symbols.TASKS[placed.node.task],
            placed.box.x + TASK_PADDING - 1,
            placed.box.center.y - 8,
            tint.ink,
        )
    if placed.label is None:
        return shape
    start = Point(placed.label.box.x, placed.label.box.y + 12.6)
    return shape + text_lines(placed.label.lines, start, TASK_SIZE, TASK_LINE, palette.text)


def _diamond(placed: PlacedNode, palette: Palette, tint: Tint) -> str:
    box, center = placed.box, placed.box.center
    outline = f"M{number(center.x)} {number(box.y)}L{number(box.right)} {number(center.y)}L{number(center.x)} {number(box.bottom)}L{number(box.x)} {number(center.y)}z"
    shape = f'<path d="{outline}" fill="{tint.fill}" stroke="{tint.stroke}" stroke-width="1.25" stroke-linejoin="round"/>'
    symbol = icon(symbols.GATEWAYS[placed.node.gateway], center.x - 8, center.y - 8, tint.ink, width=1.75)
    return shape + symbol + _beside(placed, palette)


def _circle(placed: PlacedNode, palette: Palette, tint: Tint) -> str:
    center, radius = placed.box.center, placed.box.width / 2
    thick = 3.0 if placed.node.kind is NodeKind.END else 1.5
    at = f'cx="{number(center.x)}" cy="{number(center.y)}"'
    shape = f'<circle {at} r="{number(radius - thick / 2)}" fill="{tint.fill}" stroke="{tint.ink}" stroke-width="{number(thick)}"/>'
    if placed.node.kind is NodeKind.EVENT:
        shape += f'<circle {at} r="{number(radius - 4)}" fill="none" stroke="{tint.ink}"/>'
    symbol = symbols.EVENTS[placed.node.event]
    drawn = icon(symbol, center.x - 8, center.y - 8, tint.ink) if symbol else ""
    return shape + drawn + _beside(placed, palette)


def _beside(placed: PlacedNode, palette: Palette) -> str:
    if placed.label is None:
        return ""
    box = placed.label.box
    start = Point(box.center.x, box.y + 11.5)
    return text_lines(
        placed.label.lines,
        start,
        LABEL_SIZE,
        LABEL_LINE,
        palette.text,
        anchor="middle",
        halo=palette.background,
    )


def _label(label: Label, line: float) -> str:
    return "".join(
        f'<text x="{number(label.box.x)}" y="{number(label.box.y + 11.5 + index * line)}">{escape(text)}</text>'
        for index, text in enumerate(label.lines)
    )


_SHAPES = {
    NodeKind.TASK: _task,
    NodeKind.GATEWAY: _diamond,
    NodeKind.START: _circle,
    NodeKind.END: _circle,
    NodeKind.EVENT: _circle,
}
