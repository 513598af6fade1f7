"""Reading accounts for other contexts."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.models import Account
from coditect.kernel.ids import AccountId


async def names_of(session: AsyncSession, account_ids: Iterable[AccountId]) -> Mapping[AccountId, str]:
    """Return the names of those of `account_ids` that exist."""
    found = await session.execute(select(Account.id, Account.name).where(Account.id.in_(set(account_ids))))
    return {row.id: row.name for row in found}
