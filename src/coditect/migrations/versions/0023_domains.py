"""Domains that organizations have proved to own, and who was removed."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import CURRENT_ORGANIZATION, OWN_ROWS, protect

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_VERIFIED = sa.text("verified_at IS NOT NULL")


def upgrade() -> None:
    op.create_table(
        "domains",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("challenge", sa.String(), nullable=False),
        sa.Column("joining", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("verified_at", UtcDateTime()),
        sa.UniqueConstraint("organization_id", "name"),
    )
    # One organization has it, whatever row-level security lets each of them see.
    op.create_index(
        "uq_domains_verified",
        "domains",
        ["name"],
        unique=True,
        sqlite_where=_VERIFIED,
        postgresql_where=_VERIFIED,
    )
    # Looked up by the domain of an address before its owner is anybody there; inside an organization only its own are seen.
    protect("domains", visible=f"({CURRENT_ORGANIZATION} IS NULL OR {OWN_ROWS})", writable=OWN_ROWS)
    op.create_table(
        "removed_members",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column(
            "account_id",
            sa.Uuid(),
            sa.ForeignKey("accounts.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("removed_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("organization_id", "account_id"),
    )
    protect("removed_members")


def downgrade() -> None:
    op.drop_table("removed_members")
    op.drop_table("domains")
