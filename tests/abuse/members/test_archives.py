"""Abuse of an archive's address: whoever learns it, a colleague or an owner, does not get another person's data."""

from uuid import UUID

import httpx
import pytest

from coditect.kernel.ids import AccountId, OrganizationId, RunId, new_id
from coditect.kernel.platform import Platform
from coditect.kernel.scope import tenant
from coditect.lifecycle import context, service
from tests.abuse.members.joining import API, join
from tests.identity.house import House

CONTENT = b"all that is held about Grace"


async def archived(house: House, organization_id: OrganizationId, person: AccountId) -> RunId:
    """Store an archive as the run that makes one leaves it."""
    run_id = RunId(new_id())
    done = service.Exported(files=1, size=len(CONTENT))
    await house.platform.storage.put(service._key(person, run_id), CONTENT)
    async with house.platform.database.write(tenant(organization_id)) as session:
        row = service.finished(organization_id, person, run_id, done)
        await service.note_archive(house.platform, session, row)
    return run_id


async def test_not_even_an_owner_gets_the_archive_of_a_member(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for router in context.routers:
        house.app.include_router(router, prefix=API)
    person = AccountId(UUID(await join(house, ada, grace, "developer")))
    organization_id = OrganizationId(UUID((await ada.get(f"{API}/me")).json()["active_organization_id"]))
    address = f"{API}/me/export/{await archived(house, organization_id, person)}/download"
    assert (await ada.get(address)).status_code == 404
    assert (await ada.get(f"{API}/me/export/{new_id()}/download")).status_code == 404
    found = await grace.get(address)
    assert (found.status_code, found.content) == (200, CONTENT)

    # Counter-test: if the address were enough, every colleague would have it.
    download = service.download

    async def by_address_alone(
        platform: Platform, owner: OrganizationId, _: AccountId, run_id: RunId, /
    ) -> bytes:
        return await download(platform, owner, person, run_id)

    monkeypatch.setattr(service, "download", by_address_alone)
    assert (await ada.get(address)).content == CONTENT
