"""Tables of the Workflow Analyzer. Each regeneration is a version; the results of a version stand beside it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId, ProjectId, RunId

NullableJson = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


class Workflow(TenantRow, Base):
    """A described business process; `run_id` is the run that analyses its newest version."""

    __tablename__ = "workflows"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId]
    title: Mapped[str]
    domain: Mapped[str | None]
    description: Mapped[str]
    version: Mapped[int]
    revision: Mapped[int] = mapped_column(default=0)
    """Counts edits, their being taken back and new versions: who edits says which revision they saw."""
    run_id: Mapped[RunId]
    created_by: Mapped[AccountId]
    created_at: Mapped[datetime]

    __table_args__ = (Index("ix_workflows_project_id_id", "project_id", "id"),)


class AnalystResult(TenantRow, Base):
    """What one analyst delivered for one version of a workflow."""

    __tablename__ = "analyst_results"

    workflow_id: Mapped[UUID] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"))
    version: Mapped[int]
    analyst: Mapped[str]
    origin: Mapped[str]
    model: Mapped[str | None]
    agent: Mapped[str | None]
    """The reference of the definition that a model worked by; None for the rules and for what is older."""
    input_tokens: Mapped[int | None]
    output_tokens: Mapped[int | None]
    cost_micros: Mapped[int | None] = mapped_column(BigInteger)
    """What the answer cost in millionths of a dollar; None when nobody knows, and for the rules."""
    fallback: Mapped[str | None]
    """Why the rules did the work of a model that is set up; None when they did not have to."""
    reused: Mapped[str | None]
    """`version`: taken over from the version before; `answer`: from the answer to the same question."""
    question: Mapped[str | None]
    """The digest of all that a model's answer depends on; None for the rules."""
    summary: Mapped[str]
    output: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]

    __table_args__ = (
        PrimaryKeyConstraint("workflow_id", "version", "analyst"),
        Index("ix_analyst_results_question", "organization_id", "question"),
    )


class StoredAnalysis(TenantRow, Base):
    """The whole that the analysts' results add up to."""

    __tablename__ = "analyses"

    workflow_id: Mapped[UUID] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"))
    version: Mapped[int]
    document: Mapped[dict[str, Any]]
    edited: Mapped[dict[str, Any] | None] = mapped_column(NullableJson)
    """The analysis with the edits that people made; None while there are none."""
    created_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("workflow_id", "version"),)


class WorkflowEdit(TenantRow, Base):
    """One thing that a person changed. It stays when a later version is made, if it still applies there."""

    __tablename__ = "workflow_edits"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    workflow_id: Mapped[UUID] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    state: Mapped[str]
    """`applied`, `undone`, or `lapsed`: a later version has not what it speaks of."""
    operation: Mapped[dict[str, Any]]
    words: Mapped[dict[str, Any]]
    """What the ids of the operation were called when it was made."""
    why: Mapped[str | None]
    """Why it does not apply any more."""
    created_by: Mapped[AccountId]
    created_at: Mapped[datetime]

    __table_args__ = (UniqueConstraint("workflow_id", "position"),)
