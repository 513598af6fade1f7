"""Notifications, what a person chose for the pages, and whether they put the first steps away."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import protect

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

_CHOICES = ("language", "theme", "time_zone")


def upgrade() -> None:
    for name in _CHOICES:
        op.add_column("accounts", sa.Column(name, sa.String()))
    op.add_column("memberships", sa.Column("welcomed_at", UtcDateTime()))
    _create_notifications()
    op.create_table(
        "muted_notifications",
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("organization_id", "account_id", "kind"),
    )
    protect("notifications")
    protect("muted_notifications")


def downgrade() -> None:
    op.drop_table("muted_notifications")
    op.drop_table("notifications")
    op.drop_column("memberships", "welcomed_at")
    for name in _CHOICES:
        op.drop_column("accounts", name)


def _create_notifications() -> None:
    op.create_table(
        "notifications",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("path", sa.String(), nullable=False),
        sa.Column("data", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("read_at", UtcDateTime()),
    )
    op.create_index(
        "ix_notifications_account_id_id", "notifications", ["organization_id", "account_id", "id"]
    )
    op.create_index("ix_notifications_about", "notifications", ["account_id", "about"])
    op.create_index(
        "ix_notifications_unread",
        "notifications",
        ["organization_id", "account_id"],
        sqlite_where=sa.text("read_at IS NULL"),
        postgresql_where=sa.text("read_at IS NULL"),
    )
