"""Abuse of membership: stolen and old invitations, more than one's own rights, the last owner, others' organizations."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any
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
from coditect.organizations.access import Member
from coditect.organizations.invitations import service as invitations
from coditect.organizations.models import Membership
from tests.fixtures.platforms import PATIENCE_SECONDS
from tests.identity.house import House
from tests.projects.house import member, run_projects_house, stream

API = "/api/v1"
INVITED = "grace@example.com"


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_projects_house(migrated_database_url, tmp_path / "house") as running:
        yield running


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        yield client


@pytest.fixture
async def grace(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, INVITED) as client:
        yield client


@pytest.fixture
async def eve(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "eve@example.com") as client:
        yield client


async def invite(
    house: House, by: httpx.AsyncClient, email: str = INVITED, role: str = "developer"
) -> tuple[dict[str, Any], str]:
    answer = await by.post(f"{API}/invitations", json={"email": email, "role": role})
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made, await house.mailed_token(email)


async def accept(client: httpx.AsyncClient, token: str) -> httpx.Response:
    return await client.post(f"{API}/invitations/accept", json={"token": token})


async def join(house: House, host: httpx.AsyncClient, guest: httpx.AsyncClient, role: str) -> str:
    """Bring the guest in as `role`, working there; return their account's id."""
    me = (await guest.get(f"{API}/me")).json()["account"]
    _, token = await invite(house, host, me["email"], role)
    answer = await accept(guest, token)
    assert answer.status_code == 200, answer.text
    body = {"organization_id": answer.json()["organization_id"]}
    moved = await guest.post(f"{API}/me/organization", json=body)
    guest.headers["authorization"] = f"Bearer {moved.json()['access_token']}"
    return str(me["id"])


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def roles(client: httpx.AsyncClient) -> dict[str, str]:
    return {one["email"]: one["role"] for one in (await client.get(f"{API}/members")).json()["items"]}


async def test_an_invitation_makes_nobody_else_a_member(
    house: House,
    ada: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, token = await invite(house, ada)
    assert refusal(await accept(eve, token)) == (403, "invitation_for_another")
    assert (await accept(grace, token)).status_code == 200
    assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    # Counter-test: if the link alone counted, whoever stole it would be in.
    _, token = await invite(house, ada, "linus@example.com")
    monkeypatch.setattr(invitations, "_is_for", lambda *_: True)
    assert (await accept(eve, token)).status_code == 200


async def test_a_link_of_before_an_old_one_and_an_invented_one_lead_nowhere(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, first = await invite(house, ada)
    assert (await ada.post(f"{API}/invitations/{made['id']}/resend")).status_code == 200
    second = await house.mailed_token(INVITED)
    assert first != second
    for token in (first, "A" * 43):
        assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    monkeypatch.setattr(invitations, "utc_now", lambda: utc_now() + timedelta(days=7, seconds=1))
    assert refusal(await accept(grace, second)) == (404, "invitation_not_found")
    # Counter-test: within the week, the newest link works.
    monkeypatch.undo()
    assert (await accept(grace, second)).status_code == 200


async def test_an_invitation_that_was_taken_back_or_declined_is_over(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    made, token = await invite(house, ada)
    assert (await ada.delete(f"{API}/invitations/{made['id']}")).status_code == 204
    assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    _, token = await invite(house, ada)
    assert (await grace.post(f"{API}/invitations/decline", json={"token": token})).status_code == 204
    assert refusal(await accept(grace, token)) == (404, "invitation_not_found")
    assert (await ada.get(f"{API}/invitations")).json()["items"] == []
    # Counter-test: one that nobody ended works.
    _, token = await invite(house, ada)
    assert (await accept(grace, token)).status_code == 200


async def test_nobody_invites_above_themselves(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await join(house, ada, grace, "admin")
    wanted = {"email": "friend@example.com", "role": "owner"}
    assert refusal(await grace.post(f"{API}/invitations", json=wanted)) == (403, "role_beyond_yours")
    await join(house, ada, eve, "developer")
    wanted["role"] = "viewer"
    assert refusal(await eve.post(f"{API}/invitations", json=wanted)) == (403, "permission_missing")
    # Counter-test: if roles were not compared, an administrator would make owners.
    monkeypatch.setattr(Member, "covers", lambda *_: True)
    wanted["role"] = "owner"
    assert (await grace.post(f"{API}/invitations", json=wanted)).status_code == 201


async def test_an_invitation_ends_with_the_rights_of_who_invited(
    house: House,
    ada: httpx.AsyncClient,
    grace: httpx.AsyncClient,
    eve: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    account_id = await join(house, ada, grace, "admin")
    _, token = await invite(house, grace, "eve@example.com", "admin")
    changed = await ada.patch(f"{API}/members/{account_id}", json={"role": "viewer"})
    assert changed.status_code == 200, changed.text
    assert refusal(await accept(eve, token)) == (404, "invitation_not_found")

    # Counter-test: if nobody asked, an administrator of before would still bring people in.
    async def unasked(*_: object) -> None:
        return None

    monkeypatch.setattr(invitations, "_check_inviter", unasked)
    assert (await accept(eve, token)).status_code == 200


async def test_inviting_does_not_tell_who_has_an_account(
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
) -> None:
    del grace
    known, known_token = await invite(house, ada, INVITED)
    unknown, unknown_token = await invite(house, ada, "nobody@example.com")
    assert known.keys() == unknown.keys()
    assert {**known, "id": 0, "email": 0, "created_at": 0, "expires_at": 0} == {
        **unknown,
        "id": 0,
        "email": 0,
        "created_at": 0,
        "expires_at": 0,
    }
    seen = [
        (await ada.post(f"{API}/invitations/look", json={"token": token})).json()
        for token in (known_token, unknown_token)
    ]
    assert (
        seen[0].keys() == seen[1].keys() == {"organization_name", "email", "role", "invited_by", "expires_at"}
    )
    # Counter-test: the two differ in what was asked, so equal answers are not for want of a difference.
    assert known["email"] != unknown["email"]


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
    house: House, ada: httpx.AsyncClient, grace: httpx.AsyncClient
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


async def test_the_mail_carries_no_message_of_strangers(house: House, ada: httpx.AsyncClient) -> None:
    organization = (await ada.get(f"{API}/me")).json()["active_organization_id"]
    await ada.patch(f"{API}/organizations/{organization}", json={"name": "Win now at evil.example/x"})
    await invite(house, ada)
    mail = (await house.mails(INVITED))[0]
    assert "evil.example" not in mail.text + mail.html + mail.subject
    # Counter-test: a name that is only a name stands there.
    await ada.patch(f"{API}/organizations/{organization}", json={"name": "Herons & Sons"})
    await invite(house, ada, "linus@example.com")
    assert "Herons & Sons" in (await house.mails("linus@example.com"))[0].text
