"""What the Task Decomposer delivers: the tasks of the process and how they follow one another."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.workflows.analysis.common import Item, Value

TaskType = Literal["user", "service", "manual", "send", "receive", "rule"]


class Duration(Item):
    text: str
    minutes: Annotated[float, Field(gt=0)]
    meaning: Literal["work", "wait", "limit"]
    """Time spent working, time spent waiting, or a time limit."""


class Frequency(Item):
    text: str
    per_year: Annotated[float, Field(gt=0)] | None


class ProcessTask(Item):
    verb: str
    """Base form: `check`."""
    object: str | None
    label: str
    """Verb and object, as a diagram shows it: `Check invoice`."""
    type: TaskType
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    duration: Duration | None
    frequency: Frequency | None
    parent: str | None
    """Id of the task whose detail this one is, for sub-lists."""
    section: str | None
    """Heading or swim-lane label it stands under."""


class Flow(Item):
    """An arrow between two nodes: tasks, gateways or events, by id."""

    from_: Annotated[str, Field(alias="from")]
    to: str
    condition: str | None


class Gateway(Item):
    kind: Literal["xor", "and", "loop"]
    direction: Literal["split", "join"]
    label: str | None
    """The question asked at a split: `Invoice correct?`."""
    partner: str | None
    """Id of the gateway that closes or opens this one."""


class Event(Item):
    kind: Literal["start", "intermediate", "end"]
    trigger: Literal["none", "message", "timer", "error"]
    label: str


class ExceptionPath(Item):
    """What may go wrong and what is done then."""

    condition: str
    tasks: tuple[str, ...]
    ends_process: bool


class ParallelGroup(Item):
    gateway: str
    branches: tuple[tuple[str, ...], ...]
    """Task ids, one tuple for each branch."""


class Decomposition(Value):
    tasks: tuple[ProcessTask, ...]
    flows: tuple[Flow, ...]
    gateways: tuple[Gateway, ...]
    events: tuple[Event, ...]
    exceptions: tuple[ExceptionPath, ...]
    parallel_groups: tuple[ParallelGroup, ...]
    critical_path: tuple[str, ...]
    """Task ids on the longest path from start to end."""
