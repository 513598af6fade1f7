"""The one diagram that every export is written from: lanes, nodes and edges, checked when it is made.

Labels are cleaned here, once: a label is a single line of printable text, whatever was pasted. Writers only
escape it for their own syntax.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class NodeKind(StrEnum):
    START = "start"
    END = "end"
    TASK = "task"
    GATEWAY = "gateway"
    EVENT = "event"
    LINK = "link"  # where an edge goes on in another band of the picture; no diagram of a process has one


class TaskType(StrEnum):
    """The BPMN task types; `NONE` is a task of no stated type, `SUBPROCESS` one whose steps are not shown."""

    NONE = "none"
    USER = "user"
    SERVICE = "service"
    MANUAL = "manual"
    SEND = "send"
    RECEIVE = "receive"
    RULE = "rule"
    SUBPROCESS = "subprocess"


class GatewayKind(StrEnum):
    XOR = "xor"
    AND = "and"
    LOOP = "loop"


class Direction(StrEnum):
    SPLIT = "split"
    JOIN = "join"


class EventKind(StrEnum):
    NONE = "none"
    MESSAGE = "message"
    TIMER = "timer"
    ERROR = "error"


class Family(StrEnum):
    """What a colour means: who acts. Writers pair it with a symbol or a word, never with colour alone."""

    PEOPLE = "people"
    AGENT = "agent"
    SYSTEM = "system"
    COORDINATION = "coordination"
    DONE = "done"
    NEUTRAL = "neutral"


class Change(StrEnum):
    """What is other than before, in a process as it could be."""

    AUTOMATED = "automated"
    MERGED = "merged"
    PARALLEL = "in parallel"
    ADDED = "new"


class InvalidDiagram(ValueError):  # noqa: N818 - a fact about the diagram, named as one
    """The parts of a diagram do not fit together."""


def clean_label(text: str) -> str:
    """One line of printable text: control, surrogate and text-direction override characters are dropped."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    kept = (_printable(character) for character in text)
    return " ".join("".join(kept).split())


def _printable(character: str) -> str:
    if character.isspace():
        return " "
    if unicodedata.category(character) in {"Cc", "Cs"} or character in "\ufffe\uffff":
        return ""
    return "" if unicodedata.bidirectional(character) in _OVERRIDES else character


_OVERRIDES = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


@dataclass(frozen=True, slots=True)
class Lane:
    id: str
    label: str
    family: Family = Family.NEUTRAL

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", clean_label(self.label))


@dataclass(frozen=True, slots=True)
class Node:
    """A step of the process; `source_id` names what it stands for in the analysis."""

    id: str
    lane: str
    kind: NodeKind
    label: str = ""
    source_id: str | None = None
    task: TaskType = TaskType.NONE
    gateway: GatewayKind = GatewayKind.XOR
    direction: Direction = Direction.SPLIT
    event: EventKind = EventKind.NONE
    family: Family | None = None
    change: Change | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", clean_label(self.label))


@dataclass(frozen=True, slots=True)
class Edge:
    source: str
    target: str
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "label", clean_label(self.label))


@dataclass(frozen=True, slots=True)
class Diagram:
    """`removed` names the steps that a process as it could be does without."""

    title: str
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    description: str = ""
    removed: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_label(self.title))
        object.__setattr__(self, "removed", tuple(clean_label(label) for label in self.removed))
        object.__setattr__(self, "description", clean_label(self.description))
        lanes = _unique("lane", [lane.id for lane in self.lanes])
        nodes = _unique("node", [node.id for node in self.nodes])
        for node in self.nodes:
            if node.lane not in lanes:
                raise InvalidDiagram(f"node {node.id!r} is in lane {node.lane!r}, which does not exist")
        for edge in self.edges:
            for end in (edge.source, edge.target):
                if end not in nodes:
                    raise InvalidDiagram(f"an edge ends at {end!r}, which does not exist")

    def family_of(self, node: Node) -> Family:
        """The node's own family, or that of the lane that it stands in."""
        if node.family is not None:
            return node.family
        return next(lane.family for lane in self.lanes if lane.id == node.lane)


def _unique(what: str, ids: list[str]) -> set[str]:
    seen = set(ids)
    if len(seen) != len(ids):
        twice = next(one for one in ids if ids.count(one) > 1)
        raise InvalidDiagram(f"two {what}s have the id {twice!r}")
    return seen
