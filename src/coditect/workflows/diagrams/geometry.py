"""A diagram with its places: what the layout gives and the writers draw."""

from __future__ import annotations

from dataclasses import dataclass

from coditect.workflows.diagrams.model import Diagram, Edge, Lane, Node


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def center(self) -> Point:
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    def overlaps(self, other: Box) -> bool:
        return (
            self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Wrapped text; its box is where the lines stand."""

    lines: tuple[str, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class PlacedLane:
    lane: Lane
    box: Box
    label: Label


@dataclass(frozen=True, slots=True)
class PlacedNode:
    """`label` stands inside the box of a task and beside the box of anything else."""

    node: Node
    box: Box
    label: Label | None


@dataclass(frozen=True, slots=True)
class PlacedEdge:
    edge: Edge
    points: tuple[Point, ...]
    label: Label | None
    back: bool


@dataclass(frozen=True, slots=True)
class Layout:
    diagram: Diagram
    width: float
    height: float
    lanes: tuple[PlacedLane, ...]
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
