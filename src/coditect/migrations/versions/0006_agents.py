"""An organization's own agents, and every version of their texts."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import protect

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

VERSIONS = "own_agent_versions"


def upgrade() -> None:
    op.create_table(
        "own_agents",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("retired_at", UtcDateTime()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("organization_id", "name"),
        sa.UniqueConstraint("organization_id", "id"),
    )
    op.create_table(
        VERSIONS,
        sa.Column("agent_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("author_id", sa.Uuid(), nullable=False),
        sa.Column("author_name", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("agent_id", "version"),
        sa.ForeignKeyConstraint(
            ["organization_id", "agent_id"],
            ["own_agents.organization_id", "own_agents.id"],
            ondelete="CASCADE",
        ),
    )
    protect("own_agents")
    protect(VERSIONS, rights="SELECT, INSERT")
    _refuse_updates()


def downgrade() -> None:
    op.drop_table(VERSIONS)
    op.drop_table("own_agents")


def _refuse_updates() -> None:
    """A version never changes; it goes only with its agent."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE ON {VERSIONS}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
    else:
        op.execute(
            f"CREATE TRIGGER {VERSIONS}_refuses_update BEFORE UPDATE ON {VERSIONS}"
            f" BEGIN SELECT RAISE(ABORT, '{VERSIONS} is append-only'); END"
        )
