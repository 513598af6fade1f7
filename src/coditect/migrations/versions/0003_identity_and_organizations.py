"""Identity (accounts, mailed links, sign-in sessions) and organizations (tenants, memberships)."""

import sqlalchemy as sa
from alembic import op

from coditect.kernel.clock import UtcDateTime
from coditect.kernel.rowsecurity import APP_ROLE, CURRENT_ACCOUNT, CURRENT_ORGANIZATION, protect, share

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


_OWN_ORGANIZATIONS = f"SELECT organization_id FROM memberships WHERE account_id = {CURRENT_ACCOUNT}"  # noqa: S608 - constants


def upgrade() -> None:
    _create_accounts()
    _create_sign_in_sessions()
    _create_organizations()
    # Before sign-in there is neither organization nor account to filter by; these tables have no tenant.
    for table in (
        "accounts",
        "email_verifications",
        "sign_in_sessions",
        "refresh_tokens",
        "sign_in_failures",
    ):
        share(table, APP_ROLE)
    _protect_organizations()


def _create_accounts() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("email_key", sa.String(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("active_organization_id", sa.Uuid()),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("verified_at", UtcDateTime()),
        sa.Column("reminded_at", UtcDateTime()),
    )
    op.create_table(
        "email_verifications",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("account_id", sa.Uuid(), sa.ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime()),
    )
    op.create_index(
        "ix_email_verifications_account_id_created_at", "email_verifications", ["account_id", "created_at"]
    )


def _create_sign_in_sessions() -> None:
    op.create_table(
        "sign_in_sessions",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "account_id",
            sa.Uuid(),
            sa.ForeignKey("accounts.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_used_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("revoked_at", UtcDateTime()),
        sa.Column("revoked_reason", sa.String()),
        sa.Column("user_agent", sa.String(), nullable=False),
    )
    op.create_table(
        "refresh_tokens",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column(
            "session_id",
            sa.Uuid(),
            sa.ForeignKey("sign_in_sessions.id", ondelete="CASCADE"),
            nullable=False,
            index=True,
        ),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("rotated_at", UtcDateTime()),
        sa.Column("replaced_by", sa.Uuid()),
    )
    op.create_table(
        "sign_in_failures",
        sa.Column("key", sa.LargeBinary(), primary_key=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("last_failed_at", UtcDateTime(), nullable=False),
        sa.Column("blocked_until", UtcDateTime()),
    )


def _create_organizations() -> None:
    op.create_table(
        "organizations",
        sa.Column("id", sa.Uuid(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False, unique=True),
        sa.Column("tier", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )
    op.create_table(
        "memberships",
        sa.Column(
            "organization_id",
            sa.Uuid(),
            sa.ForeignKey("organizations.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column(
            "account_id",
            sa.Uuid(),
            sa.ForeignKey("accounts.id", ondelete="CASCADE"),
            primary_key=True,
            index=True,
        ),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
    )


def _protect_organizations() -> None:
    protect("organizations", visible=f"id = {CURRENT_ORGANIZATION}")
    protect("memberships")
    if op.get_context().dialect.name != "postgresql":
        return
    # A person may read, and only read, where they belong, whichever organization is active.
    op.execute(
        f"CREATE POLICY person ON memberships FOR SELECT TO {APP_ROLE} USING (account_id = {CURRENT_ACCOUNT})"
    )
    op.execute(
        f"CREATE POLICY person ON organizations FOR SELECT TO {APP_ROLE} USING (id IN ({_OWN_ORGANIZATIONS}))"
    )


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        # It looks into memberships, which could not be dropped before it.
        op.execute("DROP POLICY person ON organizations")
    for table in (
        "memberships",
        "organizations",
        "sign_in_failures",
        "refresh_tokens",
        "sign_in_sessions",
        "email_verifications",
        "accounts",
    ):
        op.drop_table(table)
