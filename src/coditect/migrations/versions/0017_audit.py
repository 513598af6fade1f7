"""The audit: chains of entries, the people and the particulars behind them; events know who stated them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import ERASER_ROLE, protect

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

APPEND_ONLY = ("audit_entries", "audit_particulars")
_NULLABLE_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def upgrade() -> None:
    op.add_column("outbox_events", sa.Column("origin", _NULLABLE_JSON))
    _create_chains()
    _create_entries()
    _create_people()
    protect("audit_chains")
    protect("audit_people")
    for table in APPEND_ONLY:
        protect(table, rights="SELECT, INSERT")
        _make_append_only(table)


def downgrade() -> None:
    for table in ("audit_particulars", "audit_people", "audit_entries", "audit_chains"):
        op.drop_table(table)
    op.drop_column("outbox_events", "origin")


def _organization(*, primary_key: bool = True) -> sa.Column[object]:
    if primary_key:
        return sa.Column("organization_id", sa.Uuid(), primary_key=True)
    return sa.Column("organization_id", sa.Uuid(), nullable=False, index=True)


def _create_chains() -> None:
    op.create_table(
        "audit_chains",
        _organization(),
        sa.Column("last_sequence", sa.BigInteger(), nullable=False),
        sa.Column("last_hash", sa.LargeBinary(), nullable=False),
        sa.Column("removed_sequence", sa.BigInteger(), nullable=False),
        sa.Column("removed_hash", sa.LargeBinary(), nullable=False),
        sa.Column("swept_at", UtcDateTime(), nullable=False),
    )


def _create_entries() -> None:
    op.create_table(
        "audit_entries",
        _organization(),
        sa.Column("sequence", sa.BigInteger(), primary_key=True),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("occurred_at", UtcDateTime(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("actor_kind", sa.String(), nullable=False),
        sa.Column("actor", sa.Uuid()),
        sa.Column("subject_kind", sa.String()),
        sa.Column("subject", sa.String()),
        sa.Column("subject_person", sa.Uuid()),
        sa.Column("details", Json, nullable=False),
        sa.Column("particulars_digest", sa.LargeBinary()),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("organization_id", "event_id"),
    )
    for name, columns in (
        ("occurred_at", ["occurred_at"]),
        ("action", ["action", "sequence"]),
        ("actor", ["actor", "sequence"]),
    ):
        op.create_index(
            f"ix_audit_entries_organization_id_{name}", "audit_entries", ["organization_id", *columns]
        )


def _create_people() -> None:
    op.create_table(
        "audit_people",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _organization(primary_key=False),
        sa.Column("account_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.UniqueConstraint("organization_id", "account_id"),
    )
    op.create_table(
        "audit_particulars",
        _organization(),
        sa.Column("sequence", sa.BigInteger(), primary_key=True),
        sa.Column("person", sa.Uuid()),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("data", Json, nullable=False),
    )
    op.create_index("ix_audit_particulars_person", "audit_particulars", ["organization_id", "person"])


def _make_append_only(table: str) -> None:
    """Let the database itself refuse to change or remove an entry, whoever asks but who erases people."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )
        op.execute(f"GRANT UPDATE, DELETE ON {table} TO {ERASER_ROLE}")
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
