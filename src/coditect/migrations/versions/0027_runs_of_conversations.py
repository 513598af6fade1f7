"""The agent runs of a conversation are found by it, in their order."""

from alembic import op

from coditect.kernel.online import create_index_online

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

_TABLE = "agent_runs"
_INDEX = "ix_agent_runs_conversation_id_id"


def upgrade() -> None:
    create_index_online(_INDEX, _TABLE, ["conversation_id", "id"])


def downgrade() -> None:
    op.drop_index(_INDEX, _TABLE)
