"""The tables of what proves a person beside their password; like an account, they belong to no organization."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import BigInteger, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from coditect.kernel.db import Base
from coditect.kernel.ids import AccountId

FactorKind = Literal["totp", "email", "sms"]
Channel = Literal["email", "sms"]
CodePurpose = Literal["sign_in", "set_up", "step_up"]
ChallengePurpose = Literal["sign_in", "passkey", "passkey_registration", "step_up"]


class SecondFactor(Base):
    """One way to get codes; without `confirmed_at` it is being set up and asks nobody for anything."""

    __tablename__ = "second_factors"

    account_id: Mapped[AccountId] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True
    )
    kind: Mapped[FactorKind] = mapped_column(String, primary_key=True)
    phone: Mapped[str | None]
    # The time step of the last code that was accepted: none of it or before is accepted again.
    last_step: Mapped[int] = mapped_column(BigInteger)
    created_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None]
    last_used_at: Mapped[datetime | None]


class RecoveryCode(Base):
    """A code on paper, good for one sign-in."""

    __tablename__ = "recovery_codes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Passkey(Base):
    """A WebAuthn credential."""

    __tablename__ = "passkeys"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str]
    backed_up: Mapped[bool]
    created_at: Mapped[datetime]
    last_used_at: Mapped[datetime | None]


class SignInChallenge(Base):
    """A sign-in, a passkey or a step-up that was begun and not finished; deleted when it is."""

    __tablename__ = "sign_in_challenges"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary, unique=True)
    purpose: Mapped[ChallengePurpose] = mapped_column(String)
    account_id: Mapped[AccountId | None] = mapped_column(
        ForeignKey("accounts.id", ondelete="CASCADE"), index=True
    )
    # What the person has proved so far.
    methods: Mapped[list[str]]
    webauthn: Mapped[bytes | None] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime] = mapped_column(index=True)


class SentCode(Base):
    """A code that went out by mail or SMS. The code itself is derived from the id and stands nowhere."""

    __tablename__ = "sent_codes"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[AccountId] = mapped_column(ForeignKey("accounts.id", ondelete="CASCADE"), index=True)
    channel: Mapped[Channel] = mapped_column(String)
    purpose: Mapped[CodePurpose] = mapped_column(String)
    recipient: Mapped[str]
    tries: Mapped[int]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
