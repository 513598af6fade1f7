"""Second factors: a code seen over a shoulder, guessed codes, and ways around them."""

from datetime import timedelta

import httpx
import pyotp
import pytest
from sqlalchemy.ext.asyncio import AsyncSession

from coditect.identity import throttle
from coditect.identity.factors import gate, sent_codes
from coditect.kernel.ids import AccountId
from tests.identity.factors.person import (
    EMAIL,
    add_totp,
    begin_login,
    forget_delays,
    pass_steps,
    verify,
)
from tests.identity.factors.test_codes import mailed_code
from tests.identity.house import House

NEW_PASSWORD = "nine loud ravens at midnight"


async def test_a_code_is_used_once_the_one_of_the_set_up_too(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    begun = (await client.post("/api/v1/me/factors/totp")).json()
    seen = pyotp.TOTP(begun["secret"]).now()
    assert (await client.post("/api/v1/me/factors/totp/confirm", json={"code": seen})).status_code == 200
    async with house.client() as thief:
        asked = await begin_login(thief)
        assert (await verify(thief, asked["mfa_token"], seen)).status_code == 401
        # Without the memory of the last step the same code opens the account.
        await pass_steps(house)
        assert (await verify(thief, asked["mfa_token"], seen)).status_code == 200


async def test_guesses_are_capped_for_the_account(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    secret, _ = await add_totp(client)
    await pass_steps(house)
    await _guess(house, secret, throttle.FREE_TRIES + 1)
    async with house.client(address="203.0.113.9") as elsewhere:
        asked = await begin_login(elsewhere)
        blocked = await verify(elsewhere, asked["mfa_token"], pyotp.TOTP(secret).now())
        assert (blocked.status_code, "Retry-After" in blocked.headers) == (429, True)
    assert any("wrong codes several times" in mail.text for mail in await house.mails(EMAIL))


async def test_without_the_cap_guessing_goes_on(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing(session: AsyncSession, tried: object) -> timedelta:
        return timedelta()

    await house.signed_in(client, EMAIL)
    secret, _ = await add_totp(client)
    await pass_steps(house)
    monkeypatch.setattr(throttle, "record_failure", nothing)
    await _guess(house, secret, throttle.FREE_TRIES + 5)
    async with house.client(address="203.0.113.9") as elsewhere:
        asked = await begin_login(elsewhere)
        assert (await verify(elsewhere, asked["mfa_token"], pyotp.TOTP(secret).now())).status_code == 200


@pytest.mark.parametrize("defended", [True, False])
async def test_a_mailed_code_has_five_tries(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    if not defended:
        monkeypatch.setattr(sent_codes, "TRIES", 1000)
    await house.signed_in(client, EMAIL)
    await client.post("/api/v1/me/factors/email")
    code = await mailed_code(house)
    await client.post("/api/v1/me/factors/email/confirm", json={"code": code})
    async with house.client() as thief:
        asked = await begin_login(thief)
        token = asked["mfa_token"]
        await thief.post("/api/v1/auth/mfa/send", json={"mfa_token": token, "method": "email"})
        right = await mailed_code(house)
        for guess in range(5):
            wrong = f"{(int(right) + 1 + guess) % 1_000_000:06}"
            assert (await verify(thief, token, wrong)).status_code == 401
            await forget_delays(house)
        assert (await verify(thief, token, right)).status_code == (401 if defended else 200)


@pytest.mark.parametrize("defended", [True, False])
async def test_a_reset_does_not_skip_the_second_factor(
    house: House, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch, defended: bool
) -> None:
    await house.signed_in(client, EMAIL)
    await add_totp(client)
    await client.post("/api/v1/auth/forgot-password", json={"email": EMAIL})
    body = {"token": await house.mailed_token(EMAIL), "password": NEW_PASSWORD}
    assert (await client.post("/api/v1/auth/reset-password", json=body)).status_code == 204
    assert (await client.get("/api/v1/me")).status_code == 401
    if not defended:

        async def none(session: AsyncSession, account_id: AccountId) -> tuple[str, ...]:
            return ()

        monkeypatch.setattr(gate, "methods_of", none)
    async with house.client() as thief:
        answer = await thief.post("/api/v1/auth/login", json={"email": EMAIL, "password": NEW_PASSWORD})
        assert ("mfa_token" in answer.json()) is defended
        assert (await thief.get("/api/v1/me")).status_code == (401 if defended else 200)


async def test_the_token_between_the_steps_is_no_access(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    secret, _ = await add_totp(client)
    await pass_steps(house)
    async with house.client() as thief:
        token = (await begin_login(thief))["mfa_token"]
        assert (
            await thief.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})
        ).status_code == 401
        code = pyotp.TOTP(secret).now()
        assert (await verify(thief, token, code)).status_code == 200
        await pass_steps(house)
        over = await verify(thief, token, code)
        assert (over.status_code, over.json()["code"]) == (401, "challenge_expired")


async def _guess(house: House, secret: str, times: int) -> None:
    right = int(pyotp.TOTP(secret).now())
    async with house.client() as thief:
        token = (await begin_login(thief))["mfa_token"]
        for guess in range(times):
            wrong = f"{(right + 7 + guess * 31) % 1_000_000:06}"
            assert (await verify(thief, token, wrong)).status_code in {401, 429}
