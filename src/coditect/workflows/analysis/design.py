"""What the Process Designer delivers: the process as it is and as it could be, in swim-lanes."""

from typing import Literal

from coditect.workflows.analysis.common import Item, Value
from coditect.workflows.analysis.decomposition import Flow


class Lane(Value):
    id: str
    name: str
    actor: str | None
    """Null for the lane of tasks whose actor is not stated."""


class Node(Value):
    id: str
    kind: Literal["task", "gateway", "event", "subprocess"]
    label: str
    lane: str
    ref: str | None
    """Id of the task, gateway or event of the decomposition; null for what is new."""


class DecisionPoint(Item):
    gateway: str
    question: str
    options: tuple[str, ...]


class ExceptionHandler(Item):
    condition: str
    tasks: tuple[str, ...]


class SubProcess(Item):
    name: str
    tasks: tuple[str, ...]


class ProcessGraph(Value):
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    decision_points: tuple[DecisionPoint, ...]
    exception_handlers: tuple[ExceptionHandler, ...]
    sub_processes: tuple[SubProcess, ...]


class Change(Item):
    """One step from the process as it is to the process as it could be."""

    tasks: tuple[str, ...]
    kind: Literal["eliminate", "merge", "parallelise", "automate"]
    rationale: str
    effect: str


class Design(Value):
    as_is: ProcessGraph
    to_be: ProcessGraph
    changes: tuple[Change, ...]
