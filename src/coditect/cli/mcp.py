"""`coditect mcp`: the Model Context Protocol on standard input and output, acting at an installation over HTTP."""

import asyncio
import os
from collections.abc import AsyncGenerator

import httpx
from mcp.server.stdio import stdio_server

from coditect.agents.mcp_server.api import Api
from coditect.agents.mcp_server.server import build_server
from coditect.cli import credentials
from coditect.cli.credentials import Credentials
from coditect.cli.login import renewal, renewed

KEY = "CODITECT_API_KEY"
_LOCAL = "http://127.0.0.1:8000"


class Session(httpx.Auth):
    """Sends the token of who is signed in, and renews it once when it is over."""

    requires_response_body = True

    def __init__(self, known: Credentials) -> None:
        self._known = known

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        request.headers["authorization"] = f"Bearer {self._known.access_token}"
        response = yield request
        if response.status_code == 401:
            answer = yield httpx.Request(
                "POST", f"{self._known.server}/oauth/token", data=renewal(self._known)
            )
            await answer.aread()
            if answer.status_code == 200:
                self._known = renewed(self._known, answer.json())
                request.headers["authorization"] = f"Bearer {self._known.access_token}"
                yield request


def serve(server: str | None) -> None:
    """Serve until standard input ends; raises ValueError when nobody is signed in and no key is set."""
    asyncio.run(_serve(_client(server)))


async def _serve(client: httpx.AsyncClient) -> None:
    ours = build_server(lambda _: Api(client))
    async with client, stdio_server() as (read, write):
        await ours.run(read, write, ours.create_initialization_options())


def _client(server: str | None) -> httpx.AsyncClient:
    key = os.environ.get(KEY)
    known = credentials.load()
    address = (server or (known.server if known else _LOCAL)).rstrip("/")
    if key:
        return httpx.AsyncClient(base_url=address, timeout=60, headers={"authorization": f"Bearer {key}"})
    if known is None or known.server != address:
        raise ValueError(
            f"Nobody is signed in at {address}; run: coditect login --server {address}, or set {KEY}."
        )
    return httpx.AsyncClient(base_url=address, timeout=60, auth=Session(known))
