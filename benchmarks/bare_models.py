"""Tables of the bare server, indexed where its queries look."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Base of the tables."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        dict[str, Any]: JSON,
        dict[str, Any] | None: JSON,
        list[str]: JSON,
    }


class Account(Base):
    """A person."""

    __tablename__ = "bare_accounts"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organization_id: Mapped[UUID]
    name: Mapped[str]
    email: Mapped[str]


class SignIn(Base):
    """A token of a person."""

    __tablename__ = "bare_sign_ins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID]
    token_digest: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime]


class Project(Base):
    """A project."""

    __tablename__ = "bare_projects"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organization_id: Mapped[UUID] = mapped_column(index=True)
    name: Mapped[str]
    slug: Mapped[str]
    description: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    last_task_number: Mapped[int]
    repository: Mapped[dict[str, Any]]


class Task(Base):
    """A task."""

    __tablename__ = "bare_tasks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID]
    number: Mapped[int]
    title: Mapped[str]
    description: Mapped[str]
    status: Mapped[str]
    position: Mapped[float]
    acceptance: Mapped[list[str]]
    estimate: Mapped[dict[str, Any] | None]
    assignee: Mapped[dict[str, Any] | None]
    priority: Mapped[str]
    labels: Mapped[list[str]]
    source: Mapped[dict[str, Any] | None]
    depends_on: Mapped[list[str]]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int]

    __table_args__ = (Index("ix_bare_tasks", "project_id", "status", "position"),)


class TaskChange(Base):
    """What an activity did to a task."""

    __tablename__ = "bare_task_changes"

    activity_id: Mapped[UUID] = mapped_column(primary_key=True)
    task_id: Mapped[UUID] = mapped_column(primary_key=True)
    changes: Mapped[list[str]]


class Activity(Base):
    """Something that happened."""

    __tablename__ = "bare_activity"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    position: Mapped[int]
    project_id: Mapped[UUID]
    at: Mapped[datetime]
    actor: Mapped[dict[str, Any]]
    verb: Mapped[str]
    object: Mapped[dict[str, Any]]
    sentence: Mapped[str]
    reason: Mapped[str | None]
    data: Mapped[dict[str, Any]]

    __table_args__ = (Index("ix_bare_activity", "project_id", "id"),)


class OutboxEvent(Base):
    """Something that is to be announced."""

    __tablename__ = "bare_outbox"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    organization_id: Mapped[UUID]
    topic: Mapped[str]
    payload: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]


class Workflow(Base):
    """A described process."""

    __tablename__ = "bare_workflows"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[UUID] = mapped_column(index=True)
    run_id: Mapped[UUID | None]
    title: Mapped[str]
    description: Mapped[str]
    status: Mapped[str]
    created_at: Mapped[datetime]


class Run(Base):
    """An execution."""

    __tablename__ = "bare_runs"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    status: Mapped[str]
    unfinished: Mapped[int]
    created_at: Mapped[datetime]


class Step(Base):
    """A part of an execution."""

    __tablename__ = "bare_steps"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[UUID] = mapped_column(index=True)
    key: Mapped[str]
    handler: Mapped[str]
    input: Mapped[dict[str, Any]]
    status: Mapped[str]
    pending: Mapped[int]
    run_at: Mapped[datetime]
    created_at: Mapped[datetime]


class StepNeed(Base):
    """A step that waits for another."""

    __tablename__ = "bare_step_needs"

    step_id: Mapped[UUID] = mapped_column(primary_key=True)
    needs_id: Mapped[UUID] = mapped_column(primary_key=True)
    required: Mapped[bool]
