"""A connection to one server. Loads the protocol's client, which costs about a second: import it in a thread.

The client lives in a task of its own, since it must be closed by the task that opened it. A server that hangs, dies or
says too much loses its connection; the next call begins a new one.
"""

import asyncio
import contextlib
import shlex
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import anyio
import httpx2
import mcp_types as types
from anyio.streams.memory import MemoryObjectReceiveStream, MemoryObjectSendStream
from mcp import ClientSession, MCPError
from mcp.client.streamable_http import streamable_http_client
from mcp.shared.message import SessionMessage

from coditect.agents.mcp_client.spec import MOST_TOOLS, Described, ServerSpec
from coditect.agents.tools.contract import ToolRefused
from coditect.agents.tools.web import checked
from coditect.workspaces import Limits, SandboxUnavailable, Served, serve

OPENING_SECONDS: Final = 30.0
MOST_BYTES: Final = 4_000_000
"""Of one message."""
_LARGEST_LIST: Final = 400_000
_LIMITS: Final = Limits(seconds=3_600, memory_bytes=1024**3, processes=128)
_FAULTS: Final = (MCPError, OSError, ValueError, RuntimeError, httpx2.HTTPError, anyio.ClosedResourceError)

_ERRORS_TOLD: Final = 1_000

_LAST_WORDS_SECONDS: Final = 1.0

Received = SessionMessage | Exception


@dataclass(frozen=True)
class Around:
    """Where a server works: the folder that one in the sandbox sees, and the hosts that may be asked."""

    root: Path
    allowed_hosts: frozenset[str]


class Connection:
    """One server, connected to when it is first needed."""

    def __init__(self, spec: ServerSpec, secrets: Mapping[str, str], around: Around) -> None:
        self._spec = spec
        self._secrets = secrets
        self._around = around
        self._task: asyncio.Task[None] | None = None
        self._session: asyncio.Future[ClientSession] | None = None
        self._closing = asyncio.Event()
        self._errors = bytearray()
        """The end of what a server in the sandbox said on standard error."""

    async def tools(self) -> list[Described]:
        """Return what the server offers now."""
        async with self._talking(OPENING_SECONDS) as session:
            found: list[types.Tool] = []
            cursor: str | None = None
            while True:
                page = await session.list_tools(params=types.PaginatedRequestParams(cursor=cursor))
                found += page.tools
                if len(found) > MOST_TOOLS:
                    raise ToolRefused(f"{self._spec.name} offers more than {MOST_TOOLS} tools.")
                cursor = page.next_cursor
                if not cursor:
                    break
        listed = [
            Described(name=tool.name, description=tool.description or "", input_schema=tool.input_schema)
            for tool in found
        ]
        if sum(len(tool.model_dump_json()) for tool in listed) > _LARGEST_LIST:
            raise ToolRefused(
                f"{self._spec.name} describes its tools in more than {_LARGEST_LIST} characters."
            )
        return listed

    async def call(self, tool: str, arguments: dict[str, Any], seconds: float) -> types.CallToolResult:
        """Call a tool."""
        async with self._talking(seconds) as session:
            return await session.call_tool(tool, arguments)

    async def close(self) -> None:
        """End the connection, and a server in the sandbox with it."""
        if self._task is None:
            return
        self._closing.set()
        task, self._task, self._session = self._task, None, None
        _, late = await asyncio.wait({task}, timeout=5)
        for one in late:
            one.cancel()
        await asyncio.gather(task, return_exceptions=True)

    @asynccontextmanager
    async def _talking(self, seconds: float) -> AsyncIterator[ClientSession]:
        name = self._spec.name
        try:
            async with asyncio.timeout(seconds) as patience:
                yield await self._opened()
        except (ToolRefused, SandboxUnavailable) as refusal:
            await self.close()
            raise ToolRefused(str(refusal)) from None
        except BaseException as error:
            if isinstance(error, MCPError) and error.code != types.CONNECTION_CLOSED:
                raise ToolRefused(f"{name} refused: {error}"[:2_000]) from None
            await self.close()
            if isinstance(error, TimeoutError) and patience.expired():
                raise ToolRefused(f"{name} did not answer within {seconds:g} s and was ended.") from None
            if isinstance(error, _FAULTS):
                said = self._errors.decode("utf-8", "replace").strip()[-_ERRORS_TOLD:]
                raise ToolRefused(
                    f"{name} broke off: {str(error)[:_ERRORS_TOLD] or type(error).__name__}{said and f'; it said: {said}'}"
                ) from None
            raise

    async def _opened(self) -> ClientSession:
        if self._spec.url is not None:
            await checked(self._spec.url, self._around.allowed_hosts)  # for a clear refusal
        if self._task is not None and self._task.done():
            await self.close()
        if self._session is None:
            self._closing = asyncio.Event()
            self._session = asyncio.get_running_loop().create_future()
            self._task = asyncio.create_task(self._live(self._session, self._closing))
        return await asyncio.shield(self._session)

    async def _live(self, opened: asyncio.Future[ClientSession], closing: asyncio.Event) -> None:
        try:
            async with self._transport() as (receive, send), ClientSession(receive, send) as session:
                await session.initialize()
                opened.set_result(session)
                await closing.wait()
        except BaseException as error:
            if not opened.done():
                opened.set_exception(_plain(error))
                opened.exception()  # whoever waits may be gone
            if isinstance(error, asyncio.CancelledError):
                raise

    def _transport(self) -> Any:
        return self._by_http() if self._spec.url is not None else self._in_sandbox()

    @asynccontextmanager
    async def _by_http(self) -> AsyncIterator[Any]:
        assert self._spec.url is not None
        transport = _Walled(self._around.allowed_hosts)
        async with (
            httpx2.AsyncClient(
                transport=transport, headers=dict(self._secrets), trust_env=False, timeout=OPENING_SECONDS
            ) as client,
            streamable_http_client(self._spec.url, http_client=client) as streams,
        ):
            yield streams

    @asynccontextmanager
    async def _in_sandbox(self) -> AsyncIterator[Any]:
        command = f"exec {shlex.join(self._spec.command)}"
        to_us, receive = anyio.create_memory_object_stream[Received](0)
        send, from_us = anyio.create_memory_object_stream[SessionMessage](0)
        async with serve(
            command, self._around.root, _LIMITS, environment=self._secrets, longest_line=MOST_BYTES
        ) as served:
            self._errors = served.errors
            reading = asyncio.create_task(_read(served, to_us))
            writing = asyncio.create_task(_write(served, from_us))
            try:
                yield receive, send
            finally:
                for task in (reading, writing):
                    task.cancel()
                await asyncio.gather(reading, writing, return_exceptions=True)
                for stream in (to_us, receive, send, from_us):
                    stream.close()


async def _read(served: Served, to_us: MemoryObjectSendStream[Received]) -> None:
    """Hand on each line that is a message, until the server ends or says too much; what is no message is passed over."""
    with contextlib.suppress(ValueError, OSError, anyio.BrokenResourceError, anyio.ClosedResourceError):
        while line := await served.stdout.readline():
            try:
                message = types.jsonrpc_message_adapter.validate_json(line, by_name=False)
            except ValueError:
                continue
            await to_us.send(SessionMessage(message))
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(_LAST_WORDS_SECONDS):
            await served.silent.wait()
    to_us.close()


async def _write(served: Served, from_us: MemoryObjectReceiveStream[SessionMessage]) -> None:
    with contextlib.suppress(OSError):
        async for one in from_us:
            served.stdin.write(
                one.message.model_dump_json(by_alias=True, exclude_unset=True).encode() + b"\n"
            )
            await served.stdin.drain()


class _Walled(httpx2.AsyncHTTPTransport):
    """Connects to the address that was checked, each time anew, and reads with bounds."""

    def __init__(self, allowed: frozenset[str]) -> None:
        super().__init__(trust_env=False)
        self._allowed = allowed

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        try:
            target = await checked(str(request.url), self._allowed)
        except ToolRefused as refusal:
            raise httpx2.ConnectError(str(refusal), request=request) from None
        pinned = httpx2.Request(
            request.method,
            request.url.copy_with(host=target.address, port=target.port),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": target.host},
        )
        response = await super().handle_async_request(pinned)
        assert isinstance(response.stream, httpx2.AsyncByteStream)
        response.stream = _Bounded(response.stream)
        return response


class _Bounded(httpx2.AsyncByteStream):
    def __init__(self, inner: httpx2.AsyncByteStream) -> None:
        self._inner = inner

    async def __aiter__(self) -> AsyncIterator[bytes]:
        count = 0
        async for chunk in self._inner:
            count += len(chunk)
            if count > MOST_BYTES:
                raise httpx2.ReadError(f"more than {MOST_BYTES} bytes")
            yield chunk

    async def aclose(self) -> None:
        await self._inner.aclose()


def _plain(error: BaseException) -> BaseException:
    """Return what lies in a group of one."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error if isinstance(error, Exception) else ConnectionError("it ended before it was ready")
