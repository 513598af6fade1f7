"""Reading accounts for other contexts, and changing what a person says of themselves."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity.addresses import WITHDRAWN, key_of
from coditect.identity.models import Account
from coditect.identity.schemas import AccountChange, AccountRead, Language
from coditect.kernel.ids import AccountId


async def names_of(session: AsyncSession, account_ids: Iterable[AccountId]) -> Mapping[AccountId, str]:
    """Return the names of those of `account_ids` that exist."""
    found = await session.execute(select(Account.id, Account.name).where(Account.id.in_(set(account_ids))))
    return {row.id: row.name for row in found}


async def people_of(
    session: AsyncSession, account_ids: Iterable[AccountId]
) -> Mapping[AccountId, tuple[str, str]]:
    """Return name and address of those of `account_ids` that exist and have not been deleted by their owners."""
    found = await session.execute(
        select(Account.id, Account.name, Account.email).where(
            Account.id.in_(set(account_ids)), Account.email_key.not_like(f"%@{WITHDRAWN}")
        )
    )
    return {row.id: (row.name, row.email) for row in found}


async def language_of(session: AsyncSession, email: str) -> Language | None:
    """Return the language that the owner of an address chose, if it has an account."""
    return await session.scalar(select(Account.language).where(Account.email_key == key_of(email)))


async def read_account(session: AsyncSession, account_id: AccountId) -> AccountRead:
    """Return an account as its owner sees it."""
    row = await session.get_one(Account, account_id)
    return AccountRead(
        id=row.id,
        email=row.email,
        name=row.name,
        email_verified=row.verified_at is not None,
        created_at=row.created_at,
        language=row.language,
        theme=row.theme,
        time_zone=row.time_zone,
    )


async def change_account(session: AsyncSession, account_id: AccountId, change: AccountChange) -> None:
    """Change what was named in the request, and nothing else."""
    if values := change.model_dump(include=change.model_fields_set):
        await session.execute(update(Account).where(Account.id == account_id).values(values))
