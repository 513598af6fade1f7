"""The tables of identity. No row here belongs to an organization: a person may be a member of several."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.identity.schemas import Language, Theme
from coditect.kernel.db import Base
from coditect.kernel.ids import AccountId, OrganizationId

AccountStatus = Literal["pending_verification", "active", "suspended"]
RevocationReason = Literal[
    "signed_out",
    "refresh_token_reused",
    "signed_out_elsewhere",
    "password_changed",
    "email_reverted",
    "suspended",
]


class Account(Base):
    """A person's login."""

    __tablename__ = "accounts"

    id: Mapped[AccountId] = mapped_column(primary_key=True)
    email: Mapped[str]
    email_key: Mapped[str] = mapped_column(unique=True)  # see addresses.key_of
    name: Mapped[str]
    password_hash: Mapped[str]
    status: Mapped[AccountStatus] = mapped_column(String)
    # Where the person works after signing in; empty only while the registering transaction runs.
    active_organization_id: Mapped[OrganizationId | None]
    created_at: Mapped[datetime]
    verified_at: Mapped[datetime | None]
    # When a mail last said that the address has an account, because somebody registered it again.
    reminded_at: Mapped[datetime | None]
    # What the person chose for the pages; None leaves it to their browser.
    language: Mapped[Language | None] = mapped_column(String)
    theme: Mapped[Theme | None] = mapped_column(String)
    time_zone: Mapped[str | None]
    # None while it is the one of the registration.
    password_changed_at: Mapped[datetime | None]


class EmailVerification(Base):
    """One mailed link.

    It carries the password of the registration that caused it: whoever registers a foreign address first must not
    find their own password in force when the owner follows the link of a later registration.
    """

    __tablename__ = "email_verifications"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"))
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    name: Mapped[str]
    password_hash: Mapped[str]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    __table_args__ = (Index("ix_email_verifications_account_id_created_at", "account_id", "created_at"),)


class SignInSession(Base):
    """A login on one device; one family of refresh tokens."""

    __tablename__ = "sign_in_sessions"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    organization_id: Mapped[OrganizationId]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    revoked_reason: Mapped[RevocationReason | None] = mapped_column(String)
    user_agent: Mapped[str]
    # What the person proved, in this order, and when they last did; see `identity.sessions.Method`.
    methods: Mapped[list[str]] = mapped_column(server_default='["password"]')
    authenticated_at: Mapped[datetime | None]
    address: Mapped[str] = mapped_column(server_default="")


class RefreshToken(Base):
    """One link of a family's chain: used once, then replaced."""

    __tablename__ = "refresh_tokens"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("sign_in_sessions.id", ondelete="CASCADE"), index=True
    )
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    rotated_at: Mapped[datetime | None]
    replaced_by: Mapped[UUID | None]


class SignInFailures(Base):
    """How often sign-in failed for one address, or for one account from one address; the key is a digest."""

    __tablename__ = "sign_in_failures"

    key: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    failures: Mapped[int]
    last_failed_at: Mapped[datetime]
    blocked_until: Mapped[datetime | None]
