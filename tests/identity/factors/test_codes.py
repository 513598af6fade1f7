"""Codes of an app, by mail and on paper: set up, asked for, accepted once."""

import re
from uuid import UUID

import httpx
import pyotp

from coditect.identity import account_data
from coditect.kernel.account_data import Person
from coditect.kernel.ids import AccountId, OrganizationId
from tests.identity.factors.person import EMAIL, add_totp, begin_login, pass_steps, verify
from tests.identity.house import House


async def test_an_app_is_set_up_and_asked_for(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    secret, codes = await add_totp(client)
    assert len(set(codes)) == 10
    async with house.client() as other:
        asked = await begin_login(other)
        assert asked["methods"] == ["totp", "recovery_code"]
        assert (await other.get("/api/v1/me")).status_code == 401
        await pass_steps(house)
        answer = await verify(other, asked["mfa_token"], pyotp.TOTP(secret).now())
        assert answer.status_code == 200, answer.text
        assert (await other.get("/api/v1/me")).status_code == 200
        (session,) = [one for one in (await other.get("/api/v1/me/sessions")).json() if one["current"]]
        assert session["methods"] == ["password", "totp"]
    read = (await client.get("/api/v1/me/security")).json()
    assert ([one["kind"] for one in read["factors"]], read["recovery_codes_left"]) == (["totp"], 10)


async def test_a_recovery_code_works_once(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    _, codes = await add_totp(client)
    async with house.client() as other:
        asked = await begin_login(other)
        assert (await verify(other, asked["mfa_token"], codes[0].upper())).status_code == 200
        asked = await begin_login(other)
        again = await verify(other, asked["mfa_token"], codes[0])
        assert (again.status_code, again.json()["code"]) == (401, "invalid_code")
    assert (await client.get("/api/v1/me/security")).json()["recovery_codes_left"] == 9
    subjects = [mail.text for mail in await house.mails(EMAIL)]
    assert any("A recovery code was used" in text for text in subjects)


async def test_codes_by_mail(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, EMAIL)
    assert (await client.post("/api/v1/me/factors/email")).status_code == 202
    code = await mailed_code(house)
    wrong = f"{(int(code) + 1) % 1_000_000:06}"
    assert (await client.post("/api/v1/me/factors/email/confirm", json={"code": wrong})).status_code == 422
    assert (await client.post("/api/v1/me/factors/email/confirm", json={"code": code})).status_code == 200
    async with house.client() as other:
        asked = await begin_login(other)
        sent = await other.post(
            "/api/v1/auth/mfa/send", json={"mfa_token": asked["mfa_token"], "method": "email"}
        )
        assert sent.status_code == 202
        assert (await verify(other, asked["mfa_token"], code)).status_code == 401
        fresh = await mailed_code(house)
        assert (await verify(other, asked["mfa_token"], fresh)).status_code == 200


async def test_without_the_last_factor_the_paper_is_worth_nothing(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.signed_in(client, EMAIL)
    await add_totp(client)
    assert (await client.delete("/api/v1/me/factors/totp")).status_code == 204
    read = (await client.get("/api/v1/me/security")).json()
    assert (read["factors"], read["recovery_codes_left"]) == ([], 0)
    async with house.client() as other:
        answer = await other.post(
            "/api/v1/auth/login", json={"email": EMAIL, "password": "seven quiet herons at dawn"}
        )
        assert "access_token" in answer.json()


async def mailed_code(house: House) -> str:
    """The six digits of the newest mail that has some."""
    for mail in await house.mails(EMAIL):
        if found := re.search(r"^(\d{6})$", mail.text, re.MULTILINE):
            return found.group(1)
    raise AssertionError("no mail with a code")


async def test_who_takes_their_data_along_gets_their_factors_and_no_secret(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.signed_in(client, EMAIL)
    secret, codes = await add_totp(client)
    me = (await client.get("/api/v1/me")).json()
    person = Person(
        AccountId(UUID(me["account"]["id"])), (OrganizationId(UUID(me["active_organization_id"])),)
    )
    taken = await account_data.export_account_data(house.platform, person)
    assert [one["kind"] for one in taken["second_factors"]] == ["totp"]
    assert set(taken) >= {"account", "sign_in_sessions", "passkeys", "federated_identities", "api_keys"}
    assert not [one for one in (secret, *codes, "argon2") if one in str(taken)]
