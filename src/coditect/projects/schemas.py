"""What the REST interface of projects, board and feed takes and answers."""

import unicodedata
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.ids import AccountId, ProjectId

RepositoryState = Literal["provisioning", "ready"]
TaskStatus = Literal["open", "in_progress", "blocked", "done", "cancelled"]
Priority = Literal["low", "medium", "high"]
AssigneeKind = Literal["account", "agent", "role"]
SourceKind = Literal["workflow"]
ActorKind = Literal["account", "agent", "system"]

LONGEST_TITLE = 200
MOST_TASKS = 5_000
"""How many tasks one request may change."""


def _one_line(text: str) -> str:
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in text):
        raise ValueError("must be one line without control characters")
    return text


Title = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TITLE), AfterValidator(_one_line)]
Prose = Annotated[str, StringConstraints(max_length=20_000)]
Label = Annotated[str, StringConstraints(min_length=1, max_length=50), AfterValidator(_one_line)]
Criterion = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]
Reason = Annotated[str, StringConstraints(min_length=1, max_length=1_000)]
Hours = Annotated[float, Field(ge=0, le=100_000, allow_inf_nan=False)]


class ProjectCreate(RequestModel):
    name: Title
    description: Prose = ""


class ProjectReference(BaseModel):
    """What an Idempotency-Key remembers of a created project."""

    id: ProjectId


class ProjectUpdate(RequestModel):
    """Fields that are left out stay as they are."""

    name: Title | None = None
    description: Prose | None = None

    @field_validator("name", "description", mode="before")
    @classmethod
    def _not_null(cls, value: Any) -> Any:
        return _given(value)


class Repository(ResponseModel):
    state: RepositoryState
    default_branch: str
    head: str | None
    """The commit that the default branch is at; None until the repository is ready."""


class Project(ResponseModel):
    id: ProjectId
    name: str
    slug: str
    description: str
    created_at: datetime
    updated_at: datetime
    open_tasks: int
    """Tasks that are neither done nor cancelled."""
    workflows: int
    repository: Repository


class Estimate(ResponseModel):
    model_config = ConfigDict(frozen=True)

    low_hours: float
    high_hours: float


class Assignee(ResponseModel):
    """Who is to do a task: a person or an agent of this platform, or a role that somebody has."""

    model_config = ConfigDict(frozen=True)

    kind: AssigneeKind
    name: str
    id: AccountId | None = None
    """The person's account; None for agents, roles, and people who are known by name only."""


class TaskSource(ResponseModel):
    model_config = ConfigDict(frozen=True)

    kind: SourceKind
    workflow_id: UUID
    build_task_id: str


class Task(ResponseModel):
    id: UUID
    project_id: ProjectId
    number: int
    title: str
    description: str
    status: TaskStatus
    position: float
    """Sort key inside the column of its status."""
    acceptance: list[str]
    estimate: Estimate | None
    assignee: Assignee | None
    priority: Priority
    labels: list[str]
    starts_on: date | None
    due_on: date | None
    source: TaskSource | None
    depends_on: list[UUID]
    created_at: datetime
    updated_at: datetime
    version: int


class EstimateWanted(RequestModel):
    low_hours: Hours
    high_hours: Hours

    @model_validator(mode="after")
    def _low_to_high(self) -> "EstimateWanted":
        if self.low_hours > self.high_hours:
            raise ValueError("low_hours must not exceed high_hours")
        return self


class AssigneeWanted(RequestModel):
    """With an id, the name is that of the account, whatever is sent."""

    kind: AssigneeKind
    name: Title
    id: AccountId | None = None

    @model_validator(mode="after")
    def _only_people_have_accounts(self) -> "AssigneeWanted":
        if self.id is not None and self.kind != "account":
            raise ValueError("id belongs to assignees of the kind account")
        return self


Day = Annotated[date, Field(ge=date(1970, 1, 1), le=date(2999, 12, 31))]
Labels = Annotated[list[Label], Field(max_length=20)]


class TaskCreate(RequestModel):
    title: Title
    description: Prose = ""
    priority: Priority = "medium"
    acceptance: Annotated[list[Criterion], Field(max_length=50, default_factory=list)]
    labels: Annotated[list[Label], Field(max_length=20, default_factory=list)]
    estimate: EstimateWanted | None = None
    assignee: AssigneeWanted | None = None
    starts_on: Day | None = None
    due_on: Day | None = None

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> "TaskCreate":
        if self.starts_on and self.due_on and self.starts_on > self.due_on:
            raise ValueError("starts_on must not be after due_on")
        return self


class TaskUpdate(RequestModel):
    """Fields that are left out stay as they are; null takes an estimate, an assignee or a date away."""

    status: TaskStatus | None = None
    title: Title | None = None
    description: Prose | None = None
    position: Annotated[float, Field(ge=-1e9, le=1e9, allow_inf_nan=False)] | None = None
    priority: Priority | None = None
    acceptance: Annotated[list[Criterion], Field(max_length=50)] | None = None
    labels: Annotated[list[Label], Field(max_length=20)] | None = None
    estimate: EstimateWanted | None = None
    assignee: AssigneeWanted | None = None
    starts_on: Day | None = None
    due_on: Day | None = None
    depends_on: Annotated[list[UUID], Field(max_length=200)] | None = None
    """The tasks of this project that come first; a circle of tasks that wait for each other is refused."""
    reason: Reason | None = None
    """Why; it stands in the activity feed."""
    version: Annotated[int, Field(ge=1)] | None = None
    """The version that the change is based on; if the task has moved on, the answer is 409."""

    @field_validator(
        *("status", "title", "description", "position", "priority", "acceptance", "labels", "depends_on"),
        mode="before",
    )
    @classmethod
    def _not_null(cls, value: Any) -> Any:
        return _given(value)


class Actor(ResponseModel):
    model_config = ConfigDict(frozen=True)

    kind: ActorKind
    id: str | None
    name: str


class ActivityObject(ResponseModel):
    model_config = ConfigDict(frozen=True)

    kind: str
    id: str
    title: str


class Activity(ResponseModel):
    id: UUID
    position: int | None
    """Its place in the stream; None for the moment between being stored and being announced."""
    project_id: ProjectId
    at: datetime
    actor: Actor
    verb: str
    object: ActivityObject
    sentence: str
    reason: str | None
    data: dict[str, Any]


def _given(value: Any) -> Any:
    if value is None:
        raise ValueError("must not be null; leave it out to keep it")
    return value
