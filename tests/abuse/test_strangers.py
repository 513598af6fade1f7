"""What a stranger tries: find out who has an account, guess from many addresses, plant a session, use what is over."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import access, passwords, sessions, throttle
from coditect.identity.factors import gate, sent_codes
from coditect.identity.federation import providers
from coditect.identity.models import Account, RefreshToken, SignInSession
from coditect.identity.recovery import links, service
from coditect.kernel.cache import InProcessCache
from coditect.kernel.rates import Rate, RateExceeded
from coditect.kernel.scope import NOBODY
from tests.cli.test_proxies import asking, guess
from tests.fixtures.platforms import on_sqlite
from tests.identity.factors.person import EMAIL, add_totp
from tests.identity.house import PASSWORD, House, login, run_house
from tests.identity.test_federation import Elsewhere, come_back
from tests.identity.test_registration import CountingHasher

AUTH = "/api/v1/auth"
PLANTED = "a-token-that-the-intruder-knows"
UNKNOWN = "nobody@example.com"

both = pytest.mark.parametrize("defended", [True, False])


@both
async def test_signing_in_tells_nobody_who_has_an_account(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    await house.registered(client, EMAIL)
    hasher = CountingHasher()
    monkeypatch.setattr(passwords, "_HASHER", hasher)
    passwords._nobodys_hash.cache_clear()
    passwords._nobodys_hash()
    if not defended:
        real = passwords.matches

        async def hasty(password: str, password_hash: str | None) -> bool:
            return await real(password, password_hash) if password_hash else False

        monkeypatch.setattr(passwords, "matches", hasty)

    async def seen(email: str) -> object:
        hasher.calls = []
        answer = await client.post(f"{AUTH}/login", json={"email": email, "password": "certainly not this"})
        body = {key: value for key, value in answer.json().items() if key != "request_id"}
        # The work is what the time is made of.
        return answer.status_code, body, hasher.calls

    assert (await seen(EMAIL) == await seen(UNKNOWN)) is defended
    passwords._nobodys_hash.cache_clear()


@on_sqlite
@both
async def test_a_forged_address_is_no_new_stranger(
    migrated_database_url: str, tmp_path: Path, defended: bool
) -> None:
    # Who believes everybody lets a guesser be a new stranger each time.
    trusted = "10.0.0.0/8" if defended else "0.0.0.0/0"
    async with (
        run_house(migrated_database_url, tmp_path / "data") as house,
        asking(house.app, "203.0.113.50", trusted) as stranger,
    ):
        answers = [await guess(stranger, f"198.51.100.{number}") for number in range(12)]
    assert (429 in answers) is defended


@both
async def test_a_planted_session_is_not_what_one_signs_in_to(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    await house.registered(client, EMAIL)
    if not defended:
        real = sessions._new_refresh_token

        def kept(family: SignInSession) -> tuple[str, RefreshToken]:
            _, row = real(family)
            row.token_hash = sessions._hash(PLANTED)
            return PLANTED, row

        monkeypatch.setattr(sessions, "_new_refresh_token", kept)
    client.cookies.set("coditect_refresh", PLANTED, domain="127.0.0.1", path=AUTH)
    await login(client, EMAIL)
    async with house.client() as intruder:
        intruder.cookies.set("coditect_refresh", PLANTED, domain="127.0.0.1", path=AUTH)
        answer = await intruder.post(f"{AUTH}/refresh")
    assert (answer.status_code == 401) is defended


async def _sign_out(_: House, client: httpx.AsyncClient) -> None:
    assert (await client.post(f"{AUTH}/logout")).status_code == 204


async def _end_from_elsewhere(house: House, _: httpx.AsyncClient) -> None:
    async with house.client() as other:
        await login(other, EMAIL)
        assert (await other.delete("/api/v1/me/sessions")).status_code == 204


async def _suspend(house: House, _: httpx.AsyncClient) -> None:
    async with house.platform.database.write(NOBODY) as session:
        account_id = (await session.scalars(select(Account.id))).one()
        await service.suspend(session, account_id)


@both
@pytest.mark.parametrize("end", [_sign_out, _end_from_elsewhere, _suspend])
async def test_no_token_outlives_its_session(
    house: House,
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    end: Callable[[House, httpx.AsyncClient], Any],
    defended: bool,
) -> None:
    token = (await house.signed_in(client, EMAIL))["access_token"]
    await end(house, client)
    if not defended:
        # A server that believes the signature alone, until the token expires.
        accounts, own = access._accounts, access._sessions
        careless = (
            select(accounts.c.id, accounts.c.email, accounts.c.name, accounts.c.created_at)
            .select_from(accounts.join(own, own.c.account_id == accounts.c.id))
            .where(own.c.id == bindparam("session_id"))
        )
        monkeypatch.setattr(access, "_LIVE_ACCOUNT", careless)
    async with house.client(authorization=f"Bearer {token}") as thief:
        assert (await thief.get("/api/v1/me")).status_code == (401 if defended else 200)


@both
async def test_a_mailed_link_works_once(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    await house.registered(client, EMAIL)
    await client.post(f"{AUTH}/forgot-password", json={"email": EMAIL})
    token = await house.mailed_token(EMAIL)
    if not defended:

        async def nothing(session: AsyncSession, *_: object) -> None:
            del session

        monkeypatch.setattr(links, "use", nothing)
        monkeypatch.setattr(links, "forget", nothing)
    first = {"token": token, "password": "words of the true owner"}
    assert (await client.post(f"{AUTH}/reset-password", json=first)).status_code == 204
    again = {"token": token, "password": "words of somebody else entirely"}
    answer = await client.post(f"{AUTH}/reset-password", json=again)
    assert (answer.status_code == 410) is defended


@both
async def test_a_provider_is_no_way_around_the_second_factor(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    provider = Elsewhere()
    monkeypatch.setattr(providers, "providers_of", lambda _: {"oidc": provider})
    await come_back(client)
    await add_totp(client)
    if not defended:
        monkeypatch.setattr(gate, "_ENOUGH_ALONE", frozenset({"passkey", "mfa", "federated"}))
    async with house.client() as other:
        came = await come_back(other)
        assert ("#mfa_token=" in came.headers["location"]) is defended
        assert ((await other.get("/api/v1/me")).status_code == 401) is defended


@both
async def test_nobody_earns_from_our_messages(monkeypatch: pytest.MonkeyPatch, defended: bool) -> None:
    cache = InProcessCache()
    if not defended:
        monkeypatch.setattr(sent_codes, "SMS_TO_PREFIX", Rate(1_000_000, 3600))
    sent = 0
    for number in range(200):
        try:
            await sent_codes.admit_sms(cache, f"+88299{number:07}")
        except RateExceeded:
            break
        sent += 1
    assert sent == (60 if defended else 200)


@both
async def test_a_registration_within_seconds_plants_no_password(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    """An intruder registers a moment before the owner does, while a second press of the button would be forgiven."""
    if not defended:

        async def same(*_: object) -> bool:
            return True

        monkeypatch.setattr("coditect.identity.registration.is_second_press", same)
    planted = {"email": EMAIL, "password": "an intruder's own long words"}
    assert (await client.post(f"{AUTH}/register", json=planted)).status_code == 201
    owner = {"email": EMAIL, "password": PASSWORD}
    assert (await client.post(f"{AUTH}/register", json=owner)).status_code == 201
    token = await house.mailed_token(EMAIL)
    assert (await client.post(f"{AUTH}/verify-email", json={"token": token})).status_code == 204
    assert ((await client.post(f"{AUTH}/login", json=planted)).status_code == 401) is defended
    assert ((await client.post(f"{AUTH}/login", json=owner)).status_code == 200) is defended


async def test_a_thousand_guesses_from_one_address_are_slowed(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "FREE_TRIES_OF_AN_ADDRESS", 3)
    # Long at once, so that a slow machine does not outwait it.
    monkeypatch.setattr(
        throttle, "_delay", lambda extra: timedelta(minutes=15) if extra >= 0 else timedelta()
    )
    for number in range(3):
        body = {"email": f"person{number}@example.com", "password": "one of a leaked list"}
        assert (await client.post(f"{AUTH}/login", json=body)).status_code == 401
    other = {"email": "person9@example.com", "password": "one of a leaked list"}
    assert (await client.post(f"{AUTH}/login", json=other)).status_code == 429
    # Without the counter of the address the list is tried to its end.
    monkeypatch.setattr(throttle, "FREE_TRIES_OF_AN_ADDRESS", 1_000_000)
    async with house.client("198.51.100.200") as elsewhere:
        for number in range(10):
            body = {"email": f"person{number}@example.com", "password": "one of a leaked list"}
            assert (await elsewhere.post(f"{AUTH}/login", json=body)).status_code == 401
