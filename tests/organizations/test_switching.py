"""A person with two organizations works in one at a time."""

from uuid import UUID, uuid4

import httpx

from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId, OrganizationId
from coditect.kernel.scope import tenant
from coditect.organizations.models import Membership
from tests.identity.house import House
from tests.notifications.conftest import ada, eve, house

__all__ = ["ada", "eve", "house"]


async def _join(house: House, guest: httpx.AsyncClient, host: httpx.AsyncClient) -> tuple[str, str]:
    """Make the guest a member at the host's; returns both organizations."""
    theirs = (await guest.get("/api/v1/me")).json()
    there = (await host.get("/api/v1/me")).json()["active_organization_id"]
    account_id, organization_id = AccountId(UUID(theirs["account"]["id"])), OrganizationId(UUID(there))
    async with house.platform.database.write(tenant(organization_id)) as session:
        session.add(
            Membership(
                organization_id=organization_id, account_id=account_id, role="developer", created_at=utc_now()
            )
        )
    return theirs["active_organization_id"], there


async def test_the_session_goes_on_in_the_other_organization(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    await ada.post("/api/v1/projects", json={"name": "Herons"})
    own, other = await _join(house, eve, ada)
    assert (await eve.get("/api/v1/projects")).json()["items"] == []
    answer = await eve.post("/api/v1/me/organization", json={"organization_id": other})
    assert answer.status_code == 200, answer.text
    eve.headers["authorization"] = f"Bearer {answer.json()['access_token']}"
    me = (await eve.get("/api/v1/me")).json()
    assert me["active_organization_id"] == other
    assert {one["id"] for one in me["organizations"]} == {own, other}
    assert [one["name"] for one in (await eve.get("/api/v1/projects")).json()["items"]] == ["Herons"]


async def test_nobody_gets_into_an_organization_of_others(
    ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    there = (await ada.get("/api/v1/me")).json()["active_organization_id"]
    for organization_id in (there, str(uuid4())):
        answer = await eve.post("/api/v1/me/organization", json={"organization_id": organization_id})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_a_member")
    assert (await eve.get("/api/v1/me")).json()["active_organization_id"] != there
