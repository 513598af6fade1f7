"""From sign-up to sign-out, as a browser and as a program."""

import re

import httpx

from tests.identity.house import PASSWORD, House, login


async def test_from_sign_up_to_sign_out(house: House, client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/api/v1/auth/register",
        json={"email": "ada@example.com", "password": PASSWORD, "name": "Ada Lovelace"},
    )
    assert (answer.status_code, answer.json()) == (
        201,
        {"email": "ada@example.com", "status": "verification_sent"},
    )

    early = await client.post("/api/v1/auth/login", json={"email": "ada@example.com", "password": PASSWORD})
    assert (early.status_code, early.json()["code"]) == (403, "email_not_verified")

    token = await house.mailed_token("ada@example.com")
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", token)
    assert (await client.post("/api/v1/auth/verify-email", json={"token": token})).status_code == 204

    body = await login(client, "ADA@Example.com")
    assert body.keys() == {"access_token", "token_type", "expires_in"}
    assert (body["token_type"], body["expires_in"]) == ("bearer", 600)

    me = (await client.get("/api/v1/me")).json()
    assert me["account"]["email"] == "ada@example.com"
    assert me["account"]["name"] == "Ada Lovelace"
    assert me["account"]["email_verified"] is True
    (organization,) = me["organizations"]
    assert organization["id"] == me["active_organization_id"]
    assert (organization["role"], organization["tier"]) == ("owner", "free")
    assert organization["slug"].startswith("ada-lovelace-")

    async with house.client() as program:
        bearer = {"Authorization": f"Bearer {body['access_token']}"}
        assert (await program.get("/api/v1/me", headers=bearer)).json() == me

    assert (await client.post("/api/v1/auth/refresh")).status_code == 200
    assert (await client.post("/api/v1/auth/logout")).status_code == 204
    assert (await client.get("/api/v1/me")).status_code == 401
    assert (await client.post("/api/v1/auth/refresh")).status_code == 401


async def test_sign_out_ends_every_token_of_the_session_at_once(
    house: House, client: httpx.AsyncClient
) -> None:
    first = await house.signed_in(client, "ada@example.com")
    async with house.client() as elsewhere:
        other = await login(elsewhere, "ada@example.com")
        await elsewhere.post("/api/v1/auth/logout")
    async with house.client() as program:
        for body, expected in ((first, 200), (other, 401)):
            bearer = {"Authorization": f"Bearer {body['access_token']}"}
            assert (await program.get("/api/v1/me", headers=bearer)).status_code == expected
        bearer = {"Authorization": f"Bearer {first['access_token']}"}
        assert (await program.post("/api/v1/auth/logout", headers=bearer)).status_code == 204
        assert (await program.get("/api/v1/me", headers=bearer)).status_code == 401
    assert (await client.post("/api/v1/auth/refresh")).status_code == 401


async def test_a_stale_bearer_does_not_hinder_signing_in(house: House, client: httpx.AsyncClient) -> None:
    await house.registered(client, "ada@example.com")
    answer = await client.post(
        "/api/v1/auth/login",
        json={"email": "ada@example.com", "password": PASSWORD},
        headers={"Authorization": "Bearer stale"},
    )
    assert answer.status_code == 200


async def test_cookies_are_out_of_reach_of_scripts_and_other_sites(
    house: House, client: httpx.AsyncClient
) -> None:
    await house.registered(client, "ada@example.com")
    answer = await client.post("/api/v1/auth/login", json={"email": "ada@example.com", "password": PASSWORD})
    cookies = {cookie.partition("=")[0]: cookie for cookie in answer.headers.get_list("set-cookie")}
    # The third only says that somebody signed in here; scripts read it, and it opens nothing.
    assert cookies.keys() == {"coditect_session", "coditect_refresh", "coditect_signed_in"}
    session, refresh = cookies["coditect_session"], cookies["coditect_refresh"]
    assert session.endswith("; HttpOnly; Max-Age=600; Path=/; SameSite=lax")
    assert refresh.endswith("; HttpOnly; Max-Age=2592000; Path=/api/v1/auth; SameSite=strict")


async def test_a_suspended_account_is_out_at_once(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    await _suspend(house)
    assert (await client.get("/api/v1/me")).status_code == 401
    assert (await client.post("/api/v1/auth/refresh")).status_code == 401
    answer = await client.post("/api/v1/auth/login", json={"email": "ada@example.com", "password": PASSWORD})
    assert (answer.status_code, answer.json()["code"]) == (403, "account_suspended")


async def _suspend(house: House) -> None:
    from sqlalchemy import update

    from coditect.identity.models import Account
    from coditect.kernel.scope import NOBODY

    async with house.platform.database.write(NOBODY) as session:
        await session.execute(update(Account).values(status="suspended"))
