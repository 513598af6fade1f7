"""What identity holds about a person, and what becomes of it when they leave."""

from collections.abc import Mapping

from sqlalchemy import delete, select

from coditect.identity.models import Account, SignInSession
from coditect.kernel.account_data import Leaving, Person, Rows, told
from coditect.kernel.mail import DevMailbox
from coditect.kernel.platform import Platform
from coditect.kernel.scope import NOBODY


async def export_account_data(platform: Platform, person: Person) -> Mapping[str, Rows]:
    """Return the account and its sign-in sessions, without what proves that somebody is the person."""
    async with platform.database.read(NOBODY) as session:
        account = await session.get_one(Account, person.account_id)
        sessions = await session.scalars(
            select(SignInSession).where(SignInSession.account_id == person.account_id)
        )
        return {
            "account": [told(account, without=("password_hash",))],
            "sign_in_sessions": [told(one) for one in sessions],
        }


async def erase_account_data(platform: Platform, leaving: Leaving) -> None:
    """Remove the account with its sessions, and the mails to it that stand in the development mailbox."""
    if isinstance(platform.mailer, DevMailbox):
        await platform.mailer.forget(leaving.email)
    async with platform.database.write(NOBODY) as session:
        await session.execute(delete(Account).where(Account.id == leaving.account_id))
