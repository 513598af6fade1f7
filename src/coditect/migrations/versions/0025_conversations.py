"""Conversations: agent runs of a project that belong together."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import protect

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agent_conversations",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("project_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("created_by", sa.Uuid()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_agent_conversations_project_id_id", "agent_conversations", ["project_id", "id"])
    protect("agent_conversations")
    op.add_column("agent_runs", sa.Column("conversation_id", sa.Uuid()))


def downgrade() -> None:
    op.drop_column("agent_runs", "conversation_id")
    op.drop_table("agent_conversations")
