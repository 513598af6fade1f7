"""What analysts' answers cost, where they were taken from, and why the rules stood in."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_TABLE = "analyst_results"


def upgrade() -> None:
    op.add_column(_TABLE, sa.Column("cost_micros", sa.BigInteger()))
    for name in ("fallback", "reused", "question"):
        op.add_column(_TABLE, sa.Column(name, sa.String()))


def downgrade() -> None:
    for name in ("question", "reused", "fallback", "cost_micros"):
        op.drop_column(_TABLE, name)
