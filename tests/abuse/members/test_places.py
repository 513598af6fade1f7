"""Abuse of a tier: more members than there are places, by a race or by inviting."""

import asyncio
from contextlib import AsyncExitStack
from uuid import UUID

import httpx
import pytest
from sqlalchemy import func, select

from coditect.identity.models import Account
from coditect.kernel.clock import utc_now
from coditect.kernel.db import Database
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from coditect.kernel.scope import NOBODY, tenant
from coditect.licensing import SqlEntitlements, assign_tier, override_limit
from coditect.organizations import add_member, create_personal, members
from coditect.organizations.models import Membership
from tests.abuse.members.joining import API, accept, invite, refusal
from tests.identity.house import House

PLACES = 4


async def crowd(database: Database) -> tuple[OrganizationId, list[AccountId]]:
    """An organization with places for so many, and twenty people more who would like to come."""
    now = utc_now()
    people = [AccountId(new_id()) for _ in range(PLACES + 20)]
    async with database.write(NOBODY) as session:
        session.add_all(
            Account(
                id=one,
                email=f"{one}@example.com",
                email_key=f"{one}@example.com",
                name="Somebody",
                password_hash="",
                status="active",
                created_at=now,
            )
            for one in people
        )
        await session.flush()
        organization_id = await create_personal(session, people[0], "Herons")
        await assign_tier(session, organization_id, "free")
        await override_limit(session, organization_id, "members", PLACES)
    return organization_id, people[1:]


async def count(database: Database, organization_id: OrganizationId) -> int:
    async with database.read(tenant(organization_id)) as session:
        return (
            await session.scalar(
                select(func.count())
                .select_from(Membership)
                .where(Membership.organization_id == organization_id)
            )
            or 0
        )


async def test_no_race_brings_in_more_members_than_there_are_places(
    migrated_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(migrated_database_url)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        organization_id, people = await crowd(database)

        async def come(account_id: AccountId) -> None:
            async with database.write(tenant(organization_id)) as session:
                await members.lock(session, organization_id)
                await add_member(session, SqlEntitlements(), organization_id, account_id, "viewer")

        await asyncio.gather(*map(come, people), return_exceptions=True)
        assert await count(database, organization_id) == PLACES

        # Counter-test: if nobody asked for a place, all of them would be in.
        async def free(*_: object, **__: object) -> None:
            return None

        monkeypatch.setattr(SqlEntitlements, "take", free)
        await asyncio.gather(*map(come, people))
        assert await count(database, organization_id) == PLACES + 20


async def test_a_full_organization_neither_invites_nor_takes_in(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    object.__setattr__(house.platform, "entitlements", SqlEntitlements())
    _, token = await invite(house, ada)
    organization_id = OrganizationId(UUID((await ada.get(f"{API}/me")).json()["active_organization_id"]))
    async with house.platform.database.write(tenant(organization_id)) as session:
        await assign_tier(session, organization_id, "free")
        await override_limit(session, organization_id, "members", 1)
    wanted = {"email": "linus@example.com", "role": "viewer"}
    assert refusal(await ada.post(f"{API}/invitations", json=wanted)) == (429, "quota_exceeded")
    assert refusal(await accept(grace, token)) == (429, "quota_exceeded")
    # Counter-test: with one place more, the same invitation is still there to be accepted.
    async with house.platform.database.write(tenant(organization_id)) as session:
        await override_limit(session, organization_id, "members", 2)
    assert (await accept(grace, token)).status_code == 200
    assert refusal(await ada.post(f"{API}/invitations", json=wanted)) == (429, "quota_exceeded")
