"""Tables of `projects`; rows never leave this package."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, Json, TenantRow
from coditect.kernel.ids import AccountId, ProjectId
from coditect.projects.schemas import (
    ActorKind,
    AssigneeKind,
    Priority,
    RepositoryState,
    SourceKind,
    TaskStatus,
)


class ProjectRow(TenantRow, Base):
    """A repository plus its board. The slug is made from the first name and stays, so that links stay."""

    __tablename__ = "projects"

    id: Mapped[ProjectId] = mapped_column(primary_key=True)
    name: Mapped[str]
    slug: Mapped[str]
    description: Mapped[str]
    repository_state: Mapped[RepositoryState] = mapped_column(String)
    repository_head: Mapped[str | None]
    last_task_number: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    __table_args__ = (
        UniqueConstraint("organization_id", "slug"),
        # What tasks and activities point to, so that none can belong to another organization than its project.
        UniqueConstraint("organization_id", "id"),
    )


class TaskRow(TenantRow, Base):
    """An item on the board. `source_needs` keeps the source's own ids, to be joined whenever one arrives."""

    __tablename__ = "tasks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId]
    number: Mapped[int]
    title: Mapped[str]
    description: Mapped[str]
    status: Mapped[TaskStatus] = mapped_column(String)
    position: Mapped[float]
    priority: Mapped[Priority] = mapped_column(String)
    acceptance: Mapped[list[str]]
    labels: Mapped[list[str]]
    estimate_low_hours: Mapped[float | None]
    estimate_high_hours: Mapped[float | None]
    assignee_kind: Mapped[AssigneeKind | None] = mapped_column(String)
    assignee_name: Mapped[str | None]
    assignee_id: Mapped[AccountId | None]
    starts_on: Mapped[date | None]
    due_on: Mapped[date | None]
    source_kind: Mapped[SourceKind | None] = mapped_column(String)
    source_id: Mapped[UUID | None]
    source_key: Mapped[str | None]
    source_needs: Mapped[list[str]]
    depends_on: Mapped[list[str]]
    searched: Mapped[str] = mapped_column(server_default="")
    """What a search by words reads, in folded case: databases differ in what they fold themselves."""
    version: Mapped[int]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "project_id"], ["projects.organization_id", "projects.id"], ondelete="CASCADE"
        ),
        Index("uq_tasks_organization_id", "organization_id", "id", unique=True),
        UniqueConstraint("project_id", "number"),
        UniqueConstraint("project_id", "source_kind", "source_id", "source_key"),
        Index("ix_tasks_project_id_status_position", "project_id", "status", "position"),
    )


class ActivityRow(TenantRow, Base):
    """Something that happened. The database refuses to change or remove it."""

    __tablename__ = "activity"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId]
    event_id: Mapped[UUID]
    at: Mapped[datetime]
    actor_kind: Mapped[ActorKind] = mapped_column(String)
    actor_id: Mapped[str | None]
    actor_name: Mapped[str]
    verb: Mapped[str]
    object_kind: Mapped[str]
    object_id: Mapped[str]
    object_title: Mapped[str]
    reason: Mapped[str | None]
    data: Mapped[dict[str, Any]]

    __table_args__ = (
        ForeignKeyConstraint(["organization_id", "project_id"], ["projects.organization_id", "projects.id"]),
        Index("ix_activity_project_id_id", "project_id", "id"),
    )


class TaskChangeRow(TenantRow, Base):
    """What an activity did to one task, from what to what; goes with its task."""

    __tablename__ = "task_changes"

    activity_id: Mapped[UUID] = mapped_column(primary_key=True)
    task_id: Mapped[UUID] = mapped_column(primary_key=True)
    changes: Mapped[list[dict[str, Any]]] = mapped_column(Json)

    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "task_id"], ["tasks.organization_id", "tasks.id"], ondelete="CASCADE"
        ),
        Index("ix_task_changes_task_id_activity_id", "task_id", "activity_id"),
    )


class CommentRow(TenantRow, Base):
    """What somebody wrote about a task. A deleted one keeps its place, not its text."""

    __tablename__ = "task_comments"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    task_id: Mapped[UUID]
    author_kind: Mapped[ActorKind] = mapped_column(String)
    author_id: Mapped[str | None]
    author_name: Mapped[str]
    text: Mapped[str]
    mentions: Mapped[list[dict[str, Any]]] = mapped_column(Json)
    created_at: Mapped[datetime]
    edited_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]

    __table_args__ = (
        ForeignKeyConstraint(
            ["organization_id", "task_id"], ["tasks.organization_id", "tasks.id"], ondelete="CASCADE"
        ),
        Index("ix_task_comments_task_id_id", "task_id", "id"),
    )
