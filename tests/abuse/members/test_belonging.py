"""Abuse of membership: more than one's own rights, the last owner, after the end, others' organizations."""

import asyncio
from datetime import timedelta

import httpx
import pytest

from coditect import identity
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import new_id
from coditect.organizations import members
from coditect.organizations.access import Member
from tests.abuse.members.joining import API, INVITED, accept, invite, join, refusal, roles
from tests.fixtures.platforms import PATIENCE_SECONDS
from tests.identity.house import House
from tests.projects.house import stream


async def test_no_member_raises_their_own_role_or_anothers_above_it(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graces = await join(house, ada, grace, "admin")
    eves = await join(house, ada, eve, "developer")
    adas = (await ada.get(f"{API}/me")).json()["account"]["id"]
    for by, whom, code in (
        (eve, eves, "permission_missing"),
        (grace, graces, "role_beyond_yours"),
        (grace, eves, "role_beyond_yours"),
    ):
        answer = await by.patch(f"{API}/members/{whom}", json={"role": "owner"})
        assert refusal(answer) == (403, code)
    assert refusal(await grace.patch(f"{API}/members/{adas}", json={"role": "viewer"})) == (
        403,
        "role_beyond_yours",
    )
    assert refusal(await grace.delete(f"{API}/members/{adas}")) == (403, "role_beyond_yours")
    assert (await grace.post(f"{API}/members/{graces}/ownership")).status_code == 403
    assert await roles(ada) == {"ada@example.com": "owner", INVITED: "admin", "eve@example.com": "developer"}
    # Counter-test: if roles were not compared, the administrator would own the place.
    monkeypatch.setattr(Member, "covers", lambda *_: True)
    assert (await grace.patch(f"{API}/members/{graces}", json={"role": "owner"})).status_code == 200


async def test_no_field_that_nobody_asked_for_is_taken(house: House, ada: httpx.AsyncClient) -> None:
    me = (await ada.get(f"{API}/me")).json()
    tries = [
        await ada.patch(f"{API}/me", json={"name": "Ada", "role": "owner"}),
        await ada.patch(
            f"{API}/organizations/{me['active_organization_id']}", json={"name": "A", "tier": "enterprise"}
        ),
        await ada.post(f"{API}/organizations", json={"name": "A", "tier": "enterprise"}),
        await ada.post(
            f"{API}/invitations", json={"email": INVITED, "role": "viewer", "organization_id": str(new_id())}
        ),
        await ada.patch(
            f"{API}/members/{me['account']['id']}", json={"role": "owner", "account_id": str(new_id())}
        ),
        await ada.post(f"{API}/invitations", json={"email": INVITED, "role": "superuser"}),
    ]
    assert [refusal(one) for one in tries] == [(422, "invalid_input")] * len(tries)
    # Counter-test: without the surplus each is taken.
    assert (await ada.post(f"{API}/organizations", json={"name": "A"})).status_code == 201


async def test_the_last_owner_stays(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    graces = await join(house, ada, grace, "admin")
    adas = (await ada.get(f"{API}/me")).json()["account"]["id"]
    for answer in (
        await ada.patch(f"{API}/members/{adas}", json={"role": "admin"}),
        await ada.delete(f"{API}/members/{adas}"),
        await ada.delete(f"{API}/members/me"),
    ):
        assert refusal(answer) == (409, "last_owner")
    assert (await ada.patch(f"{API}/members/{graces}", json={"role": "owner"})).status_code == 200
    # Two owners who go at once: one stays.
    answers = await asyncio.gather(
        ada.delete(f"{API}/members/me"), grace.patch(f"{API}/members/{graces}", json={"role": "viewer"})
    )
    assert sorted(one.status_code for one in answers) in ([200, 409], [204, 409])
    staying = ada if answers[0].status_code == 409 else grace

    # Counter-test: without the rule, nobody would own it any more.
    async def unasked(*_: object) -> None:
        return None

    monkeypatch.setattr(members, "_keep_an_owner", unasked)
    account_id = (await staying.get(f"{API}/me")).json()["account"]["id"]
    assert (await staying.patch(f"{API}/members/{account_id}", json={"role": "viewer"})).status_code == 200
    assert "owner" not in (await roles(staying)).values()


async def test_ownership_passes_to_one_member(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    graces = await join(house, ada, grace, "developer")
    assert (await ada.post(f"{API}/members/{graces}/ownership")).status_code == 200
    assert await roles(grace) == {"ada@example.com": "admin", INVITED: "owner"}
    refused = await ada.post(f"{API}/members/{graces}/ownership")
    assert refusal(refused) == (403, "permission_missing")


@pytest.mark.parametrize("act", ["remove", "change", "leave"])
async def test_access_ends_at_once_with_everything_that_was_open(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    act: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graces = await join(house, ada, grace, "developer")
    async with stream(house.app, grace, f"{API}/stream?subjects=organization:me") as opened:
        if act == "remove":
            assert (await ada.delete(f"{API}/members/{graces}")).status_code == 204
        elif act == "leave":
            assert (await grace.delete(f"{API}/members/me")).status_code == 204
        else:
            changed = await ada.patch(f"{API}/members/{graces}", json={"role": "viewer"})
            assert changed.status_code == 200
        answer = await grace.post(f"{API}/projects", json={"name": "Mine"})
        assert answer.status_code == 403
        await house.deliver()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await opened.ended.wait()
    # Counter-test: if membership were not read at each request, the token would work on.
    if act == "change":
        monkeypatch.setattr(Member, "may", lambda *_: True)
        assert (await grace.post(f"{API}/projects", json={"name": "Mine"})).status_code == 201


async def test_keys_and_teams_do_not_come_back_with_their_person(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    graces = await join(house, ada, grace, "developer")
    team = (await ada.post(f"{API}/teams", json={"name": "Herons"})).json()
    assert (await ada.put(f"{API}/teams/{team['id']}/members/{graces}")).status_code == 204
    until = (utc_now() + timedelta(days=1)).isoformat()
    asked = {"name": "a key", "scopes": ["organization:read"], "expires_at": until}
    key = (await grace.post(f"{API}/api-keys", json=asked)).json()["key"]
    async with house.client(authorization=f"Bearer {key}") as program:
        assert (await program.get(f"{API}/members")).status_code == 200
        assert (await ada.delete(f"{API}/members/{graces}")).status_code == 204
        _, token = await invite(house, ada)
        assert (await accept(grace, token)).status_code == 200
        assert (await program.get(f"{API}/members")).status_code == 401
        assert (await ada.get(f"{API}/teams")).json()["items"][0]["member_ids"] == []

        # Counter-test: if the keys did not end with the membership, they would come back with it.
        async def kept(*_: object) -> None:
            return None

        key = (await grace.post(f"{API}/api-keys", json=asked)).json()["key"]
        monkeypatch.setattr(identity, "revoke_api_keys_of", kept)
        assert (await ada.delete(f"{API}/members/{graces}")).status_code == 204
        _, token = await invite(house, ada)
        assert (await accept(grace, token)).status_code == 200
        program.headers["authorization"] = f"Bearer {key}"
        assert (await program.get(f"{API}/members")).status_code == 200


async def test_ids_of_others_are_not_there(
    house: House, ada: httpx.AsyncClient, eve: httpx.AsyncClient
) -> None:
    made, _ = await invite(house, ada)
    adas = (await ada.get(f"{API}/me")).json()["account"]["id"]
    team = (await ada.post(f"{API}/teams", json={"name": "Herons"})).json()["id"]
    own = (await eve.post(f"{API}/teams", json={"name": "Own"})).json()["id"]
    tries = (
        ("POST", f"/invitations/{made['id']}/resend", None),
        ("DELETE", f"/invitations/{made['id']}", None),
        ("PATCH", f"/members/{adas}", {"role": "viewer"}),
        ("DELETE", f"/members/{adas}", None),
        ("POST", f"/members/{adas}/ownership", None),
        ("PATCH", f"/teams/{team}", {"name": "Mine"}),
        ("PUT", f"/teams/{own}/members/{adas}", None),
        ("DELETE", f"/teams/{own}/members/{adas}", None),
        ("DELETE", f"/teams/{team}", None),
    )
    for method, path, body in tries:
        answer = await eve.request(method, f"{API}{path}", json=body)
        assert answer.status_code == 404, (method, path, answer.text)
    assert (await eve.get(f"{API}/invitations")).json()["items"] == []
    # Counter-test: their owner finds them.
    assert (await ada.patch(f"{API}/teams/{team}", json={"name": "Mine"})).status_code == 200
    assert (await ada.delete(f"{API}/invitations/{made['id']}")).status_code == 204
