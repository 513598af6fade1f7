"""Archives of people's data, erasures, and the role that may change what is append-only."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import APP_ROLE, ERASER_ROLE, protect, share

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_APPEND_ONLY = "activity, own_agent_versions, outbox_events"
_REFUSE = "RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;"


def upgrade() -> None:
    op.create_table(
        "archives",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("organization_id", sa.Uuid(), nullable=False, index=True),
        sa.Column(
            "account_id",
            sa.Uuid(),
            sa.ForeignKey("accounts.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("ready_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
    )
    op.create_index("ix_archives_expires_at", "archives", ["expires_at"])
    op.create_table(
        "erasures",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("alone", Json, nullable=False),
        sa.Column("shared", Json, nullable=False),
        sa.Column("requested_at", UtcDateTime(), nullable=False),
    )
    # What has expired is looked for across all organizations.
    protect("archives", engine=True)
    share("erasures", APP_ROLE)
    if _on_postgresql():
        op.execute(f"GRANT UPDATE, DELETE ON {_APPEND_ONLY} TO {ERASER_ROLE}")
        # Facts about accounts belong to no organization.
        op.execute(f"CREATE POLICY eraser ON outbox_events TO {ERASER_ROLE} USING (organization_id IS NULL)")
        _let_pass(f"IF current_user = '{ERASER_ROLE}' THEN RETURN NULL; END IF; {_REFUSE}")


def downgrade() -> None:
    if _on_postgresql():
        _let_pass(_REFUSE)
        op.execute("DROP POLICY eraser ON outbox_events")
        op.execute(f"REVOKE UPDATE, DELETE ON {_APPEND_ONLY} FROM {ERASER_ROLE}")
    op.drop_table("erasures")
    op.drop_table("archives")


def _let_pass(body: str) -> None:
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN {body} END $$"
    )


def _on_postgresql() -> bool:
    return op.get_context().dialect.name == "postgresql"
