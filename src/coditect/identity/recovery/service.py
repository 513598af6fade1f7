"""Changing what gets a person in: password and address; and keeping them out."""

from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import addresses, sessions
from coditect.identity.errors import VerificationLinkInvalid
from coditect.identity.events import EmailVerified
from coditect.identity.factors import challenges
from coditect.identity.factors.events import Change, SecurityChanged
from coditect.identity.models import Account
from coditect.identity.recovery import links
from coditect.identity.recovery.events import AccountSuspended, EmailChanged, EmailReverted
from coditect.identity.recovery.models import AccountLink
from coditect.kernel.clock import utc_now
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId, new_id


async def change_password(
    session: AsyncSession, account_id: AccountId, password_hash: str, *, keep: UUID | None, why: Change
) -> None:
    """Put a password in force and end every other session, and whatever was begun with the old one."""
    await session.execute(
        update(Account)
        .where(Account.id == account_id)
        .values(password_hash=password_hash, password_changed_at=utc_now())
    )
    await challenges.forget_all(session, account_id)
    await links.forget(session, account_id, "password_reset")
    await sessions.end_all(session, account_id, "password_changed", but=keep)
    publish(session, SecurityChanged(account_id=account_id, change=why, change_id=new_id()))


async def reset_password(session: AsyncSession, link: AccountLink, password_hash: str) -> None:
    """Put a new password in force by a mailed link. Second factors stay: the next sign-in asks for them.

    The link proves the address too, so that an account that waits for its proof becomes active.
    """
    await links.use(session, link)
    now = utc_now()
    activated = await session.scalar(
        update(Account)
        .where(Account.id == link.account_id, Account.status == "pending_verification")
        .values(status="active", verified_at=now)
        .returning(Account.id)
    )
    if activated is not None:
        publish(session, EmailVerified(account_id=activated))
    await change_password(session, link.account_id, password_hash, keep=None, why="password_reset")


async def change_email(session: AsyncSession, token: str) -> None:
    """Put a new address in force by the link that was mailed to it."""
    link = await links.find(session, "email_change", token)
    account = (
        await session.scalars(select(Account).where(Account.id == link.account_id).with_for_update())
    ).one()
    await links.use(session, link)
    await links.forget(session, account.id, "password_reset")
    old = account.email
    await _set_email(session, account, link.email)
    publish(session, EmailChanged(account_id=account.id, old_email=old, link_id=new_id()))


async def revert_email(session: AsyncSession, token: str) -> AccountId:
    """Take a change of address back, by the link that was mailed to the old one, and end all sessions."""
    link = await links.find(session, "email_revert", token)
    account = (
        await session.scalars(select(Account).where(Account.id == link.account_id).with_for_update())
    ).one()
    await links.use(session, link)
    await links.forget(session, account.id, "password_reset", "email_change")
    await _set_email(session, account, link.email)
    await challenges.forget_all(session, account.id)
    await sessions.end_all(session, account.id, "email_reverted")
    publish(session, EmailReverted(account_id=account.id))
    return account.id


async def suspend(session: AsyncSession, account_id: AccountId) -> None:
    """Keep a person out: their sessions end at once."""
    await session.execute(update(Account).where(Account.id == account_id).values(status="suspended"))
    await challenges.forget_all(session, account_id)
    await sessions.end_all(session, account_id, "suspended")
    publish(session, AccountSuspended(account_id=account_id))


async def _set_email(session: AsyncSession, account: Account, email: str) -> None:
    account.email = email
    account.email_key = addresses.key_of(email)
    try:
        await session.flush()
    except IntegrityError as error:
        raise VerificationLinkInvalid("Another account has this address by now.") from error
