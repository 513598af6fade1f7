"""Answers to the same question are found by its digest."""

from alembic import op

from coditect.kernel.online import create_index_online

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

_TABLE = "analyst_results"
_INDEX = "ix_analyst_results_question"


def upgrade() -> None:
    create_index_online(_INDEX, _TABLE, ["organization_id", "question"])


def downgrade() -> None:
    op.drop_index(_INDEX, _TABLE)
