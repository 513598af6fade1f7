"""Proof of an address: a mailed link that works once, within a day.

The token is derived from the installation's key and the row's id, so that a mail that is delivered again is the same
mail; the database itself holds only the token's hash.
"""

import base64
import hashlib
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import addresses
from coditect.identity.errors import (
    VerificationLinkExpired,
    VerificationLinkInvalid,
    VerificationLinkSpent,
)
from coditect.identity.events import EmailVerificationRequested, EmailVerified
from coditect.identity.models import Account, EmailVerification
from coditect.identity.recovery.events import PasswordResetAsked
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import FieldError
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id
from coditect.kernel.keys import derive, instance_key

LIFETIME = timedelta(hours=24)
MOST_MAILS = 5
MOST_MAILS_WITHIN = timedelta(hours=1)


@dataclass(frozen=True)
class Tokens:
    """Derives the token of a mailed link."""

    key: bytes

    def token_of(self, verification_id: UUID) -> str:
        """Return the token of `[A-Za-z0-9_-]` that stands in the link."""
        secret = derive(self.key, "verify-email", str(verification_id))
        return base64.urlsafe_b64encode(secret).decode().rstrip("=")


async def tokens_of(database: Database) -> Tokens:
    """Return the tokens of this installation; call it before a writing unit of work begins."""
    return Tokens(await instance_key(database, "identity.mailed-links"))


async def request(
    session: AsyncSession, account_id: AccountId, name: str, password_hash: str, tokens: Tokens
) -> None:
    """Have a link mailed, unless this address already got several within the hour."""
    now = utc_now()
    recent = await session.scalar(
        select(func.count())
        .select_from(EmailVerification)
        .where(
            EmailVerification.account_id == account_id,
            EmailVerification.created_at > now - MOST_MAILS_WITHIN,
        )
    )
    if recent is not None and recent >= MOST_MAILS:
        return
    verification_id = new_id()
    session.add(
        EmailVerification(
            id=verification_id,
            account_id=account_id,
            token_hash=_hash(tokens.token_of(verification_id)),
            name=name,
            password_hash=password_hash,
            created_at=now,
            expires_at=now + LIFETIME,
        )
    )
    publish(session, EmailVerificationRequested(account_id=account_id, verification_id=verification_id))


async def resend(session: AsyncSession, email: str, tokens: Tokens) -> None:
    """Mail a new link if the address waits for its confirmation; otherwise do nothing."""
    account = await session.scalar(
        select(Account)
        .where(Account.email_key == addresses.key_of(email), Account.status == "pending_verification")
        .with_for_update()
    )
    if account is None:
        return
    registrations = await session.scalar(
        select(func.count(EmailVerification.password_hash.distinct())).where(
            EmailVerification.account_id == account.id
        )
    )
    if registrations is not None and registrations > 1:
        # Nobody can tell whose password is the owner's: the one who reads the mail chooses it there.
        publish(session, PasswordResetAsked(email=account.email, link_id=new_id()))
        return
    await request(session, account.id, account.name, account.password_hash, tokens)


async def verify(session: AsyncSession, token: str) -> None:
    """Activate the account whose owner got `token` by mail."""
    now = utc_now()
    token_hash = _hash(token)
    spent = await session.execute(
        update(EmailVerification)
        .where(
            EmailVerification.token_hash == token_hash,
            EmailVerification.used_at.is_(None),
            EmailVerification.expires_at > now,
        )
        .values(used_at=now)
        .returning(EmailVerification.account_id, EmailVerification.name, EmailVerification.password_hash)
    )
    link = spent.one_or_none()
    if link is None:
        await _explain(session, token_hash)
        return
    activated = await session.scalar(
        update(Account)
        .where(Account.id == link.account_id, Account.status == "pending_verification")
        .values(status="active", verified_at=now, name=link.name, password_hash=link.password_hash)
        .returning(Account.id)
    )
    await session.execute(
        update(EmailVerification)
        .where(EmailVerification.account_id == link.account_id, EmailVerification.used_at.is_(None))
        .values(used_at=now)
    )
    if activated is not None:
        publish(session, EmailVerified(account_id=activated))


async def _explain(session: AsyncSession, token_hash: bytes) -> None:
    link = await session.scalar(select(EmailVerification).where(EmailVerification.token_hash == token_hash))
    if link is None:
        detail = "Open the link in the latest mail again, or ask for a new one."
        raise VerificationLinkInvalid(detail, fields=(FieldError("token", "is not one that was mailed"),))
    if link.used_at is not None:
        raise VerificationLinkSpent("Your address is confirmed; sign in.")
    raise VerificationLinkExpired("Ask for a new link.")


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
