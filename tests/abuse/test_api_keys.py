"""Abuse of API keys: more than their maker may do, after the maker lost it, after their end, for the account itself."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import Request
from sqlalchemy import delete, false, select, update
from sqlalchemy.sql import ClauseElement

from coditect.identity import AccessClaims
from coditect.identity import access as identity_access
from coditect.identity.api_keys import finding
from coditect.identity.api_keys import text as key_text
from coditect.identity.models import SignInSession
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import OrganizationId
from coditect.kernel.scope import NOBODY, tenant
from coditect.organizations import access
from coditect.organizations.access import Member
from coditect.organizations.models import Membership
from coditect.organizations.roles import PERMISSIONS, READ, Permission, Role
from tests.fixtures.platforms import PATIENCE_SECONDS
from tests.identity.house import PASSWORD, House
from tests.projects.house import member, run_projects_house, stream

API = "/api/v1"
KEYS = f"{API}/api-keys"
ALL = sorted(Permission)


@pytest.fixture
async def house(migrated_database_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with run_projects_house(migrated_database_url, tmp_path / "house") as running:
        yield running


@pytest.fixture
async def ada(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with member(house, "ada@example.com") as client:
        yield client


@pytest.fixture
async def program(house: House) -> AsyncIterator[httpx.AsyncClient]:
    async with house.client("10.0.0.9") as client:
        yield client


async def ask_for(client: httpx.AsyncClient, scopes: Sequence[str]) -> httpx.Response:
    expires_at = (utc_now() + timedelta(days=30)).isoformat()
    return await client.post(KEYS, json={"name": "a key", "scopes": scopes, "expires_at": expires_at})


async def make(client: httpx.AsyncClient, scopes: Sequence[str]) -> dict[str, Any]:
    answer = await ask_for(client, scopes)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made


def by(key: dict[str, Any]) -> dict[str, str]:
    return {"Authorization": f"Bearer {key['key']}"}


async def organization_of(client: httpx.AsyncClient) -> OrganizationId:
    return OrganizationId(UUID((await client.get(f"{API}/me")).json()["active_organization_id"]))


async def become(house: House, organization_id: OrganizationId, role: Role) -> None:
    async with house.platform.database.write(tenant(organization_id)) as session:
        await session.execute(update(Membership).values(role=role))


async def create_project(client: httpx.AsyncClient, key: dict[str, Any]) -> int:
    answer = await client.post(f"{API}/projects", json={"name": "one"}, headers=by(key))
    return answer.status_code


async def test_no_key_can_do_more_than_its_maker(
    house: House, ada: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    await become(house, await organization_of(ada), "viewer")
    refused = await ask_for(ada, ["project:read", "project:write"])
    assert (refused.status_code, refused.json()["code"]) == (403, "permission_missing")
    # Counter-test: if what the maker may were not looked at, the key would be made.
    monkeypatch.setattr(Member, "may", lambda *_: True)
    assert (await ask_for(ada, ["project:read", "project:write"])).status_code == 201


async def test_a_key_shrinks_with_the_role_of_its_maker(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await make(ada, ALL)
    assert await create_project(program, key) == 201
    await become(house, await organization_of(ada), "viewer")
    assert await create_project(program, key) == 403
    # Counter-test: if the scopes alone decided, the key would still write.
    monkeypatch.setattr(Member, "may", lambda self, permission: permission in self.scopes)
    assert await create_project(program, key) == 201


async def test_a_key_does_not_reach_beyond_its_scopes(
    ada: httpx.AsyncClient, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = await make(ada, sorted(READ))
    assert await create_project(program, key) == 403
    # Counter-test: if the role alone decided, a key for reading would write.
    monkeypatch.setattr(Member, "may", lambda self, permission: permission in PERMISSIONS[self.role])
    assert await create_project(program, key) == 201


async def test_who_was_removed_is_out_with_all_their_keys(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient
) -> None:
    key = await make(ada, ALL)
    organization_id = await organization_of(ada)
    async with house.platform.database.write(tenant(organization_id)) as session:
        await session.execute(delete(Membership))
    refused = await program.get(f"{API}/projects", headers=by(key))
    assert (refused.status_code, refused.json()["code"]) == (403, "not_a_member")


async def test_no_key_touches_the_account_or_makes_keys(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient
) -> None:
    key = await make(ada, ALL)
    expires_at = (utc_now() + timedelta(days=30)).isoformat()
    wanted = {"name": "another", "scopes": ["project:read"], "expires_at": expires_at}
    tries = [
        await program.patch(f"{API}/me", json={"name": "Eve"}, headers=by(key)),
        await program.get(KEYS, headers=by(key)),
        await program.post(KEYS, json=wanted, headers=by(key)),
        await program.post(f"{KEYS}/{key['id']}/rotate", json={}, headers=by(key)),
        await program.delete(f"{KEYS}/{key['id']}", headers=by(key)),
    ]
    assert [(one.status_code, one.json()["code"]) for one in tries] == [(403, "session_needed")] * 5
    # Counter-test: a person's token does all of it.
    assert (await ada.post(KEYS, json=wanted)).status_code == 201


async def test_no_key_is_a_way_around_the_second_factor(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a second factor guards asks for the person; whoever found a key has not proved to be them."""
    key = await make(ada, ALL)
    tries = [
        await program.post(f"{API}/auth/reauthenticate", json={"password": PASSWORD}, headers=by(key)),
        await program.post(f"{API}/me/factors/totp", headers=by(key)),
        await program.put(f"{API}/me/password", json={"password": "another walk at dawn"}, headers=by(key)),
        await program.post(f"{API}/me/email", json={"email": "thief@example.com"}, headers=by(key)),
        await program.get(f"{API}/me/sessions", headers=by(key)),
    ]
    assert [(one.status_code, one.json()["code"]) for one in tries] == [(403, "session_needed")] * 5
    # Counter-test: if a key stood for the session of its maker, it would set its own second factor up.
    async with house.platform.database.read(NOBODY) as session:
        session_id = (await session.scalars(select(SignInSession.id))).one()

    async def as_in_person(request: Request) -> AccessClaims:
        claims = await identity_access.claims_of(request)
        return AccessClaims(claims.account_id, session_id, claims.organization_id)

    monkeypatch.setattr(identity_access, "session_claims_of", as_in_person)
    assert (await program.post(f"{API}/me/factors/totp", headers=by(key))).status_code == 200


async def test_a_key_of_another_is_not_there(house: House, ada: httpx.AsyncClient) -> None:
    key = await make(ada, ALL)
    async with member(house, "eve@example.com") as eve:
        assert (await eve.get(KEYS)).json()["items"] == []
        for answer in (
            await eve.delete(f"{KEYS}/{key['id']}"),
            await eve.post(f"{KEYS}/{key['id']}/rotate", json={}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "api_key_not_found")
    assert (await ada.get(KEYS)).json()["items"][0]["state"] == "active"


async def test_a_revoked_key_ends_at_once_with_its_streams(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, other = await make(ada, ALL), await make(ada, ALL)
    program.headers.update(by(key))
    async with stream(house.app, program, f"{API}/stream?subjects=account:me") as opened:
        assert (await ada.delete(f"{KEYS}/{key['id']}")).status_code == 204
        await house.deliver()
        async with asyncio.timeout(PATIENCE_SECONDS):
            await opened.ended.wait()
    refused = await program.get(f"{API}/projects")
    assert (refused.status_code, refused.json()["code"]) == (401, "api_key_refused")
    program.headers.update(by(other))
    assert (await program.get(f"{API}/projects")).status_code == 200
    # Counter-test: if nobody asked whether a known key lives, the revoked one would work on.
    alive = finding._alive

    def unasked(now: ClauseElement) -> tuple[Any, ...]:
        return tuple(~false() for _ in alive(now))  # type: ignore[arg-type]

    monkeypatch.setattr(finding, "_alive", unasked)
    found = finding.live_key(*access._HELD).outerjoin(access._memberships, access._THEIRS)
    monkeypatch.setattr(access, "_LIVE_MEMBER_BY_KEY", found.outerjoin(access._custom_roles, access._ADDED))
    program.headers.update(by(key))
    assert (await program.get(f"{API}/projects")).status_code == 200


async def test_a_suspended_person_is_out_with_all_their_keys(
    house: House, ada: httpx.AsyncClient, program: httpx.AsyncClient
) -> None:
    from coditect.identity.models import Account

    key = await make(ada, ALL)
    assert (await program.get(f"{API}/projects", headers=by(key))).status_code == 200
    async with house.platform.database.write(tenant(await organization_of(ada))) as session:
        await session.execute(update(Account).values(status="suspended"))
    assert (await program.get(f"{API}/projects", headers=by(key))).status_code == 401


async def test_an_invented_key_is_refused_without_asking_the_database(
    program: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bytes] = []
    find = finding._find

    async def noted(database: Any, digest: bytes) -> finding.KeyClaims:
        asked.append(digest)
        return await find(database, digest)

    monkeypatch.setattr(finding, "_find", noted)
    invented = {"key": "cdt_" + "A" * 46}
    assert (await program.get(f"{API}/projects", headers=by(invented))).status_code == 401
    assert asked == []
    # Counter-test: a well-formed one is looked for, and is unknown.
    assert (await program.get(f"{API}/projects", headers=by({"key": key_text.new_text()}))).status_code == 401
    assert len(asked) == 1
