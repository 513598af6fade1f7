"""The analysis of a workflow as a whole: what the aggregation makes of the analysts' outputs."""

from typing import Annotated, Literal

from pydantic import Field

from coditect.workflows.analysis.actors import Actor, ActorReport
from coditect.workflows.analysis.automation import AutomationReport
from coditect.workflows.analysis.common import Domain, Item, Percent, Score, Span, Value
from coditect.workflows.analysis.decomposition import Decomposition, Event, Flow, Gateway, ProcessTask
from coditect.workflows.analysis.design import Design
from coditect.workflows.analysis.overview import Overview
from coditect.workflows.analysis.quality import QualityReport
from coditect.workflows.analysis.requirements import RequirementsReport
from coditect.workflows.analysis.technical import BuildTask, TechnicalReport

FlagCode = Literal[
    "empty",
    "binary",
    "not_english",
    "instructions_in_text",
    "no_process_found",
    "analyst_failed",
    "model_failed",
    "truncated",
]


class Flag(Value):
    code: FlagCode
    message: str
    evidence: tuple[Span, ...]


class AssignedTask(ProcessTask):
    actor: str | None
    """Id of the actor who performs it; null when the description does not say."""


class Mention(Value):
    """A stretch of the description that names an element of the process."""

    id: str
    kind: Literal["activity", "actor", "object", "xor", "and", "condition", "further"]
    start: int
    end: int
    text: str


class Relation(Value):
    """How two mentions relate; for flow, head comes before tail, otherwise head is the activity."""

    kind: Literal["flow", "performs", "receives", "uses", "condition"]
    head: str
    tail: str


class Raci(Value):
    """Who is responsible, accountable, consulted and informed for a task, by actor id."""

    task: str
    responsible: str | None
    accountable: str | None
    consulted: tuple[str, ...]
    informed: tuple[str, ...]


class Conflict(Item):
    """Two analysts disagreed; how it was settled."""

    analysts: tuple[str, ...]
    text: str
    resolution: str


class Link(Value):
    """A cross-link between outputs: task to actor, requirement to technology, score to return."""

    kind: Literal["task_actor", "requirement_technology", "score_roi"]
    from_: Annotated[str, Field(alias="from")]
    to: str


class Completeness(Value):
    percent: Percent
    missing: tuple[str, ...]


class AnalystOutputs(Value):
    """The full output of each analyst under its name; null when it failed or has not run."""

    workflow_analyzer: Annotated[Overview | None, Field(alias="workflow-analyzer")] = None
    task_decomposer: Annotated[Decomposition | None, Field(alias="task-decomposer")] = None
    actor_identifier: Annotated[ActorReport | None, Field(alias="actor-identifier")] = None
    automation_assessor: Annotated[AutomationReport | None, Field(alias="automation-assessor")] = None
    requirements_extractor: Annotated[RequirementsReport | None, Field(alias="requirements-extractor")] = None
    process_designer: Annotated[Design | None, Field(alias="process-designer")] = None
    quality_analyzer: Annotated[QualityReport | None, Field(alias="quality-analyzer")] = None
    technical_analyzer: Annotated[TechnicalReport | None, Field(alias="technical-analyzer")] = None


class Analysis(Value):
    title: str
    summary: str
    domain: Domain
    flags: tuple[Flag, ...]
    actors: tuple[Actor, ...]
    tasks: tuple[AssignedTask, ...]
    gateways: tuple[Gateway, ...]
    events: tuple[Event, ...]
    flows: tuple[Flow, ...]
    build_tasks: tuple[BuildTask, ...]
    mentions: tuple[Mention, ...]
    relations: tuple[Relation, ...]
    raci: tuple[Raci, ...]
    orphan_tasks: tuple[str, ...]
    """Tasks nobody is named for."""
    completeness: Completeness
    conflicts: tuple[Conflict, ...]
    links: tuple[Link, ...]
    quality: Score
    analysts: AnalystOutputs
