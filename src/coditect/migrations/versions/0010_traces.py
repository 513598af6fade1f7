"""Events and steps carry the trace that they belong to; dead letters are counted by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_TABLES = ("outbox_events", "steps")


def upgrade() -> None:
    for table in _TABLES:
        op.add_column(table, sa.Column("traceparent", sa.String()))
    dead = sa.text("status = 'dead_letter'")
    op.create_index(
        "ix_steps_dead_letters", "steps", ["finished_at"], sqlite_where=dead, postgresql_where=dead
    )


def downgrade() -> None:
    op.drop_index("ix_steps_dead_letters", "steps")
    for table in _TABLES:
        op.drop_column(table, "traceparent")
