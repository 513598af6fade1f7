"""Programs of other makers meet us over HTTP: a strict provider that we sign in by, a strict program that signs in by us."""

import asyncio
import json
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import uvicorn

from coditect.identity.provider import clients
from coditect.identity.provider.clients import Registration
from coditect.kernel.scope import NOBODY
from tests.fixtures.platforms import PATIENCE_SECONDS, on_sqlite, until
from tests.identity.house import House, run_house
from tests.servers import process

TOOLS = Path(__file__).parents[1] / "tools"
REDIRECT = "http://127.0.0.1:9/back"


@asynccontextmanager
async def node(script: str, *arguments: str) -> AsyncIterator[Process]:
    """A Node program of the test tools."""
    if not (TOOLS / "node_modules" / "openid-client").is_dir():
        pytest.fail(
            "the Node programs of the tests are missing: run `make setup`, or `npm ci` in tests/tools"
        )
    child = await asyncio.create_subprocess_exec(
        "node", str(TOOLS / script), *arguments, stdin=PIPE, stdout=PIPE, env={"PATH": os.environ["PATH"]}
    )
    try:
        yield child
    finally:
        if child.returncode is None:
            child.kill()
        await child.wait()


async def said(child: Process) -> str:
    assert child.stdout is not None
    async with asyncio.timeout(PATIENCE_SECONDS):
        while (line := (await child.stdout.readline()).decode().strip()).startswith("oidc-provider"):
            pass
    assert line, "the program ended"
    return line


async def tell(child: Process, what: dict[str, Any]) -> dict[str, Any]:
    assert child.stdin is not None
    child.stdin.write(json.dumps(what).encode() + b"\n")
    await child.stdin.drain()
    answer: dict[str, Any] = json.loads(await said(child))
    return answer


@asynccontextmanager
async def served(url: str, folder: Path, port: int, **settings: Any) -> AsyncIterator[House]:
    """The application on a port of this machine."""
    address = f"http://127.0.0.1:{port}"
    async with run_house(url, folder, public_url=address, **settings) as house:
        server = uvicorn.Server(uvicorn.Config(house.app, port=port, log_level="error", lifespan="off"))
        running = asyncio.create_task(server.serve())
        await until(lambda: server.started)
        try:
            yield house
        finally:
            server.should_exit = True
            await running


@on_sqlite
@pytest.mark.parametrize("confidential", [True, False])
async def test_a_strict_program_signs_in_with_us(
    migrated_database_url: str, tmp_path: Path, confidential: bool
) -> None:
    port = process.free_port()
    address = f"http://127.0.0.1:{port}"
    async with (
        served(migrated_database_url, tmp_path / "data", port) as house,
        httpx.AsyncClient(base_url=address) as browser,
        node("sign_in.mjs") as program,
    ):
        async with house.platform.database.write(NOBODY) as session:
            given = Registration("A tool", [REDIRECT], [REDIRECT], confidential)
            client_id, secret = await clients.register(session, given)
        await house.signed_in(browser, "ada@example.com")
        begun = await tell(
            program,
            {
                "issuer": address,
                "clientId": client_id,
                "secret": secret,
                "redirectUri": REDIRECT,
                "scope": "openid email profile offline_access",
            },
        )
        asks = await browser.get(begun["location"])
        assert asks.headers["location"].startswith("/consent?")
        query = parse_qs(urlsplit(asks.headers["location"]).query)
        shown = (await browser.post("/api/v1/oauth/authorizations", json={"query": query})).json()
        assert (shown["client_name"], shown["location"]) == ("A tool", None)
        allowed = await browser.post(
            "/api/v1/oauth/authorizations", json={"query": query, "decision": "allow"}
        )
        came = await tell(program, {"back": allowed.json()["location"]})
        assert came["claims"]["email"] == came["person"]["email"] == "ada@example.com"
        assert came["claims"]["aud"] == client_id
        assert came["claims"]["amr"] == ["password"]
        assert came["refreshed"]["sub"] == came["claims"]["sub"] == came["person"]["sub"]
        assert came["afterRevocation"] == "invalid_grant"
        # Allowed once, the same program is let in without a question.
        again = await browser.get(begun["location"])
        assert again.headers["location"].startswith(REDIRECT + "?code=")
        # Its tokens open nothing of ours.
        for token in (came["accessToken"], came["idToken"]):
            refused = await browser.get("/api/v1/me", headers={"Authorization": f"Bearer {token}"})
            assert refused.status_code == 401
        # Signing out there signs out here.
        left = await browser.get(came["leave"])
        assert left.headers["location"] == REDIRECT
        assert (await browser.get("/api/v1/me")).status_code == 401


@on_sqlite
async def test_we_sign_in_by_a_strict_provider(migrated_database_url: str, tmp_path: Path) -> None:
    port = process.free_port()
    address = f"http://127.0.0.1:{port}"
    async with node("oidc_provider.mjs", f"{address}/api/v1/auth/oauth/callback") as provider:
        issuer = await said(provider)
        async with (
            served(
                migrated_database_url,
                tmp_path / "data",
                port,
                oidc_issuer=issuer,
                oidc_client_id="coditect",
                oidc_client_secret="a secret of the test",
            ),
            httpx.AsyncClient(base_url=address, follow_redirects=True) as browser,
        ):
            # Through the provider's pages and back; it redirects all the way.
            came = await browser.get("/api/v1/auth/oauth/oidc/start", params={"next": "/api/v1/me"})
            assert came.status_code == 200, came.text
            assert came.url == f"{address}/api/v1/me"
            assert came.json()["account"]["email"] == "ada@example.com"
            assert came.json()["account"]["email_verified"]
            again = await browser.get("/api/v1/auth/identities")
            assert again.json()["items"][0]["provider"] == "oidc"
