"""Deleting an account: confirmed by address and password, at once without its person, later without a trace."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import addresses, passwords, throttle
from coditect.identity.errors import ConfirmationWrong
from coditect.identity.events import AccountWithdrawn, SignInRefused, SignInSessionRevoked
from coditect.identity.models import Account, EmailVerification, SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.erasing import FORMER_MEMBER
from coditect.kernel.events import publish
from coditect.kernel.ids import AccountId
from coditect.kernel.scope import NOBODY


@dataclass(frozen=True)
class Confirmation:
    """What somebody typed who says that an account is theirs, and from where."""

    email: str
    password: str
    address: str


@dataclass(frozen=True)
class Withdrawn:
    """Who the account belonged to."""

    email: str
    name: str


async def confirm(database: Database, account_id: AccountId, given: Confirmation) -> None:
    """Raise `ConfirmationWrong` unless address and password are the account's; wrong ones count as at sign-in."""
    counters = throttle.counters(addresses.key_of(given.email), given.address)
    # The slot is held until the failure is counted: parallel guesses cannot all pass the check first.
    async with passwords.slot():
        async with database.read(NOBODY) as session:
            await throttle.check(session, counters.all)
            account = await session.get_one(Account, account_id)
        right_address = account.email_key == addresses.key_of(given.email)
        if await passwords.matches(given.password, account.password_hash) and right_address:
            return
        async with database.write(NOBODY) as session:
            await throttle.record_failure(session, counters.all)
            publish(session, SignInRefused(account_id=account_id, reason="wrong_confirmation"))
            raise ConfirmationWrong("Type the address of your account and its password.")


async def withdraw(session: AsyncSession, account_id: AccountId, stand_in: UUID) -> Withdrawn:
    """Take the person out of their account, and sign it out everywhere; its address is free again."""
    account = await session.get_one(Account, account_id, with_for_update=True)
    withdrawn = Withdrawn(account.email, account.name)
    account.email = account.email_key = f"{stand_in}@{addresses.WITHDRAWN}"
    account.name = FORMER_MEMBER
    account.status = "suspended"
    await session.execute(delete(EmailVerification).where(EmailVerification.account_id == account_id))
    ended = await session.scalars(
        update(SignInSession)
        .where(SignInSession.account_id == account_id, SignInSession.revoked_at.is_(None))
        .values(revoked_at=utc_now(), revoked_reason="signed_out")
        .returning(SignInSession.id)
    )
    for session_id in ended.all():
        publish(
            session, SignInSessionRevoked(account_id=account_id, session_id=session_id, reason="signed_out")
        )
    publish(session, AccountWithdrawn(account_id=account_id))
    await session.flush()
    return withdrawn
