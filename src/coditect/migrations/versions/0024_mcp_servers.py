"""The servers of tools that agents use."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mcp_servers",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("project_id", sa.Uuid()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("transport", sa.String(8), nullable=False),
        sa.Column("command", Json, nullable=False),
        sa.Column("url", sa.String()),
        sa.Column("secret_names", Json, nullable=False),
        sa.Column("tools", Json, nullable=False),
        sa.Column("seen", sa.String()),
        sa.Column("approved", sa.String()),
        sa.Column("refused", sa.String()),
        sa.Column("allowed", Json),
        sa.Column("every_agent", sa.Boolean(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("output_characters", sa.Integer(), nullable=False),
        sa.Column("approved_by", sa.Uuid()),
        sa.Column("approved_at", UtcDateTime()),
        sa.Column("created_by", sa.Uuid()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_index(
        "ix_mcp_servers_place_name", "mcp_servers", ["organization_id", "project_id", "name"], unique=True
    )
    protect("mcp_servers")


def downgrade() -> None:
    op.drop_table("mcp_servers")
