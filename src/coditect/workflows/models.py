"""Tables of the Workflow Analyzer. Each regeneration is a version; the results of a version stand beside it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base, TenantRow
from coditect.kernel.ids import AccountId, ProjectId, RunId


class Workflow(TenantRow, Base):
    """A described business process; `run_id` is the run that analyses its newest version."""

    __tablename__ = "workflows"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    project_id: Mapped[ProjectId]
    title: Mapped[str]
    domain: Mapped[str | None]
    description: Mapped[str]
    version: Mapped[int]
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
    summary: Mapped[str]
    output: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("workflow_id", "version", "analyst"),)


class StoredAnalysis(TenantRow, Base):
    """The whole that the analysts' results add up to."""

    __tablename__ = "analyses"

    workflow_id: Mapped[UUID] = mapped_column(ForeignKey("workflows.id", ondelete="CASCADE"))
    version: Mapped[int]
    document: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]

    __table_args__ = (PrimaryKeyConstraint("workflow_id", "version"),)
