"""`/mcp`: the protocol over streamable HTTP, without sessions, so that any process can answer any request."""

import asyncio
import importlib
from typing import TYPE_CHECKING, Any, Final, cast

import anyio.to_thread
import httpx
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from coditect.agents.mcp_server.api import Api
from coditect.identity import claims_of
from coditect.kernel.errors import NotAuthenticated

if TYPE_CHECKING:
    from mcp.server.streamable_http_manager import StreamableHTTPSessionManager

PATH: Final = "/mcp"
_OURS: Final = "http://localhost"
_PASSED_ON: Final = ("authorization", "x-request-id", "traceparent", "user-agent")


class McpEndpoint:
    """Answers requests of the protocol once somebody asks; `run` must be running beside it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._asked = asyncio.Event()
        self._ready: asyncio.Future[StreamableHTTPSessionManager] | None = None

    async def run(self) -> None:
        """Load the library when first asked, then serve until cancelled."""
        await self._asked.wait()
        # In a thread: importing takes a second, which would stall every other request.
        module = await anyio.to_thread.run_sync(importlib.import_module, "coditect.agents.mcp_server.manager")
        manager = cast("StreamableHTTPSessionManager", module.build_manager(self._api_of))
        async with manager.run():
            self._future().set_result(manager)
            await asyncio.get_running_loop().create_future()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request of a caller with an API key or an access token; raises NotAuthenticated for others."""
        request = Request(scope, receive)
        if "authorization" not in request.headers:
            # A cookie does not do: requests of the protocol pass no check of their origin.
            raise NotAuthenticated("Send an API key or an access token as a bearer token.")
        await claims_of(request)
        self._asked.set()
        manager = await asyncio.shield(self._future())
        await manager.handle_request(scope, receive, send)

    def _future(self) -> "asyncio.Future[StreamableHTTPSessionManager]":
        if self._ready is None:
            self._ready = asyncio.get_running_loop().create_future()
        return self._ready

    def _api_of(self, context: Any) -> Api:
        """Access to our own interface with the credentials, and from the address, of whoever asked."""
        asked: Request = context.request
        client = asked.client or ("127.0.0.1", 0)
        transport = httpx.ASGITransport(self._app, client=(client[0], client[1]))
        headers = {name: asked.headers[name] for name in _PASSED_ON if name in asked.headers}
        return Api(httpx.AsyncClient(transport=transport, base_url=_OURS, headers=headers))
