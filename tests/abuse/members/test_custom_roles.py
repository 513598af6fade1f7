"""Roles that an organization made: what they allow, and that nobody climbs by them."""

import asyncio
from typing import Any

import httpx
import pytest

from coditect.kernel.ids import new_id
from coditect.organizations.access import Member
from coditect.organizations.roles import READ
from tests.abuse.members.joining import API, join, refusal, roles
from tests.fixtures.platforms import PATIENCE_SECONDS
from tests.identity.house import House
from tests.projects.house import stream

ROLES = f"{API}/custom-roles"


async def make(by: httpx.AsyncClient, name: str, *permissions: str) -> dict[str, Any]:
    answer = await by.post(ROLES, json={"name": name, "permissions": permissions})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


async def give(by: httpx.AsyncClient, account_id: str, role: dict[str, Any]) -> httpx.Response:
    return await by.patch(f"{API}/members/{account_id}", json={"custom_role_id": role["id"]})


async def may_found_projects(client: httpx.AsyncClient) -> bool:
    answer = await client.post(f"{API}/projects", json={"name": "Mine"})
    assert answer.status_code in (201, 403), answer.text
    return answer.status_code == 201


async def test_a_role_allows_what_it_says_at_once_and_no_more(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    graces = await join(house, ada, grace, "viewer")
    role = await make(ada, "Gardener", "project:write")
    assert set(role["permissions"]) == READ | {"project:write"}
    assert not await may_found_projects(grace)
    given = await give(ada, graces, role)
    assert (given.status_code, given.json()["custom_role"]["name"]) == (200, "Gardener")
    assert await may_found_projects(grace)
    me = (await grace.get(f"{API}/me")).json()
    assert "project:write" in me["permissions"]
    assert me["custom_role"] == "Gardener"
    assert refusal(await grace.get(f"{API}/invitations")) == (403, "permission_missing")
    # What is written anew counts for whoever has it, on open streams too.
    async with stream(house.app, grace, f"{API}/stream?subjects=organization:me") as opened:
        changed = await ada.put(
            f"{ROLES}/{role['id']}", json={"name": "Gardener", "permissions": ["task:write"]}
        )
        assert changed.status_code == 200, changed.text
        assert not await may_found_projects(grace)
        await house.deliver()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await opened.ended.wait()
    # A role of the table takes its place.
    assert (await ada.patch(f"{API}/members/{graces}", json={"role": "developer"})).status_code == 200
    assert await may_found_projects(grace)
    assert (await ada.get(f"{API}/members")).json()["items"][-1]["custom_role"] is None


async def test_nobody_climbs_by_a_role(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graces, eves = await join(house, ada, grace, "viewer"), await join(house, ada, eve, "viewer")
    doorman = await make(ada, "Doorman", "members:write")
    accountant = await make(ada, "Accountant", "billing:write")
    assert (await give(ada, graces, doorman)).status_code == 200
    wanted = {"name": "Climber", "permissions": ["members:write", "audit:read"]}
    for answer in (
        await grace.post(ROLES, json=wanted),
        await grace.put(f"{ROLES}/{doorman['id']}", json=wanted),
        await grace.put(f"{ROLES}/{accountant['id']}", json={"name": "Accountant", "permissions": []}),
        await grace.delete(f"{ROLES}/{accountant['id']}"),
        await give(grace, graces, accountant),
        await grace.patch(f"{API}/members/{graces}", json={"role": "admin"}),
    ):
        assert refusal(answer) == (403, "role_beyond_yours")
    assert refusal(await eve.post(ROLES, json=wanted)) == (403, "permission_missing")
    owning = await ada.post(ROLES, json={"name": "Boss", "permissions": ["ownership:write"]})
    assert refusal(owning) == (422, "invalid_input")
    # What the doorman may do, the doorman may pass on.
    assert (await give(grace, eves, doorman)).status_code == 200
    # Counter-test: if what it allows were not compared, the doorman would read the audit.
    monkeypatch.setattr(Member, "covers", lambda *_: True)
    assert (await grace.put(f"{ROLES}/{doorman['id']}", json=wanted)).status_code == 200
    monkeypatch.undo()
    assert "audit:read" in (await grace.get(f"{API}/me")).json()["permissions"]


async def test_the_last_owner_takes_no_other_role_and_a_role_in_use_stays(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    graces = await join(house, ada, grace, "viewer")
    adas = (await ada.get(f"{API}/me")).json()["account"]["id"]
    role = await make(ada, "Gardener", "project:write")
    assert refusal(await give(ada, adas, role)) == (409, "last_owner")
    assert (await give(ada, graces, role)).status_code == 200
    assert refusal(await ada.delete(f"{ROLES}/{role['id']}")) == (409, "role_in_use")
    for name in ("gardener", "Owner"):
        again = await ada.post(ROLES, json={"name": name, "permissions": []})
        assert refusal(again) == (409, "role_name_taken")
    # Ownership passes to somebody with such a role, who has it no more.
    assert (await ada.post(f"{API}/members/{graces}/ownership")).status_code == 200
    assert await roles(grace) == {"ada@example.com": "admin", "grace@example.com": "owner"}
    assert (await grace.delete(f"{ROLES}/{role['id']}")).status_code == 204


async def test_a_role_of_others_is_not_there(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    role = await make(ada, "Gardener", "project:write")
    graces = await join(house, eve, grace, "viewer")
    assert (await eve.get(ROLES)).json()["items"] == []
    body = {"name": "Mine", "permissions": []}
    for answer in (
        await give(eve, graces, role),
        await give(eve, graces, {"id": str(new_id())}),
        await eve.put(f"{ROLES}/{role['id']}", json=body),
        await eve.delete(f"{ROLES}/{role['id']}"),
    ):
        assert refusal(answer) == (404, "custom_role_not_found")
    # Counter-test: who made it finds it.
    assert (await ada.put(f"{ROLES}/{role['id']}", json=body)).status_code == 200
