"""Second factors, passkeys, mailed codes and links; how a sign-in session was begun."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import APP_ROLE, share

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

safe = "Sign-in sessions are few: one a device, and those of before are changed in one moment."

TABLES = (
    "second_factors",
    "recovery_codes",
    "passkeys",
    "sign_in_challenges",
    "sent_codes",
    "account_links",
)


def upgrade() -> None:
    _extend_sessions()
    _create_factors()
    _create_challenges()
    _create_sent()
    for table in TABLES:
        # They belong to a person, who may be a member of several organizations.
        share(table, APP_ROLE)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("accounts", "password_changed_at")
    for column in ("methods", "authenticated_at", "address"):
        op.drop_column("sign_in_sessions", column)


def _extend_sessions() -> None:
    # Sessions of before were begun with a password, when they were created; nobody knows from where.
    methods = sa.Column("methods", Json, nullable=False, server_default=sa.text("""'["password"]'"""))
    op.add_column("sign_in_sessions", methods)
    op.add_column("sign_in_sessions", sa.Column("authenticated_at", UtcDateTime()))
    op.add_column("sign_in_sessions", sa.Column("address", sa.String(), nullable=False, server_default=""))
    op.execute("UPDATE sign_in_sessions SET authenticated_at = created_at")
    op.add_column("accounts", sa.Column("password_changed_at", UtcDateTime()))


def _account(*, primary_key: bool = False, nullable: bool = False) -> sa.Column[object]:
    foreign = sa.ForeignKey("accounts.id", ondelete="CASCADE")
    if primary_key:
        return sa.Column("account_id", sa.Uuid(), foreign, primary_key=True)
    return sa.Column("account_id", sa.Uuid(), foreign, nullable=nullable, index=True)


def _create_factors() -> None:
    op.create_table(
        "second_factors",
        _account(primary_key=True),
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("phone", sa.String()),
        sa.Column("last_step", sa.BigInteger(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("confirmed_at", UtcDateTime()),
        sa.Column("last_used_at", UtcDateTime()),
    )
    op.create_table(
        "recovery_codes",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
    )
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(),
        sa.Column("credential_id", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("backed_up", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_used_at", UtcDateTime()),
    )


def _create_challenges() -> None:
    op.create_table(
        "sign_in_challenges",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("purpose", sa.String(), nullable=False),
        _account(nullable=True),
        sa.Column("methods", Json, nullable=False),
        sa.Column("webauthn", sa.LargeBinary()),
        sa.Column("expires_at", UtcDateTime(), nullable=False, index=True),
    )


def _create_sent() -> None:
    op.create_table(
        "sent_codes",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
    )
    op.create_table(
        "account_links",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
    )
