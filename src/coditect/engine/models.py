"""Tables of the engine. Workers see them across tenants, everybody else their own rows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from coditect.engine.states import DEFAULT_TRIES, MEDIUM, RunStatus, StepStatus
from coditect.kernel.db import Base, Json, TenantRow
from coditect.kernel.ids import RunId


class Run(TenantRow, Base):
    """One durable execution; `unfinished` counts its steps that have not ended."""

    __tablename__ = "runs"

    id: Mapped[RunId] = mapped_column(primary_key=True)
    kind: Mapped[str]
    status: Mapped[RunStatus] = mapped_column(String(16))
    idempotency_key: Mapped[str | None]
    unfinished: Mapped[int]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]

    __table_args__ = (UniqueConstraint("organization_id", "kind", "idempotency_key"),)


class Step(TenantRow, Base):
    """A node of a run. `attempt` grows with each claim and fences late writers; `pending` counts open needs."""

    __tablename__ = "steps"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    run_id: Mapped[RunId] = mapped_column(ForeignKey("runs.id", ondelete="CASCADE"))
    key: Mapped[str]
    handler: Mapped[str]
    input: Mapped[dict[str, Any]]
    status: Mapped[StepStatus] = mapped_column(String(16))
    priority: Mapped[int] = mapped_column(default=MEDIUM)
    pending: Mapped[int]
    attempt: Mapped[int] = mapped_column(default=0)
    failures: Mapped[int] = mapped_column(default=0)
    losses: Mapped[int] = mapped_column(default=0)
    max_tries: Mapped[int] = mapped_column(default=DEFAULT_TRIES)
    run_at: Mapped[datetime]
    lease_holder: Mapped[str | None]
    lease_expires_at: Mapped[datetime | None]
    output: Mapped[dict[str, Any] | None] = mapped_column(Json)
    error: Mapped[str | None]
    created_at: Mapped[datetime]
    started_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    traceparent: Mapped[str | None]

    __table_args__ = (
        UniqueConstraint("run_id", "key"),
        Index(
            "ix_steps_ready",
            "priority",
            "run_at",
            sqlite_where=text("status = 'ready'"),
            postgresql_where=text("status = 'ready'"),
        ),
        Index(
            "ix_steps_leases",
            "lease_expires_at",
            sqlite_where=text("status = 'running'"),
            postgresql_where=text("status = 'running'"),
        ),
        Index(
            "ix_steps_dead_letters",
            "finished_at",
            sqlite_where=text("status = 'dead_letter'"),
            postgresql_where=text("status = 'dead_letter'"),
        ),
    )


class StepNeed(TenantRow, Base):
    """`step_id` waits for `needs_id`; when that one fails, a step that requires it is skipped."""

    __tablename__ = "step_needs"

    step_id: Mapped[UUID] = mapped_column(ForeignKey("steps.id", ondelete="CASCADE"), primary_key=True)
    needs_id: Mapped[UUID] = mapped_column(
        ForeignKey("steps.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    required: Mapped[bool]
