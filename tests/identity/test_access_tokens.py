"""A token counts only as what it was made for."""

import base64
import hmac
import json
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import httpx
import pytest
from joserfc import jwt
from joserfc.jwk import OKPKey

from coditect.identity import access_tokens, signing_keys
from coditect.kernel.clock import utc_now
from coditect.kernel.ids import AccountId, OrganizationId, new_id
from tests.identity.house import House

Claims = dict[str, Any]


async def status_with(client: httpx.AsyncClient, token: str) -> int:
    client.cookies.clear()
    answer = await client.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})
    return answer.status_code


async def genuine(house: House, client: httpx.AsyncClient) -> tuple[OKPKey, Claims, dict[str, Any], str]:
    token = (await house.signed_in(client, "ada@example.com"))["access_token"]
    key = await access_tokens.signing_key(house.platform.database)
    decoded = jwt.decode(token, key, algorithms=[access_tokens.ALGORITHM])
    return key, decoded.claims, decoded.header, token


def encoded(header: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(header).encode()).decode().rstrip("=")


async def test_a_token_says_what_it_is(house: House, client: httpx.AsyncClient) -> None:
    _, claims, header, _ = await genuine(house, client)
    assert claims.keys() == {"iss", "aud", "sub", "sid", "org", "iat", "exp", "jti", "typ"}
    assert claims["exp"] - claims["iat"] == 600
    assert header.keys() == {"alg", "typ", "kid"}


REQUIRED = ("iss", "aud", "sub", "sid", "org", "iat", "exp", "jti", "typ")
CHANGES: list[Callable[[Claims], Claims]] = [
    lambda claims: claims | {"aud": "urn:coditect:somewhere-else"},
    lambda claims: claims | {"iss": "urn:coditect:somebody-else"},
    lambda claims: claims | {"typ": "refresh"},
    lambda claims: claims | {"exp": int(time.time()) - 60},
    lambda claims: claims | {"iat": int(time.time()) + 600},
    lambda claims: claims | {"sub": claims["sid"]},
    lambda claims: claims | {"sid": claims["sub"]},
    lambda claims: claims | {"sid": "not-an-id"},
    *(partial(lambda claims, name: {**claims, name: None}, name=name) for name in REQUIRED),
    *(
        partial(lambda claims, name: {k: v for k, v in claims.items() if k != name}, name=name)
        for name in REQUIRED
    ),
]


async def test_each_claim_is_checked(house: House, client: httpx.AsyncClient) -> None:
    key, claims, header, _ = await genuine(house, client)
    unchanged = jwt.encode(header, claims, key, algorithms=[access_tokens.ALGORITHM])
    assert await status_with(client, unchanged) == 200
    for change in CHANGES:
        changed = jwt.encode(header, change(claims), key, algorithms=[access_tokens.ALGORITHM])
        assert await status_with(client, changed) == 401, change(claims)


async def test_no_other_algorithm_or_key_counts(house: House, client: httpx.AsyncClient) -> None:
    key, claims, header, token = await genuine(house, client)
    payload, signature = token.split(".")[1:]

    public_key = key.as_pem(private=False)
    by_public_key = f"{encoded(header | {'alg': 'HS256'})}.{payload}"
    mac = hmac.new(public_key, by_public_key.encode(), "sha256").digest()
    foreign = OKPKey.generate_key("Ed25519", {"kid": str(key.kid)})
    forged = [
        f"{encoded({'alg': 'none', 'typ': 'at+jwt'})}.{payload}.",
        f"{encoded({'alg': 'none', 'typ': 'at+jwt', 'kid': key.kid})}.{payload}.{signature}",
        f"{by_public_key}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}",
        jwt.encode(header, claims, foreign, algorithms=[access_tokens.ALGORITHM]),
        jwt.encode(header | {"kid": "../../etc/passwd"}, claims, key, algorithms=[access_tokens.ALGORITHM]),
        jwt.encode(header | {"typ": "JWT"}, claims, key, algorithms=[access_tokens.ALGORITHM]),
        token[:-4] + ("AAAA" if not token.endswith("AAAA") else "BBBB"),
        token.replace(".", "", 1),
        "x" * 100_000,
    ]
    assert [await status_with(client, token) for token in forged] == [401] * 9
    assert await status_with(client, token) == 200


async def test_a_refresh_token_is_no_access_token(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    refresh_token = client.cookies["coditect_refresh"]
    access_token = client.cookies["coditect_session"]
    assert await status_with(client, refresh_token) == 401
    client.cookies.set("coditect_refresh", access_token, domain="127.0.0.1", path="/api/v1/auth")
    assert (await client.post("/api/v1/auth/refresh")).status_code == 401


async def test_the_key_outlives_the_process_but_not_the_installation(house: House) -> None:
    database = house.platform.database
    first = await access_tokens.signing_key(database)
    signing_keys._rings.clear()
    again = await access_tokens.signing_key(database)
    assert again is not first
    assert again.as_dict(private=True) == first.as_dict(private=True)


async def test_what_was_genuine_once_is_remembered_but_no_longer_than_it_holds(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fails when a remembered token outlives its time or its session, or when memory grows with each token."""
    _, _, _, token = await genuine(house, client)
    assert await status_with(client, token) == 200

    def unreadable(*_: Any, **__: Any) -> None:
        raise AssertionError("checked anew")

    with monkeypatch.context() as patched:
        patched.setattr(jwt, "decode", unreadable)
        assert await status_with(client, token) == 200
        later = utc_now() + access_tokens.LIFETIME + timedelta(seconds=6)
        patched.setattr(access_tokens, "utc_now", lambda: later)
        assert await status_with(client, token) == 401
    answer = await client.post("/api/v1/auth/logout", headers={"Authorization": f"Bearer {token}"})
    assert answer.status_code == 204
    assert await status_with(client, token) == 401
    monkeypatch.setattr(access_tokens, "_REMEMBERED", 3)
    for number in range(9):
        access_tokens._remember(bytes([number]), CLAIMS, 1)
    assert len(access_tokens._genuine) <= 3


CLAIMS = access_tokens.AccessClaims(AccountId(new_id()), new_id(), OrganizationId(new_id()))
