"""Nobody changes what was recorded: the database refuses, and whoever gets around it is found."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.audit import account_data, verify_chains
from coditect.audit.models import AuditEntry
from coditect.audit.retention import sweep
from coditect.kernel.account_data import Leaving, Person
from coditect.kernel.clock import utc_now
from coditect.kernel.erasing import erasing
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.scope import tenant
from tests.audit.conftest import ADA, entries
from tests.identity.house import House


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET action = 'nothing'",
        "DELETE FROM audit_entries",
        "UPDATE audit_particulars SET data = '{}'",
        "DELETE FROM audit_particulars",
    ],
)
async def test_the_database_refuses_to_change_an_entry(
    house: House, ada: httpx.AsyncClient, statement: str
) -> None:
    before = await entries(house, ada)
    organization_id = await _organization(ada)
    refusal = "append-only" if house.platform.database.is_sqlite else "permission denied"
    with pytest.raises(DBAPIError, match=refusal):
        async with house.platform.database.write(tenant(organization_id)) as session:
            await session.execute(text(statement))
    assert await entries(house, ada) == before
    # The counter-test: with the guards away the same statement works, and only the chain tells.
    async with _unguarded(house, organization_id) as session:
        await session.execute(text(statement))
    if "audit_particulars" not in statement or "UPDATE" in statement:
        assert (await _broken(house, organization_id)) is not None


async def test_a_whole_chain_holds(house: House, ada: httpx.AsyncClient) -> None:
    told = await entries(house, ada)
    answer = (await ada.get("/api/v1/audit/verification")).json()
    assert answer == {
        "entries": len(told),
        "last_sequence": told[0]["sequence"],
        "last_hash": told[0]["hash"],
        "intact": True,
        "broken_at": None,
        "fault": None,
    }


@pytest.mark.parametrize(
    ("statement", "broken_at", "fault"),
    [
        ("UPDATE audit_entries SET outcome = 'refused' WHERE sequence = 2", 2, "not what was written"),
        ("UPDATE audit_entries SET actor = NULL WHERE sequence = 1", 1, "not what was written"),
        ("DELETE FROM audit_entries WHERE sequence = 3", 3, "missing"),
        ("DELETE FROM audit_entries WHERE sequence >= 3", 3, "missing"),
        ('UPDATE audit_particulars SET data = \'{"address":"::1"}\' WHERE sequence = 2', 2, "particulars"),
    ],
)
async def test_the_first_broken_link_is_named(
    house: House, ada: httpx.AsyncClient, statement: str, broken_at: int, fault: str
) -> None:
    await entries(house, ada)
    organization_id = await _organization(ada)
    async with _unguarded(house, organization_id) as session:
        await session.execute(text(statement))
    [found] = [
        one for one in await verify_chains(house.platform.database) if one.organization_id == organization_id
    ]
    assert found.broken_at == broken_at
    assert fault in (found.fault or "")
    answer = (await ada.get("/api/v1/audit/verification")).json()
    assert (answer["intact"], answer["broken_at"]) == (False, broken_at)


async def test_the_chain_holds_when_a_person_is_erased(house: House, ada: httpx.AsyncClient) -> None:
    async with house.client("198.51.100.9") as stranger:
        await stranger.post("/api/v1/auth/login", json={"email": ADA, "password": "not her long words"})
    before = await entries(house, ada)
    organization_id = await _organization(ada)
    account_id = AccountId(UUID((await ada.get("/api/v1/me")).json()["account"]["id"]))
    exported = await account_data.export_account_data(house.platform, Person(account_id, (organization_id,)))
    assert any(row["particulars"]["address"] == "203.0.113.7" for row in exported["audit"])
    leaving = Leaving(account_id, ADA, "Ada", alone=(), shared=(organization_id,))
    await account_data.erase_account_data(house.platform, leaving)
    after = (await ada.get("/api/v1/audit", params={"limit": 500})).json()["items"]
    assert [one["hash"] for one in after] == [one["hash"] for one in before]
    assert {one["actor"]["name"] for one in after if one["actor"]} == {None}
    assert "203.0.113.7" not in str(after)
    assert await _broken(house, organization_id) is None
    gone = Leaving(account_id, ADA, "Ada", alone=(organization_id,), shared=())
    await account_data.erase_account_data(house.platform, gone)
    assert (await ada.get("/api/v1/audit")).json()["items"] == []


async def test_what_is_too_old_goes_and_the_rest_still_holds(house: House, ada: httpx.AsyncClient) -> None:
    told = await entries(house, ada)
    organization_id = await _organization(ada)
    assert await sweep(house.platform.database, organization_id, 30) == 0
    async with _unguarded(house, organization_id) as session:
        # The hash of an entry holds its time: those that are younger stay as they are.
        await session.execute(
            update(AuditEntry)
            .where(AuditEntry.sequence <= 2)
            .values(occurred_at=utc_now() - timedelta(days=31))
        )
    assert await sweep(house.platform.database, organization_id, 30) == 2
    left = (await ada.get("/api/v1/audit")).json()["items"]
    assert [one["sequence"] for one in left] == [one["sequence"] for one in told][:-2]
    assert await _broken(house, organization_id) is None
    await ada.post("/api/v1/auth/logout")


async def _organization(client: httpx.AsyncClient) -> OrganizationId:
    return OrganizationId(UUID((await client.get("/api/v1/me")).json()["active_organization_id"]))


async def _broken(house: House, organization_id: OrganizationId) -> int | None:
    found = await verify_chains(house.platform.database, organization_id)
    return found[0].broken_at


@asynccontextmanager
async def _unguarded(house: House, organization_id: OrganizationId) -> AsyncIterator[AsyncSession]:
    """A unit of work for which the guards of the tables step aside, as for whoever erases people."""
    async with erasing(house.platform.database, organization_id) as session:
        yield session
