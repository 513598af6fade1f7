"""What a board takes beside one task at a time: bulk edits, comments, history, filters."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints, field_validator

from coditect.kernel.api import RequestModel, ResponseModel
from coditect.kernel.ids import AccountId
from coditect.projects.schemas import (
    MOST_TASKS,
    Activity,
    Actor,
    AssigneeWanted,
    Day,
    EstimateWanted,
    Labels,
    Priority,
    Reason,
    Task,
    TaskStatus,
)

TaskField = Literal[
    "status",
    "position",
    "title",
    "description",
    "priority",
    "acceptance",
    "labels",
    "estimate",
    "assignee",
    "starts_on",
    "due_on",
    "depends_on",
]
TaskSort = Literal["number", "title", "status", "priority", "due_on", "starts_on", "updated_at"]
TaskIds = Annotated[list[UUID], Field(min_length=1, max_length=MOST_TASKS)]


class FieldChange(ResponseModel):
    """One field of a task, from what to what, as the interface shows it."""

    field: TaskField
    before: Any
    after: Any


class TaskHistoryEntry(ResponseModel):
    """Something that happened to a task: alone, or together with others."""

    activity: Activity
    changes: list[FieldChange]


class BulkChange(RequestModel):
    """What many tasks get alike; fields that are left out stay as they are."""

    status: TaskStatus | None = None
    priority: Priority | None = None
    estimate: EstimateWanted | None = None
    assignee: AssigneeWanted | None = None
    starts_on: Day | None = None
    due_on: Day | None = None
    add_labels: Annotated[Labels, Field(default_factory=list)]
    remove_labels: Annotated[Labels, Field(default_factory=list)]
    reason: Reason | None = None

    @field_validator("status", "priority", mode="before")
    @classmethod
    def _not_null(cls, value: Any) -> Any:
        if value is None:
            raise ValueError("must not be null; leave it out to keep it")
        return value


class BulkEdit(RequestModel):
    """All of `ids` are changed, or none."""

    ids: TaskIds
    change: BulkChange
    versions: Annotated[dict[UUID, int], Field(default_factory=dict, max_length=MOST_TASKS)]
    """The versions that the change is based on; tasks that are not named here are changed whatever they have become."""


class TasksChosen(RequestModel):
    ids: TaskIds


class TasksEdited(ResponseModel):
    """The tasks as they are now, and the entry of the feed that tells of it (None when nothing changed)."""

    items: list[Task]
    activity_id: UUID | None


class Mention(ResponseModel):
    account_id: AccountId
    name: str


class Comment(ResponseModel):
    id: UUID
    task_id: UUID
    author: Actor
    text: str
    """Markdown; empty when the comment was deleted."""
    mentions: list[Mention]
    created_at: datetime
    edited_at: datetime | None
    deleted_at: datetime | None


CommentText = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class CommentWrite(RequestModel):
    text: CommentText
    mentions: Annotated[list[AccountId], Field(max_length=50)] | None = None
    """Members named in the text as `@Name`; left out, the names are looked up."""


class Person(ResponseModel):
    """A member of the organization, to be given tasks and mentioned."""

    id: AccountId
    name: str


class TaskFilter(ResponseModel):
    """Which tasks of a project; several values of one kind mean any of them, different kinds mean all."""

    status: list[TaskStatus]
    priority: list[Priority]
    assignee: list[str]
    label: list[str]
    workflow: list[UUID]
    id: list[UUID]
    text: str
    due_from: date | None
    due_until: date | None


class ActivityFilter(ResponseModel):
    """Which part of a feed; several values of one kind mean any of them, different kinds mean all."""

    actor: list[str]
    verb: list[str]
    kind: list[str]
    since: datetime | None
