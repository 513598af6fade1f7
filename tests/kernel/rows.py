"""A tenant's row that every installation has, for tests of what holds for all tenants' rows."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.kernel.clock import utc_now
from coditect.kernel.idempotency import IdempotentAnswer
from coditect.kernel.ids import OrganizationId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant


def row(organization: OrganizationId, key: str) -> IdempotentAnswer:
    return IdempotentAnswer(
        id=new_id(), organization_id=organization, key=key, request_digest="", answer={}, created_at=utc_now()
    )


async def store(platform: Platform, organization: OrganizationId, *keys: str) -> None:
    async with platform.database.write(tenant(organization)) as session:
        session.add_all(row(organization, key) for key in keys)


async def keys_in(session: AsyncSession) -> Sequence[str]:
    return sorted(await session.scalars(select(IdempotentAnswer.key)))


async def keys_of(platform: Platform, organization: OrganizationId) -> Sequence[str]:
    async with platform.database.read(tenant(organization)) as session:
        return await keys_in(session)
