"""Bad input gets a plain refusal that names the field, never an accident."""

import json
from typing import Any

import httpx
import pytest

from coditect.kernel.http import MAX_BODY_BYTES
from tests.identity.house import PASSWORD, House, login

EMAIL = "ada@example.com"
GOOD: dict[str, dict[str, Any]] = {
    "register": {"email": EMAIL, "password": PASSWORD, "name": "Ada"},
    "login": {"email": EMAIL, "password": PASSWORD},
    "verify-email": {"token": "A" * 43},
    "resend-verification": {"email": EMAIL},
}
BAD_EVERYWHERE = [
    "\x00",
    "Ada\x00",
    "\ud800",
    "x\udfff",
    "a" * 200_000,
    7,
    1e999,
    [],
    {},
    ["a"],
    {"a": "b"},
    True,
]
BAD = {
    "email": [*BAD_EVERYWHERE, "", None, "ada", "@", "ada@", "a@b@c", "ada@exa mple.com", "ada@example.com\r\nBcc: x@y.z",
              f"{'a' * 300}@example.com", "ada@[127.0.0.1]", "<script>@example.com"],
    "password": [*BAD_EVERYWHERE, "", None],
    "token": [*BAD_EVERYWHERE, "", None],
    "name": [*BAD_EVERYWHERE, "Ada\nLovelace", "Ada\u202eecalevoL", "a" * 201],
}  # fmt: skip


async def post(client: httpx.AsyncClient, path: str, content: str | bytes) -> httpx.Response:
    return await client.post(
        f"/api/v1/auth/{path}", content=content, headers={"Content-Type": "application/json"}
    )


@pytest.mark.parametrize("path", GOOD)
async def test_a_bad_value_is_named(client: httpx.AsyncClient, path: str) -> None:
    for field in GOOD[path]:
        for value in BAD[field]:
            answer = await post(client, path, json.dumps(GOOD[path] | {field: value}))
            assert answer.status_code == 422, (field, value, answer.text)
            assert answer.headers["content-type"] == "application/problem+json"
            assert field in answer.json()["detail"], (value, answer.text)
            assert PASSWORD not in answer.text


@pytest.mark.parametrize("path", GOOD)
async def test_a_body_that_is_no_object_of_these_fields_is_refused(
    client: httpx.AsyncClient, path: str
) -> None:
    good = json.dumps(GOOD[path])
    for content in ("", "null", "[]", '"text"', "{", good[:-1], b"\xff\xfe", "[" * 100_000, '{"email": NaN}'):
        answer = await post(client, path, content)
        assert answer.status_code == 422, (content[:20], answer.text)
    for extra in ("role", "status", "organization_id", "is_admin", "verified_at"):
        answer = await post(client, path, json.dumps(GOOD[path] | {extra: "owner"}))
        assert answer.status_code == 422, answer.text
        assert extra in answer.json()["detail"]
    answer = await post(client, path, b" " * (MAX_BODY_BYTES + 1))
    assert answer.status_code == 413


async def test_strange_cookies_and_headers_are_no_accident(client: httpx.AsyncClient) -> None:
    for value in ("x", "a.b.c", "=", ".", "é", "x" * 5000, "null"):
        raw = {b"Cookie": f"coditect_session={value}; coditect_refresh={value}".encode()}
        assert (await client.get("/api/v1/me", headers=raw)).status_code == 401
        assert (await client.post("/api/v1/auth/refresh", headers=raw)).status_code == 401
        assert (await client.post("/api/v1/auth/logout", headers=raw)).status_code == 204
        bearer = {b"Authorization": f"Bearer {value}".encode()}
        assert (await client.get("/api/v1/me", headers=bearer)).status_code == 401
        assert (await client.post("/api/v1/auth/logout", headers=bearer)).status_code == 204


async def test_a_long_or_binary_user_agent_does_not_hinder_signing_in(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.registered(client, EMAIL)
    for agent in (b"\xff\x01 \xe9", b"x" * 20_000, b""):
        answer = await client.post("/api/v1/auth/login", json=GOOD["login"], headers=[(b"User-Agent", agent)])
        assert answer.status_code == 200


async def test_spaces_around_a_password_count_and_around_an_address_do_not(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.registered(client, EMAIL, f" {PASSWORD} ")
    await login(client, f"  {EMAIL} ", f" {PASSWORD} ")
    answer = await post(client, "login", json.dumps(GOOD["login"]))
    assert answer.status_code == 401
