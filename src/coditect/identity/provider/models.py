"""The tables of our OpenID provider and of logins on devices without a browser."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base
from coditect.kernel.ids import AccountId, OrganizationId

DeviceState = Literal["pending", "approved", "denied", "redeemed"]


class OAuthClient(Base):
    """A program that may ask people to sign in here."""

    __tablename__ = "oauth_clients"

    id: Mapped[str] = mapped_column(primary_key=True)
    # Who registered it; None for the operator of the installation.
    organization_id: Mapped[OrganizationId | None]
    name: Mapped[str]
    # None for a public client, which can keep no secret.
    secret_digest: Mapped[bytes | None] = mapped_column(LargeBinary)
    redirect_uris: Mapped[list[str]]
    post_logout_redirect_uris: Mapped[list[str]]
    created_at: Mapped[datetime]


class OAuthConsent(Base):
    """What a person allowed a program, so that they are not asked again."""

    __tablename__ = "oauth_consents"

    account_id: Mapped[AccountId] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    client_id: Mapped[str] = mapped_column(
        ForeignKey("oauth_clients.id", ondelete="CASCADE"), primary_key=True
    )
    scopes: Mapped[list[str]]
    given_at: Mapped[datetime]


class OAuthGrant(Base):
    """One sign-in of a person at a program: the code, and all tokens that came of it."""

    __tablename__ = "oauth_grants"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    client_id: Mapped[str] = mapped_column(ForeignKey("oauth_clients.id", ondelete="CASCADE"), index=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    session_id: Mapped[UUID]
    scopes: Mapped[list[str]]
    redirect_uri: Mapped[str]
    nonce: Mapped[str | None]
    challenge: Mapped[str]
    methods: Mapped[list[str]]
    authenticated_at: Mapped[datetime]
    code_digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    created_at: Mapped[datetime]
    code_expires_at: Mapped[datetime]
    redeemed_at: Mapped[datetime | None]
    revoked_at: Mapped[datetime | None]


class OAuthRefreshToken(Base):
    """One link of a grant's chain: used once, then replaced."""

    __tablename__ = "oauth_refresh_tokens"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    grant_id: Mapped[UUID] = mapped_column(ForeignKey("oauth_grants.id", ondelete="CASCADE"), index=True)
    token_digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    expires_at: Mapped[datetime]
    rotated_at: Mapped[datetime | None]


class DeviceLogin(Base):
    """A device that waits for a person to let it in from their browser (RFC 8628)."""

    __tablename__ = "device_logins"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    device_digest: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    user_code: Mapped[str] = mapped_column(unique=True)
    device: Mapped[str]
    address: Mapped[str]
    state: Mapped[DeviceState] = mapped_column(String)
    interval_seconds: Mapped[int]
    polled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    # Set by whoever approves: their account, and how and when they signed in where they did.
    account_id: Mapped[AccountId | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    methods: Mapped[list[str]]
    authenticated_at: Mapped[datetime | None]
