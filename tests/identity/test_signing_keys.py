"""The keys that sign: replaced while everybody stays signed in, published before they sign, dropped when they must."""

import time
from datetime import timedelta

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from coditect.identity import access_tokens, signing_keys
from coditect.identity.errors import SigningKeysTooYoung
from coditect.kernel.clock import utc_now
from tests.identity.house import House


@pytest.fixture(autouse=True)
def _old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_keys, "YOUNGEST", timedelta())


async def published(client: httpx.AsyncClient) -> list[str]:
    answer = await client.get("/.well-known/jwks.json")
    assert answer.headers["cache-control"] == "public, max-age=300"
    keys = answer.json()["keys"]
    assert {"d", "k", "p", "q"} & {name for key in keys for name in key} == set()
    return [key["kid"] for key in keys]


async def me(client: httpx.AsyncClient, token: str) -> int:
    client.cookies.clear()
    return (await client.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})).status_code


async def test_a_foreign_program_verifies_our_tokens_by_the_published_keys(
    house: House, client: httpx.AsyncClient
) -> None:
    token = (await house.signed_in(client, "ada@example.com"))["access_token"]
    keys = KeySet.import_key_set((await client.get("/.well-known/jwks.json")).json())
    assert jwt.decode(token, keys, algorithms=["Ed25519"]).claims["typ"] == "access"


async def test_a_rotation_signs_nobody_out_and_two_do(house: House, client: httpx.AsyncClient) -> None:
    database = house.platform.database
    token = (await house.signed_in(client, "ada@example.com"))["access_token"]
    before = await published(client)
    following = set((await signing_keys.ring(database, "access")).by_kid) - {
        (await access_tokens.signing_key(database)).kid
    }
    await signing_keys.rotate(database)
    assert {(await access_tokens.signing_key(database)).kid} == following
    assert following <= set(before)
    assert len(await published(client)) == len(before) + 2
    assert await me(client, token) == 200
    await signing_keys.rotate(database)
    assert await me(client, token) == 401


async def test_a_key_that_became_known_counts_no_more(house: House, client: httpx.AsyncClient) -> None:
    database = house.platform.database
    token = (await house.signed_in(client, "ada@example.com"))["access_token"]
    refresh_token = client.cookies["coditect_refresh"]
    assert await me(client, token) == 200
    before = await published(client)
    await signing_keys.rotate(database, at_once=True)
    assert set(await published(client)) & set(before) == set()
    assert await me(client, token) == 401
    client.cookies.set("coditect_refresh", refresh_token, domain="127.0.0.1", path="/api/v1/auth")
    again = (await client.post("/api/v1/auth/refresh")).json()["access_token"]
    assert await me(client, again) == 200


async def test_a_rotation_waits_for_the_one_before(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_keys, "YOUNGEST", timedelta(minutes=15))
    database = house.platform.database
    kid = (await access_tokens.signing_key(database)).kid
    with pytest.raises(SigningKeysTooYoung):
        await signing_keys.rotate(database)
    assert (await access_tokens.signing_key(database)).kid == kid
    monkeypatch.setattr(signing_keys, "utc_now", lambda: utc_now() + timedelta(minutes=16))
    await signing_keys.rotate(database)
    assert (await access_tokens.signing_key(database)).kid != kid


async def test_another_process_learns_of_new_keys_by_their_tokens(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = house.platform.database
    await signing_keys.ring(database, "access")
    stale = dict(signing_keys._rings[database])
    await signing_keys.rotate(database)
    await signing_keys.rotate(database)
    token = (await house.signed_in(client, "ada@example.com"))["access_token"]
    signing_keys._rings[database] = stale  # as a process that looked before the rotations
    later = time.monotonic() + 2
    monkeypatch.setattr("coditect.identity.signing_keys.time.monotonic", lambda: later)
    assert await me(client, token) == 200
