"""Every route says whom it admits, and what counts as being signed in."""

import base64

import httpx
from fastapi import APIRouter, FastAPI

from coditect import identity, organizations
from tests.identity.house import PASSWORD, House


def test_every_route_here_declares_whom_it_admits(house: House) -> None:
    assert identity.undeclared_routes(house.app.routes) == []


def test_a_route_that_declares_nothing_is_found() -> None:
    router = APIRouter(prefix="/things")

    @router.get("/open", dependencies=[identity.PUBLIC])
    async def everybody() -> None: ...

    @router.get("/own")
    async def own(writer: organizations.ProjectWriter, session: organizations.WriteSession) -> None: ...

    @router.post("/forgotten")
    async def forgotten() -> None: ...

    app = FastAPI()
    app.include_router(router, prefix="/api/v1")
    assert identity.undeclared_routes(app.routes) == ["POST /api/v1/things/forgotten"]


async def test_a_cookie_beside_another_authorization_does_not_count(
    house: House, client: httpx.AsyncClient
) -> None:
    # Such a request is spared the check of its origin, and a browser sends Basic credentials by itself.
    await house.signed_in(client, "ada@example.com")
    basic = base64.b64encode(b"proxy:password").decode()
    answer = await client.get("/api/v1/me", headers={"Authorization": f"Basic {basic}"})
    assert answer.status_code == 401


async def test_another_site_cannot_act_with_the_cookies(house: House, client: httpx.AsyncClient) -> None:
    await house.signed_in(client, "ada@example.com")
    for foreign in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}):
        for path in ("/api/v1/auth/refresh", "/api/v1/auth/logout"):
            answer = await client.post(path, headers=foreign)
            assert (answer.status_code, answer.json()["code"]) == (403, "cross_origin_request")
    assert (await client.get("/api/v1/me")).status_code == 200


async def test_a_page_of_another_site_cannot_sign_a_browser_in(
    house: House, client: httpx.AsyncClient
) -> None:
    # A form can post text that reads as JSON, but not the content type.
    await house.registered(client, "ada@example.com")
    answer = await client.post(
        "/api/v1/auth/login",
        content=f'{{"email": "ada@example.com", "password": "{PASSWORD}"}}',
        headers={"Content-Type": "text/plain"},
    )
    assert answer.status_code == 422
    assert not client.cookies


async def test_a_401_says_how_to_sign_in(client: httpx.AsyncClient) -> None:
    answer = await client.get("/api/v1/me")
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.json()["code"] == "not_authenticated"
