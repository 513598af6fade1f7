"""Folds a long process into bands that stand below one another, like the staves of a score.

An edge from one band to another ends at a small lettered circle and goes on at the circle with that letter.
The bands are cut where few edges cross.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from coditect.workflows.diagrams.geometry import Box, Layout, PlacedLane
from coditect.workflows.diagrams.layers import layers
from coditect.workflows.diagrams.layout import LABEL_SIZE, LABEL_WIDTH, TASK_WIDTH, layout
from coditect.workflows.diagrams.model import Diagram, Edge, Node, NodeKind
from coditect.workflows.diagrams.typography import text_width

FOLD_ABOVE, BAND_WIDTH, BAND_GAP = 3400.0, 2600.0, 28.0
_MOST_ON_A_PAGE, _PAPER_WIDTHS, _PAPER_BAND = 60, (1100.0, 1300.0, 1500.0, 1750.0, 2000.0), 1400.0
_PAPER_SCALE = 0.5  # text of 13 is then 5 points high, the least that can be read
_SHARE_OF_CUT = 0.12  # one more edge cut costs as much as a band 35% too narrow


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the picture; `edges` gives the number in the diagram of each edge of the layout."""

    layout: Layout
    top: float
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    diagram: Diagram
    bands: tuple[Band, ...]
    width: float
    height: float


def sheet(diagram: Diagram, fold_above: float = FOLD_ABOVE, band_width: float = BAND_WIDTH) -> Sheet:
    """The picture of a diagram, in one band if that is not too wide."""
    columns = _columns(diagram)
    widths = _widths(diagram, columns)
    if sum(widths) <= fold_above:
        placed = layout(diagram)
        whole = Band(placed, 0.0, tuple(range(len(diagram.edges))))
        return Sheet(diagram, (whole,), placed.width, placed.height)
    band_of_column = _cut(widths, _crossings(diagram, columns, len(widths)), band_width)
    band_of = {node.id: band_of_column[columns[number]] for number, node in enumerate(diagram.nodes)}
    parts = _Parts(diagram, band_of)
    return _stacked(diagram, [parts.part(band) for band in range(band_of_column[-1] + 1)])


def sheets_for_paper(diagram: Diagram) -> tuple[Sheet, ...]:
    """The picture on one page on its side if it can be read there, or else in bands, each on its own."""
    if len(diagram.nodes) <= _MOST_ON_A_PAGE:
        tried = [sheet(diagram, 1.2 * width, width) for width in _PAPER_WIDTHS]
        largest = max(tried, key=_paper_scale)
        if _paper_scale(largest) >= _PAPER_SCALE:
            return (largest,)
    bands = sheet(diagram, 1.2 * _PAPER_BAND, _PAPER_BAND).bands
    return tuple(_alone(band, diagram.removed if band is bands[-1] else ()) for band in bands)


def _paper_scale(drawn: Sheet) -> float:
    """How large it is shown on A4, whose inside is 956 by 575 units."""
    return min(956 / (drawn.width + 48), 575 / (drawn.height + 48), 0.9)


def _alone(band: Band, removed: tuple[str, ...]) -> Sheet:
    diagram = replace(band.layout.diagram, removed=removed)
    return Sheet(diagram, (replace(band, top=0.0),), band.layout.width, band.layout.height)


def _columns(diagram: Diagram) -> tuple[int, ...]:
    index = {node.id: number for number, node in enumerate(diagram.nodes)}
    arcs = [(index[edge.source], index[edge.target]) for edge in diagram.edges]
    starts = [number for number, node in enumerate(diagram.nodes) if node.kind is NodeKind.START]
    return layers(len(diagram.nodes), arcs, starts).columns


def _widths(diagram: Diagram, columns: Sequence[int]) -> list[float]:
    """About how wide each column is with the channel after it."""
    index = {node.id: number for number, node in enumerate(diagram.nodes)}
    nodes, labels = [116.0] * _count(columns), [0.0] * _count(columns)
    for number, node in enumerate(diagram.nodes):
        if node.kind is NodeKind.TASK:
            nodes[columns[number]] = TASK_WIDTH + 52
    for edge in diagram.edges:
        if edge.label:
            column = columns[index[edge.source]]
            labels[column] = max(labels[column], min(LABEL_WIDTH, text_width(edge.label, LABEL_SIZE)))
    return [node + label for node, label in zip(nodes, labels, strict=True)]


def _count(columns: Sequence[int]) -> int:
    return max(columns, default=-1) + 1


def _crossings(diagram: Diagram, columns: Sequence[int], count: int) -> list[int]:
    """How many edges run between column n-1 and column n."""
    index = {node.id: number for number, node in enumerate(diagram.nodes)}
    crossing = [0] * count
    for edge in diagram.edges:
        low, high = sorted((columns[index[edge.source]], columns[index[edge.target]]))
        for column in range(low + 1, high + 1):
            crossing[column] += 1
    return crossing


def _cut(widths: Sequence[float], crossing: Sequence[int], band_width: float) -> list[int]:
    """The band of every column: the cheapest way to cut the columns into bands of about the same width."""
    count = len(widths)
    target = sum(widths) / math.ceil(sum(widths) / band_width)
    cheapest = [0.0] + [math.inf] * count
    start_of = [0] * (count + 1)
    for end in range(1, count + 1):
        width = 0.0
        for start in range(end - 1, -1, -1):
            width += widths[start]
            if width > band_width * 1.15 and start < end - 1:
                break
            cost = (
                cheapest[start]
                + (width / target - 1) ** 2
                + _SHARE_OF_CUT * (crossing[start] if start else 0)
            )
            if cost < cheapest[end]:
                cheapest[end], start_of[end] = cost, start
    cuts = [count]
    while cuts[-1]:
        cuts.append(start_of[cuts[-1]])
    cuts.reverse()
    return [band for band, start in enumerate(cuts[:-1]) for _ in range(start, cuts[band + 1])]


class _Parts:
    """The diagram cut into one diagram for every band, with a link wherever an edge goes on elsewhere."""

    def __init__(self, diagram: Diagram, band_of: dict[str, int]) -> None:
        self.diagram = diagram
        self.band_of = band_of
        self.nodes = {node.id: node for node in diagram.nodes}
        targets = dict.fromkeys(
            edge.target for edge in diagram.edges if band_of[edge.source] != band_of[edge.target]
        )
        self.letters = {target: _letters(number) for number, target in enumerate(targets)}

    def part(self, band: int) -> tuple[Diagram, tuple[int, ...]]:
        nodes = [node for node in self.diagram.nodes if self.band_of[node.id] == band]
        links: dict[str, Node] = {}
        edges: list[Edge] = []
        numbers: list[int] = []
        for number, edge in enumerate(self.diagram.edges):
            if band not in {self.band_of[edge.source], self.band_of[edge.target]}:
                continue
            here = self._here(number, edge, band, links)
            if here is not None:
                numbers.append(number)
                edges.append(here)
        lanes = {node.lane for node in nodes}
        kept = tuple(lane for lane in self.diagram.lanes if lane.id in lanes)
        return Diagram(self.diagram.title, kept, (*nodes, *links.values()), tuple(edges)), tuple(numbers)

    def _here(self, number: int, edge: Edge, band: int, links: dict[str, Node]) -> Edge | None:
        if self.band_of[edge.source] == self.band_of[edge.target]:
            return edge
        letter = self.letters[edge.target]
        if self.band_of[edge.source] == band:
            link = self._link(f"out\0{number}", edge.source, letter)
            links[link.id] = link
            return Edge(edge.source, link.id, edge.label)
        link = self._link(f"in\0{edge.target}", edge.target, letter)
        if link.id in links:
            return None  # one line leads from the circle to the target, however many lead to the circle
        links[link.id] = link
        return Edge(link.id, edge.target)

    def _link(self, link_id: str, beside: str, letter: str) -> Node:
        return Node(link_id, self.nodes[beside].lane, NodeKind.LINK, letter)


def _letters(number: int) -> str:
    """A to Z, then AA, AB and so on."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_uppercase))
        name = ascii_uppercase[rest] + name
    return name


def _stacked(diagram: Diagram, parts: Iterable[tuple[Diagram, tuple[int, ...]]]) -> Sheet:
    placed = [(layout(part), numbers) for part, numbers in parts]
    width = max(one.width for one, _ in placed)
    bands, top = [], 0.0
    for one, numbers in placed:
        bands.append(Band(_widened(one, width), top, numbers))
        top += one.height + BAND_GAP
    return Sheet(diagram, tuple(bands), width, top - BAND_GAP)


def _widened(placed: Layout, width: float) -> Layout:
    lanes = tuple(
        PlacedLane(lane.lane, Box(lane.box.x, lane.box.y, width, lane.box.height), lane.label)
        for lane in placed.lanes
    )
    return replace(placed, width=width, lanes=lanes)
