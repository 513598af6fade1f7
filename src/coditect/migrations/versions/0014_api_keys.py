"""API keys of programs, and the places of the keys that sign tokens."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import APP_ROLE, CURRENT_ORGANIZATION, OWN_ROWS, protect, share

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column(
            "account_id",
            sa.Uuid(),
            sa.ForeignKey("accounts.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("hint", sa.String(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime()),
        sa.Column("last_used_at", UtcDateTime()),
        sa.Column("retires_at", UtcDateTime()),
        sa.Column("replaced_by", sa.Uuid()),
        sa.Column("revoked_at", UtcDateTime()),
    )
    # A key is looked up by its digest before anybody knows whose it is; inside an organization only its own are seen.
    protect("api_keys", visible=f"({CURRENT_ORGANIZATION} IS NULL OR {OWN_ROWS})", writable=OWN_ROWS)
    op.create_table(
        "signing_keys",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("placed_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("purpose", "place"),
    )
    share("signing_keys", APP_ROLE)


def downgrade() -> None:
    op.drop_table("signing_keys")
    op.drop_table("api_keys")
