"""Taking an account over: planted passwords, open browsers, stolen links, sessions that should be over."""

from datetime import timedelta

import httpx
import pytest
from sqlalchemy import select

from coditect.identity import sessions, throttle, verification
from coditect.identity.models import Account
from coditect.identity.recovery import service, step_up
from coditect.kernel.scope import NOBODY
from tests.identity.factors.person import EMAIL, grow_old
from tests.identity.house import PASSWORD, House, login

PLANTED = "an intruder's own long words"
OTHER = "grace@example.com"


async def test_a_link_asked_for_again_never_brings_a_planted_password(
    house: House, client: httpx.AsyncClient
) -> None:
    await _register_both(house, client)
    await client.post("/api/v1/auth/resend-verification", json={"email": EMAIL})
    newest = (await house.mails(EMAIL))[0]
    assert "reset-password" in newest.links[0]
    body = {"token": newest.links[0].partition("token=")[2], "password": "words of the true owner"}
    assert (await client.post("/api/v1/auth/reset-password", json=body)).status_code == 204
    assert (await _try(client, PLANTED)).status_code == 401
    assert (await _try(client, "words of the true owner")).status_code == 200


async def test_a_link_with_the_newest_password_would_bring_it(
    house: House, client: httpx.AsyncClient
) -> None:
    await _register_both(house, client)
    tokens = await verification.tokens_of(house.platform.database)
    async with house.platform.database.write(NOBODY) as session:
        account = (await session.scalars(select(Account))).one()
        await verification.request(session, account.id, account.name, account.password_hash, tokens)
    await client.post("/api/v1/auth/verify-email", json={"token": await house.mailed_token(EMAIL)})
    assert (await _try(client, PLANTED)).status_code == 200


@pytest.mark.parametrize("defended", [True, False])
@pytest.mark.parametrize(
    "request_",
    [
        ("PUT", "/api/v1/me/password", {"password": PLANTED}),
        ("POST", "/api/v1/me/email", {"email": "thief@example.com"}),
        ("POST", "/api/v1/me/factors/totp", None),
    ],
)
async def test_an_open_browser_is_not_enough(
    house: House,
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    defended: bool,
    request_: tuple[str, str, dict[str, str] | None],
) -> None:
    method, path, body = request_
    await house.signed_in(client, EMAIL)
    await grow_old(house)
    if not defended:
        monkeypatch.setattr(step_up, "RECENT", timedelta(days=36500))
    answer = await client.request(method, path, json=body)
    if not defended:
        assert answer.is_success
        return
    assert (answer.status_code, answer.json()["code"]) == (403, "reauthentication_required")
    assert answer.json()["methods"] == ["password"]
    wrong = await client.post("/api/v1/auth/reauthenticate", json={"password": PLANTED})
    assert wrong.status_code == 401
    right = await client.post("/api/v1/auth/reauthenticate", json={"password": PASSWORD})
    assert right.status_code == 204
    assert (await client.request(method, path, json=body)).is_success


@pytest.mark.parametrize("defended", [True, False])
async def test_sessions_end_everywhere_else_at_once(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    await house.signed_in(client, EMAIL)
    if not defended:

        async def nothing(*_: object, **__: object) -> int:
            return 0

        monkeypatch.setattr(sessions, "end_all", nothing)
    async with house.client() as other:
        await login(other, EMAIL)
        assert (await client.delete("/api/v1/me/sessions")).status_code == 204
        expected = 401 if defended else 200
        assert (await other.get("/api/v1/me")).status_code == expected
        assert (await other.post("/api/v1/auth/refresh")).status_code == expected
    assert (await client.get("/api/v1/me")).status_code == 200


async def test_a_suspended_person_is_out_at_once(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    async with house.platform.database.write(NOBODY) as session:
        account = (await session.scalars(select(Account))).one()
        await service.suspend(session, account.id)
    assert (await client.get("/api/v1/me")).status_code == 401
    assert (await client.post("/api/v1/auth/refresh")).status_code == 401
    assert (await _try(client, PASSWORD)).json()["code"] == "account_suspended"


async def test_the_old_address_takes_a_change_back(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    assert (await client.post("/api/v1/me/email", json={"email": OTHER})).status_code == 202
    token = await house.mailed_token(OTHER)
    assert (await client.post("/api/v1/auth/confirm-email", json={"token": token})).status_code == 204
    again = await client.post("/api/v1/auth/confirm-email", json={"token": token})
    assert (again.status_code, again.json()["code"]) == (410, "verification_link_used")
    assert (await client.get("/api/v1/me")).json()["account"]["email"] == OTHER
    body = {"token": await house.mailed_token(EMAIL)}
    assert (await client.post("/api/v1/auth/revert-email", json=body)).status_code == 204
    assert (await client.get("/api/v1/me")).status_code == 401
    assert (await _try(client, PASSWORD)).status_code == 200
    assert "reset-password" in (await house.mails(EMAIL))[0].links[0]


async def test_a_reset_says_the_same_to_everybody_and_works_once(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.signed_in(client, EMAIL)
    known = await client.post("/api/v1/auth/forgot-password", json={"email": EMAIL})
    unknown = await client.post("/api/v1/auth/forgot-password", json={"email": "nobody@example.com"})
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content) == (202, b"null")
    assert await house.mails("nobody@example.com") == []
    body = {"token": await house.mailed_token(EMAIL), "password": "a fresh and longer sentence"}
    assert (await client.post("/api/v1/auth/reset-password", json=body)).status_code == 204
    assert (await client.post("/api/v1/auth/reset-password", json=body)).status_code == 410


@pytest.mark.parametrize("defended", [True, False])
async def test_a_thousand_wrong_passwords_leave_the_owner_alone(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    await house.registered(client, EMAIL)
    if not defended:
        # Counting by account alone makes a weapon of the counter.
        monkeypatch.setattr(throttle, "_network", lambda address: "everywhere")
    async with house.platform.database.write(NOBODY) as session:
        tried = throttle.counters(EMAIL, "203.0.113.66")
        for _ in range(1000):
            await throttle.record_failure(session, tried.all)
    async with house.client(address="198.51.100.7") as owner:
        assert (await _try(owner, PASSWORD)).status_code == (200 if defended else 429)


async def _register_both(house: House, client: httpx.AsyncClient) -> None:
    """The owner registers, and later somebody else with the same address."""
    await client.post("/api/v1/auth/register", json={"email": EMAIL, "password": PASSWORD})
    async with house.platform.database.write(NOBODY) as session:
        account = (await session.scalars(select(Account))).one()
        account.created_at -= timedelta(minutes=1)
    await client.post("/api/v1/auth/register", json={"email": EMAIL, "password": PLANTED})
    await house.deliver()


async def _try(client: httpx.AsyncClient, password: str) -> httpx.Response:
    return await client.post("/api/v1/auth/login", json={"email": EMAIL, "password": password})
