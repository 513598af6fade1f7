"""The definitions that agents of runs worked by."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import protect

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "used_agents",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("first_used_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("organization_id", "digest"),
    )
    protect("used_agents")
    op.add_column("analyst_results", sa.Column("agent", sa.String()))


def downgrade() -> None:
    op.drop_column("analyst_results", "agent")
    op.drop_table("used_agents")
