"""The application of accounts, organizations and projects on a real database, and a reader of its streams."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI
from starlette.types import Message

from coditect.identity import context as identity_context
from coditect.kernel.relay import Relay
from coditect.kernel.streams import PositionHeader
from coditect.organizations import context as organizations_context
from coditect.projects import context
from tests.identity.house import BASE_URL, House, run_house
from tests.projects import make


@asynccontextmanager
async def run_projects_house(url: str, folder: Path, **settings: Any) -> AsyncIterator[House]:
    """Build the application on the migrated database at `url`; its relay is run by hand."""
    async with run_house(url, folder, **settings) as house:
        for router in context.routers:
            house.app.include_router(router, prefix="/api/v1")
        context.supply(house.app, count_workflows=make.no_workflows)
        organizations_context.supply(
            house.app, subject_kinds={**organizations_context.subjects, **context.subjects}
        )
        house.app.add_middleware(PositionHeader, hub=house.platform.hub)
        platform = house.platform
        consumers = [
            *identity_context.consumers(platform),
            *organizations_context.consumers(platform),
            *context.consumers(platform),
        ]
        yield replace(house, relay=Relay(platform.database, platform.bus, consumers))


@asynccontextmanager
async def member(house: House, email: str) -> AsyncIterator[httpx.AsyncClient]:
    """A signed-in program of a person with an organization of their own."""
    async with house.client() as client:
        login = await house.signed_in(client, email)
    async with house.client(authorization=f"Bearer {login['access_token']}") as client:
        yield client


@dataclass(frozen=True)
class Frame:
    """One server-sent event as a browser sees it."""

    id: int | None
    event: str
    data: dict[str, Any]


class Stream:
    """A stream that is read while the application goes on; httpx would wait for its end."""

    def __init__(self) -> None:
        self.status: int | None = None
        self.begun = asyncio.Event()
        self.ended = asyncio.Event()
        self._parts: asyncio.Queue[str] = asyncio.Queue()
        self._rest = ""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.begun.set()
        else:
            self._parts.put_nowait(message.get("body", b"").decode())
            if not message.get("more_body"):
                self.ended.set()

    async def next(self) -> Frame:
        """Wait for the next event, passing over comments and the retry time."""
        while True:
            block, found, rest = self._rest.partition("\n\n")
            if not found:
                self._rest += await self._parts.get()
                continue
            self._rest = rest
            lines = (line for line in block.splitlines() if not line.startswith(":"))
            fields = dict(line.split(": ", 1) for line in lines)
            if "event" in fields:
                return Frame(
                    int(fields["id"]) if "id" in fields else None, fields["event"], json.loads(fields["data"])
                )

    async def frames(self, count: int) -> list[Frame]:
        return [await self.next() for _ in range(count)]

    def is_silent(self) -> bool:
        """Whether nothing but comments is waiting to be read."""
        while not self._parts.empty():
            self._rest += self._parts.get_nowait()
        return "event:" not in self._rest


@asynccontextmanager
async def stream(
    app: FastAPI, client: httpx.AsyncClient, path: str, last_event_id: int | None = None
) -> AsyncIterator[Stream]:
    """Open the stream at `path` as `client` would; leave it like a closed page."""
    headers = {"authorization": client.headers["authorization"]}
    if last_event_id is not None:
        headers["last-event-id"] = str(last_event_id)
    request = client.build_request("GET", path, headers=headers)
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": request.url.path,
        "raw_path": request.url.raw_path,
        "query_string": request.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in request.headers.raw],
        "server": (httpx.URL(BASE_URL).host, httpx.URL(BASE_URL).port),
        "client": ("127.0.0.1", 40000),
    }
    opened = Stream()
    left = asyncio.Event()

    async def receive() -> Message:
        await left.wait()
        return {"type": "http.disconnect"}

    answering = asyncio.create_task(app(scope, receive, opened.send))
    try:
        await opened.begun.wait()
        yield opened
    finally:
        left.set()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(answering), 5)
        answering.cancel()
        with suppress(asyncio.CancelledError):
            await answering
