"""Edits of analyses by hand."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_NULLABLE_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("workflows", sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("analyses", sa.Column("edited", _NULLABLE_JSON))
    op.create_table(
        "workflow_edits",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "workflow_id",
            sa.Uuid(),
            sa.ForeignKey("workflows.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("operation", Json, nullable=False),
        sa.Column("words", Json, nullable=False),
        sa.Column("why", sa.String()),
        sa.Column("created_by", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("workflow_id", "position"),
    )
    protect("workflow_edits")


def downgrade() -> None:
    op.drop_table("workflow_edits")
    op.drop_column("analyses", "edited")
    op.drop_column("workflows", "revision")
