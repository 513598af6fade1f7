"""The engine: runs, steps, needs."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("idempotency_key", sa.String()),
        sa.Column("unfinished", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("started_at", UtcDateTime()),
        sa.Column("finished_at", UtcDateTime()),
        sa.UniqueConstraint("organization_id", "kind", "idempotency_key"),
    )
    op.create_table(
        "steps",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("run_id", sa.Uuid(), sa.ForeignKey("runs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("handler", sa.String(), nullable=False),
        sa.Column("input", Json, nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("pending", sa.Integer(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("losses", sa.Integer(), nullable=False),
        sa.Column("max_tries", sa.Integer(), nullable=False),
        sa.Column("run_at", UtcDateTime(), nullable=False),
        sa.Column("lease_holder", sa.String()),
        sa.Column("lease_expires_at", UtcDateTime()),
        sa.Column("output", Json),
        sa.Column("error", sa.String()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("started_at", UtcDateTime()),
        sa.Column("finished_at", UtcDateTime()),
        sa.UniqueConstraint("run_id", "key"),
    )
    _partial_index("ix_steps_ready", ["priority", "run_at"], "status = 'ready'")
    _partial_index("ix_steps_leases", ["lease_expires_at"], "status = 'running'")
    op.create_table(
        "step_needs",
        sa.Column("step_id", sa.Uuid(), sa.ForeignKey("steps.id", ondelete="CASCADE"), primary_key=True),
        sa.Column(
            "needs_id", sa.Uuid(), sa.ForeignKey("steps.id", ondelete="CASCADE"), primary_key=True, index=True
        ),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("required", sa.Boolean(), nullable=False),
    )
    for table in ("runs", "steps", "step_needs"):
        protect(table, engine=True)


def downgrade() -> None:
    for table in ("step_needs", "steps", "runs"):
        op.drop_table(table)


def _partial_index(name: str, columns: list[str], condition: str) -> None:
    where = sa.text(condition)
    op.create_index(name, "steps", columns, sqlite_where=where, postgresql_where=where)
