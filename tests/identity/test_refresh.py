"""Refresh tokens: each works once, siblings of a moment are forgiven, copies end the session."""

import asyncio
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select, update

from coditect.identity.models import RefreshToken, SignInSession
from coditect.kernel import db
from coditect.kernel.clock import db_now, utc_now
from coditect.kernel.errors import Problem
from coditect.kernel.scope import NOBODY
from tests.identity.house import House, login

REFRESH = "/api/v1/auth/refresh"


def present(client: httpx.AsyncClient, token: str) -> None:
    """Put an older refresh token into the browser."""
    client.cookies.delete("coditect_refresh")
    client.cookies.set("coditect_refresh", token, domain="127.0.0.1", path="/api/v1/auth")


async def pass_time(house: House, seconds: float) -> None:
    """Make every rotation as old as that."""
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(
            update(RefreshToken)
            .where(RefreshToken.rotated_at.is_not(None))
            .values(rotated_at=db_now(timedelta(seconds=-seconds)))
        )


async def count_tokens(house: House) -> int:
    async with house.platform.database.read(NOBODY) as session:
        return await session.scalar(select(func.count()).select_from(RefreshToken)) or 0


async def test_each_refresh_brings_the_next_token(house: House, client: httpx.AsyncClient) -> None:
    first_access = (await house.signed_in(client, "ada@example.com"))["access_token"]
    seen = {client.cookies["coditect_refresh"]}
    for _ in range(3):
        answer = await client.post(REFRESH)
        assert answer.status_code == 200
        assert answer.json()["access_token"] != first_access
        seen.add(client.cookies["coditect_refresh"])
        await pass_time(house, 60)
    assert len(seen) == 4
    assert (await client.get("/api/v1/me")).status_code == 200


async def test_fifty_at_once_get_one_successor(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    token = client.cookies["coditect_refresh"]

    async def ask() -> httpx.Response:
        async with house.client() as tab:
            present(tab, token)
            return await tab.post(REFRESH)

    answers = await asyncio.gather(*(ask() for _ in range(50)))
    assert {answer.status_code for answer in answers} == {200}
    successors = [answer.cookies.get("coditect_refresh") for answer in answers]
    assert len([successor for successor in successors if successor is not None]) == 1
    assert await count_tokens(house) == 2
    async with house.client() as tab:
        bearers = [f"Bearer {answer.json()['access_token']}" for answer in answers[::10]]
        found = [await tab.get("/api/v1/me", headers={"Authorization": bearer}) for bearer in bearers]
        assert {answer.status_code for answer in found} == {200}


async def test_a_copy_used_later_ends_the_session_everywhere(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    async with house.client() as other_device:
        await login(other_device, "ada@example.com")
        old = client.cookies["coditect_refresh"]
        assert (await client.post(REFRESH)).status_code == 200
        latest = client.cookies["coditect_refresh"]
        await pass_time(house, 11)

        async with house.client() as thief:
            present(thief, old)
            answer = await thief.post(REFRESH)
            assert (answer.status_code, answer.json()["code"]) == (401, "session_revoked")

        assert (await client.get("/api/v1/me")).status_code == 401
        present(client, latest)
        assert (await client.post(REFRESH)).status_code == 401
        assert (await other_device.get("/api/v1/me")).status_code == 200
    subjects = [mail.subject for mail in await house.mails("ada@example.com")]
    assert "We ended a session of yours at CODITECT" in subjects


async def test_only_the_immediate_parent_is_forgiven(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    grandparent = client.cookies["coditect_refresh"]
    await client.post(REFRESH)
    parent = client.cookies["coditect_refresh"]
    await client.post(REFRESH)

    present(client, parent)
    forgiven = await client.post(REFRESH)
    assert (forgiven.status_code, forgiven.cookies.get("coditect_refresh")) == (200, None)
    present(client, grandparent)
    assert (await client.post(REFRESH)).json()["code"] == "session_revoked"


async def test_without_denials_the_revocation_would_be_lost(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    class NothingIsADenial(Problem):
        """No error is one of these."""

    monkeypatch.setattr(db, "Denial", NothingIsADenial)
    await house.signed_in(client, "ada@example.com")
    old = client.cookies["coditect_refresh"]
    await client.post(REFRESH)
    await pass_time(house, 11)
    async with house.client() as thief:
        present(thief, old)
        assert (await thief.post(REFRESH)).json()["code"] == "session_revoked"
    assert (await client.get("/api/v1/me")).status_code == 200


@pytest.mark.parametrize("row", [RefreshToken, SignInSession])
async def test_sessions_end_by_themselves(
    house: House, client: httpx.AsyncClient, row: type[RefreshToken | SignInSession]
) -> None:
    await house.signed_in(client, "ada@example.com")
    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(row).values(expires_at=utc_now() - timedelta(seconds=1)))
    answer = await client.post(REFRESH)
    assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")
    assert await count_tokens(house) == 1


async def test_signing_in_again_begins_another_session(house: House, client: httpx.AsyncClient) -> None:
    # A session that was planted before the login (fixation) is not the one that the login fills.
    await house.signed_in(client, "ada@example.com")
    planted = client.cookies["coditect_refresh"]
    await login(client, "ada@example.com")
    assert client.cookies["coditect_refresh"] != planted
    async with house.platform.database.read(NOBODY) as session:
        assert await session.scalar(select(func.count()).select_from(SignInSession)) == 2
