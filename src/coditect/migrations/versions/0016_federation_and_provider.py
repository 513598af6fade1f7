"""Identities elsewhere, programs that sign people in with us, devices that wait to be let in."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.db import Json
from coditect.kernel.rowsecurity import APP_ROLE, share

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TABLES = (
    "federated_identities",
    "oauth_clients",
    "oauth_consents",
    "oauth_grants",
    "oauth_refresh_tokens",
    "device_logins",
)


def upgrade() -> None:
    _create_identities()
    _create_clients()
    _create_grants()
    _create_devices()
    for table in TABLES:
        # They belong to a person or the installation, and are looked up before anybody is signed in.
        share(table, APP_ROLE)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)


def _account(*, primary_key: bool = False, nullable: bool = False, index: bool = True) -> sa.Column[object]:
    foreign = sa.ForeignKey("accounts.id", ondelete="CASCADE")
    if primary_key:
        return sa.Column("account_id", sa.Uuid(), foreign, primary_key=True)
    return sa.Column("account_id", sa.Uuid(), foreign, nullable=nullable, index=index)


def _client(*, primary_key: bool = False) -> sa.Column[object]:
    foreign = sa.ForeignKey("oauth_clients.id", ondelete="CASCADE")
    if primary_key:
        return sa.Column("client_id", sa.String(), foreign, primary_key=True)
    return sa.Column("client_id", sa.String(), foreign, nullable=False, index=True)


def _create_identities() -> None:
    op.create_table(
        "federated_identities",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _account(),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_used_at", UtcDateTime(), nullable=False),
        sa.UniqueConstraint("issuer", "subject"),
    )


def _create_clients() -> None:
    op.create_table(
        "oauth_clients",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("organization_id", sa.Uuid()),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("secret_digest", sa.LargeBinary()),
        sa.Column("redirect_uris", Json, nullable=False),
        sa.Column("post_logout_redirect_uris", Json, nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "oauth_consents",
        _account(primary_key=True),
        _client(primary_key=True),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("given_at", UtcDateTime(), nullable=False),
    )


def _create_grants() -> None:
    op.create_table(
        "oauth_grants",
        sa.Column("id", sa.Uuid(), primary_key=True),
        _client(),
        _account(),
        sa.Column("session_id", sa.Uuid(), nullable=False),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("redirect_uri", sa.String(), nullable=False),
        sa.Column("nonce", sa.String()),
        sa.Column("challenge", sa.String(), nullable=False),
        sa.Column("methods", Json, nullable=False),
        sa.Column("authenticated_at", UtcDateTime(), nullable=False),
        sa.Column("code_digest", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("code_expires_at", UtcDateTime(), nullable=False),
        sa.Column("redeemed_at", UtcDateTime()),
        sa.Column("revoked_at", UtcDateTime()),
    )
    op.create_table(
        "oauth_refresh_tokens",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "grant_id",
            sa.Uuid(),
            sa.ForeignKey("oauth_grants.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("token_digest", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("rotated_at", UtcDateTime()),
    )


def _create_devices() -> None:
    op.create_table(
        "device_logins",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("device_digest", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("user_code", sa.String(), nullable=False, unique=True),
        sa.Column("device", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("interval_seconds", sa.Integer(), nullable=False),
        sa.Column("polled_at", UtcDateTime()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        _account(nullable=True),
        sa.Column("methods", Json, nullable=False),
        sa.Column("authenticated_at", UtcDateTime()),
    )
