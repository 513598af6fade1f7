"""Mailed links that change an account: each works once; the database holds only the hash of its token."""

import base64
import hashlib
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.errors import (
    VerificationLinkExpired,
    VerificationLinkInvalid,
    VerificationLinkSpent,
)
from coditect.identity.recovery.models import AccountLink, LinkKind
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.errors import FieldError
from coditect.kernel.ids import AccountId
from coditect.kernel.keys import derive, instance_key

LIFETIMES: dict[LinkKind, timedelta] = {
    "password_reset": timedelta(hours=1),
    "email_change": timedelta(hours=24),
    "email_revert": timedelta(days=7),
}
MOST_MAILS = 5
MOST_MAILS_WITHIN = timedelta(hours=1)


async def key_of_links(database: Database) -> bytes:
    """Return the key that tokens are derived from; call it before a writing unit of work begins."""
    return await instance_key(database, "identity.mailed-links")


def token_of(key: bytes, kind: LinkKind, link_id: UUID) -> str:
    """Return the token of `[A-Za-z0-9_-]` that stands in a link."""
    return base64.urlsafe_b64encode(derive(key, kind, str(link_id))).decode().rstrip("=")


async def add(
    session: AsyncSession, key: bytes, kind: LinkKind, link_id: UUID, *, account_id: AccountId, email: str
) -> bool:
    """Store a link; False if its mail was sent already, or too many were within the hour."""
    if await session.get(AccountLink, link_id) is not None:
        return True
    now = utc_now()
    recent = await session.scalar(
        select(func.count())
        .select_from(AccountLink)
        .where(
            AccountLink.account_id == account_id,
            AccountLink.kind == kind,
            AccountLink.created_at > now - MOST_MAILS_WITHIN,
        )
    )
    if recent is not None and recent >= MOST_MAILS:
        return False
    session.add(
        AccountLink(
            id=link_id,
            account_id=account_id,
            kind=kind,
            token_hash=_hash(token_of(key, kind, link_id)),
            email=email,
            created_at=now,
            expires_at=now + LIFETIMES[kind],
        )
    )
    await session.flush()
    return True


async def find(session: AsyncSession, kind: LinkKind, token: str) -> AccountLink:
    """Return the living link of a token, or raise what became of it."""
    link = await session.scalar(
        select(AccountLink).where(AccountLink.token_hash == _hash(token), AccountLink.kind == kind)
    )
    if link is None:
        detail = "Open the link in the latest mail again, or ask for a new one."
        raise VerificationLinkInvalid(detail, fields=(FieldError("token", "is not one that was mailed"),))
    if link.used_at is not None:
        raise VerificationLinkSpent("Ask for a new one if you still need it.")
    if link.expires_at <= utc_now():
        raise VerificationLinkExpired("Ask for a new link.")
    return link


async def use(session: AsyncSession, link: AccountLink) -> None:
    """Use a link up, and the other ones of its kind; whoever comes second at the same moment is refused."""
    now = utc_now()
    won = await session.scalar(
        update(AccountLink)
        .where(AccountLink.id == link.id, AccountLink.used_at.is_(None))
        .values(used_at=now)
        .returning(AccountLink.id)
        .execution_options(synchronize_session=False)
    )
    if won is None:
        raise VerificationLinkSpent("Ask for a new one if you still need it.")
    await forget(session, link.account_id, link.kind)


async def forget(session: AsyncSession, account_id: AccountId, *kinds: LinkKind) -> None:
    """End the links of these kinds that are still open."""
    await session.execute(
        update(AccountLink)
        .where(
            AccountLink.account_id == account_id, AccountLink.kind.in_(kinds), AccountLink.used_at.is_(None)
        )
        .values(used_at=utc_now())
        .execution_options(synchronize_session=False)
    )


def _hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()
