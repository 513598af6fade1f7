"""Workflows, their analysts' results and analyses."""

from uuid import UUID

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "workflows",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("domain", sa.String()),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Uuid(), nullable=False),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_workflows_project_id_id", "workflows", ["project_id", "id"])
    op.create_table(
        "analyst_results",
        _workflow_id(),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("analyst", sa.String(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("model", sa.String()),
        sa.Column("input_tokens", sa.Integer()),
        sa.Column("output_tokens", sa.Integer()),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("output", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workflow_id", "version", "analyst"),
    )
    op.create_table(
        "analyses",
        _workflow_id(),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("workflow_id", "version"),
    )
    for table in ("workflows", "analyst_results", "analyses"):
        protect(table)


def downgrade() -> None:
    for table in ("analyses", "analyst_results", "workflows"):
        op.drop_table(table)


def _workflow_id() -> sa.Column[UUID]:
    return sa.Column(
        "workflow_id", sa.Uuid(), sa.ForeignKey("workflows.id", ondelete="CASCADE"), nullable=False
    )
