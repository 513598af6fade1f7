"""Abuse of our OpenID provider: PKCE left out or weakened, codes and tokens used twice or elsewhere, foreign addresses."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from joserfc import jws

from coditect.identity.federation.flow import s256
from coditect.identity.provider import authorizing, clients, redeeming, third_party_tokens
from coditect.identity.provider.clients import Registration
from coditect.identity.provider.models import OAuthClient
from coditect.kernel.scope import NOBODY
from tests.identity.conftest import client, house
from tests.identity.house import House

__all__ = ["client", "house"]

REDIRECT = "https://tool.test/back"
VERIFIER = "v" * 43
API = "/api/v1/oauth/authorizations"


@dataclass(frozen=True)
class Tool:
    """A public program, and the browser of somebody who is signed in."""

    id: str
    browser: httpx.AsyncClient

    async def asks(self, **change: str | None) -> str:
        """Ask for a code that the person allows; return where the browser is sent."""
        given: dict[str, str | None] = {
            "client_id": self.id,
            "redirect_uri": REDIRECT,
            "response_type": "code",
            "scope": "openid email offline_access",
            "state": "s",
            "code_challenge": s256(VERIFIER),
            "code_challenge_method": "S256",
            **change,
        }
        query = {name: [value] for name, value in given.items() if value is not None}
        answer = await self.browser.post(API, json={"query": query, "decision": "allow"})
        return str(answer.json().get("location") or answer.json()["code"])

    async def code(self, **change: str | None) -> str:
        return parse_qs(urlsplit(await self.asks(**change)).query)["code"][0]

    async def redeems(self, code: str, **change: str) -> httpx.Response:
        form = {
            "grant_type": "authorization_code",
            "client_id": self.id,
            "code": code,
            "redirect_uri": REDIRECT,
            "code_verifier": VERIFIER,
        }
        return await self.posts("/oauth/token", form | change)

    async def refreshes(self, token: str) -> httpx.Response:
        form = {"grant_type": "refresh_token", "client_id": self.id, "refresh_token": token}
        return await self.posts("/oauth/token", form)

    async def posts(self, path: str, form: dict[str, str]) -> httpx.Response:
        return await self.browser.post(path, data=form, headers={"sec-fetch-site": "same-origin"})

    async def knows(self, token: str) -> int:
        header = {"Authorization": f"Bearer {token}"}
        return (await self.browser.get("/oauth/userinfo", headers=header)).status_code


@pytest.fixture
async def tool(house: House, client: httpx.AsyncClient) -> Tool:
    await house.signed_in(client, "ada@example.com")
    async with house.platform.database.write(NOBODY) as session:
        client_id, _ = await clients.register(session, Registration("A tool", [REDIRECT], confidential=False))
    return Tool(client_id, client)


async def test_no_code_without_pkce_and_none_with_a_weak_one(
    tool: Tool, monkeypatch: pytest.MonkeyPatch
) -> None:
    weak: list[dict[str, str | None]] = [
        {"code_challenge": None, "code_challenge_method": None},
        {"code_challenge_method": "plain", "code_challenge": VERIFIER},
        {"code_challenge_method": None},
        {"code_challenge": "short"},
    ]
    for change in weak:
        assert "error=invalid_request" in await tool.asks(**change), change
    for wrong in ({"code_verifier": "w" * 43}, {"code_verifier": ""}, {"code_verifier": s256(VERIFIER)}):
        answer = await tool.redeems(await tool.code(), **wrong)
        assert (answer.status_code, answer.json()["error"]) == (400, "invalid_grant")
    # Counter-test: unchecked, a stolen code is worth the same to a thief.
    monkeypatch.setattr(redeeming, "s256", lambda _: s256(VERIFIER))
    assert (await tool.redeems(await tool.code(), code_verifier="w" * 43)).status_code == 200


async def test_a_code_that_comes_twice_ends_all_that_came_of_it(tool: Tool) -> None:
    code = await tool.code()
    first = (await tool.redeems(code)).json()
    assert await tool.knows(first["access_token"]) == 200
    again = await tool.redeems(code)
    assert again.json()["error"] == "invalid_grant"
    assert await tool.knows(first["access_token"]) == 401
    assert (await tool.refreshes(first["refresh_token"])).json()["error"] == "invalid_grant"
    # Counter-test: without the second coming everything goes on.
    other = (await tool.redeems(await tool.code())).json()
    assert await tool.knows(other["access_token"]) == 200


async def test_a_refresh_token_that_comes_back_late_ends_its_grant(
    tool: Tool, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = (await tool.redeems(await tool.code())).json()
    second = (await tool.refreshes(first["refresh_token"])).json()
    # At once it may be an answer that got lost: refused, but nothing ends.
    assert (await tool.refreshes(first["refresh_token"])).status_code == 400
    assert await tool.knows(second["access_token"]) == 200
    monkeypatch.setattr(redeeming, "GRACE", timedelta(0))
    assert (await tool.refreshes(first["refresh_token"])).status_code == 400
    assert await tool.knows(second["access_token"]) == 401
    assert (await tool.refreshes(second["refresh_token"])).status_code == 400


async def test_nobody_is_sent_to_an_address_that_is_not_registered(
    tool: Tool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for foreign in (
        "https://evil.test/back",
        REDIRECT + "/../evil",
        REDIRECT + "?x=1",
        "https://tool.test.evil.test/back",
        "https://tool.test@evil.test/back",
        "http://tool.test/back",
    ):
        assert await tool.asks(redirect_uri=foreign) == "oauth_client_refused", foreign
    assert (await tool.redeems(await tool.code(), redirect_uri="https://tool.test/other")).status_code == 400

    # Counter-test: if only the program were looked at, the code would go to the thief.
    async def trusting(session: Any, query: Any) -> Any:
        return await session.get(OAuthClient, tool.id), query["redirect_uri"][0]

    monkeypatch.setattr(authorizing, "client_of", trusting)
    assert (await tool.asks(redirect_uri="https://evil.test/back")).startswith("https://evil.test/back?code=")


async def test_a_code_is_worth_nothing_to_another_program(house: House, tool: Tool) -> None:
    async with house.platform.database.write(NOBODY) as session:
        other, _ = await clients.register(session, Registration("Other", [REDIRECT], confidential=False))
        _, _ = await clients.register(session, Registration("Third", [REDIRECT]))
    code = await tool.code()
    assert (await Tool(other, tool.browser).redeems(code)).json()["error"] == "invalid_grant"
    assert (await tool.redeems(code)).status_code == 200


async def test_a_confidential_program_proves_itself(house: House, tool: Tool) -> None:
    async with house.platform.database.write(NOBODY) as session:
        client_id, secret = await clients.register(session, Registration("Kept", [REDIRECT]))
    kept = Tool(client_id, tool.browser)
    assert secret is not None
    for wrong in ({}, {"client_secret": "guess"}, {"client_secret": ""}):
        answer = await kept.redeems(await kept.code(), **wrong)
        assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client"), wrong
    assert (await kept.redeems(await kept.code(), client_secret=secret)).status_code == 200


async def test_a_token_opens_only_what_it_was_made_for(
    house: House, tool: Tool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Access tokens of ours and of other programs, ID tokens, refresh tokens: none passes for another."""
    tokens = (await tool.redeems(await tool.code())).json()
    own = tool.browser.cookies["coditect_session"]
    async with house.client() as thief:
        for token in (tokens["access_token"], tokens["id_token"], tokens["refresh_token"]):
            answer = await thief.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})
            assert answer.status_code == 401
        assert (await thief.get("/api/v1/me", headers={"Authorization": f"Bearer {own}"})).status_code == 200
    for token in (own, tokens["id_token"], tokens["refresh_token"]):
        assert await tool.knows(token) == 401
    assert await tool.knows(tokens["access_token"]) == 200
    # Counter-test: if the kind of a token were not looked at, an ID token would open what an access token does.
    decoded = third_party_tokens._decoded

    def careless(keys: Any, token: str, kind: str, **wanted: Any) -> dict[str, Any]:
        del kind
        claims = decoded(keys, token, "JWT", **(wanted | {"audience": None}))
        return {"gid": tokens_grant, **claims}

    header = jws.extract_compact(tokens["access_token"].encode())
    tokens_grant = json.loads(header.payload)["gid"]
    monkeypatch.setattr(third_party_tokens, "_decoded", careless)
    assert await tool.knows(tokens["id_token"]) == 200


async def test_signing_out_ends_tokens_that_were_not_for_offline(tool: Tool) -> None:
    online = (await tool.redeems(await tool.code(scope="openid"))).json()
    assert "refresh_token" not in online
    assert await tool.knows(online["access_token"]) == 200
    await tool.browser.post("/api/v1/auth/logout")
    assert await tool.knows(online["access_token"]) == 401


async def test_taking_the_consent_back_ends_everything(tool: Tool) -> None:
    tokens = (await tool.redeems(await tool.code())).json()
    (consent,) = (await tool.browser.get("/api/v1/oauth/consents")).json()["items"]
    assert (await tool.browser.delete(f"/api/v1/oauth/consents/{consent['client_id']}")).status_code == 204
    assert await tool.knows(tokens["access_token"]) == 401
    assert (await tool.refreshes(tokens["refresh_token"])).status_code == 400
