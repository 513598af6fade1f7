"""Requests and answers of the Workflow Analyzer."""

from datetime import datetime
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field, StringConstraints, field_validator

from coditect import engine, projects
from coditect.kernel.api import DEFAULT_LIMIT, RequestModel, ResponseModel
from coditect.kernel.ids import OrganizationId, ProjectId, RunId
from coditect.workflows.analysis import Analysis, AnalystName, Domain
from coditect.workflows.errors import DescriptionTooLong
from coditect.workflows.limits import MAX_DESCRIPTION_BYTES
from coditect.workflows.listing import Wanted

AnalystStatus = Literal["waiting", "ready", "running", "succeeded", "failed", "skipped", "cancelled"]


class NewWorkflow(RequestModel):
    """A description of how work is done today, in plain text."""

    project_id: ProjectId
    description: Annotated[str, StringConstraints(strip_whitespace=False)]
    title: Annotated[str | None, Field(min_length=1, max_length=200)] = None
    domain: Domain | None = None

    @field_validator("description")
    @classmethod
    def _bounded(cls, value: str) -> str:
        size = len(value.encode())
        if size > MAX_DESCRIPTION_BYTES:
            raise DescriptionTooLong(
                f"A description may have {MAX_DESCRIPTION_BYTES // 1024} KB; this one has {size // 1024} KB."
                " Split it by process and analyse the parts."
            )
        if not value.strip():
            raise ValueError("is empty; describe in a few sentences how the work is done")
        return value


class Regeneration(RequestModel):
    """How to analyse a workflow again: everything, unless `start_at` names the analyst to begin with.

    What that analyst does not need others for is taken over; it works with the edits that people made.
    """

    start_at: AnalystName | None = None
    fresh: bool = False
    """Ask the model even what it has answered before; what starts in the middle always does."""


class TaskChoice(RequestModel):
    """What a build task gets on the board in place of what the analysis proposes."""

    assignee: projects.AssigneeWanted | None = None
    estimate: projects.EstimateWanted | None = None


class SendTasks(RequestModel):
    """Which build tasks become tasks on the board; all of them when no ids are given."""

    ids: Annotated[list[str] | None, Field(max_length=10_000)] = None
    choices: Annotated[dict[str, TaskChoice] | None, Field(max_length=10_000)] = None
    """By the id of the build task; it counts only for tasks that this call puts on the board."""


class Accepted(ResponseModel):
    id: UUID
    status: engine.RunStatus


class AnalystState(ResponseModel):
    """One analyst's part in the newest analysis."""

    name: AnalystName
    title: str
    status: AnalystStatus
    origin: Literal["rule", "model"] | None
    started_at: datetime | None
    finished_at: datetime | None
    summary: str | None
    error: str | None
    model: str | None
    fallback: str | None
    """Why the rules did the work although a model is set up."""
    reused: Literal["version", "answer"] | None
    """Taken over from the version before, or from the model's answer to the same question."""
    input_tokens: int | None
    output_tokens: int | None
    cost_usd: Decimal | None
    """What the answer cost; null when nobody knows the model's price."""


class WorkflowSummary(ResponseModel):
    id: UUID
    project_id: ProjectId
    title: str
    domain: str | None
    status: engine.RunStatus
    version: int
    run_id: RunId
    created_at: datetime
    finished_at: datetime | None


class BoardTask(ResponseModel):
    """What became of a build task on the board."""

    build_task_id: str
    task_id: UUID
    number: int
    status: projects.TaskStatus


class WorkflowRead(WorkflowSummary):
    description: str
    analysts: list[AnalystState]
    revision: int
    edits: int
    """How many edits the analysis is shown with."""
    analysis: Analysis | None
    tasks_sent: list[str]
    board: list[BoardTask]


class AnalysisSoFar(ResponseModel):
    """An analysis as far as it has come: whole with the edits that people made, or what its analysts have by now."""

    version: int
    complete: bool
    delivered: list[AnalystName]
    analysis: Analysis


class SentTasks(ResponseModel):
    """How many tasks were made now, how many stood on the board already, and all of them."""

    created: int
    existing: int
    items: list[projects.Task]


class WorkflowList(RequestModel):
    """Which workflows to list."""

    project_id: ProjectId | None = None
    q: Annotated[str, Field(max_length=200, description="Words that the title must have.")] = ""
    domain: Domain | None = None
    status: Annotated[
        list[engine.RunStatus],
        Field(default_factory=list, max_length=7, description="How the newest analysis stands."),
    ]
    since: Annotated[AwareDatetime | None, Field(description="Handed in at this moment or later.")] = None
    until: Annotated[AwareDatetime | None, Field(description="Handed in before this moment.")] = None
    limit: Annotated[int, Field(ge=1, le=500, description="How many items at most.")] = DEFAULT_LIMIT
    cursor: UUID | None = None

    def of(self, organization_id: OrganizationId) -> Wanted:
        """Return what to look for among the organization's workflows."""
        return Wanted(
            organization_id=organization_id,
            project_id=self.project_id,
            words=self.q,
            domain=self.domain,
            statuses=tuple(self.status),
            since=self.since,
            until=self.until,
        )


class SampleRead(ResponseModel):
    key: str
    title: str
    domain: str
    description: str


class ArtifactRead(ResponseModel):
    """A document that can be made of an analysis."""

    name: str
    title: str
    formats: list[str]
