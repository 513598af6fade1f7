"""What the Technical Analyzer delivers: what to build, with which parts, in which order."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.workflows.analysis.common import Item, Level, Value


class Integration(Item):
    system: str
    direction: Literal["in", "out", "both"]
    data: tuple[str, ...]


class StackChoice(Item):
    layer: str
    choice: str
    reason: str


class Pattern(Item):
    name: str
    reason: str


class Attribute(Value):
    name: str
    type: Literal["text", "number", "money", "date", "boolean", "reference", "file", "enum"]
    personal: bool


class DataEntity(Item):
    name: str
    attributes: tuple[Attribute, ...]


class Endpoint(Item):
    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    path: str
    purpose: str
    entity: str | None
    task: str | None


class PersonalData(Item):
    what: str
    category: Literal["contact", "identity", "financial", "health", "employment"]
    advice: str


class SecurityNeed(Item):
    text: str
    reason: str


class Risk(Item):
    text: str
    likelihood: Level
    impact: Level
    mitigation: str


class Estimate(Value):
    low_hours: Annotated[float, Field(ge=0)]
    high_hours: Annotated[float, Field(ge=0)]


class Assignee(Value):
    """Who should take a build task: an agent by name, or a human role."""

    kind: Literal["agent", "role"]
    name: str


class BuildTask(Item):
    """A piece of implementation work, ready for the project's board."""

    title: str
    description: str
    acceptance: tuple[str, ...]
    depends_on: tuple[str, ...]
    """Ids of build tasks that come first."""
    estimate: Estimate
    assignee: Assignee
    priority: Level
    source_task: str | None


class TechnicalReport(Value):
    integrations: tuple[Integration, ...]
    stack: tuple[StackChoice, ...]
    patterns: tuple[Pattern, ...]
    entities: tuple[DataEntity, ...]
    endpoints: tuple[Endpoint, ...]
    personal_data: tuple[PersonalData, ...]
    security: tuple[SecurityNeed, ...]
    risks: tuple[Risk, ...]
    build_tasks: tuple[BuildTask, ...]
