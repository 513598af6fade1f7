"""The kernel: outbox, relay, deliveries, keys, idempotent answers."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import APP_ROLE, ENGINE_ROLE, OWN_ROWS, protect, share

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "outbox_events",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("position", sa.BigInteger(), unique=True),
        sa.Column("organization_id", sa.Uuid()),
        sa.Column("subject", sa.String()),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("payload", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_outbox_events_subject_position", "outbox_events", ["subject", "position"])
    unpositioned = sa.text("position IS NULL")
    op.create_index(
        "ix_outbox_events_unpositioned",
        "outbox_events",
        ["id"],
        sqlite_where=unpositioned,
        postgresql_where=unpositioned,
    )
    op.create_table(
        "relay_state",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("holder", sa.String()),
        sa.Column("expires_at", UtcDateTime()),
        sa.Column("last_position", sa.BigInteger(), nullable=False),
    )
    op.execute("INSERT INTO relay_state (id, last_position) VALUES (1, 0)")
    op.create_table(
        "event_deliveries",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("consumer", sa.String(), nullable=False),
        sa.Column(
            "event_id", sa.Uuid(), sa.ForeignKey("outbox_events.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("run_at", UtcDateTime(), nullable=False),
        sa.Column("done_at", UtcDateTime()),
        sa.Column("error", sa.String()),
        sa.UniqueConstraint("consumer", "event_id"),
    )
    not_done = sa.text("done_at IS NULL")
    op.create_index(
        "ix_event_deliveries_due",
        "event_deliveries",
        ["run_at"],
        sqlite_where=not_done,
        postgresql_where=not_done,
    )
    op.create_table(
        "instance_keys",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("secret", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "idempotent_answers",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("request_digest", sa.String(), nullable=False),
        sa.Column("answer", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("organization_id", "key"),
    )
    protect("idempotent_answers")
    # Anybody may state a fact of their own organization or of none; only the engine reads those of none.
    protect("outbox_events", writable=_OWN_OR_NONE, rights="SELECT, INSERT", engine=True)
    share("relay_state", ENGINE_ROLE)
    share("event_deliveries", ENGINE_ROLE)
    share("instance_keys", APP_ROLE, rights="SELECT, INSERT")


_OWN_OR_NONE = f"organization_id IS NULL OR {OWN_ROWS}"


def downgrade() -> None:
    for table in ("idempotent_answers", "instance_keys", "event_deliveries", "relay_state", "outbox_events"):
        op.drop_table(table)
